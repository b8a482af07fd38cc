import { expect } from 'chai';
import { LlStaffRefusals } from '../../../../src/features/records/console/staff-refusals.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, type, unmountAll } from '../../../support/mount.ts';
import { refusalRow } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

type Refusal = RowOf<'refusal'>;

const session = `baduanjin@${today}`;
const claim = (over: Partial<Refusal> = {}): Refusal =>
  refusalRow({
    id: id('c9'),
    v: 2,
    args: { sessionId: session, memberId: 'm9', seen: { name: '张*英', start: '09:30', room: '二楼' } },
    code: 'session-cancelled',
    detail: `${session} does not take place`,
    status: 'done',
    maker: { type: 'device', deviceKind: 'kiosk' },
    madeAtMs: at(9, 5),
    receivedAtMs: at(9, 40),
    ...over,
  });
const badMember = (over: Partial<Refusal> = {}): Refusal =>
  refusalRow({
    id: id('m'),
    name: 'member.save',
    args: { member: { id: 'm9', name: '张秀英', phone: '139', birthYear: null } },
    code: 'bad-member',
    detail: 'phone: not-a-mobile-number',
    by: '刘顾问',
    deviceId: id('console-1'),
    madeAtMs: at(10, 0),
    receivedAtMs: at(10, 0),
    ...over,
  });

