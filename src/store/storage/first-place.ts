import { noteGeneration } from './note-generation.ts';
import { inBucketOf, type Place } from './bucket.ts';

/**
 * Where a store begins, or is when the note of it is gone: in the newest bucket there is, unless its database was begun
 * outside by an engine that had none; then it stays where it is.
 */
export async function firstPlace(name: string): Promise<Place> {
  const outside: Place = { generation: 1, factory: indexedDB, name };
  try {
    const buckets = await navigator.storageBuckets?.keys();
    if (buckets === undefined || (await beganOutside(name))) return outside;
    const generations = buckets.map((one) => Number(/^leling-(\d+)$/.exec(one)?.[1] ?? 1));
    const place = await inBucketOf(name, Math.max(1, ...generations));
    noteGeneration(name, place.generation);
    return place;
  } catch {
    return outside;
  }
}

async function beganOutside(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((one) => one.name === name);
}
