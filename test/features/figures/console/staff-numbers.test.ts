import { expect } from 'chai';
import { LlStaffNumbers } from '../../../../src/features/figures/console/staff-numbers.ts';
import type { Figures, FiguresOfPeriod } from '../../../../src/features/figures/model/figures.ts';
import {
  daysOf,
  periodBefore,
  periodOf,
  type PeriodName,
} from '../../../../src/features/figures/model/period.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { hubThat } from '../../../support/hub-that.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

type Period = ReturnType<typeof periodOf>;

const none = { asked: 0, answered: 0, withdrawn: 0, open: 0, medianS: null, slowestS: null, untimed: 0 };
const nothing = (period: Period): FiguresOfPeriod => ({
  first: period.first,
  last: period.last,
  came: {
    checkIns: 0,
    members: 0,
    visitors: 0,
    days: daysOf(period).map((date) => ({ date, checkIns: 0, people: 0 })),
    hours: Array.from({ length: 24 }, () => 0),
    hourUnknown: 0,
    sessions: [],
  },
  enrolled: [],
  meals: { meals: [], dishes: [] },
  help: { ...none, emergencies: 0 },
  requests: none,
  screens: [],
});

/** A busy period: 66 came to two courses, one of them no longer held. */
const busy = (period: Period): FiguresOfPeriod => {
  const [first = '', second = ''] = daysOf(period);
  const empty = nothing(period);
  return {
    ...empty,
    came: {
      ...empty.came,
      checkIns: 66,
      members: 38,
      visitors: 3,
      days: empty.came.days.map(({ date }) => {
        const checkIns = date === first ? 31 : date === second ? 35 : 0;
        return { date, checkIns, people: checkIns };
      }),
      hours: empty.came.hours.map((_, hour) => (hour === 9 ? 60 : 0)),
      hourUnknown: 6,
      sessions: [
        { date: first, courseId: id('baduanjin'), checkIns: 31 },
        { date: second, courseId: id('baduanjin'), checkIns: 28 },
        { date: second, courseId: id('long-gone'), checkIns: 7 },
      ],
    },
    enrolled: [{ courseId: id('baduanjin'), sessions: 4, taken: 40, waiting: 5, left: 2, came: 31 }],
    meals: {
      meals: [{ meal: 'lunch', menus: 21 }],
      dishes: Array.from({ length: 12 }, (_, n) => ({
        name: n === 0 ? '五花肉烩苋菜配手工拉面和时令青菜豆腐汤' : `菜${n}`,
        nameEn: null,
        menus: 12 - n,
        soldOut: n,
      })),
    },
    help: {
      ...none,
      asked: 9,
      answered: 7,
      withdrawn: 1,
      open: 1,
      medianS: 40,
      slowestS: 660,
      untimed: 1,
      emergencies: 1,
    },
    screens: [
      {
        screenId: id('dining-hall'),
        hours: 200,
        seconds: 700_000,
        items: [{ item: 'menu', plays: 20, seconds: 700_000 }],
      },
    ],
  };
};

const figures = (path: string, of: (period: Period) => FiguresOfPeriod = busy): Figures => {
  const [, by = 'month', day = ''] = /(week|month)\/(.*)$/.exec(path) ?? [];
  const name: PeriodName = by === 'week' ? 'week' : 'month';
  const period = periodOf(name, day);
  return { by: name, asOfMs: at(11, 2), now: of(period), before: nothing(periodBefore(period)), loose: 0 };
};

