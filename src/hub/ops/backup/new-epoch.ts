import { randomUUID } from 'node:crypto';
import type { SqlHubDatabase } from '../../db/hub-database.ts';

/** Ends the epoch of a restored database, so that devices send again what it lacks. */
export async function newEpoch(database: SqlHubDatabase, fresh: string = randomUUID()): Promise<string> {
  await database.write('', async (tx) => tx.setMeta('epoch', fresh));
  return fresh;
}
