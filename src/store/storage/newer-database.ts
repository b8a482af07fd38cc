/** A newer build has been here and this one cannot go on with what it left. Nothing was changed. */
export class NewerDatabase extends Error {}

/** A newer build's database, where this one can go on with what it left. */
export function fitting(newer: IDBDatabase, stores: readonly string[]): IDBDatabase {
  if (stores.every((store) => newer.objectStoreNames.contains(store))) return newer;
  newer.close();
  throw new NewerDatabase(`${newer.name} was made by a newer build`);
}
