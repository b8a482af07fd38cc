import { expect } from 'chai';
import { deleteDB } from 'idb';
import type { ClientStorage } from '../../src/protocol/client/ports.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';

describe('the local store in IndexedDB', () => {
  let name: string;
  let storage: ClientStorage;

  beforeEach(async () => {
    name = `test:${Math.random()}`;
    storage = openStorage(name);
  });

  afterEach(async () => {
    storage.close();
    await deleteDB(name);
  });

  it('gives back after a restart what a write had promised', async () => {
    await storage.write(async (tx) => tx.put('outbox', ['m1'], { dish: '番茄炒蛋' }));
    storage.close();
    storage = openStorage(name);
    expect(await storage.read((tx) => tx.get('outbox', ['m1']))).to.deep.equal({ dish: '番茄炒蛋' });
  });

  it('takes out a run of keys and no key beside it', async () => {
    await storage.write(async (tx) =>
      ['m1', 'm2', 'm3', 'm4'].forEach((mid) => tx.put('outbox', [mid], mid)),
    );
    await storage.write(async (tx) => tx.deleteRange('outbox', ['m2'], ['m3']));
    expect(await storage.read((tx) => tx.list('outbox', []))).to.deep.equal(['m1', 'm4']);
  });

  it('lists what begins with a prefix and nothing of its neighbours, in the order of the keys', async () => {
    await storage.write(async (tx) => {
      tx.put('base', ['centre:a', 'menu', 'z'], 'z');
      tx.put('base', ['centre:a', 'menu', 'b'], 'b');
      tx.put('base', ['centre:a', 'menuPlan', 'p'], 'p');
      tx.put('base', ['centre:ab', 'menu', 'x'], 'x');
      tx.put('base', ['centre:a', 'menu', '汤'], '汤');
      tx.put('base', ['centre:a', 7, 'n'], 'n');
    });
    expect(await storage.read((tx) => tx.list('base', ['centre:a', 'menu']))).to.deep.equal(['b', 'z', '汤']);
    expect(await storage.read((tx) => tx.list('base', ['centre:a']))).to.have.length(5);
    expect(await storage.read((tx) => tx.list('base', []))).to.have.length(6);
  });

  it('lists of a prefix only what lies in a range of the next part: a day of many', async () => {
    await storage.write(async (tx) => {
      for (const day of ['27', '28', '29'])
        tx.put('base', ['people:a', 0, 'attendance', `2026-11-${day}/tai/m1`], day);
      tx.put('base', ['people:a', 0, 'attendancf', '2026-11-28/tai/m1'], 'neighbour');
      tx.put('base', ['people:a', 1, 'attendance', '2026-11-28/tai/m1'], 'next generation');
    });
    const range = { from: '2026-11-28', to: '2026-11-29' };
    const list = () => storage.read((tx) => tx.list('base', ['people:a', 0, 'attendance'], range));
    expect(await list()).to.deep.equal(['28']);
  });

  it('deletes by prefix what it would list by it', async () => {
    await storage.write(async (tx) => {
      tx.put('staged', ['centre:a', 1], 1);
      tx.put('staged', ['centre:b', 1], 2);
    });
    await storage.write(async (tx) => tx.deletePrefix('staged', ['centre:a']));
    expect(await storage.read((tx) => tx.list('staged', []))).to.deep.equal([2]);
    await storage.write(async (tx) => tx.deletePrefix('staged', []));
    expect(await storage.read((tx) => tx.list('staged', []))).to.deep.equal([]);
  });

  it('changes nothing when the work fails half way', async () => {
    const failed = await storage
      .write(async (tx) => {
        tx.put('outbox', ['m1'], 1);
        tx.put('meta', ['client'], { nextSeq: 2 });
        throw new Error('refused');
      })
      .catch((error: unknown) => String(error));
    expect(failed).to.contain('refused');
    expect(await storage.read((tx) => tx.get('outbox', ['m1']))).to.equal(undefined);
    expect(await storage.read((tx) => tx.get('meta', ['client']))).to.equal(undefined);
  });

  it('changes nothing when the engine refuses one of the values', async () => {
    const failed = await storage
      .write(async (tx) => {
        tx.put('outbox', ['m1'], 1);
        tx.put('outbox', ['m2'], () => 'a function cannot be stored');
      })
      .then(
        () => 'kept',
        () => 'failed',
      );
    expect(failed).to.equal('failed');
    expect(await storage.read((tx) => tx.list('outbox', []))).to.deep.equal([]);
  });

  it('reads within a write what that write has put', async () => {
    const seen = await storage.write(async (tx) => {
      tx.put('meta', ['client'], 1);
      tx.put('meta', ['client'], Number(await tx.get('meta', ['client'])) + 1);
      return tx.get('meta', ['client']);
    });
    expect(seen).to.equal(2);
  });

  it('lets writes of two tabs wait for one another, so that none is lost', async () => {
    const other = openStorage(name);
    const countUp = (tab: ClientStorage): Promise<void> =>
      tab.write(async (tx) => tx.put('meta', ['n'], Number((await tx.get('meta', ['n'])) ?? 0) + 1));
    await Promise.all(Array.from({ length: 20 }, (_, i) => countUp(i % 2 === 0 ? storage : other)));
    expect(await storage.read((tx) => tx.get('meta', ['n']))).to.equal(20);
    other.close();
  });

  it('asks the engine to flush each write, and only relaxes what it is told to', async () => {
    const asked: (string | undefined)[] = [];
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return original.call(this, names, mode, options);
    };
    try {
      await storage.write(async (tx) => tx.put('outbox', ['m1'], 1));
      await storage.write(async (tx) => tx.put('base', ['b'], 1), { durability: 'relaxed' });
    } finally {
      IDBDatabase.prototype.transaction = original;
    }
    expect(asked).to.deep.equal(['strict', 'relaxed']);
  });
});
