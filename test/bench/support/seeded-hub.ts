import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sessionId } from '../../../src/features/classes/model/sessions.ts';
import { id, type CentreId } from '../../../src/kernel/ids.ts';
import type { DeviceKind } from '../../../src/kernel/mutation.ts';
import { addDays, civilMoment, type CivilDate } from '../../../src/kernel/time.ts';
import { DeviceTokens } from '../../../src/hub/people/device-tokens.ts';
import { SqlVault } from '../../../src/hub/people/sql-vault.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { startHub, type HubProcess } from '../../support/hub.ts';
import type { BenchContext } from '../figures.ts';
import { benchRow } from '../peers/rows.ts';

const configDir = fileURLToPath(new URL('../../../kiosk-config/', import.meta.url));

/** What a bench needs of a hub beyond the sample centre. */
export interface Wanted {
  /** Members, each with a roster row for the kiosks of the size of the peers' rows. */
  readonly members?: number;
  /** Devices that are paired already, by the cookies in `Seeded.cookies`. */
  readonly devices?: { readonly kind: DeviceKind; readonly count: number };
  /** Served in the place of the built app. */
  readonly appDir?: string;
  /** A module that the hub's process loads first. */
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of the centre's configuration; the one of this checkout. */
  readonly config?: string;
}

export interface SeededHub {
  readonly hub: HubProcess;
  readonly centreId: CentreId;
  /** The Baduanjin session so many days from today. */
  session(daysAhead: number): string;
  /** Each seeded device with the cookie that proves it. */
  readonly devices: readonly { readonly deviceId: string; readonly cookie: string }[];
}

/** A real hub in a process of its own, with its database on the disk, and rows beyond the sample's. */
export async function startSeededHub(
  context: Pick<BenchContext, 'appDir' | 'afterwards'>,
  wanted: Wanted = {},
): Promise<SeededHub> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leling-bench-hub-'));
  context.afterwards(() => rm(dataDir, { recursive: true, force: true }));
  const preload = wanted.preload === undefined ? {} : { NODE_OPTIONS: `--import=${wanted.preload}` };
  const config = wanted.config ?? configDir;
  const runtime = { ...preload, LELING_CONFIG: config, ...wanted.env };
  const hub = await startHub({ dataDir, env: { ...runtime, LELING_APP: wanted.appDir ?? context.appDir } });
  context.afterwards(() => hub.dispose());
  const centre: { id: string; utcOffsetMinutes: number } = JSON.parse(
    await readFile(join(config, 'centre.json'), 'utf8'),
  );
  const centreId: CentreId = id(centre.id);
  const today: CivilDate = civilMoment(Date.now(), centre.utcOffsetMinutes).date;
  let devices: SeededHub['devices'] = [];
  if (wanted.members !== undefined || wanted.devices !== undefined) {
    await hub.kill();
    devices = await seed(dataDir, centreId, wanted);
    await hub.restart();
  }
  return {
    hub,
    centreId,
    session: (daysAhead) => sessionId('baduanjin', addDays(today, daysAhead)),
    devices,
  };
}

/** The id under which the n-th bench row is a member. */
export const memberId = (n: number): string => benchRow(n).id;

async function seed(
  dataDir: string,
  centreId: CentreId,
  { members = 0, devices }: Wanted,
): Promise<SeededHub['devices']> {
  const database = await openDatabase({ dataDir });
  const sync = await createHubSync({ database });
  await sync.write(centreId, async (tx) => {
    for (let n = 0; n < members; n += 1) {
      const { id: row, text } = benchRow(n);
      const phone = `139${String(n).padStart(8, '0')}`;
      const member = { id: id<'MemberId'>(row), name: `会员${n}`, phone, birthYear: null };
      await tx.put('people', 'member', row, member);
      const roster = { id: member.id, maskedName: '会*', phoneTail: phone.slice(-4), card: text };
      await tx.put('kiosk', 'roster', row, roster);
    }
  });
  const tokens = new DeviceTokens(new SqlVault(database.engine), () => sync.now());
  const paired: { deviceId: string; cookie: string }[] = [];
  for (let n = 0; devices !== undefined && n < devices.count; n += 1) {
    const deviceId = `bench-${n}`;
    const secret = `secret-of-${deviceId}`;
    await tokens.issue({ deviceId: id(deviceId), centreId, kind: devices.kind }, secret);
    paired.push({ deviceId, cookie: `leling_d_${deviceId}=${secret}~${deviceId}` });
  }
  await sync.close();
  await database.close();
  return paired;
}
