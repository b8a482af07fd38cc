import { expect } from 'chai';
import { LlKioskTimetable } from '../../../../src/features/classes/kiosk/kiosk-timetable.ts';
import { cardAsKept } from '../../../../src/app/card-number.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id, type Mid } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { readCard } from '../../../support/card-reader.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { course, elder, kioskStore, today } from '../../../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { until } from '../../../support/until.ts';
import '../../../../src/i18n/kiosk-texts.ts';

describe('Putting a name down at the kiosk', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const store = (): FakeStore =>
    kioskStore().put(
      'centre',
      'course',
      'smartphone',
      course('smartphone', '智能手机课', '14:30', { kind: 'class', capacity: 1 }),
    );
  const press = async (page: LlKioskTimetable, name: string | RegExp): Promise<void> => {
    pressableNamed(page, name).click();
    await settled(page);
  };
  /** As far as "whose name": 王*兰, whose telephone ends in 1234. */
  async function wish(of: FakeStore, name = '我要报名'): Promise<LlKioskTimetable> {
    const page = await mountKiosk(new LlKioskTimetable(), of);
    await press(page, /智能手机课/);
    await press(page, name);
    await typeDigits(page, '1234');
    await press(page, /王\*兰/);
    return page;
  }
  /** As far as "whose name", by the card of 王*兰. */
  async function wishByCard(of: FakeStore, name = '我要报名'): Promise<LlKioskTimetable> {
    const page = await mountKiosk(new LlKioskTimetable(), of);
    await press(page, /智能手机课/);
    await press(page, name);
    readCard('0000000001');
    await until(() => of.asked.length > 0);
    await settled(page);
    return page;
  }
  const storeWithCard = async (): Promise<FakeStore> =>
    store().put('kiosk', 'roster', 'm1', {
      ...elder('m1', '王*兰', '1234'),
      card: await cardAsKept('0000000001', 'sample'),
    });
  /** The mids of what was asked of the store are numbered from 1. */
  const mid = (n: number): Mid => id(`0199aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`);
  /** Which claim the second thing that was asked takes back. */
  const claimTakenBack = (of: FakeStore): unknown => Reflect.get(Object(of.asked[1]?.args), 'claim');
  async function answer(
    page: LlKioskTimetable,
    of: FakeStore,
    n: number,
    over: Partial<RowOf<'enrolmentAnswer'>> = {},
  ): Promise<void> {
    const row = { id: mid(n), date: today, state: 'in', place: null, already: false, ...over } as const;
    of.put('device', 'enrolmentAnswer', mid(n), row);
    await settled(page);
  }

  it('says whether a name is put down or taken off: nobody cancels who wanted to come', async () => {
    const page = await mountKiosk(new LlKioskTimetable(), await storeWithCard());
    await press(page, /智能手机课/);
    await press(page, '我要报名');
    expect(words(page)).to.contain('报名：请按电话号码的最后四位').and.not.to.contain('取消报名');
    page.back();
    await settled(page);
    await press(page, '报过名，不去了');
    expect(words(page)).to.contain('要取消，请把您的卡放到读卡器上');
  });

  it('promises no place before the hub has said so', async () => {
    const of = store();
    const page = await wish(of);
    expect(words(page)).not.to.contain('报上了').and.not.to.contain('还有');
    await answer(page, of, 1);
    expect(words(page)).to.contain('报上了').and.to.contain('王*兰').and.to.contain('二楼活动室');
  });

  it('without the hub says that it is noted and that nobody knows of a place; once it is there, the truth', async () => {
    const of = store();
    of.setStatus({ link: 'away' });
    const page = await wish(of);
    expect(words(page)).to.contain('已经记下').and.to.contain('还不知道有没有位子');
    expect(words(page)).not.to.contain('报上了');
    of.setStatus({ link: 'live' });
    await answer(page, of, 1, { state: 'waiting', place: 2 });
    expect(words(page)).to.contain('候补第 2 位').and.not.to.contain('报上了');
  });

  it('by their card tells whoever has their name down already, and lets them say that they do not come', async () => {
    const of = await storeWithCard();
    const page = await wishByCard(of);
    await answer(page, of, 1, { already: true });
    expect(words(page)).to.contain('您已经报过名了');
    await press(page, '我不去了');
    expect(words(page)).to.contain('正在取消').and.not.to.contain('正在报名');
    await answer(page, of, 2, { state: 'left' });
    expect(words(page)).to.contain('已经取消');
    expect(claimTakenBack(of)).to.equal(null);
  });

  it('tells nobody who only knows a number whether its owner had put their name down, and takes it off for none', async () => {
    const said: string[] = [];
    for (const already of [false, true]) {
      const of = store();
      const page = await wish(of);
      await answer(page, of, 1, { already });
      said.push(words(page));
      await press(page, '刚才点错了');
      expect(claimTakenBack(of), 'its own claim, and no earlier one').to.equal(mid(1));
      await answer(page, of, 2, { state: already ? 'in' : 'left' });
      said.push(words(page));
      unmountAll();
    }
    expect(said.slice(2)).to.deep.equal(said.slice(0, 2));
    expect(said[1]).to.contain('刚才报的取消了').and.to.contain('以前报过，那个还在');
  });

  it('takes back only what was just put down', async () => {
    const of = store();
    const page = await wish(of);
    await answer(page, of, 1);
    await press(page, '刚才点错了');
    expect(claimTakenBack(of)).to.equal(mid(1));
    expect(words(page)).not.to.contain('已经取消');
    await answer(page, of, 2, { state: 'left' });
    expect(words(page)).to.contain('刚才报的取消了');
  });

  it('days later takes a name off only by its owner’s card', async () => {
    const of = await storeWithCard();
    const page = await wishByCard(of, '报过名，不去了');
    await answer(page, of, 1, { state: 'left', already: true });
    expect(words(page)).to.contain('名单上没有您');
  });

  it('asks those who want their name taken off for their card and not their number, and names another way', async () => {
    const of = await storeWithCard();
    const page = await mountKiosk(new LlKioskTimetable(), of);
    await press(page, /智能手机课/);
    await press(page, '报过名，不去了');
    expect(deepAll(page, 'll-keypad')).to.deep.equal([]);
    expect(words(page)).to.contain('放到读卡器上').and.to.contain('没带卡').and.to.contain('000-8000');
    readCard('0000000099');
    await appears(page, '这张卡还没登记');
    expect(words(page)).to.contain('找人帮忙').and.not.to.contain('电话号码');
  });

  it('sends to the staff whoever wants their name taken off where nobody has a card', async () => {
    const page = await mountKiosk(new LlKioskTimetable(), store());
    await press(page, /智能手机课/);
    await press(page, '报过名，不去了');
    expect(words(page)).to.contain('请找工作人员').and.to.contain('000-8000').and.not.to.contain('读卡器');
  });

  it('does not say that a name is off which the hub would not take off', async () => {
    const of = store();
    const page = await wish(of);
    await answer(page, of, 1);
    await press(page, '刚才点错了');
    const result = { mid: mid(2), status: 'refused', code: 'too-many-claims', detail: '' } as const;
    of.setStatus({ ended: [{ mid: mid(2), name: 'enrol.leave', result }] });
    await settled(page);
    expect(words(page)).to.contain('没有取消成').and.not.to.contain('没有报上');
  });

  it('says what was cancelled meanwhile, and of anything else whom to ask', async () => {
    const of = store();
    const page = await wish(of);
    const refused = (code: string) => ({ mid: mid(1), status: 'refused', code, detail: '' }) as const;
    of.setStatus({ ended: [{ mid: mid(1), name: 'enrol.join', result: refused('session-cancelled') }] });
    await settled(page);
    expect(words(page)).to.contain('这一场不办了');
    of.setStatus({ ended: [{ mid: mid(1), name: 'enrol.join', result: refused('unknown-member') }] });
    await settled(page);
    expect(words(page)).to.contain('没有报上').and.to.contain('000-8000');
    expect(words(page)).not.to.contain('unknown-member');
  });

  it('what this device could not keep is not said to be noted', async () => {
    const of = store();
    of.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: 'disk' };
    const page = await wish(of);
    expect(words(page)).to.contain('没有记下来').and.not.to.contain('已经记下');
  });

  it('leaves nothing of a person in the page once they have gone, and goes back to the class', async () => {
    const of = store();
    const page = await wish(of);
    await answer(page, of, 1);
    expect(page.personal).to.equal(true);
    expect(page.back()).to.equal(true);
    await settled(page);
    expect(words(page)).to.contain('智能手机课').and.not.to.contain('王*兰');
    expect(page.personal).to.equal(false);
  });

  it('leaves nobody before an empty page where the names were never fetched and the hub is away', async () => {
    const of = store();
    for (const { id: key } of await of.query((view) => view.list('kiosk', 'roster')))
      of.remove('kiosk', 'roster', key);
    of.setStatus({ loaded: false, link: 'away' });
    const page = await mountKiosk(new LlKioskTimetable(), of);
    await press(page, /智能手机课/);
    await press(page, '我要报名');
    expect(words(page)).to.contain('名册还没取来').and.to.contain('000-8000');
  });

  it('has nothing that axe finds, whatever became of it', async () => {
    const of = store();
    const page = await wish(of);
    await answer(page, of, 1, { state: 'waiting', place: 1 });
    await expectAccessible(page);
  });
});
