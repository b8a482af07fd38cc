import { writeText } from '../local-texts.ts';
import { inBucket } from './bucket.ts';

/**
 * Notes that a store goes on in a generation. The first is written as builds before there were others wrote it. Where the
 * note lasts no longer than the page, the place is found among the buckets at the next start.
 */
export const noteGeneration = (name: string, generation: number): boolean =>
  writeText(inBucket + name, generation === 1 ? 'yes' : String(generation));
