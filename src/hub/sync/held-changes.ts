import { id } from '../../kernel/ids.ts';
import { carryOutHeld } from '../../protocol/hub/carry-out.ts';
import type { Held, HouseRules } from '../../protocol/hub/house-rules.ts';
import { wantedOf } from '../../protocol/hub/read-item.ts';
import { HubRowTx } from '../../protocol/hub/row-tx.ts';
import type { SqlHubDatabase } from '../db/hub-database.ts';
import { hubActor } from './hub-actor.ts';
import type { HubTime } from './hub-time.ts';
import type { SealedItems } from './sealed-items.ts';

/** Carries out what an older build did not know, where this one does. One that fails waits for the next start. */
export async function carryOutAllHeld(
  database: SqlHubDatabase,
  house: HouseRules,
  time: HubTime,
  sealed: SealedItems,
): Promise<void> {
  const centres = [...(await database.bucketVersions()).keys()].flatMap(
    (bucket) => /^(?:people|staff):(.+)$/.exec(bucket)?.[1] ?? [],
  );
  for (const centreId of new Set(centres.map((one) => id<'CentreId'>(one)))) {
    const held = await database.write(centreId, (tx) =>
      house.heldOf(new HubRowTx(tx, hubActor(centreId)), centreId),
    );
    for (const one of held) {
      await database
        .write(centreId, (tx) =>
          carryOutHeld(tx, house, opened(one, sealed), { nowMs: time.now(), isSure: time.sure }),
        )
        .catch(() => undefined);
    }
  }
}

/** One that no secret opened when it came may be opened now. */
function opened(held: Held, sealed: SealedItems): Held {
  const { mid, name, v, args } = held.wanted;
  const item = { mid, name, v, args };
  const inside = sealed.opened(item);
  return inside === item ? held : { ...held, wanted: wantedOf(mid, inside, null) };
}
