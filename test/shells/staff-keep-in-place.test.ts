import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../support/mount.ts';
import { staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

describe('The console under a finger', () => {
  let store: FakeStore;
  let shell: LlStaffShell;
  const now = performance.now.bind(performance);

  const drawn = (): Promise<void> =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  const top = (): number => button(shell, '五花肉烩苋菜：卖完').getBoundingClientRect().top;

  beforeEach(async () => {
    location.hash = '';
    store = staffStore(staff('canteen'));
    shell = await mount(new LlStaffShell(), { store });
    await drawn();
    // The page has been open for a while.
    performance.now = () => now() + 60_000;
  });
  afterEach(() => {
    performance.now = now;
    unmountAll();
    window.scrollTo(0, 0);
  });

  it('keeps every button where it is when a call for help arrives and when it is over', async () => {
    const before = top();
    store.put('staff', 'helpCall', 'a', {
      id: id<'Mid'>('a'),
      deviceId: id('lobby-kiosk'),
      place: '一楼大厅',
      raisedAtMs: at(11, 1),
      ageUnknown: false,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    });
    await settled(shell);
    await drawn();
    expect(top()).to.be.closeTo(before, 1);
    const call = deepAll(shell, '.calls')[0]?.getBoundingClientRect();
    expect(call?.top, 'the call is in sight').to.be.within(0, 40);
    button(shell, '一楼大厅：已解决').click();
    await settled(shell);
    await drawn();
    expect(top()).to.be.closeTo(before, 1);
  });

  it('shows whoever raises an emergency where it stands, however far down they were', async () => {
    location.hash = '#more';
    const notices = await until(() => deepAll(shell, 'll-staff-notices')[0]);
    await settled(shell);
    document.body.style.paddingBottom = '200vh';
    notices.scrollIntoView();
    expect(window.scrollY).to.be.above(0);
    button(notices, '紧急通知').click();
    await settled(shell);
    const sheet = await until(() => deepAll(notices, 'll-staff-alarm-sheet')[0]);
    const title = deepAll(sheet, '#title')[0];
    if (!(title instanceof HTMLInputElement)) throw new Error('there is no field');
    title.value = '请马上离开餐厅';
    title.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(shell);
    for (const name of ['下一步', '马上显示']) {
      button(sheet, name).dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, detail: 0 }),
      );
      await settled(shell);
    }
    const raised = await until(() =>
      deepAll(shell, 'll-staff-alarms')[0]?.shadowRoot?.querySelector('section'),
    );
    await drawn();
    expect(raised?.getBoundingClientRect().top, 'it is in sight').to.be.within(0, 200);
    document.body.style.paddingBottom = '';
  });
});
