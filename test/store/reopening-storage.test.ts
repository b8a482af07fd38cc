import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import { kioskNouns } from '../../src/shells/kiosk/kiosk-nouns.ts';
import { openClient, type Client } from '../../src/protocol/client/open-client.ts';
import { Making } from '../../src/protocol/client/making.ts';
import type { Journal, Transport } from '../../src/protocol/client/ports.ts';
import { listUnsent } from '../../src/protocol/client/records.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';
import { deviceClock, deviceRandom, deviceTimers } from '../../src/store/device-ports.ts';
import { storeNames } from '../../src/store/storage/indexed-db-storage.ts';
import { openDatabase } from '../../src/store/storage/open-database.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import type { ReopeningStorage } from '../../src/store/storage/reopening-storage.ts';
import { until } from '../support/until.ts';

/** The databases on which transactions are begun, the newest last; what the browser closes under the page. */
const databases: IDBDatabase[] = [];
const transaction = IDBDatabase.prototype.transaction;

/** As the browser closes one: without asking, and with a word to the page only afterwards, or never. */
function closeUnderThePage(says: 'close' | 'nothing'): void {
  const database = databases[databases.length - 1];
  database?.close();
  if (says === 'close') database?.dispatchEvent(new Event('close'));
}

const setTimer = window.setTimeout;

/**
 * Plays these waits a hundred times faster; all others stay as long as they are. Only a wait for what never comes may be
 * played short: what does come has the time that a busy machine needs.
 */
function hurry(...waits: readonly number[]): void {
  const hurried = (run: () => void, ms = 0): number => setTimer(run, waits.includes(ms) ? ms / 100 : ms);
  Object.assign(window, { setTimeout: hurried });
}
const hurryNoMore = (): void => void Object.assign(window, { setTimeout: setTimer });

/** How long work waits for the store to be open; for an open one to answer at first; for a database to open at first. */
const [PATIENCE_MS, FIRST_SILENCE_MS, OPENING_MS] = [10_000, 20_000, 6000];

/** A slow disk: it says neither yes nor no. */
const silent: PropertyDescriptor = { value: () => ({}), configurable: true, writable: true };

/** Where the store keeps its databases. */
async function factory(): Promise<IDBFactory> {
  const bucket = await navigator.storageBuckets?.open('leling', { durability: 'strict', persisted: true });
  return bucket?.indexedDB ?? indexedDB;
}

