import { inBucket, knownGenerations } from './bucket.ts';

/** Notes that a store goes on in a generation. The first is written as builds before there were others wrote it. */
export function noteGeneration(name: string, generation: number): void {
  knownGenerations.set(name, generation);
  try {
    localStorage.setItem(inBucket + name, generation === 1 ? 'yes' : String(generation));
  } catch {
    // Known in this page, and found among the buckets at the next start.
  }
}
