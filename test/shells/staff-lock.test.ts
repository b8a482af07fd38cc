import { expect } from 'chai';
import { rememberDevice } from '../../src/app/remembered-devices.ts';
import { id } from '../../src/kernel/ids.ts';
import { isLocked, lockAfter, setLockAfter } from '../../src/shells/staff/lock/device-lock.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import { PersonKeys } from '../../src/store/sealed/person-key.ts';
import { expectAccessible } from '../support/axe.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { button, consoleConfig, deepAll, mount, unmountAll } from '../support/mount.ts';
import { staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

const PIN = '402917';
const share = 'A'.repeat(43);
const owner = (accountId: string, name: string) =>
  ({ deviceId: 'console-1', centreId: 'sample', accountId, name, role: 'canteen' }) as const;

/** On a kitchen's tablet that stays open whoever passes by acts in the cook's name; one that locks and forgets costs her the menu. */
describe('A console that locks', () => {
  let store: FakeStore;
  let shell: LlStaffShell;
  const realFetch = window.fetch;

  /** The hub does not answer: all of this holds without it. */
  beforeEach(async () => {
    localStorage.clear();
    window.fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    const keys = new PersonKeys();
    await keys.byHub(owner('account-canteen', '李师傅'), share, PIN);
    await keys.byHub(owner('account-leader', '张老师'), share, '918273');
    const actor = staff('canteen', '李师傅');
    rememberDevice({
      id: 'console-1',
      kind: 'console',
      config: consoleConfig,
      actor,
      actorKey: 'account-canteen',
      utcOffsetMinutes: 480,
      lastUsedMs: 0,
    });
    location.hash = '';
    store = staffStore(actor, at(11, 2));
    shell = await mount(new LlStaffShell(), { store });
    await until(() => deepAll(shell, 'button.switch').length > 0);
  });
  afterEach(() => {
    window.fetch = realFetch;
    for (const dialog of document.querySelectorAll('body > dialog')) dialog.remove();
    unmountAll();
  });

  const cover = () => document.querySelector('body > dialog ll-unlock-page');
  const shown = async (): Promise<Element> => {
    const page = await until(() => cover() ?? false);
    await until(() => deepAll(page, 'h1').length > 0);
    return page;
  };
  const typed = async (page: Element, pin: string): Promise<void> => {
    for (const digit of pin) button(page, digit).click();
    await until(() => !button(page, '打开').disabled);
    button(page, '打开').click();
  };

  it('keeps the page and what is written in it, and gives it back for the PIN alone', async () => {
    const field = document.createElement('input');
    shell.renderRoot.querySelector('main')?.append(field);
    field.value = '红烧肉';
    button(shell, /换人/).click();
    const page = await shown();
    expect(isLocked('console-1'), 'a page loaded anew asks too').to.equal(true);
    await expectAccessible(page);
    button(page, '李师傅').click();
    await until(() => deepAll(page, 'input').length > 0);
    await typed(page, '111111');
    await until(() => deepAll(page, '.problem').length > 0);
    expect(cover()).not.to.equal(null);
    await typed(page, PIN);
    await until(() => cover() === null);
    expect(isLocked('console-1')).to.equal(false);
    expect(field.isConnected && field.value).to.equal('红烧肉');
  });

  it('says over the lock that somebody calls for help', async () => {
    button(shell, /换人/).click();
    const page = await shown();
    store.put('staff', 'helpCall', 'call-1', {
      id: id<'Mid'>('call-1'),
      deviceId: id('lobby-kiosk'),
      place: '浴室门口',
      raisedAtMs: at(11, 1),
      ageUnknown: false,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    });
    await until(() =>
      deepAll(page, '[role="alert"]').some((one) => one.textContent?.includes('浴室门口有人求助')),
    );
  });

  it('offers names as large as wet fingers want them', async () => {
    button(shell, /换人/).click();
    const page = await shown();
    const names = deepAll(page, 'button').filter((one) => /李师傅|张老师/.test(one.textContent ?? ''));
    expect(names).to.have.length(2);
    // Twelve millimetres, as telephones and tablets make them.
    for (const name of names) expect(name.offsetHeight).to.be.at.least(76);
  });

  it('locks by itself where several share it, and never where nobody could open it', () => {
    expect(lockAfter('console-2', 0)).to.equal(null);
    expect(lockAfter('console-2', 1)).to.equal(null);
    expect(lockAfter('console-2', 2)).to.equal(5);
    setLockAfter('console-2', null);
    expect(lockAfter('console-2', 2)).to.equal(null);
    setLockAfter('console-2', 15);
    expect(lockAfter('console-2', 1)).to.equal(15);
    expect(lockAfter('console-2', 0), 'not even when it was asked for').to.equal(null);
  });
});
