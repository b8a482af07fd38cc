import { expect } from 'chai';
import { LlStaffNotices } from '../../../../src/features/notices/console/staff-notices.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import {
  button,
  consoleConfig,
  deepAll,
  mount,
  settled,
  toldInSheet,
  type,
  unmountAll,
} from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

describe('Notices on the console', () => {
  let store: FakeStore;
  let notices: LlStaffNotices;

  const field = (selector: string): HTMLInputElement => {
    const found = deepAll(notices, selector)[0];
    if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${selector}`);
    return found;
  };
  const press = async (name: string | RegExp): Promise<void> => {
    button(notices, name).click();
    await settled(notices);
  };
  const posted = () => store.query((view) => view.list('centre', 'notice'));

  beforeEach(async () => {
    store = staffStore(staff('manager'));
    notices = await mount(new LlStaffNotices(), { store });
  });
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('posts a notice that ends with the day, and takes it down', async () => {
    await press('写通知');
    type(field('#title'), '周四下午停水');
    await press('发出去');
    const [notice] = await posted();
    expect(notice).to.include({ title: '周四下午停水', level: 'normal', body: null, by: '王经理' });
    expect(notice?.untilMs).to.equal(at(24, 0));
    await press('撤下：周四下午停水');
    expect(await posted()).to.have.length(0);
  });

  it('posts nothing without words', async () => {
    await press('写通知');
    await press('发出去');
    expect(await posted()).to.have.length(0);
    expect(field('#title').getAttribute('aria-invalid')).to.equal('true');
  });

  it('raises an emergency only at the second yes', async () => {
    await press('紧急通知');
    type(field('#title'), '请马上离开餐厅');
    await press('下一步');
    expect(await posted(), 'it was only looked at').to.have.length(0);
    await press('再改改');
    expect(field('#title').value).to.equal('请马上离开餐厅');
    await press('下一步');
    await press('马上显示');
    expect((await posted()).map(({ level }) => level)).to.deep.equal(['emergency']);
  });

  it('begins an emergency with nothing in it: one that was half written another day is one press from every glass', async () => {
    await press('紧急通知');
    type(field('#title'), '请马上离开餐厅');
    await settled(notices);
    unmountAll();
    notices = await mount(new LlStaffNotices(), { store });
    await press('紧急通知');
    expect(field('#title').value).to.equal('');
  });

  it('says before an emergency goes which glass cannot have it, so that somebody goes there', async () => {
    const tv = await store.query((view) => view.get('staff', 'device', 'dining-hall'));
    if (tv === undefined) return expect.fail('there is no television');
    store.put('staff', 'device', 'dining-hall', { ...tv, pairedAtMs: null });
    await press('紧急通知');
    type(field('#title'), '请马上离开餐厅');
    await press('下一步');
    expect(deepAll(notices, '.deaf').map((one) => one.textContent?.trim())).to.deep.equal([
      '餐厅电视没有配对，收不到，请派人过去当面说',
    ]);
    const [sign, said] = deepAll(notices, '.deaf > *').map((one) => one.getBoundingClientRect());
    expect((said?.left ?? Infinity) - (sign?.right ?? 0), 'the words stand by their sign').to.be.lessThan(20);
  });

  it('says over the page that an emergency, or a notice, was not raised', async () => {
    const refusal = { ok: false, status: 'refused', code: 'not-kept', detail: 'no room' } as const;
    await press('紧急通知');
    type(field('#title'), '请马上离开餐厅');
    await press('下一步');
    store.nextAnswer = refusal;
    await press('马上显示');
    expect(toldInSheet(notices)).to.deep.equal(['这台设备没存住，写的还在，请再试一次']);
    await press('马上显示');
    expect(await posted()).to.have.length(1);
    await press('写通知');
    expect(toldInSheet(notices)).to.deep.equal([]);
    type(field('#title'), '周四下午停水');
    store.nextAnswer = refusal;
    await press('发出去');
    expect(toldInSheet(notices)).to.deep.equal(['这台设备没存住，写的还在，请再试一次']);
  });

  it('refuses an emergency whose line has no room on the smallest glass, with how much has, and shows it as it will stand', async () => {
    for (const [screen, diagonalInches, distanceMm] of [
      ['dining-hall', 65, 5000],
      ['far-end', 55, 8000],
    ] as const)
      store.put('staff', 'deviceConfig', screen, {
        ...consoleConfig,
        id: id<'DeviceId'>(screen),
        kind: 'screen',
        name: screen,
        panel: { diagonalInches, widthPx: 1920, heightPx: 1080 },
        distanceMm,
      });
    await press('紧急通知');
    type(field('#title'), '三楼厨房冒烟请大家马上离开大楼到院子里集合不要坐电梯');
    const problem = () => deepAll(notices, '#too-long')[0]?.textContent?.trim() ?? '';
    await until(() => problem() !== '');
    const most = Number(/\d+/.exec(problem())?.[0]);
    expect(most).to.be.greaterThan(5).and.lessThan(26);
    await press('下一步');
    expect(deepAll(notices, 'button').map((one) => one.textContent?.trim())).not.to.contain('马上显示');

    type(field('#title'), '三楼厨房冒烟请大家马上离开大楼到院子里集合不要坐电梯'.slice(0, most));
    await until(() => problem() === '');
    const boards = deepAll(notices, 'll-board-notice');
    expect(boards).to.have.length(2);
    for (const board of boards) {
      const shown = board.getBoundingClientRect();
      expect(Math.round((shown.width / shown.height) * 100)).to.equal(178);
      await until(() => deepAll(board, '.page .title')[0]?.textContent?.length === most);
    }
    await press('下一步');
    await press('马上显示');
    expect((await posted()).map(({ title }) => title.length)).to.deep.equal([most]);
  });

  it('posts a notice where its writer wants it', async () => {
    await press('写通知');
    type(field('#title'), '周四下午停水');
    const [where] = deepAll(notices, '#where');
    if (!(where instanceof HTMLSelectElement)) throw new Error('no choice of places');
    where.value = 'chosen';
    where.dispatchEvent(new Event('change'));
    await settled(notices);
    await press('发出去');
    expect(await posted(), 'it has no place yet').to.have.length(0);
    field('[name="screen"]').click();
    await settled(notices);
    await press('发出去');
    expect((await posted())[0]?.where).to.deep.equal({ kiosks: false, screens: ['dining-hall'] });
  });

  it('says of a notice that it was taken down and waits, and leaves an emergency to what stands above the page', async () => {
    const said = { title: '一楼', body: null, titleEn: null, bodyEn: null, untilMs: null };
    await store.mutate('notice.post', { noticeId: id('n'), level: 'normal', fromMs: at(9, 0), ...said });
    await store.mutate('notice.alarm', { noticeId: id('a'), ...said });
    for (const noticeId of ['n', 'a']) await store.mutate('notice.withdraw', { noticeId: id(noticeId) });
    await settled(notices);
    store.setStatus({ link: 'away', outbox: 2 });
    const waits = (): string[] => deepAll(notices, '.note.warn').map((one) => one.textContent?.trim() ?? '');
    await until(() => waits().length > 0);
    expect(waits()).to.have.length(1);
    expect(waits()[0]).to.contain('1');
    expect(await store.query((view) => view.list('staff', 'allClear'))).to.have.length(1);
  });

  it('is accessible', async () => {
    await press('写通知');
    await expectAccessible(notices);
    await press('不用了');
    await press('紧急通知');
    await expectAccessible(notices);
  });
});
