import { expect } from 'chai';
import { rememberDevice } from '../../src/app/remembered-devices.ts';
import { leaveNothingGranted } from '../../src/app/sign-out.ts';
import { leaveWithOthers } from '../../src/shells/staff/sign-in-and-out.ts';
import { consoleConfig } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';

describe('A console open twice in one browser', () => {
  const actor = staff('leader');
  let left = 0;
  let stop: () => void;

  beforeEach(() => {
    localStorage.clear();
    const known = { id: 'console-1', kind: 'console', config: consoleConfig, actor } as const;
    rememberDevice({ ...known, actorKey: 'account-leader', utcOffsetMinutes: 480, lastUsedMs: 1 });
    left = 0;
    stop = leaveWithOthers({ actor }, () => (left += 1));
  });
  afterEach(() => stop());

  /** A browser tells the pages besides the one that has written. */
  const told = (key: string): boolean =>
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key) }));

  it('leaves the names on both pages when somebody signs out on one', async () => {
    await leaveNothingGranted('console-1');
    told('leling:left');
    expect(left).to.equal(1);
  });

  it('stays with its work where another page opened as nobody’s: a session ended, and nobody signed out', () => {
    const { deviceId, centreId } = actor;
    rememberDevice({
      id: 'console-1',
      kind: 'console',
      config: consoleConfig,
      actor: { type: 'device', deviceId, deviceKind: 'console', centreId },
      actorKey: 'device',
      utcOffsetMinutes: 480,
      lastUsedMs: 2,
    });
    told('leling:devices');
    expect(left).to.equal(0);
  });

  it('stays as it is at anything else that is written down, and once it is gone', async () => {
    localStorage.setItem('leling:unsent', '[]');
    told('leling:unsent');
    expect(left).to.equal(0);
    stop();
    await leaveNothingGranted('console-1');
    told('leling:left');
    expect(left).to.equal(0);
  });
});
