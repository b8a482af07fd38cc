import { expect } from 'chai';
import type { Journal } from '../../src/protocol/client/ports.ts';
import { listUnsent, type Entry } from '../../src/protocol/client/records.ts';
import { keepCanary, noteStore, wipedSince } from '../../src/store/canary.ts';
import { untilHoldsAll } from '../../src/store/journal/holds-all.ts';
import { folderName } from '../../src/store/journal/places.ts';
import { healedLately } from '../../src/store/healed.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { FakeStore } from '../support/fake-store.ts';
import { makeUnsent } from '../support/unsent.ts';
import { until } from '../support/until.ts';

const files = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

describe('the note of what has been on this device', () => {
  let name: string;
  let rewritten: () => Promise<void>;

  beforeEach(async () => {
    localStorage.removeItem('leling:healed');
    rewritten = () => Promise.resolve();
    name = `leling:test:${Math.random()}`;
    await (await files()).getDirectoryHandle(folderName(name), { create: true });
  });
  afterEach(() => localStorage.clear());

  const told = (): readonly string[] => healedLately().map(({ kind }) => kind);
  const loseFiles = async (): Promise<void> => {
    for (const one of ['leling_canary', folderName(name)])
      await (await files()).removeEntry(one, { recursive: true });
  };
  /** A start of a page whose store was found so; the hub tells its rows sooner or later. */
  async function start(found: 'empty' | 'loaded'): Promise<void> {
    const store = new FakeStore();
    store.setStatus({ loaded: found === 'loaded' });
    keepCanary(name, { wasEmpty: found === 'empty', store, ready: Promise.resolve(), rewritten });
    await wipedSince(name, true);
    if (found === 'empty') expect(told(), 'nothing has come back yet').to.deep.equal([]);
    store.setStatus({ loaded: true });
    await until(() => localStorage.getItem(`leling:noted:${name}`) !== null);
  }

  it('tells a wiped store from a first run', async () => {
    expect(await wipedSince(name, true), 'a first run').to.deep.equal({ rows: false, journal: false });
    await noteStore(name);
    expect(await wipedSince(name, false), 'a cold start').to.deep.equal({ rows: false, journal: false });
    expect(await wipedSince(name, true), 'the rows are gone').to.deep.equal({ rows: true, journal: false });
  });

  it('says of a wiped store that it is back once it is, and not before', async () => {
    await noteStore(name);
    await start('empty');
    await until(() => told().length > 0);
    expect(told()).to.deep.equal(['store-emptied']);
  });

  it('says what nobody can know where the store and the second copy of what was unsent are both gone', async () => {
    await noteStore(name);
    await loseFiles();
    await start('empty');
    await until(() => told().length > 0);
    expect(told()).to.deep.equal(['all-emptied']);
  });

  it('says that the second copy was made anew where it alone was gone', async () => {
    await noteStore(name);
    await loseFiles();
    await start('loaded');
    await until(() => told().length > 0);
    expect(told()).to.deep.equal(['journal-emptied']);
  });

  it('does not say so while the second copy cannot be written, as on a full disk', async () => {
    await noteStore(name);
    await loseFiles();
    const storage = openStorage(name);
    const mid = await storage.write(makeUnsent);
    const written: Entry['mut'][] = [];
    const journal: Journal = {
      append: async () => undefined,
      readAll: async () => written,
      forget: async () => undefined,
    };
    let looked = 0;
    rewritten = () => {
      looked += 1;
      return untilHoldsAll(storage, journal, 10);
    };
    const store = new FakeStore();
    keepCanary(name, { wasEmpty: false, store, ready: Promise.resolve(), rewritten });
    await until(() => looked > 0 || told().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told()).to.deep.equal([]);
    const [entry] = await storage.read(listUnsent);
    expect(entry?.mut.mid).to.equal(mid);
    if (entry !== undefined) written.push(entry.mut);
    await until(() => told().length > 0);
    expect(told()).to.deep.equal(['journal-emptied']);
    storage.close();
  });

  it('takes files that cannot be read for no loss, and keeps what was known of them', async () => {
    await noteStore(name);
    const { getFileHandle } = FileSystemDirectoryHandle.prototype;
    FileSystemDirectoryHandle.prototype.getFileHandle = async () => {
      throw new DOMException('The requested file could not be read', 'NotReadableError');
    };
    try {
      for (const isEmpty of [true, false])
        expect(await wipedSince(name, isEmpty)).to.deep.equal({ rows: false, journal: false });
      await noteStore(name);
    } finally {
      FileSystemDirectoryHandle.prototype.getFileHandle = getFileHandle;
    }
    // They were only away: what is lost later is still found out.
    await loseFiles();
    expect(await wipedSince(name, true)).to.deep.equal({ rows: true, journal: true });
  });

  it('says nothing of a first run', async () => {
    await start('empty');
    expect(told()).to.deep.equal([]);
  });
});
