import { expect } from 'chai';
import type { Journal, StoreTx } from '../../src/protocol/client/ports.ts';
import { listUnsent } from '../../src/protocol/client/records.ts';
import { openJournal } from '../../src/store/journal/open-journal.ts';
import { bucketName } from '../../src/store/storage/bucket.ts';
import { retiredGenerations, type Retired } from '../../src/store/storage/ladder/generations.ts';
import { keepRetiring, retireOld } from '../../src/store/storage/ladder/retire.ts';
import { noteGeneration } from '../../src/store/storage/note-generation.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { notedGeneration, placeOf } from '../../src/store/storage/place.ts';
import type { ReopeningStorage } from '../../src/store/storage/reopening-storage.ts';
import { FakeStore } from '../support/fake-store.ts';
import { until } from '../support/until.ts';
import { makeUnsent } from '../support/unsent.ts';

const openOf = IDBFactory.prototype.open;
const now = Date.now.bind(Date);
const DAY_MS = 24 * 3_600_000;

/** A disk that could not be read one day and can the next: what waited in the old generation must not be lost with it. */
describe('a generation that a store has left', () => {
  const notes = ['leling:healed', 'leling:renewals', 'leling:retired'];
  let name: string;
  let storage: ReopeningStorage;
  let journal: Journal;
  let store: FakeStore;
  let first: number;

  beforeEach(async () => {
    for (const key of notes) localStorage.removeItem(key);
    name = `test:${Math.random()}`;
    first = (await placeOf(name)).generation;
    journal = await openJournal(name);
    store = new FakeStore();
  });
  afterEach(() => {
    storage.close();
    IDBFactory.prototype.open = openOf;
    Date.now = now;
  });
  after(async () => {
    for (const key of notes) localStorage.removeItem(key);
    for (const bucket of (await navigator.storageBuckets?.keys()) ?? [])
      if (bucket.startsWith('leling-')) await navigator.storageBuckets?.delete(bucket);
  });

  const successor = () => ({ name, storage, journal, store });
  const waiting = async (): Promise<readonly string[]> =>
    (await storage.read(listUnsent)).map(({ mut }) => mut.mid);
  const journaled = async (): Promise<readonly string[]> => (await journal.readAll()).map(({ mid }) => mid);
  const isThere = async (generation: number): Promise<boolean> => {
    const buckets = await navigator.storageBuckets?.keys();
    if (buckets !== undefined && !buckets.includes(bucketName(generation))) return false;
    const place = await placeOf(name, generation);
    return (await place.factory.databases()).some((one) => one.name === place.name);
  };
  /** Its databases do not open any more; others do. */
  const unreadable = async (generation: number): Promise<void> => {
    const place = await placeOf(name, generation);
    IDBFactory.prototype.open = function (...args) {
      if (this === place.factory && args[0] === place.name)
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      return openOf.apply(this, args);
    };
  };

  /** The store as it comes out of it: in its second generation, with nothing of the first. */
  async function renewed(): Promise<string> {
    storage = openStorage(name);
    const mid = await storage.write(makeUnsent);
    storage.close();
    await unreadable(first);
    storage = openStorage(name);
    await storage.opened();
    expect(notedGeneration(name)).to.equal(first + 1);
    expect(await waiting()).to.deep.equal([]);
    return mid;
  }

  it('gives what it holds unsent to both media of the next one, once, is deleted, and the hub is asked', async () => {
    const mid = await renewed();
    IDBFactory.prototype.open = openOf;
    await retireOld(successor());
    expect(await waiting()).to.deep.equal([mid]);
    expect(await journaled()).to.deep.equal([mid]);
    expect(store.syncs).to.equal(1);
    expect(retiredGenerations()).to.deep.equal([]);
    await until(async () => !(await isThere(first)));
    // The next start finds nothing more to do.
    await retireOld(successor());
    expect(await waiting()).to.deep.equal([mid]);
    expect(store.syncs).to.equal(1);
  });

  it('that cannot be read yet stays, and is asked again at the next start', async () => {
    const mid = await renewed();
    await retireOld(successor());
    expect(retiredGenerations().map(({ generation }) => generation)).to.deep.equal([first]);
    expect(await isThere(first)).to.equal(true);
    IDBFactory.prototype.open = openOf;
    await retireOld(successor());
    expect(await waiting()).to.deep.equal([mid]);
    await until(async () => !(await isThere(first)));
  });

  it('outlives a clock that jumps by years, the hub’s too: what waits in it comes over when it can be read again', async () => {
    const mid = await renewed();
    for (const jumpMs of [3 * 365 * DAY_MS, -50 * 365 * DAY_MS, 10 * 365 * DAY_MS, 0]) {
      Date.now = () => now() + jumpMs;
      store.nowMs = now() + jumpMs;
      await retireOld(successor());
      expect(await isThere(first)).to.equal(true);
    }
    IDBFactory.prototype.open = openOf;
    await retireOld(successor());
    expect(await waiting()).to.deep.equal([mid]);
  });

  it('is given up after seven days on which it could not be read, by the hub’s time and no other', async () => {
    await renewed();
    const daysPass = async (days: number): Promise<void> => {
      for (let day = 0; day < days; day += 1) {
        store.nowMs = (store.nowMs ?? 0) + DAY_MS;
        await retireOld(successor());
        await retireOld(successor());
      }
    };
    store.timeQuality = 'carried';
    await daysPass(10);
    store.timeQuality = 'confirmed';
    await daysPass(6);
    expect(retiredGenerations()).to.have.length(1);
    await daysPass(1);
    expect(retiredGenerations()).to.deep.equal([]);
  });

  it('is given up on no day while its work can be read, and a full disk takes it nowhere', async () => {
    const mid = await renewed();
    IDBFactory.prototype.open = openOf;
    const full = async (): Promise<never> => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    for (let day = 0; day < 10; day += 1) {
      store.nowMs = (store.nowMs ?? 0) + DAY_MS;
      await retireOld({ ...successor(), journal: { ...journal, append: full } });
    }
    expect(await isThere(first)).to.equal(true);
    await retireOld(successor());
    expect(await journaled()).to.deep.equal([mid]);
  });

  it('is given up so also by a page that is never started anew', async () => {
    await renewed();
    const setOf = window.setInterval;
    let again: (() => void) | undefined;
    Object.assign(window, { setInterval: (run: () => void) => (again = run) });
    try {
      keepRetiring(successor());
      const tried = (): number => retiredGenerations()[0]?.triedOn?.length ?? 7;
      for (let days = 1; days <= 7; days += 1) {
        await until(() => tried() === days);
        store.nowMs = (store.nowMs ?? 0) + DAY_MS;
        again?.();
      }
      expect(retiredGenerations()).to.deep.equal([]);
    } finally {
      Object.assign(window, { setInterval: setOf });
    }
  });

  describe('by a person who has not been here since', () => {
    let theirs: string;

    /** Theirs has left a generation as well, with this in it. */
    async function left(work: (tx: StoreTx) => Promise<unknown>): Promise<Retired> {
      theirs = `${name}:away`;
      const old = openStorage(theirs);
      await old.write(work);
      old.close();
      const generation = notedGeneration(theirs);
      noteGeneration(theirs, generation + 1);
      const away = { name: theirs, generation, sinceMs: now() - 31 * DAY_MS };
      localStorage.setItem('leling:retired', JSON.stringify([away]));
      storage = openStorage(name);
      return away;
    }
    const isTheirsThere = async ({ generation }: Retired): Promise<boolean> => {
      const place = await placeOf(theirs, generation);
      return (await place.factory.databases()).some((one) => one.name === place.name);
    };

    it('does not fill the disk for ever', async () => {
      const away = await left(async (tx) => tx.put('base', ['people:sample', 1, 'member', 'm1'], 'a row'));
      expect(await isTheirsThere(away)).to.equal(true);
      await retireOld(successor());
      expect(retiredGenerations()).to.deep.equal([]);
      await until(async () => !(await isTheirsThere(away)));
    });

    it('is left to them with what it holds unsent, however long they are away', async () => {
      const away = await left(makeUnsent);
      for (let day = 0; day < 10; day += 1) {
        store.nowMs = (store.nowMs ?? 0) + DAY_MS;
        await retireOld(successor());
      }
      expect(retiredGenerations()).to.deep.equal([away]);
      expect(await isTheirsThere(away)).to.equal(true);
      expect(await waiting(), 'nor does it go out as somebody else’s').to.deep.equal([]);
    });
  });

  it('leaves its bucket to a neighbour who is still in it', async () => {
    const beside = openStorage(`${name}:beside`);
    await beside.write(async (tx) => tx.put('meta', ['n'], 1));
    expect(notedGeneration(`${name}:beside`)).to.equal(first);
    await renewed();
    IDBFactory.prototype.open = openOf;
    await retireOld(successor());
    expect(await navigator.storageBuckets?.keys()).to.include(bucketName(first));
    expect(await beside.read((tx) => tx.get('meta', ['n']))).to.equal(1);
    beside.close();
  });
});
