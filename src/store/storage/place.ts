import { readText } from '../local-texts.ts';
import { inBucket, inBucketOf, type Place } from './bucket.ts';

/** The newest generation of a store, 0 where none is noted. */
export function notedGeneration(name: string): number {
  const noted = readText(inBucket + name);
  return noted === null ? 0 : Math.floor(Number(noted)) || 1;
}

/**
 * Where a store is now. It is remembered: a cold start asks for nothing else, and what finds it otherwise is loaded.
 * @param noted its generation; 0 where that is not known
 */
export async function placeOf(name: string, noted = notedGeneration(name)): Promise<Place> {
  if (noted === 0) return (await import('./first-place.ts')).firstPlace(name);
  try {
    return await inBucketOf(name, noted);
  } catch {
    return { generation: noted, factory: indexedDB, name: noted > 1 ? `${name}~${noted}` : name };
  }
}