describe('The figures, on the console', () => {
  let store: FakeStore;
  const words = (page: Element): string =>
    [page, ...deepAll(page, '*')]
      .filter((one) => one.shadowRoot !== null)
      .map((one) => one.shadowRoot?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ');
  const open = (answer: (path: string) => unknown, api = hubThat(answer)) =>
    mount(new LlStaffNumbers(), { store, api });
  beforeEach(() => {
    store = staffStore(staff('manager'), at(11, 2));
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('show the month it is, the one before, and weeks, each as the hub has it; there is none after today', async () => {
    const api = hubThat((path) => figures(path));
    const page = await mount(new LlStaffNumbers(), { store, api });
    expect(words(page)).to.contain('2026年11月').and.to.contain('还没过完');
    expect(words(page))
      .to.match(/签到人次 66/)
      .and.to.match(/来过的会员 38/);
    expect(words(page), 'a course that is not held any more').to.contain('以前的活动');
    expect(words(page)).to.contain('主机 11月22日 上午11:02 的数');
    expect(button(page, '下个月').disabled).to.equal(true);
    button(page, '上个月').click();
    await settled(page);
    expect(words(page)).to.contain('2026年10月').and.not.to.contain('还没过完');
    button(page, '下个月').click();
    await settled(page);
    button(page, '按周').click();
    await settled(page);
    button(page, '上一周').click();
    await settled(page);
    expect(api.asked).to.deep.equal([
      '/api/figures/month/2026-11-01',
      '/api/figures/month/2026-10-01',
      '/api/figures/month/2026-11-01',
      '/api/figures/week/2026-11-16',
      '/api/figures/week/2026-11-09',
    ]);
  });

  it('are drawn and stand in tables that come to the same, and no table is wider than a telephone', async () => {
    const page = await open((path) => figures(path));
    page.style.width = '320px';
    await until(() => deepAll(page, 'canvas').length === 2);
    const days = deepAll(page, 'details').find((one) => one.textContent?.includes('按天'));
    const counted = [...(days?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      Number(row.children[2]?.textContent),
    );
    expect(counted.length).to.equal(30);
    expect(counted.reduce((sum, count) => sum + count, 0)).to.equal(66);
    for (const details of deepAll(page, 'details'))
      if (details instanceof HTMLDetailsElement) details.open = true;
    await until(() => deepAll(page, 'canvas').every((one) => one.getBoundingClientRect().width <= 320));
    expect(page.scrollWidth).to.be.at.most(320);
    for (const one of deepAll(page, 'section, ll-bar-chart, .scroll'))
      expect(one.getBoundingClientRect().width, one.className).to.be.at.most(320);
    await expectAccessible(page);
    await setLocale('en');
    await settled(page);
    expect(words(page)).to.contain('Check-ins').and.to.contain('Help at a kiosk');
    expect(page.scrollWidth).to.be.at.most(320);
  });

  it('show what the hub last said while it is away, and say since when; without that they say it is away, and no 0', async () => {
    await open((path) => figures(path));
    unmountAll();
    const page = await open(() => null);
    expect(words(page)).to.contain('66').and.to.contain('这是上次查到的');
    button(page, '上个月').click();
    await settled(page);
    expect(words(page))
      .to.contain('连不上主机')
      .and.not.to.match(/签到人次/);
  });

  it('are asked for again as soon as the hub is heard of, and not after', async () => {
    let away = true;
    store.setStatus({ link: 'away' });
    const api = hubThat((path) => (away ? null : figures(path)));
    const page = await mount(new LlStaffNumbers(), { store, api });
    expect(words(page)).to.contain('连不上主机');
    away = false;
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(words(page)).to.contain('66').and.not.to.contain('连不上主机');
    store.setStatus({ link: 'away' });
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(api.asked, 'what it has answered is not asked again').to.have.length(2);
    page.remove();
    expect(store.watching).to.equal(0);
  });

  it('take no strange answer for one, say no hour that the hub is not sure of, and that nothing is where nothing is', async () => {
    const strange = await open(() => ({ hello: 'router' }));
    expect(words(strange)).to.contain('连不上主机');
    unmountAll();
    const unsure = await open((path) => ({ ...figures(path), asOfMs: 0, loose: 3 }));
    expect(words(unsure)).to.contain('66').and.not.to.contain('的数 ');
    expect(words(unsure)).to.contain('另有 3 次签到还没定是哪一场');
    unmountAll();
    store = staffStore(staff('manager'), at(11, 2));
    const empty = await open((path) => figures(path, nothing));
    expect(words(empty)).to.contain('这段时间和前一段都没有记录');
  });
});
