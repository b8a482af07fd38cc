import { expect } from 'chai';
import { listUnsent } from '../../src/protocol/client/records.ts';
import { healedLately } from '../../src/store/healed.ts';
import { runsFromMemory } from '../../src/store/in-memory.ts';
import { MediaCache } from '../../src/store/media/media-cache.ts';
import { MediaLedger } from '../../src/store/media/media-ledger.ts';
import { followGenerations } from '../../src/store/storage/ladder/tell-generation.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { notedGeneration, placeOf } from '../../src/store/storage/place.ts';
import type { ReopeningStorage } from '../../src/store/storage/reopening-storage.ts';
import { until } from '../support/until.ts';
import { makeUnsent } from '../support/unsent.ts';

const openOf = IDBFactory.prototype.open;
const transactionOf = IDBDatabase.prototype.transaction;
const { setInterval: intervalOf, setTimeout: timeoutOf } = window;

/** How an engine speaks of a file that is damaged, gone, or may not be written. */
const refuse = (): never => {
  throw new DOMException('Internal error opening backing store', 'UnknownError');
};

const kinds = (): readonly string[] => healedLately().map(({ kind }) => kind);

describe('the ladder that heals a store', () => {
  let name: string;
  let storage: ReopeningStorage;
  /** The generation of a store that is new here: where others have been renewed it begins beside them. */
  let first: number;

  beforeEach(async () => {
    for (const key of ['leling:healed', 'leling:renewals', 'leling:retired']) localStorage.removeItem(key);
    name = `test:${Math.random()}`;
    first = (await placeOf(name)).generation;
  });
  afterEach(() => {
    history.replaceState(null, '');
    storage.close();
    IDBFactory.prototype.open = openOf;
    IDBDatabase.prototype.transaction = transactionOf;
    Object.assign(window, { setInterval: intervalOf, setTimeout: timeoutOf });
  });

  // A store that is new begins in the newest bucket there is: other tests look in the first.
  after(async () => {
    for (const bucket of (await navigator.storageBuckets?.keys()) ?? [])
      if (bucket.startsWith('leling-')) await navigator.storageBuckets?.delete(bucket);
  });

  /** The first generation is damaged: its bucket's databases do not open any more. */
  const damageFirst = (): void => {
    IDBFactory.prototype.open = function (...args) {
      return notedGeneration(name) <= first ? refuse() : openOf.apply(this, args);
    };
  };

  const put = (value: number): Promise<void> => storage.write(async (tx) => tx.put('meta', ['n'], value));
  const read = (): Promise<unknown> => storage.read((tx) => tx.get('meta', ['n']));

  it('makes a new generation of one that does not open, and tells of it', async () => {
    storage = openStorage(name);
    await put(1);
    storage.close();
    damageFirst();
    storage = openStorage(name);
    await put(2);
    expect(await read()).to.equal(2);
    expect(notedGeneration(name)).to.equal(first + 1);
    expect(kinds()).to.deep.equal(['store-renewed']);
    // A cold start goes where it is now.
    storage.close();
    storage = openStorage(name);
    expect(await read()).to.equal(2);
  });

  it('opens one anew whose transactions fail, and after some times makes a new one with the unsent work in it', async () => {
    storage = openStorage(name);
    const mid = await storage.write(makeUnsent);
    // One block of the file is damaged: what the views read fails, what waits can still be read.
    IDBDatabase.prototype.transaction = function (...args) {
      const tx = transactionOf.apply(this, args);
      const { objectStore } = tx;
      tx.objectStore = (store) => {
        if (store === 'base' && notedGeneration(name) <= first)
          throw new DOMException('Internal error', 'UnknownError');
        return objectStore.call(tx, store);
      };
      return tx;
    };
    const readBase = (): Promise<unknown> => storage.read((tx) => tx.list('base', []));
    for (let tries = 0; tries < 3 && notedGeneration(name) <= first; tries += 1)
      await readBase().catch(() => undefined);
    expect(await readBase()).to.deep.equal([]);
    expect((await storage.read(listUnsent)).map(({ mut }) => mut.mid)).to.deep.equal([mid]);
    expect(kinds()).to.include('store-renewed');
  });

  it('takes the other pages along, and none undoes what another has healed', async () => {
    storage = openStorage(name);
    const beside = openStorage(name);
    await Promise.all([put(1), beside.opened()]);
    followGenerations(name, storage);
    followGenerations(name, beside);
    const moved = new Promise<void>((resolve) => beside.onReopened(resolve));
    damageFirst();
    const third = openStorage(name);
    await third.write(async (tx) => tx.put('meta', ['n'], 3));
    await moved;
    expect(await beside.read((tx) => tx.get('meta', ['n']))).to.equal(3);
    expect(await read()).to.equal(3);
    expect(notedGeneration(name)).to.equal(first + 1);
    beside.close();
    third.close();
  });

  /** Every generation opens and answers once; the first work on it fails. Simulates the pages of a tab, each started anew by the one before. */
  const opensAndThenFails = (): void => {
    const answered = new WeakSet<IDBDatabase>();
    IDBDatabase.prototype.transaction = function (...args) {
      const tx = transactionOf.apply(this, args);
      const { objectStore } = tx;
      tx.objectStore = (store) => {
        if (answered.has(this)) refuse();
        answered.add(this);
        return objectStore.call(tx, store);
      };
      return tx;
    };
  };

  it('comes down to memory where every generation opens and then fails, and starts its page anew no more than once for it', async () => {
    opensAndThenFails();
    let pages = 0;
    for (let anew = true; anew && pages < 20;) {
      pages += 1;
      anew = false;
      storage = openStorage(name, { outgrown: () => (anew = true) });
      await storage.write(async (tx) => tx.put('meta', ['n'], 7), { repeatable: true });
      expect(await read()).to.equal(7);
      storage.close();
    }
    expect(pages).to.be.at.most(2);
    expect(runsFromMemory()).to.equal(true);
    expect(kinds()).to.include('store-in-memory');
    // Another store of the page, and this one in another tab, are asked all the same.
    IDBDatabase.prototype.transaction = transactionOf;
    storage = openStorage(`${name}:beside`);
    await put(1);
    storage.close();
    storage = openStorage(`${name}:beside`);
    expect(await read()).to.equal(1);
  });

  it('asks a disk that looks well and is not half as often each time, and starts its page anew on one that is well', async () => {
    const setOf = window.setInterval;
    const looks: { readonly everyMs: number | undefined; readonly look: () => void }[] = [];
    Object.assign(window, {
      setInterval: (look: () => void, everyMs?: number) => looks.push({ everyMs, look }),
    });
    try {
      for (const timesInMemory of [1, 2, 3, 20]) {
        history.replaceState({ memory: name, timesInMemory }, '');
        storage = openStorage(name);
        await put(1);
        storage.close();
      }
      expect(looks.map(({ everyMs = 0 }) => everyMs / 60_000)).to.deep.equal([5, 10, 20, 360]);
      const anew = new Promise<void>((resolve) => {
        storage = openStorage(name, { outgrown: resolve });
      });
      await put(1);
      looks[looks.length - 1]?.look();
      await anew;
      storage.close();
      storage = openStorage(name);
      await put(2);
      storage.close();
      history.replaceState(null, '');
      storage = openStorage(name);
      expect(await read()).to.equal(2);
    } finally {
      Object.assign(window, { setInterval: setOf });
    }
  });

  it('lets its page start in memory again after another place in it was gone to', async () => {
    history.replaceState({ memory: name, timesInMemory: 2 }, '');
    storage = openStorage(name);
    await put(1);
    const moved = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    location.hash = '#menus';
    await moved;
    // A page that starts anew here knows of the disk what this one knows.
    expect(history.state).to.deep.equal({ memory: name, timesInMemory: 2 });
    storage.close();
    storage = openStorage(name);
    expect(await read()).to.equal(undefined);
  });

  it('gives up on a disk that opens and never answers, one look at a time, and finds the one that is well', async () => {
    const [setOf, setTimeoutOf, closeOf] = [
      window.setInterval,
      window.setTimeout,
      IDBDatabase.prototype.close,
    ];
    const looks: (() => void)[] = [];
    let [opened, closed, holds, isHeld] = [0, 0, true, false];
    // However long this test takes, the other page does not give up its own.
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => (ms === 20_000 ? 0 : setTimeoutOf(run, ms)),
    });
    const held = openStorage(name);
    // Another page's work that never ends: whoever writes to the first generation waits for it.
    const holding = held.write(async (tx) => {
      for (isHeld = true; holds;) await tx.get('meta', ['n']);
    });
    await until(() => isHeld);
    history.replaceState({ memory: name, timesInMemory: 1 }, '');
    const anew = new Promise<void>((resolve) => {
      Object.assign(window, {
        setInterval: (look: () => void) => looks.push(look),
        // Only what never answers is given up so soon.
        setTimeout: (run: () => void, ms = 0) => setTimeoutOf(run, ms === 20_000 && closed === 0 ? 300 : ms),
      });
      storage = openStorage(name, { outgrown: resolve });
    });
    try {
      await put(1);
      IDBFactory.prototype.open = function (...args) {
        opened += 1;
        return openOf.apply(this, args);
      };
      IDBDatabase.prototype.close = function () {
        closed += 1;
        closeOf.call(this);
      };
      const look = looks[looks.length - 1] ?? (() => undefined);
      look();
      await until(() => opened > 0);
      look();
      look();
      await until(() => closed > 0 && notedGeneration(name) > first);
      expect(opened, 'one look at a time').to.equal(1);
      await until(() => opened > 1 || (look(), false));
      await anew;
      expect([opened, closed], 'no connection is left').to.deep.equal([2, 2]);
    } finally {
      IDBDatabase.prototype.close = closeOf;
      Object.assign(window, { setInterval: setOf, setTimeout: setTimeoutOf });
      holds = false;
      await holding;
      held.close();
    }
  });

  it('looks for a disk that is well no longer than the store is open', async () => {
    const [setOf, clearOf] = [window.setInterval, window.clearInterval];
    const looking = new Map<number, () => void>();
    Object.assign(window, {
      setInterval: (look: () => void) => looking.set(looking.size + 1, look).size,
      clearInterval: (timer: number) => looking.delete(timer),
    });
    history.replaceState({ memory: name, timesInMemory: 1 }, '');
    try {
      storage = openStorage(name);
      await put(1);
      expect(looking.size).to.equal(1);
      storage.close();
      expect(looking.size).to.equal(0);
    } finally {
      Object.assign(window, { setInterval: setOf, clearInterval: clearOf });
    }
  });

  it('runs from memory where the browser lets nothing be kept, says so, and climbs no further', async () => {
    IDBFactory.prototype.open = refuse;
    storage = openStorage(name);
    await put(7);
    expect(await read()).to.equal(7);
    expect(runsFromMemory()).to.equal(true);
    expect(kinds()[0]).to.equal('store-in-memory');
    const { length } = kinds();
    await put(8);
    expect(kinds()).to.have.length(length);
  });

  it('renews no more than three times in an hour', async () => {
    const hour = Array.from({ length: 3 }, () => ({ name, atMs: Date.now() }));
    localStorage.setItem('leling:renewals', JSON.stringify(hour));
    damageFirst();
    storage = openStorage(name);
    await put(1);
    expect(notedGeneration(name)).to.equal(first);
    expect(kinds()).to.deep.equal(['store-in-memory']);
  });

  it('gives up nothing for a disk that is full, but films, which can be had again', async () => {
    const hash = '5'.repeat(64);
    const [cache, ledger] = [new MediaCache(), new MediaLedger()];
    await cache.putChunk(hash, 0, new ArrayBuffer(10));
    await ledger.change(hash, 10, { chunksDone: 1 });
    storage = openStorage(name);
    await put(1);
    let full = true;
    const { put: putOf } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      if (full && this.name === 'meta') {
        full = (args[0] as unknown) !== 2;
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return putOf.apply(this, args);
    };
    try {
      await storage.write(async (tx) => tx.put('meta', ['n'], 2), { repeatable: true });
    } finally {
      IDBObjectStore.prototype.put = putOf;
    }
    expect(await read()).to.equal(2);
    expect(kinds()).to.deep.equal(['room-made']);
    expect(notedGeneration(name)).to.equal(first);
    await ledger.remove(hash);
  });
});
