import { expect } from 'chai';
import type { HubClient } from '../../../../src/app/hub-client.ts';
import { LlStaffAttendance } from '../../../../src/features/check-in/console/staff-attendance.ts';
import { LlStaffMemberHistory } from '../../../../src/features/check-in/console/staff-member-history.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { err, ok } from '../../../../src/kernel/result.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const figures = (month: string) => ({
  month,
  asOfMs: at(11, 2),
  people: 38,
  sessions: [
    { date: `${month}-02`, courseId: 'baduanjin', count: 31 },
    { date: `${month}-03`, courseId: 'baduanjin', count: 28 },
    { date: `${month}-03`, courseId: 'long-gone', count: 7 },
  ],
});

/** A hub that answers, or is away; what it was asked is written down. */
function hubThat(answer: (path: string) => unknown): HubClient & { readonly asked: string[] } {
  const asked: string[] = [];
  const unused = () => Promise.reject(new Error('not asked here'));
  return {
    asked,
    ask: async (path, isAnswer) => {
      asked.push(path);
      const value = answer(path);
      return isAnswer(value) ? ok(value) : err({ type: 'away', code: null, waitS: null });
    },
    signIn: unused,
    signOut: unused,
    setOwnSecret: unused,
    glassShowing: unused,
    confirmPairing: unused,
    revokeDevice: unused,
    confirmTime: unused,
    confirmLoss: unused,
  };
}

describe('How many came, on the console', () => {
  let store: FakeStore;
  const text = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  beforeEach(() => {
    store = staffStore(staff('manager'), at(11, 2));
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('says no hour of figures that come from a hub that is not sure of the time', async () => {
    const api = hubThat((path) => ({ ...figures(path.slice(-7)), asOfMs: 0 }));
    const page = await mount(new LlStaffAttendance(), { store, api });
    expect(text(page)).to.contain('66 人次').and.not.to.contain('的数');
  });

  it('shows the month it is, then the one before, each as the hub has it', async () => {
    const api = hubThat((path) => figures(path.slice(-7)));
    const page = await mount(new LlStaffAttendance(), { store, api });
    expect(text(page)).to.contain('2026年11月').and.to.contain('66 人次').and.to.contain('38 位老人');
    expect(text(page), 'a course that is not held any more').to.contain('以前的活动');
    expect(text(page)).to.contain('主机 11月22日 上午11:02 的数');
    button(page, '上个月').click();
    await settled(page);
    expect(text(page)).to.contain('2026年10月');
    expect(api.asked).to.deep.equal(['/api/attendance/months/2026-11', '/api/attendance/months/2026-10']);
    await expectAccessible(page);
  });

  it('shows what the hub last said while it is away, and says since when; without that it says it is away', async () => {
    await mount(new LlStaffAttendance(), { store, api: hubThat((path) => figures(path.slice(-7))) });
    unmountAll();
    const page = await mount(new LlStaffAttendance(), { store, api: hubThat(() => null) });
    expect(text(page)).to.contain('66 人次').and.to.contain('这是上次查到的');
    button(page, '上个月').click();
    await settled(page);
    expect(text(page)).to.contain('连不上主机');
  });

  it('asks again as soon as the hub is heard of', async () => {
    let away = true;
    store.setStatus({ link: 'away' });
    const api = hubThat((path) => (away ? null : figures(path.slice(-7))));
    const page = await mount(new LlStaffAttendance(), { store, api });
    expect(text(page)).to.contain('连不上主机');
    away = false;
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(text(page)).to.contain('66 人次').and.not.to.contain('连不上主机');
    store.setStatus({ link: 'away' });
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(api.asked, 'what it has answered is not asked again').to.have.length(2);
    page.remove();
    expect(store.watching).to.equal(0);
  });

  it('does not take what is no answer for one, and says that nobody came where nobody did', async () => {
    const strange = await mount(new LlStaffAttendance(), {
      store,
      api: hubThat(() => ({ hello: 'router' })),
    });
    expect(text(strange)).to.contain('连不上主机');
    unmountAll();
    const empty = hubThat((path) => ({ ...figures(path.slice(-7)), sessions: [], people: 0 }));
    const page = await mount(new LlStaffAttendance(), { store, api: empty });
    expect(text(page)).to.contain('这个月没有人签到');
  });

  it('finds a member by name and tells what they came to', async () => {
    const came = { memberId: 'm1', asOfMs: at(11, 2), came: [{ date: '2024-05-06', courseId: 'baduanjin' }] };
    const page = await mount(new LlStaffMemberHistory(), { store, api: hubThat(() => came) });
    const input = page.shadowRoot?.querySelector('input');
    if (!(input instanceof HTMLInputElement)) throw new Error('there is no field');
    input.value = '王桂兰';
    input.dispatchEvent(new Event('input'));
    await settled(page);
    page.shadowRoot?.querySelector<HTMLButtonElement>('.names button')?.click();
    await settled(page);
    expect(text(page)).to.contain('一共来过 1 次').and.to.contain('2024');
    await expectAccessible(page);
    await setLocale('en');
    await settled(page);
    expect(text(page)).to.contain('Came 1 time in all');
  });
});
