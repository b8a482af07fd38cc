import { expect } from 'chai';
import { MediaLedger } from '../../src/store/media/media-ledger.ts';
import { NewerDatabase } from '../../src/store/storage/newer-database.ts';
import { openDatabase, type DatabaseShape } from '../../src/store/storage/open-database.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';

/** The local store as the first release made it. */
const first: DatabaseShape = {
  stores: ['meta', 'outbox', 'kept', 'base', 'overlay', 'staged'],
  steps: [(database) => first.stores.forEach((store) => database.createObjectStore(store))],
};

/** A build of some later day: a store more, and what lies in the outbox carried over into a new form. */
const later: DatabaseShape = {
  stores: [...first.stores, 'places'],
  steps: [
    ...first.steps,
    (database, tx) => {
      database.createObjectStore('places');
      const outbox = tx.objectStore('outbox');
      outbox.openCursor().onsuccess = ({ target }) => {
        if (!(target instanceof IDBRequest)) return;
        const cursor: IDBCursorWithValue | null = target.result;
        if (cursor === null) return;
        cursor.update({ ...cursor.value, form: 2 });
        cursor.continue();
      };
    },
  ],
};

/** And one that leaves the outbox in a form that no older build may write in. */
const apart: DatabaseShape = {
  stores: first.stores.map((store) => (store === 'outbox' ? 'outbox2' : store)),
  steps: [
    ...first.steps,
    (database) => {
      database.deleteObjectStore('outbox');
      database.createObjectStore('outbox2');
    },
  ],
};

describe('the local store over builds', () => {
  let name: string;
  const open: IDBDatabase[] = [];

  beforeEach(() => {
    name = `test:${Math.random()}`;
  });

  afterEach(async () => {
    for (const database of open.splice(0)) database.close();
    await gone(name);
  });

  const by = async (shape: DatabaseShape, patienceMs = 60_000): Promise<IDBDatabase> => {
    const database = await openDatabase(indexedDB, name, shape, patienceMs);
    open.push(database);
    return database;
  };
  const bySomeoneWithUnsent = async (): Promise<void> => {
    const database = await by(first);
    const tx = database.transaction('outbox', 'readwrite');
    tx.objectStore('outbox').put({ dish: '番茄炒蛋' }, ['m1']);
    await new Promise((resolve) => (tx.oncomplete = resolve));
    database.close();
  };
  const unsentIn = (database: IDBDatabase): Promise<unknown> =>
    new Promise((resolve) => {
      const request = database.transaction('outbox').objectStore('outbox').get(['m1']);
      request.onsuccess = () => resolve(request.result);
    });

  it('is brought up from the first release with what lies in it', async () => {
    await bySomeoneWithUnsent();
    const database = await by(later);
    expect(database.version).to.equal(2);
    expect([...database.objectStoreNames]).to.include('places');
    expect(await unsentIn(database)).to.deep.equal({ dish: '番茄炒蛋', form: 2 });
  });

  it('is left whole as it was by a step that fails, and opens with the build before', async () => {
    await bySomeoneWithUnsent();
    const broken: DatabaseShape = {
      stores: first.stores,
      steps: [
        ...first.steps,
        (database) => {
          database.deleteObjectStore('outbox');
          database.createObjectStore('meta');
        },
      ],
    };
    await fails(by(broken));
    expect(await unsentIn(await by(first))).to.deep.equal({ dish: '番茄炒蛋' });
  });

  it('of a newer build opens with one that was put back, which goes on in it', async () => {
    await bySomeoneWithUnsent();
    (await by(later)).close();
    const database = await by(first);
    expect(database.version).to.equal(2);
    expect(await unsentIn(database)).to.deep.equal({ dish: '番茄炒蛋', form: 2 });
  });

  it('of a newer build in another form is told of, and nothing in it touched', async () => {
    await bySomeoneWithUnsent();
    (await by(apart)).close();
    expect(await fails(by(first))).to.be.instanceOf(NewerDatabase);
    expect([...(await by(apart)).objectStoreNames]).to.include('outbox2');
  });

  it('waits for a tab that does not let go, with an end to its patience, and opens once it has', async () => {
    const holds = await by(first);
    expect(await fails(by(later, 200)))
      .to.be.instanceOf(Error)
      .and.not.instanceOf(NewerDatabase);
    const waits = by(later);
    holds.close();
    expect((await waits).version).to.equal(2);
  });
});

describe('a page of the build before', () => {
  let name: string;

  beforeEach(() => {
    name = `test:${Math.random()}`;
  });

  afterEach(() => gone(name));

  it('lets a newer one change its store, hears that it is outgrown, and goes on till it starts anew', async () => {
    let outgrown = 0;
    const inTheWay: unknown[] = [];
    const storage = openStorage(name, {
      failed: (error) => inTheWay.push(error),
      outgrown: () => (outgrown += 1),
      shape: first,
    });
    await storage.write(async (tx) => tx.put('outbox', ['m1'], { dish: '番茄炒蛋' }));
    const newer = openStorage(name, { shape: later });
    expect(await newer.read((tx) => tx.get('outbox', ['m1']))).to.deep.equal({ dish: '番茄炒蛋', form: 2 });
    expect(outgrown).to.equal(1);
    await storage.write(async (tx) => tx.put('outbox', ['m2'], { dish: '清蒸鲈鱼' }));
    expect(await newer.read((tx) => tx.get('outbox', ['m2']))).to.deep.equal({ dish: '清蒸鲈鱼' });
    expect(inTheWay).to.deep.equal([]);
    storage.close();
    newer.close();
  });

  it('gives its list of media up to a newer one as well, and reads on in it', async () => {
    const ledger = new MediaLedger(name);
    await ledger.change('hash', 10, { ready: true });
    const shape: DatabaseShape = {
      stores: ['files', 'photos'],
      steps: [
        (database) => database.createObjectStore('files'),
        (database) => database.createObjectStore('photos'),
      ],
    };
    const newer = new MediaLedger(name, shape);
    expect((await newer.get('hash'))?.ready).to.equal(true);
    expect((await ledger.get('hash'))?.sizeBytes).to.equal(10);
    await ledger.close();
    await newer.close();
  });
});

const fails = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail('it opened'),
    (error: unknown) => error,
  );

/** Wherever it lies: by itself, or in the bucket. */
async function gone(name: string): Promise<void> {
  const bucket = await navigator.storageBuckets?.open('leling', { durability: 'strict', persisted: true });
  for (const factory of [indexedDB, ...(bucket === undefined ? [] : [bucket.indexedDB])])
    await new Promise<void>((resolve) => {
      const request = factory.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    });
}
