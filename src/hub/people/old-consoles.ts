import type { CentreId, DeviceId } from '../../kernel/ids.ts';
import type { HubSync } from '../sync/api.ts';
import type { DeviceTokens } from './device-tokens.ts';
import type { Sessions } from './sessions.ts';

/** A console nobody has opened for so long was somebody's browser once. Their work, if any, waits in it for a sign-in. */
const UNSEEN_DAYS = 120;
const DAY_MS = 86_400_000;

interface People {
  readonly sync: HubSync;
  readonly tokens: DeviceTokens;
  readonly sessions: Sessions;
  readonly now: () => number;
}

/**
 * Forgets consoles that have not been heard of for months: each browser that signs in becomes one, and few come back.
 * At most so many; returns how many went. Kiosks and screens have their place in the centre and stay.
 */
export async function forgetOldConsoles(
  { sync, tokens, sessions, now }: People,
  centreId: CentreId,
  most: number,
): Promise<number> {
  const beforeMs = now() - UNSEEN_DAYS * DAY_MS;
  const old = await sync.read(centreId, async (tx) => {
    const seen = new Map((await tx.list('staff', 'deviceHealth')).map((row) => [row.id, row.lastSeenMs]));
    return (await tx.list('staff', 'device'))
      .filter(
        ({ kind, id, pairedAtMs }) => kind === 'console' && (seen.get(id) ?? pairedAtMs ?? 0) < beforeMs,
      )
      .slice(0, most);
  });
  for (const { id } of old) {
    if (await sessions.isBegun(id)) continue;
    await tokens.revoke(id);
    await sessions.forget(id);
    await forgetConsole(sync, centreId, id);
  }
  return old.length;
}

/** Takes a console out of the centre's lists. */
export async function forgetConsole(sync: HubSync, centreId: CentreId, deviceId: DeviceId): Promise<void> {
  await sync.write(centreId, async (tx) => {
    await tx.remove(`device:${deviceId}`, 'deviceConfig', deviceId);
    await tx.remove('staff', 'deviceConfig', deviceId);
    await tx.remove('staff', 'device', deviceId);
    await tx.remove('staff', 'deviceHealth', deviceId);
  });
}
