import { IndexedDbStorage } from './indexed-db-storage.ts';
import type { Ladder } from './ladder/ladder.ts';
import { startsInMemory } from '../in-memory.ts';
import { openDatabase, type DatabaseShape } from './open-database.ts';
import { placeOf } from './place.ts';
import { type OpenedStorage, ReopeningStorage } from './reopening-storage.ts';
import { storeShape } from './store-shape.ts';

/** A damaged database may neither open nor fail; a slow one is given longer at each attempt. */
const PATIENCE_MS = 6000;
const LONGEST_PATIENCE_MS = 60_000;

interface StorageOptions {
  /** An attempt to open it failed; the next one follows. */
  readonly failed?: (error: unknown) => void;
  /** The page had better start anew: a newer build in another tab changes the database, or the disk is well again. */
  readonly outgrown?: (() => void) | undefined;
  /** For whoever looks after what lies on the disk: memory will not do, whatever this tab's page came down to. */
  readonly diskOnly?: boolean;
  /** The shape to bring it to; this build's own. */
  readonly shape?: DatabaseShape;
}

/**
 * Opens the database of a (device, actor), in a Storage Bucket of its own where the engine has them: damage to one
 * bucket leaves the others whole.
 *
 * It begins at once, tries for as long as it takes, and tells of each attempt that failed: whoever stands before the
 * device is shown what is the matter meanwhile. What is done where trying does not help is the ladder's, which is
 * loaded by those who need it.
 */
export function openStorage(name: string, options: StorageOptions = {}): ReopeningStorage {
  const {
    failed = () => undefined,
    outgrown = () => undefined,
    shape = storeShape,
    diskOnly = false,
  } = options;
  let ladder: Promise<Ladder> | undefined;
  /** Where it was looked for last, and where it was open last; -1 before a start in memory. */
  let generation = 0;
  let openedIn = !diskOnly && startsInMemory(name) ? -1 : 0;

  const open = async (lost: () => void, patience: number): Promise<OpenedStorage> => {
    const place = await placeOf(name);
    generation = place.generation;
    const database = await openDatabase(place.factory, place.name, shape, patience);
    // A newer build in another tab wants to change the shape, or it is deleted: this page gives way.
    database.addEventListener('versionchange', ({ newVersion }) => {
      database.close();
      lost();
      if (newVersion !== null) outgrown();
    });
    // The browser closed it by itself.
    database.addEventListener('close', lost);
    return new IndexedDbStorage(database, generation);
  };

  const climb = async <T>(step: (ladder: Ladder) => Promise<T>): Promise<T> => {
    ladder ??= import('./ladder/ladder.ts').then(
      (loaded) => new loaded.Ladder(name, { open, outgrown, wasOpen: () => openedIn > 0, diskOnly }),
    );
    ladder.catch(() => (ladder = undefined));
    return step(await ladder);
  };

  return new ReopeningStorage({
    open: async (lost, attempt) => {
      const patience = Math.min(PATIENCE_MS * 2 ** (attempt - 1), LONGEST_PATIENCE_MS);
      // Nor is the ladder waited for where it cannot be loaded.
      if (ladder === undefined && (openedIn === 0 || attempt > 1)) {
        const first = await open(lost, patience);
        openedIn = generation;
        return first;
      }
      return climb(async (one) => {
        const opened = one.memory === null ? await open(lost, patience) : one.memory;
        await one.opened(opened, openedIn);
        openedIn = opened.generation;
        return opened;
      });
    },
    failed: (error, attempt) => {
      failed(error);
      return climb((one) => one.failed(error, attempt, generation)).catch(() => false);
    },
    broke: (error, storage) => climb((one) => one.broke(error, storage)),
  });
}
