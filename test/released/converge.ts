import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { onRecord, type OnRecord } from './record.ts';

/** Something that never arrives has not arrived by then. */
const PATIENCE_MS = 180_000;
const LOOK_EVERY_MS = 150;

/** What was made in a profile while its hub was stopped, by the names of its mutations. */
export const unsent = {
  'checkin.claim': 3,
  'checkin.withdraw': 1,
  'help.raise': 1,
  'menu.publish': 1,
} as const;

/** Waits until the hub has taken so many more of each name, and sees that it has taken not one beyond. */
export async function hasTaken(
  dataDir: string,
  before: OnRecord,
  more: Readonly<Record<string, number>>,
): Promise<OnRecord> {
  const wanted = { ...before.taken };
  for (const [name, count] of Object.entries(more)) wanted[name] = (wanted[name] ?? 0) + count;
  const names = Object.keys(wanted).filter((name) => !byTheHub.has(name));
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = onRecord(dataDir);
    const only = (taken: OnRecord['taken']) =>
      Object.fromEntries(names.map((name) => [name, taken[name] ?? 0]));
    const there = names.every((name) => (now.taken[name] ?? 0) >= (wanted[name] ?? 0));
    if (!there && Date.now() > deadline) {
      const both = JSON.stringify([only(now.taken), only(wanted)]);
      throw new Error(`not within ${PATIENCE_MS / 1000} s: it has taken, of what it should have: ${both}`);
    }
    if (!there) {
      await wait(LOOK_EVERY_MS);
      continue;
    }
    assert.deepEqual(only(now.taken), only(wanted));
    return now;
  }
}

/** What a start of the hub does by itself. */
const byTheHub: ReadonlySet<string> = new Set(['centre.save', 'device.configure']);
