import { inTime } from './in-time.ts';
import { NoAnswer } from './no-answer.ts';
import { answerOf } from './indexed-db-storage.ts';

/**
 * The shape of a database, as the steps that made it: step 1 is the first release's, each later one brings the version
 * before it up, with its data. A released step never changes. A build that is put back opens the newer database as it
 * is and goes on: where a step leaves a store in a form that an older build must not write in, it gives it another name.
 */
export interface DatabaseShape {
  /** The stores this build works with. */
  readonly stores: readonly string[];
  readonly steps: readonly ((database: IDBDatabase, tx: IDBTransaction) => void)[];
}

/**
 * Opens a database, made or brought up to this build's shape in one transaction. While another tab still holds an older
 * one it waits, as long as `patienceMs`.
 */
export async function openDatabase(
  factory: IDBFactory,
  name: string,
  { stores, steps }: DatabaseShape,
  patienceMs: number,
): Promise<IDBDatabase> {
  let failure: unknown = null;
  const request = factory.open(name, steps.length);
  request.onupgradeneeded = ({ oldVersion }) => {
    const { result, transaction } = request;
    if (transaction === null) return;
    try {
      for (const step of steps.slice(oldVersion)) step(result, transaction);
    } catch (error) {
      failure = error;
      transaction.abort();
    }
  };
  try {
    return await opened(request, patienceMs);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw failure ?? error;
  }
  const newer = await opened(factory.open(name), patienceMs);
  return (await import('./newer-database.ts')).fitting(newer, stores);
}

const opened = (request: IDBOpenDBRequest, patienceMs: number): Promise<IDBDatabase> =>
  inTime(answerOf(request), patienceMs, () => {
    // One that opens after all would stand in the way of the next attempt's successors.
    request.onsuccess = () => request.result.close();
    return new NoAnswer('the local database does not open');
  });
