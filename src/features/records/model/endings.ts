import { id, type Mid } from '../../../kernel/ids.ts';
import type { Json } from '../../../kernel/json.ts';
import { signature, type Actor, type RowTx } from '../../../kernel/mutation.ts';
import type { TimeReading } from '../../../kernel/time.ts';
import { changedFields, type RowChange } from './changed.ts';
import { line } from './line.ts';
import type { Refusal } from './refusal.ts';

/** What the hub was asked to do, by whom, and when. */
export interface Asked {
  readonly mid: Mid;
  readonly name: string;
  readonly v: number;
  readonly args: Json;
  readonly actor: Actor;
  readonly madeAt: TimeReading;
  readonly nowMs: number;
}

/** Writes down for staff what was not carried out, with all it would need to be done yet, and why. */
export async function recordRefusal(
  tx: RowTx,
  where: 'people' | 'staff',
  asked: Asked,
  why: Pick<Refusal, 'status' | 'code' | 'detail'>,
): Promise<void> {
  const { v, args, madeAt, actor } = asked;
  await tx.put(where, 'refusal', asked.mid, {
    ...about(asked),
    v,
    args,
    status: why.status,
    code: line(why.code),
    detail: line(why.detail),
    maker: makerOf(actor),
    madeAtMs: madeAt.nowMs,
    timeQuality: madeAt.quality,
    settled: null,
  });
}

/** Writes down for the manager who changed what, and from what to what. */
export async function recordDeed(
  tx: RowTx,
  asked: Asked,
  touched: readonly string[],
  changes: readonly RowChange[],
): Promise<void> {
  const { fields, more } = changedFields(changes);
  await tx.put('audit', 'audit', asked.mid, {
    ...about(asked),
    subject: touched.slice(0, 50).map(line),
    ...(fields.length === 0 ? {} : { changed: [...fields], moreChanged: more }),
  });
}

/** Who made what is held, as far as the record says. */
export function whoMade({ maker, deviceId }: Refusal, centreId: Actor['centreId']): Actor | null {
  switch (maker?.type) {
    case 'device':
      return { type: 'device', deviceId, deviceKind: maker.deviceKind, centreId };
    case 'staff': {
      const { accountId, name, role } = maker;
      return { type: 'staff', deviceId, centreId, accountId, name, role };
    }
    case 'hub':
      return { type: 'hub', deviceId, centreId };
    default:
      return null;
  }
}

function makerOf(actor: Actor): Refusal['maker'] {
  switch (actor.type) {
    case 'device':
      return { type: 'device', deviceKind: actor.deviceKind };
    case 'staff':
      return { type: 'staff', accountId: actor.accountId, name: actor.name, role: actor.role };
    case 'hub':
      return { type: 'hub' };
  }
}

const about = ({ mid, name, actor, nowMs }: Asked) => ({
  id: mid,
  name: line(name),
  by: line(signature(actor)),
  deviceId: id<'DeviceId'>(actor.deviceId),
  receivedAtMs: nowMs,
});
