import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { HubClock } from './hub-time.ts';
import { isSynchronised } from './system-synchronisation.ts';

/** Two looks at a machine's two clocks may differ by this; more, and it has slept. */
const SLEPT_MS = 1000;

/** This machine's clocks. The process's own stands still while the machine sleeps: that is added. */
export function systemClock(): HubClock {
  const id = bootId();
  // A process that is held up between two looks has not slept: each is taken so that this makes the machine's time less.
  const runningAtStart = performance.now();
  const upAtStart = uptime() * 1000 - runningAtStart;
  let slept = 0;
  let lookedAt = -Infinity;
  return {
    wall: () => Date.now(),
    monotonic: () => {
      const running = performance.now();
      if (running - lookedAt > SLEPT_MS) {
        lookedAt = running;
        const up = uptime() * 1000;
        const off = up - upAtStart - performance.now() - slept;
        if (off > SLEPT_MS) slept += off;
      }
      return running + slept;
    },
    boot: () => ({ id, upMs: Math.round(uptime() * 1000) }),
    isSynchronised: () => isSynchronised(),
  };
}

/** Where the machine's start has no name, each process counts as one: nothing is then known of the time in between. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return randomUUID();
  }
}
