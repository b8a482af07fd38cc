import type { LocalStore } from '../protocol/client/api.ts';
import type { ClientStorage } from '../protocol/client/ports.ts';
import { keepCanary } from './canary.ts';
import { runsFromMemory } from './in-memory.ts';
import { untilHoldsAll } from './journal/holds-all.ts';
import type { JournalOnDemand } from './journal/journal-on-demand.ts';
import { followGenerations } from './storage/ladder/tell-generation.ts';
import { keepSwept, sweepAlone } from './storage/sweep.ts';
import { untilLoaded } from './until-loaded.ts';
import type { ReopeningStorage } from './storage/reopening-storage.ts';

interface Watched {
  readonly name: string;
  /** As it was found when it was opened. */
  readonly wasEmpty: boolean;
  readonly storage: ReopeningStorage;
  readonly journal: JournalOnDemand;
  readonly store: LocalStore;
  /** The store as its sealed rows are read. */
  readonly opened: ClientStorage;
  /** Whether changes are made in this page. */
  readonly changes: boolean;
}

/** A journal that cannot be opened is tried again so often. */
const PREPARE_EVERY_MS = 5000;

/**
 * What is seen to once the face is on the glass: what is needed later and must not be asked of a network that is gone by
 * then, whether the store was emptied, and what becomes of its generations.
 */
export function watchStore({ name, wasEmpty, storage, journal, store, opened, changes }: Watched): void {
  const ready = changes
    ? untilLoaded(
        () => journal.prepare(),
        () => undefined,
        PREPARE_EVERY_MS,
      )
    : Promise.resolve();
  if (runsFromMemory()) return;
  keepCanary(name, { wasEmpty, store, ready, rewritten: () => untilHoldsAll(storage, journal) });
  followGenerations(name, storage);
  if (changes)
    keepSwept({
      store,
      whenForgotten: (listener) => {
        journal.forgotten = listener;
      },
      seal: async () => {
        const { sealForHub } = await import('./sealed/for-hub.ts');
        return sealForHub(store.actor.deviceId, opened, journal);
      },
      sweep: () => sweepAlone(name),
    });
  let retiring = false;
  const stop = store.watchStatus(({ loaded, link }) => {
    if (retiring || !loaded || (link !== 'live' && link !== 'polling')) return;
    retiring = true;
    void Promise.resolve().then(() => stop());
    import('./storage/ladder/retire.ts')
      .then(({ keepRetiring }) => keepRetiring({ name, storage, journal, store }))
      .catch((error: unknown) => console.error(error));
  });
}
