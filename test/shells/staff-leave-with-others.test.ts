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
  const told = (): boolean => window.dispatchEvent(new StorageEvent('storage'));

  it('leaves the names on both pages when somebody signs out on one', async () => {
    await leaveNothingGranted('console-1');
    told();
    expect(left).to.equal(1);
  });

  it('stays as it is at anything else that is written down, and once it is gone', async () => {
    localStorage.setItem('leling:unsent', '[]');
    told();
    expect(left).to.equal(0);
    stop();
    await leaveNothingGranted('console-1');
    told();
    expect(left).to.equal(0);
  });
});
