import { storeNames } from './indexed-db-storage.ts';
import type { DatabaseShape } from './open-database.ts';

/** The shape of the client's database in this build. */
export const storeShape: DatabaseShape = {
  stores: storeNames,
  steps: [(database) => storeNames.forEach((store) => database.createObjectStore(store))],
};
