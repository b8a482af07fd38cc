import type { LocalStore } from '../protocol/client/api.ts';
import { abilities, onAbilities } from './glass-abilities.ts';
import { capabilities, engineName, tierOf } from './capabilities.ts';
import { healedLately } from '../store/healed.ts';
import { runsFromMemory } from '../store/in-memory.ts';
import { lastHeardOfBuilds } from './builds.ts';
import { build } from './worker.ts';
import { unsentElsewhere } from './unsent-people.ts';

const everyMs = 60_000;
const DAY_MS = 24 * 3_600_000;
/** As many as the hub writes down. */
const MOST_HEALED = 10;
const MOST_BAD = 5;

/** Says once a minute how this device is: staff see from it what needs a hand. Returns the disposer. */
export function reportHealth(store: LocalStore): () => void {
  const say = (): void => {
    const heard = lastHeardOfBuilds();
    void storage().then(({ used, quota, persisted }) =>
      store.report({
        type: 'health',
        build,
        engine: engineName(),
        tier: tierOf(capabilities()),
        storageUsedBytes: used,
        storageQuotaBytes: quota,
        persisted,
        // All that waits on this device, also of people who are not signed in now.
        outbox: unsentElsewhere(store).reduce((sum, { count }) => sum + count, store.status().outbox),
        timeQuality: store.time().quality,
        healed: healedLately()
          .slice(0, MOST_HEALED)
          .map(({ kind, atMs, count }) => ({ kind, atMs, count })),
        ...(heard === null ? {} : { trial: heard.trial, badBuilds: heard.bad.slice(-MOST_BAD) }),
        ...(runsFromMemory() ? { inMemory: true } : {}),
        upMs: Math.round(performance.now()),
        mendedToday: mendedWithin(DAY_MS),
        ...abilities(),
      }),
    );
  };
  say();
  const timer = setInterval(say, everyMs);
  const stop = onAbilities(say);
  return () => {
    clearInterval(timer);
    stop();
  };
}

/** How often this device has mended something of itself lately. */
function mendedWithin(ms: number): number {
  const now = Date.now();
  return healedLately()
    .filter(({ atMs }) => Math.abs(now - atMs) < ms)
    .reduce((sum, { count }) => sum + count, 0);
}

/** What the browser says of the space it gives; null where it does not say. */
export async function storage(): Promise<{
  readonly used: number | null;
  readonly quota: number | null;
  readonly persisted: boolean | null;
}> {
  if (!('storage' in navigator) || typeof navigator.storage.estimate !== 'function') {
    return { used: null, quota: null, persisted: null };
  }
  const [{ usage, quota }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { used: usage ?? null, quota: quota ?? null, persisted };
}
