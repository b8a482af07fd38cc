import { expect } from 'chai';
import { LlKioskTimetable } from '../../../../src/features/classes/kiosk/kiosk-timetable.ts';
import { sessionId } from '../../../../src/features/classes/model/sessions.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, course, kioskStore, today } from '../../../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import '../../../../src/i18n/kiosk-texts.ts';

const phone = sessionId('smartphone', today);

describe('The page about classes', () => {
  afterEach(async () => {
    document.documentElement.style.removeProperty('--larger');
    unmountAll();
    await setLocale('zh-CN');
  });

  const open = (store = kioskStore()) => mountKiosk(new LlKioskTimetable(), store);
  const press = async (page: LlKioskTimetable, name: string | RegExp): Promise<void> => {
    pressableNamed(page, name).click();
    await settled(page);
  };
  /** A class of one place this afternoon. */
  const withClass = (over: Partial<RowOf<'course'>> = {}, store: FakeStore = kioskStore()): FakeStore =>
    store.put(
      'centre',
      'course',
      'smartphone',
      course('smartphone', '智能手机课', '14:30', { kind: 'class', capacity: 1, checkIn: false, ...over }),
    );
  const taken = (store: FakeStore, waiting = 0): FakeStore =>
    store.put('centre', 'enrolmentCount', phone, { id: phone, date: today, taken: 1, waiting });
  const changed = (store: FakeStore, over: Partial<RowOf<'sessionChange'>>): FakeStore =>
    store.put('centre', 'sessionChange', phone, {
      id: phone,
      cancelled: false,
      start: null,
      room: null,
      note: null,
      ...over,
    });
  const openClass = async (store: FakeStore): Promise<LlKioskTimetable> => {
    const page = await open(store);
    await press(page, /智能手机课/);
    return page;
  };

  it('finds the monthly free clinic by one tap, weeks before it is held', async () => {
    const store = kioskStore().put(
      'centre',
      'course',
      'free-clinic',
      course('free-clinic', '每月义诊', '08:30', {
        kind: 'clinic',
        recurrence: { every: 'month', nth: 2, weekday: 6 },
      }),
    );
    const page = await open(store);
    expect(words(page)).not.to.contain('每月义诊');
    await press(page, '看医生');
    expect(words(page)).to.contain('每月义诊').and.to.contain('12月12日');
  });

  it('shows another day by one tap, and an empty one as such', async () => {
    const page = await open(withClass({ recurrence: { every: 'once', date: addDays(today, 1) } }));
    await press(page, /周一/);
    expect(words(page)).to.contain('智能手机课');
    unmountAll();
    const store = kioskStore();
    store.remove('centre', 'course', 'baduanjin');
    expect(words(await open(store))).to.contain('这一天没有活动');
  });

  it('a session’s page says when, where, who leads, what to bring and how many places are left', async () => {
    const page = await openClass(withClass({ leader: '小陈老师', bring: '您的手机', about: '今天学一样' }));
    for (const said of ['今天', '到', '二楼活动室', '小陈老师', '您的手机', '今天学一样', '还有 1 个名额'])
      expect(words(page), said).to.contain(said);
    expect(() => pressableNamed(page, '我要报名')).not.to.throw();
  });

  it('says in English what there is in Chinese only', async () => {
    await setLocale('en');
    const page = await openClass(withClass({ about: '今天学一样', leader: '小陈老师', leaderEn: 'Mr Chen' }));
    expect(words(page)).to.contain('Mr Chen').and.not.to.contain('小陈老师');
    expect(words(page).split('Chinese only').length - 1, 'of what it is like').to.equal(1);
    const tagged = deepAll(page, '[lang="zh-CN"]').map(({ textContent }) => textContent);
    expect(tagged).to.include.members(['智能手机课', '二楼活动室', '今天学一样']);
  });

  it('leaves out what nobody has written down: no leader, nothing to bring, nothing about it', async () => {
    const page = await openClass(withClass({ leader: null }));
    expect(words(page)).not.to.contain('谁带').and.not.to.contain('null').and.not.to.contain('undefined');
  });

  it('offers the wait-list where all places are taken, and says so kindly', async () => {
    const page = await openClass(taken(withClass()));
    expect(words(page)).to.contain('满了').and.to.contain('有人不来就轮到您');
    expect(() => pressableNamed(page, '排候补')).not.to.throw();
    expect(() => pressableNamed(page, '我要报名')).to.throw();
  });

  it('asks nobody for a name where no places are counted', async () => {
    const page = await openClass(withClass({ capacity: null }));
    expect(words(page)).to.contain('不用报名');
    expect(() => pressableNamed(page, '我要报名')).to.throw();
  });

  it('says plainly what is not held, and what is elsewhere than usual, and where that was', async () => {
    const page = await openClass(changed(withClass(), { cancelled: true, note: '老师生病' }));
    expect(words(page)).to.contain('这一次不办').and.to.contain('老师生病');
    expect(() => pressableNamed(page, '我要报名')).to.throw();
    unmountAll();
    const moved = await openClass(changed(withClass(), { start: '15:30', room: '一楼大厅' }));
    expect(words(moved)).to.contain('有变动').and.to.contain('原来是').and.to.contain('一楼大厅');
  });

  it('what ends while somebody reads offers nothing more, and what is struck off says so', async () => {
    const store = withClass();
    const page = await openClass(store);
    store.nowMs = at(15, 30);
    page.requestUpdate();
    await settled(page);
    expect(words(page)).to.contain('结束了');
    expect(() => pressableNamed(page, '我要报名')).to.throw();
    store.remove('centre', 'course', 'smartphone');
    await settled(page);
    expect(words(page)).to.contain('这一场课表上没有了');
    expect(page.back(), 'and there is a way back').to.equal(true);
  });

  it('goes back to the list as it was, and from there home', async () => {
    const page = await open(withClass());
    await press(page, '上课');
    await press(page, /智能手机课/);
    expect(page.back()).to.equal(true);
    await settled(page);
    expect(words(page)).to.contain('智能手机课');
    expect(
      deepAll(page, '[aria-pressed="true"]').map(({ textContent }) => textContent?.trim()),
    ).to.deep.equal(['上课']);
    expect(page.back()).to.equal(false);
  });

  it('what cannot be read is not said to be none, and a day that is not known is not guessed', async () => {
    const broken = kioskStore();
    broken.slow = Promise.reject(new Error('the store is gone'));
    broken.slow.catch(() => undefined);
    expect(words(await open(broken))).not.to.contain('没有活动');
    unmountAll();
    expect(words(await open(kioskStore(null)))).to.contain('请问工作人员');
  });

  for (const language of ['zh-CN', 'en'] as const)
    it(`has nothing that axe finds, in ${language}`, async () => {
      await setLocale(language);
      const page = await open(withClass({ leader: '小陈老师' }));
      await expectAccessible(page);
      await press(page, /智能手机课/);
      await expectAccessible(page);
    });

  /** The room between the edge of the glass and the bar, in the kiosk's unit. */
  const rooms = { portrait: [228, 391], landscape: [436, 183] } as const;
  for (const [name, [width, height]] of Object.entries(rooms))
    for (const language of ['zh-CN', 'en'] as const)
      for (const larger of ['1', '1.6'])
        it(`every card stands whole on its page: ${name}, ${language}, type ${larger} times as large`, async () => {
          document.documentElement.style.setProperty('--larger', larger);
          await setLocale(language);
          const store = kioskStore();
          for (let n = 0; n < 9; n += 1)
            store.put(
              'centre',
              'course',
              `c${n}`,
              course(`c${n}`, '智能手机课', '15:00', {
                room: '二楼活动室',
                roomEn: 'Activity room, 2nd floor',
                nameEn: 'Smartphone class',
                capacity: 4,
              }),
            );
          const page = new LlKioskTimetable();
          page.style.width = `calc(var(--u) * ${width})`;
          page.style.height = `calc(var(--u) * ${height})`;
          page.toggleAttribute('landscape', name === 'landscape');
          await mountKiosk(page, store);
          await fontsAndSizes();
          const [view] = deepAll(page, '.window');
          for (const card of deepAll(page, 'button.session')) {
            const box = card.getBoundingClientRect();
            const bottom = view?.getBoundingClientRect().bottom ?? 0;
            expect(card.getClientRects().length, 'in one piece').to.equal(1);
            expect(box.bottom <= bottom + 1, `${box.bottom} is above ${bottom}`).to.equal(true);
            expect(card.scrollWidth <= card.clientWidth, card.textContent ?? '').to.equal(true);
          }
        });
});

/** Sizes are measured a frame after they are drawn. */
async function fontsAndSizes(): Promise<void> {
  await document.fonts.ready;
  for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}
