import { expect } from 'chai';
import { chooseDevice, rememberDevice } from '../../src/app/remembered-devices.ts';
import { leaveNothingGranted } from '../../src/app/sign-out.ts';
import { id } from '../../src/kernel/ids.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';
import { folderName } from '../../src/store/journal/places.ts';
import { OpfsJournal } from '../../src/store/journal/opfs-journal.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { letGo, nobodyIsLate } from '../support/journal-files.ts';
import { consoleConfig } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';

const claim: Omit<WireMutation, 'mid'> = {
  seq: 1,
  prev: null,
  name: 'checkin.claim',
  v: 1,
  args: {},
  deviceTime: 1,
  timeQuality: 'carried',
  age: null,
};

describe('Signing out', () => {
  const name = 'leling:console-1:account-leader';

  beforeEach(async () => {
    localStorage.clear();
    rememberDevice({
      id: 'console-1',
      kind: 'console',
      config: consoleConfig,
      actor: staff('leader'),
      actorKey: 'account-leader',
      utcOffsetMinutes: 480,
      lastUsedMs: 1,
    });
    const storage = openStorage(name);
    await storage.write(async (tx) => {
      tx.put('base', ['people:sample', 'member', 'm1'], { name: '王桂兰' });
      tx.put('overlay', ['people:sample', 'member', 'm1'], { name: '王桂兰' });
      tx.put('staged', ['people:sample', 'member', 'm2'], { name: '李强' });
      tx.put('meta', ['bucket', 'people:sample'], { cursor: 'far' });
      tx.put('meta', ['client'], { nextSeq: 7 });
      tx.put('outbox', ['m-1'], { mut: 'unsent' });
      tx.put('kept', ['m-0'], { mut: 'not yet safe' });
    });
    storage.close();
  });

  it('leaves no name behind, and nothing unsent behind', async () => {
    await leaveNothingGranted('console-1');
    const storage = openStorage(name);
    const left = await storage.read(async (tx) => ({
      rows: [
        ...(await tx.list('base', [])),
        ...(await tx.list('overlay', [])),
        ...(await tx.list('staged', [])),
      ],
      cursor: await tx.get('meta', ['bucket', 'people:sample']),
      chain: await tx.get('meta', ['client']),
      outbox: await tx.list('outbox', []),
      kept: await tx.list('kept', []),
    }));
    storage.close();
    expect(left).to.deep.equal({
      rows: [],
      cursor: undefined,
      chain: { nextSeq: 7 },
      outbox: [{ mut: 'unsent' }],
      kept: [{ mut: 'not yet safe' }],
    });
  });

  it('leaves no name on the disk either in a tab whose page came down to memory', async () => {
    history.replaceState({ memory: name, timesInMemory: 1 }, '');
    try {
      await leaveNothingGranted('console-1');
    } finally {
      history.replaceState(null, '');
    }
    const storage = openStorage(name);
    expect(await storage.read((tx) => tx.list('base', []))).to.deep.equal([]);
    storage.close();
  });

  it('leaves no word of what they made and the hub has safe, though a page that knew of it has gone', async () => {
    const made = (mid: string, member: string) => ({ ...claim, mid: id<'Mid'>(mid), args: { member } });
    const journal = await OpfsJournal.open(name);
    await journal.append([
      made('m-1', '王桂兰'),
      made('m-2', '李强'),
      made('m-3', '赵敏'),
      made('m-4', '钱伟'),
    ]);
    await journal.forget(['m-1']);
    journal.close();
    await letGo(name);
    const storage = openStorage(name);
    await storage.write(async (tx) => tx.put('meta', ['forgetting'], ['m-2']));
    storage.close();
    const hurryAgain = nobodyIsLate();
    await leaveNothingGranted('console-1').finally(hurryAgain);
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(folderName(name));
    let left = '';
    for await (const file of folder.keys())
      left += await (await (await folder.getFileHandle(file)).getFile()).text();
    expect(left).to.contain('赵敏').and.to.contain('钱伟');
    expect(left).to.not.contain('王桂兰').and.to.not.contain('李强');
  });

  it('opens the console as nobody’s the next time, also without the hub', async () => {
    await leaveNothingGranted('console-1');
    const device = chooseDevice('console', null);
    expect(device?.actorKey).to.equal('device');
    expect(device?.actor.type).to.equal('device');
  });

  it('leaves the person also where their store does not open', async () => {
    localStorage.setItem(`leling:noted:${name}`, 'alone');
    const { open } = IDBFactory.prototype;
    const setTimer = window.setTimeout;
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0): number => setTimer(run, ms / 100),
    });
    IDBFactory.prototype.open = () => {
      throw new DOMException('a damaged file', 'UnknownError');
    };
    try {
      await leaveNothingGranted('console-1');
      expect(chooseDevice('console', null)?.actor.type).to.equal('device');
      expect(localStorage.getItem(`leling:noted:${name}`), 'their rows are still there').to.equal('alone');
    } finally {
      IDBFactory.prototype.open = open;
      Object.assign(window, { setTimeout: setTimer });
    }
  });
});
