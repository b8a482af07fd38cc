import type { FormTimes } from './form-times.ts';
import { track } from '../rig/track.ts';

/** A quiet breath, where no movement leads it. */
const QUIET_MS = 6000;
/** How much of a repetition one breathes in, where the programme does not say. */
const INHALE = 0.5;

/** A form's times, and which share of a repetition one breathes in. */
interface Breathed {
  readonly times: FormTimes;
  readonly inhale: number | undefined;
}

/**
 * The breath through a programme: in and out once with each repetition, as the programme says, and quietly in between.
 * @returns how full of breath one is at a moment, 0 to 1
 */
export function breathing(forms: readonly Breathed[]): (ms: number) => number {
  const keys: (readonly [ms: number, full: number])[] = [[0, 0]];
  const last = (): number => keys[keys.length - 1]?.[0] ?? 0;
  const quietUntil = (ms: number): void => {
    const from = last();
    const breaths = Math.round((ms - from) / QUIET_MS);
    for (let i = 0; i < breaths; i += 1) {
      const length = (ms - from) / breaths;
      keys.push([from + (i + 0.5) * length, 1], [from + (i + 1) * length, 0]);
    }
  };
  for (const { times, inhale = INHALE } of forms) {
    for (const { atMs, lengthMs } of times.repetitions) {
      quietUntil(atMs);
      if (atMs > last()) keys.push([atMs, 0]);
      const share = Math.min(0.9, Math.max(0.1, inhale));
      for (const key of [[atMs + share * lengthMs, 1] as const, [atMs + lengthMs, 0] as const])
        if (key[0] > last()) keys.push(key);
    }
    quietUntil(times.endMs);
  }
  const full = track(keys.map(([ms, value]) => [ms, [value]] as const));
  return (ms) => full(ms)[0] ?? 0;
}
