import { openStorage } from '../storage/open-storage.ts';
import { plainBuckets } from './move-in.ts';

/**
 * Whether a store holds people's data that a build before this one kept in words: it opens without a key, and is sealed
 * when it has met its hub. One without a key that holds none was signed out of, whatever the browser has had the time to
 * write of that: Local Storage goes to the disk seconds later. One that cannot be read is not called empty.
 */
export async function holdsPlain(name: string): Promise<boolean> {
  const storage = openStorage(name, { diskOnly: true });
  try {
    return (await storage.read(plainBuckets)).length > 0;
  } catch (error) {
    console.error(error);
    return true;
  } finally {
    storage.close();
  }
}
