import { expect } from 'chai';
import { healedLately } from '../../src/store/healed.ts';
import { runsFromMemory } from '../../src/store/in-memory.ts';
import { KeyFiles } from '../../src/store/sealed/key-places.ts';
import { forgetPersonal } from '../../src/store/sealed/forget-personal.ts';
import { holdsPlain } from '../../src/store/sealed/holds-plain.ts';
import { sealedStores } from '../../src/store/sealed/personal.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';

/** Whoever signs out, or is signed off, in such a tab must leave no name on the disk. */
describe('what looks after the disk, in a tab whose page came down to memory,', () => {
  const openOf = IDBFactory.prototype.open;
  const [setIntervalOf, setTimeoutOf] = [window.setInterval, window.setTimeout];
  let name: string;
  let looks = 0;

  beforeEach(async () => {
    for (const key of ['leling:healed', 'leling:renewals', 'leling:retired']) localStorage.removeItem(key);
    name = `leling:console-${Math.random()}:account-leader`;
    const storage = openStorage(name);
    await storage.write(async (tx) => {
      tx.put('base', ['people:sample', 1, 'member', 'm1'], { id: 'm1', data: { name: '王桂兰' } });
      tx.put('base', ['~base', 'people:sample', 'member'], 'what nobody reads without its key');
      tx.put('meta', ['bucket', 'people:sample'], { bucket: 'people:sample', gen: 1, cursor: null });
    });
    storage.close();
    history.replaceState({ memory: name, timesInMemory: 2 }, '');
    looks = 0;
    Object.assign(window, { setInterval: () => (looks += 1) });
  });
  afterEach(() => {
    history.replaceState(null, '');
    IDBFactory.prototype.open = openOf;
    Object.assign(window, { setInterval: setIntervalOf, setTimeout: setTimeoutOf });
  });

  const deviceId = (): string => name.split(':')[1] ?? '';
  const sealedOnDisk = async (): Promise<readonly unknown[]> => {
    history.replaceState(null, '');
    const storage = openStorage(name);
    const rows = await storage.read(async (tx) =>
      (await Promise.all(sealedStores.map((prefix) => tx.list('base', prefix)))).flat(),
    );
    storage.close();
    return rows;
  };

  it('finds the names that an older build left there', async () => {
    expect(await holdsPlain(name)).to.equal(true);
    expect(looks, 'looks for a disk that is well are left to the page').to.equal(0);
    expect(history.state).to.deep.equal({ memory: name, timesInMemory: 2 });
  });

  it('lets go of what is sealed there on a console that was signed off', async () => {
    await new KeyFiles().write(name, 'a key');
    await forgetPersonal(deviceId());
    expect(await sealedOnDisk()).to.deep.equal([]);
  });

  it('lets go of the others too where one store does not open, and says that one is left', async () => {
    const shut = `${name}-another`;
    await new KeyFiles().write(shut, 'a key');
    await new KeyFiles().write(name, 'a key');
    // How long a store is waited for is over at once where it is the shut one; the others have the time they need.
    let isOver = (): void => undefined;
    IDBFactory.prototype.open = function (database, ...version) {
      if (!database.startsWith(shut)) return openOf.call(this, database, ...version);
      setTimeoutOf(isOver);
      throw new DOMException('a damaged file', 'UnknownError');
    };
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0): number => {
        if (ms === 10_000) isOver = run;
        return setTimeoutOf(run, ms);
      },
    });
    const left = await forgetPersonal(deviceId()).then(() => null, String);
    expect(left).to.contain('a damaged file');
    Object.assign(window, { setTimeout: setTimeoutOf });
    expect(await sealedOnDisk()).to.deep.equal([]);
  });

  it('says that it could not where the disk is gone, and writes nothing into thin air', async () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0): number => setTimeoutOf(run, ms / 20),
    });
    const storage = openStorage(name, { diskOnly: true });
    const wiped = await storage
      .write(async (tx) => tx.deletePrefix('base', []))
      .then(
        () => true,
        () => false,
      );
    storage.close();
    expect(wiped).to.equal(false);
    expect(runsFromMemory()).to.equal(false);
    expect(healedLately().map(({ kind }) => kind)).not.to.include('store-in-memory');
  });
});