describe('What was not done, for staff', () => {
  let store: FakeStore;
  let list: LlStaffRefusals;

  async function open(...refusals: readonly Refusal[]): Promise<void> {
    store = staffStore(staff('manager'), at(11, 2));
    for (const { id: mid } of await store.query((view) => view.list('staff', 'refusal')))
      store.remove('staff', 'refusal', mid);
    for (const refusal of refusals) store.put('people', 'refusal', refusal.id, refusal);
    list = new LlStaffRefusals();
    list.mayChange = true;
    await mount(list, { store });
  }
  const words = (): string =>
    deepAll(list, 'h2, p, div, span, label, button, option')
      .map((one) => one.textContent ?? '')
      .join('\n');
  const made = () => store.asked.map(({ name, args }) => [name, args]);

  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('says so when everything was done', async () => {
    await open();
    expect(words()).to.contain('没有，都做成了');
  });

  it('says what waits to be sent instead of that all was done, and with the hub away that nobody knows', async () => {
    await open();
    store.setStatus({ link: 'away' });
    await settled(list);
    expect(words()).to.contain('不知道有没有').and.not.to.contain('都做成了');
    await store.mutate('notice.withdraw', { noticeId: id('n1') });
    store.setStatus({ link: 'away', outbox: 1 });
    await until(() => words().includes('有 1 件还没送到主机：撤通知'));
    expect(words()).not.to.contain('都做成了').and.not.to.contain('不知道有没有');
    store.setStatus({ link: 'live', outbox: 0 });
    await until(() => words().includes('没有，都做成了'));
  });

  it('says what, who, when and why in words, without one code word or number of a person', async () => {
    await open(claim(), badMember());
    expect(words()).to.contain('签到 · 张*英');
    expect(words(), 'when the session was to be').to.contain('11月22日 上午9:30');
    expect(words()).to.contain('大厅一体机');
    expect(words()).to.contain('这一场取消了，人还是来了');
    expect(words()).to.contain('刘顾问');
    expect(words()).to.contain('要一个完整的电话号码');
    for (const code of ['session-cancelled', 'bad-member', 'checkin', 'member.save', 'm9', 'not-a-mobile'])
      expect(words(), code).not.to.contain(code);
  });

  it('a check-in for a session that was cancelled: it counts with one press, or it is taken back', async () => {
    await open(claim());
    button(list, '算来过').click();
    await settled(list);
    expect(made()).to.deep.equal([['record.keep', { mid: 'c9' }]]);
    expect(words()).to.contain('没有，都做成了').and.to.contain('王经理 说算来过');
    expect(words(), 'it is not said to have been given up').not.to.contain('不用了');
    await open(claim());
    button(list, '没有来').click();
    await settled(list);
    expect(made()).to.deep.equal([
      ['checkin.withdraw', { claim: 'c9', sessionId: session, memberId: 'm9' }],
      ['record.takeBack', { mid: 'c9' }],
    ]);
    expect(words()).to.contain('王经理 说没有来，签到撤了');
  });

  it('what counts already stands apart from what was not done, and says that it counts', async () => {
    await open(claim(), badMember());
    const cards = deepAll(list, 'section').map((one) => (one.textContent ?? '').replace(/\s+/g, ' '));
    expect(cards).to.have.length(2);
    expect(cards[0]).to.contain('请看一眼').and.to.contain('已经算来过');
    expect(cards[1]).to.contain('没有做成的事').and.not.to.contain('已经算来过');
    const [doubt, undone] = deepAll(list, 'll-staff-refusal');
    expect(doubt?.closest('section')?.textContent).to.contain('请看一眼');
    expect(undone?.closest('section')?.textContent).to.contain('没有做成的事');
    button(list, '算来过').click();
    await settled(list);
    expect(deepAll(list, 'h2').map((one) => one.textContent)).to.deep.equal(['没有做成的事']);
  });

  it('what came too late and was looked at is not said to have been given up', async () => {
    await open(claim({ status: 'expired', code: 'expired' }));
    button(list, '知道了').click();
    await settled(list);
    expect(words()).to.contain('王经理 看过了');
  });

  it('a check-in whose session nobody knows: staff pick the one it was, and bear witness to it', async () => {
    const lost = { sessionId: `chess@${today}`, memberId: 'm9', seen: null };
    await open(claim({ status: 'refused', code: 'unknown-session', args: lost }));
    const [choice] = deepAll(list, 'select');
    if (!(choice instanceof HTMLSelectElement)) throw new Error('there is no choice of sessions');
    const [, first] = choice.options;
    if (first === undefined) throw new Error('there is no session to choose');
    choice.value = first.value;
    choice.dispatchEvent(new Event('change'));
    await settled(list);
    button(list, '算来过').click();
    await settled(list);
    const [[name, args] = []] = made();
    expect(name).to.equal('record.redo');
    expect(args).to.deep.include({ mid: 'c9' });
    expect(JSON.stringify(args)).to.contain(first.value).and.to.contain('"v":2');
  });

  it('a member with a bad field: the field with its remedy, mended and saved in one press', async () => {
    await open(badMember());
    const [field] = deepAll(list, 'input');
    if (!(field instanceof HTMLInputElement)) throw new Error('there is no field');
    expect(field.value).to.equal('139');
    type(field, '13900005678');
    await settled(list);
    button(list, '改好再做').click();
    await settled(list);
    expect(made()).to.deep.equal([
      [
        'record.redo',
        {
          mid: 'm',
          corrected: {
            v: 1,
            args: { member: { id: 'm9', name: '张秀英', phone: '13900005678', birthYear: null } },
          },
        },
      ],
    ]);
    expect(words()).to.contain('王经理 办好了');
  });

  it('a name that is too long stands shortened, and its field says how long it may be', async () => {
    const name = '很'.repeat(300);
    await open(
      badMember({
        code: 'bad-args',
        detail: 'member.name: longer-than-40',
        args: { member: { id: 'm9', name, phone: '13900005678', birthYear: null } },
      }),
    );
    expect(words()).to.contain('最多 40 个字');
    expect(words()).not.to.contain('很'.repeat(60));
    expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
  });

  it('of many it shows the newest, and the next come up as these are settled', async () => {
    await open(...Array.from({ length: 50 }, (_, n) => claim({ id: id(`c${n}`), receivedAtMs: at(9, n) })));
    expect(deepAll(list, 'll-staff-refusal')).to.have.length(20);
    expect(words()).to.contain('还有 30 件早些的');
  });

  it('what the hub does not know yet waits for its upgrade, and only asks to be let be', async () => {
    await open(claim({ name: 'booking.make', status: 'held', code: 'held', detail: '-' }));
    expect(words()).to.contain('新版本里的一项改动').and.to.contain('升级后会自动补做');
    expect(words()).not.to.contain('booking');
    expect(deepAll(list, 'button').map((one) => one.textContent?.trim())).to.deep.equal(['不用了']);
  });

  it('offers nothing to who may only look', async () => {
    await open(claim(), badMember());
    list.mayChange = false;
    await settled(list);
    expect(deepAll(list, 'button')).to.have.length(0);
  });

  it('is accessible, in Chinese and in English', async () => {
    await open(
      claim(),
      badMember(),
      claim({ id: id('c8'), settled: { how: 'done', by: '王经理', atMs: at(9, 50) } }),
    );
    await expectAccessible(list);
    await setLocale('en');
    await settled(list);
    await expectAccessible(list);
  });
});
