import { expect } from 'chai';
import { chooseDevice, rememberDevice } from '../../src/app/remembered-devices.ts';
import { leaveNothingGranted } from '../../src/app/sign-out.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { consoleConfig } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';

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
    const storage = await openStorage(name);
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
    const storage = await openStorage(name);
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

  it('opens the console as nobody’s the next time, also without the hub', async () => {
    await leaveNothingGranted('console-1');
    const device = chooseDevice('console', null);
    expect(device?.actorKey).to.equal('device');
    expect(device?.actor.type).to.equal('device');
  });
});