describe('a store that the browser closes under a running page', () => {
  let name: string;
  let storage: ReopeningStorage;

  beforeEach(() => {
    IDBDatabase.prototype.transaction = function (...args) {
      if (databases[databases.length - 1] !== this) databases.push(this);
      return transaction.apply(this, args);
    };
    name = `test:${Math.random()}`;
    storage = openStorage(name);
  });

  afterEach(() => {
    storage.close();
    IDBDatabase.prototype.transaction = transaction;
  });

  const put = (value: number): Promise<void> => storage.write(async (tx) => tx.put('meta', ['n'], value));
  const read = (): Promise<unknown> => storage.read((tx) => tx.get('meta', ['n']));

  for (const says of ['close', 'nothing'] as const) {
    it(`goes on reading and writing, told of it by ${says}`, async () => {
      let reopened = 0;
      storage.onReopened(() => (reopened += 1));
      await put(1);
      closeUnderThePage(says);
      expect(await read()).to.equal(1);
      closeUnderThePage(says);
      await put(2);
      expect(await read()).to.equal(2);
      expect(reopened).to.equal(2);
    });
  }

  it('opens again after it was deleted, and says so: what it held is gone', async () => {
    await put(1);
    const reopened = new Promise<void>((resolve) => storage.onReopened(resolve));
    (await factory()).deleteDatabase(name);
    await reopened;
    expect(await read()).to.equal(undefined);
    await put(2);
    expect(await read()).to.equal(2);
  });

  it('runs work that was cut off again only where that does no harm', async () => {
    await put(1);
    let runs = 0;
    const cutOff = (repeatable: boolean): Promise<unknown> =>
      storage
        .write(
          async (tx) => {
            runs += 1;
            await tx.get('meta', ['n']);
            tx.put('meta', ['n'], 5);
            if (runs > 1) return;
            closeUnderThePage('nothing');
            throw new DOMException('the connection is closing', 'AbortError');
          },
          { repeatable },
        )
        .catch((error: unknown) => error);
    expect(await cutOff(true)).to.equal(undefined);
    expect([runs, await read()]).to.deep.equal([2, 5]);
    await put(1);
    runs = 0;
    expect(String(await cutOff(false))).to.contain('closing');
    expect([runs, await read()]).to.deep.equal([1, 1]);
  });

  it('fails after some time while it does not open, and works again once it does', async () => {
    await put(1);
    const open = IDBFactory.prototype.open;
    hurry(PATIENCE_MS, OPENING_MS);
    Object.defineProperty(IDBFactory.prototype, 'open', silent);
    try {
      closeUnderThePage('close');
      expect(await read().catch(String)).to.contain('does not open');
      IDBFactory.prototype.open = open;
      hurryNoMore();
      await storage.opened();
      expect(await read()).to.equal(1);
    } finally {
      IDBFactory.prototype.open = open;
      hurryNoMore();
    }
  });

  describe('answers nothing', () => {
    let holding: Promise<void>;
    let letGo: () => void;
    let opened: IDBDatabase[] = [];

    afterEach(async () => {
      letGo();
      await holding;
      for (const database of opened) database.close();
      opened = [];
    });

    /** Opens a database as the store does, for the test alone. */
    async function openAlone(database: string): Promise<IDBDatabase> {
      const alone = await openDatabase(
        await factory(),
        database,
        { stores: ['meta'], steps: [(made) => storeNames.forEach((one) => made.createObjectStore(one))] },
        60_000,
      );
      opened.push(alone);
      return alone;
    }

    /** Keeps all stores of a database to itself, until it is let go; whoever waits for it waits a moment only. */
    function hold(database: IDBDatabase): void {
      const tx = transaction.call(database, [...storeNames], 'readwrite');
      let over = false;
      letGo = () => {
        over = true;
        hurryNoMore();
      };
      const spin = (): void => {
        if (!over) tx.objectStore('meta').get('nothing').onsuccess = spin;
      };
      spin();
      holding = new Promise((resolve) => (tx.oncomplete = () => resolve()));
      hurry(PATIENCE_MS, FIRST_SILENCE_MS);
    }

    /** As an engine loses a connection without a word: what is begun on it never ends. */
    async function loseConnection(): Promise<void> {
      const lost = databases[databases.length - 1];
      const other = `test:${Math.random()}`;
      hold(await openAlone(other));
      const nowhere = await openAlone(other);
      // What is opened instead answers: it is waited for as long as it takes.
      hurry(FIRST_SILENCE_MS);
      IDBDatabase.prototype.transaction = function (...args) {
        // Closed it refuses, as before.
        if (this === lost) transaction.call(this, 'meta').abort();
        return transaction.apply(this === lost ? nowhere : this, args);
      };
    }

    it('is given up, opened again and asked again', async () => {
      await put(1);
      const reopened = new Promise<void>((resolve) => storage.onReopened(resolve));
      await loseConnection();
      expect(await read()).to.equal(1);
      await reopened;
    });

    it('is said to be so while it lasts, and works again once it answers', async () => {
      await put(1);
      const other = await openAlone(name);
      hold(other);
      expect(await read().catch(String)).to.contain('does not answer');
      const reopened = new Promise<void>((resolve) => storage.onReopened(resolve));
      letGo();
      await reopened;
      expect(await read()).to.equal(1);
    });

    it('keeps nothing later of a write that has failed', async () => {
      await put(1);
      hold(await openAlone(name));
      const readAndPut = storage.write(async (tx) => {
        await tx.get('meta', ['n']);
        tx.put('meta', ['n'], 2);
      });
      expect(await readAndPut.catch(String)).to.contain('does not answer');
      letGo();
      await holding;
      expect(await read()).to.equal(1);
    });

    it('is not open before it answers: whoever starts then is told that it is being tried', async () => {
      await put(1);
      hold(await openAlone(name));
      const another = openStorage(name, { failed: (error) => said(String(error)) });
      let said: (words: string) => void = () => undefined;
      expect(await new Promise<string>((resolve) => (said = resolve))).to.contain('does not answer');
      letGo();
      await another.opened();
      expect(await another.read((tx) => tx.get('meta', ['n']))).to.equal(1);
      another.close();
    });
  });

  describe('with a kiosk on it', () => {
    let client: Client;
    const journal: WireMutation[] = [];
    const inMemory: Journal = {
      append: async (mutations) => void journal.push(...mutations),
      readAll: async () => journal,
      forget: async () => undefined,
    };
    let granted: Promise<void>;
    /** A hub that says what the kiosk may hold, and then does not answer any more. */
    function hub(): Transport {
      const away = { ok: false, error: { type: 'away' } } as const;
      let pulled = (): void => undefined;
      granted = new Promise((resolve) => (pulled = resolve));
      return {
        push: async ({ clientId, muts }) => {
          if (muts.length > 0) return away;
          const place = { clientId, epoch: 'e', last: 0, lastMid: null, safe: 0 };
          const may = { grants: ['device:kiosk'], grantHash: 'g', hubNow: Date.now() };
          return { ok: true, value: { ...place, ...may, type: 'done', results: [] } };
        },
        pull: async () => {
          pulled();
          return away;
        },
        report: async () => away,
      };
    }

    beforeEach(async () => {
      journal.length = 0;
      client = await openClient({
        Making,
        storage,
        journal: inMemory,
        transport: hub(),
        clock: deviceClock,
        timers: deviceTimers,
        random: deviceRandom,
        actor: { type: 'device', deviceId: id('kiosk'), deviceKind: 'kiosk', centreId: id('sample') },
        nouns: kioskNouns,
        utcOffsetMinutes: 480,
        failed: () => undefined,
      });
      storage.onReopened(() => client.storeReopened());
      await client.start();
      await granted;
    });
    afterEach(() => client.stop());

    const call = (): ReturnType<Client['mutate']> => client.mutate('help.raise', { place: '大厅' });
    /** Resolves once a standing question is answered with a call in this state. */
    const shows = (state: string): Promise<void> =>
      new Promise((resolve, reject) =>
        client.watch(
          (view) => view.list('device', 'helpCall'),
          (calls) => {
            if (calls.some((one) => one.state === state)) resolve();
          },
          reject,
        ),
      );

    it('keeps what is pressed in that moment, once, and shows it to the views that stand', async () => {
      const made = await call();
      const shown = shows('withdrawn');
      await shows('waiting');
      closeUnderThePage('nothing');
      const callId = made.ok ? made.mid : null;
      expect((await client.mutate('help.withdraw', { callId: id(callId ?? '') })).ok).to.equal(true);
      await shown;
      expect(await storage.read((tx) => tx.list('outbox', []))).to.have.length(2);
      expect(new Set(journal.map(({ mid }) => mid)).size).to.equal(2);
    });

    it('says that nothing was kept while the store stays shut', async () => {
      const open = IDBFactory.prototype.open;
      hurry(PATIENCE_MS, OPENING_MS);
      Object.defineProperty(IDBFactory.prototype, 'open', silent);
      try {
        closeUnderThePage('close');
        expect(await call().catch(String)).to.contain('does not open');
        expect(journal).to.deep.equal([]);
      } finally {
        IDBFactory.prototype.open = open;
        hurryNoMore();
      }
    });

    it('brings back from its journal what an emptied store has lost', async () => {
      const made = await call();
      // From there on whatever lies in the store was brought: the call alone would make the status say that one waits.
      const emptied = new Promise<void>((resolve) =>
        storage.onReopened(() => {
          client.storeReopened();
          resolve();
        }),
      );
      (await factory()).deleteDatabase(name);
      await emptied;
      const waiting = await until(async () => {
        const entries = await storage.read(listUnsent);
        return entries.length > 0 && entries;
      });
      expect(waiting.map(({ mut }) => mut.mid)).to.deep.equal([made.ok ? made.mid : null]);
      expect(journal).to.have.length(1);
    });
  });
});
