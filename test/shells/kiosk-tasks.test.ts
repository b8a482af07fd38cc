import { expect } from 'chai';
import { comesBackTo } from '../../src/features/help/kiosk/this-visit.ts';
import { id } from '../../src/kernel/ids.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at, course, kioskStoreWithLunch, policy } from '../support/kiosk-centre.ts';
import { shownPage } from '../support/kiosk-tour.ts';
import { appears, mountKiosk, pressableNamed, typeDigits } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

/** Home is where everybody begins; beyond it no more than so many screens. */
const MOST_SCREENS = 3;

/** A button's name, or digits on the keypad. */
type Act = string | RegExp | { readonly digits: string };

interface Task {
  readonly acts: readonly Act[];
  /** What is there at the end. */
  readonly ends: string;
  /** Who somebody is has been asked on the way: that is a task of its own, and counted by itself. */
  readonly asksWho?: true;
}

const WHO: readonly Act[] = [{ digits: '1234' }, /王\*兰/];

const tasks: Readonly<Record<string, Task>> = {
  'what there is to eat now': { acts: [], ends: '五花肉烩苋菜' },
  'what is on next': { acts: [], ends: '八段锦' },
  'what a dish is made of': { acts: ['吃饭', /^五花肉/], ends: '还没有量过' },
  'what there is to eat tomorrow': { acts: ['吃饭', '明天'], ends: '菜单还没有出来' },
  'where a class is': { acts: ['上课活动', /智能手机课/], ends: '二楼活动室' },
  'signing in': { acts: ['我来签到', ...WHO], ends: '签好了' },
  'signing in as a visitor': { acts: ['我来签到', '我是访客', '是的，签到'], ends: '签好了' },
  'signing in without a telephone': {
    acts: ['我来签到', '我没有电话', '孙', /孙\*/],
    ends: '签好了',
    asksWho: true,
  },
  'putting a name down': {
    acts: ['上课活动', /智能手机课/, '我要报名', ...WHO],
    ends: '正在报名',
    asksWho: true,
  },
  'an allowance, by its kind': { acts: ['政策咨询', /专业照护/, /高龄津贴/], ends: '您今天帮别人一小时' },
  'an allowance, by a word': {
    acts: ['政策咨询', /自己找一找/, /洗澡/, /高龄津贴/],
    ends: '您今天帮别人一小时',
  },
  'a service at home': { acts: ['上门服务', /高龄津贴/], ends: '您今天帮别人一小时' },
  'a notice': { acts: [/下午停水/], ends: '下午一点到五点' },
  'calling somebody': { acts: ['找人帮忙'], ends: '正在叫人' },
  'calling somebody at once': { acts: ['找人帮忙', /助急/, '马上来人'], ends: '正在紧急叫人' },
  'larger type': { acts: ['字大些'], ends: '小字' },
  'another language': { acts: ['English'], ends: 'Meals' },
};

function store(): FakeStore {
  const rows = kioskStoreWithLunch();
  rows.put(
    'centre',
    'course',
    'phones',
    course('phones', '智能手机课', '14:30', { kind: 'class', capacity: 2 }),
  );
  rows.put('city', 'policy', 'allowance', {
    ...policy,
    id: id<'PolicyId'>('allowance'),
    category: 'care',
    title: '高龄津贴',
    keywords: ['洗澡'],
  });
  rows.put('kiosk', 'roster', 'm4', {
    id: id<'MemberId'>('m4'),
    maskedName: '孙*英',
    phoneTail: null,
    card: null,
  });
  return rows.put('centre', 'notice', 'water', {
    id: id<'NoticeId'>('water'),
    level: 'normal',
    title: '下午停水',
    body: '下午一点到五点全楼停水。',
    fromMs: at(0, 0),
    untilMs: null,
    by: '王经理',
  });
}

/** What tells one screen from another, and whether it asks who somebody is. */
function screenOf(shell: LlKioskShell): { readonly name: string; readonly asksWho: boolean } {
  const page = shownPage(shell);
  const headings = deepAll(page, 'h1').map((one) => one.textContent?.trim());
  return { name: [page.localName, ...headings].join(' '), asksWho: deepAll(page, 'll-who').length > 0 };
}

describe('What an elder comes for', () => {
  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  afterEach(() => {
    unmountAll();
    // Whoever comes next has not called.
    comesBackTo(performance.now());
  });

  for (const [name, { acts, ends, asksWho }] of Object.entries(tasks)) {
    it(`is there within three screens of home: ${name}`, async () => {
      const shell = await mountKiosk(new LlKioskShell(), store());
      const seen = [screenOf(shell)];
      for (const act of acts) {
        if (typeof act === 'object' && 'digits' in act) await typeDigits(shell, act.digits);
        else (await until(() => pressableNamed(shell, act))).click();
        await settled(shell);
        await settled(shell);
        const now = screenOf(shell);
        if (now.name !== seen[seen.length - 1]?.name) seen.push(now);
      }
      await appears(shell, ends);
      const beyondHome = seen.slice(1).filter((screen) => asksWho !== true || !screen.asksWho);
      expect(beyondHome.length, seen.map((screen) => screen.name).join(' → ')).to.be.at.most(MOST_SCREENS);
    });
  }
});
