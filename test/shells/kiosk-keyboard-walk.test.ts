import { comesBackTo } from '../../src/features/help/kiosk/this-visit.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { OpenEvent } from '../../src/shells/kiosk/open-event.ts';
import { LlKioskStaff } from '../../src/shells/kiosk/staff/kiosk-staff.ts';
import { doneStays } from '../support/done-stays.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at, course, kioskStoreWithLunch, policy, today } from '../support/kiosk-centre.ts';
import { pressByKeys, pressKey } from '../support/keys-here.ts';
import { leftAlone } from '../support/left-alone.ts';
import { mountKiosk, words } from '../support/mount-kiosk.ts';
import { deepAll, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

/** Somebody who cannot touch: real keys of a keyboard, or of a switch that walks (Tab) and presses (Enter, Space). */
describe('A walk through the kiosk without touching it', () => {
  let goesAgain: () => void;
  let shell: LlKioskShell;
  let store: FakeStore;

  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  beforeEach(async () => {
    goesAgain = doneStays();
    store = kioskStoreWithLunch();
    shell = await mountKiosk(new LlKioskShell(), store);
    // The keys that are held are taken for one press by what comes right after home.
    await until(() => document.documentElement.style.touchAction === 'none');
  });
  afterEach(async () => {
    unmountAll();
    goesAgain();
    localStorage.clear();
    // Whoever comes next has not called.
    comesBackTo(performance.now());
    await setLocale('zh-CN');
  });

  const shown = (): string =>
    deepAll(shell, '.visit')
      .filter((visit) => getComputedStyle(visit).visibility === 'visible')
      .map(words)
      .join();

  const sees = (text: string | RegExp): Promise<boolean> =>
    until(() => {
      const now = shown();
      if (typeof text === 'string' ? now.includes(text) : text.test(now)) return true;
      throw new Error(`no “${String(text)}” in: ${now}`);
    });

  const press = (name: string | RegExp, key: 'Enter' | ' ' = 'Enter'): Promise<void> =>
    pressByKeys(shell, name, key);
  async function type(digits: string): Promise<void> {
    for (const digit of digits) await press(digit);
  }

  it('calls for help, and takes the call back', async () => {
    await press('找人帮忙');
    await sees('正在叫人');
    await press('不用了');
    await sees('已经取消');
  });

  it('finds what there is to eat, and the way back', async () => {
    await press('吃饭');
    await sees('清蒸鲈鱼');
    await press('返回');
    await sees('我来签到');
  });

  it('finds what is on, and home', async () => {
    await press('上课活动');
    await sees('八段锦');
    await press('首页');
    await sees('我来签到');
  });

  it('reads an article', async () => {
    await press('政策咨询');
    await press(/家庭支持/);
    await press(/时间银行/);
    await sees('您今天帮别人一小时');
  });

  // Tiles, the keys of a keypad, names, and what stands in the bar and over it.
  for (const key of ['Enter', ' '] as const)
    it(`signs in by the keys of the keypad, and sets large type and another language, by Tab and ${key === ' ' ? 'Space' : key}`, async () => {
      const go = (name: string | RegExp): Promise<void> => press(name, key);
      await go('我来签到');
      await sees('请按');
      for (const digit of '1234') await go(digit);
      await sees('是您吗？');
      await go(/王\*兰/);
      await sees('签好了');
      await go('我好了');
      await sees('今天中午吃');
      await go('字大些');
      await go('English');
      await sees(/Meals/);
    });

  it('calls for somebody at once', async () => {
    await press('找人帮忙');
    await sees('正在叫人');
    await press(/助急/);
    await sees('要马上来人吗');
    await press('马上来人');
    await sees('正在紧急叫人');
  });

  it('looks at a dish, and for what is 清真', async () => {
    await press('吃饭');
    await press(/^五花肉/);
    await sees('还没有量过');
    await press('返回');
    await press(/^软烂/);
    await sees('五花肉烩苋菜');
  });

  it('answers the advisor’s questions, reads what comes of them and takes it along', async () => {
    store.put('city', 'policy', allowance.id, allowance);
    await press('政策咨询');
    await press(/养老顾问问几句/);
    await sees('多大岁数');
    await press('80 周岁以上');
    await sees('户口在哪里');
    await press('户口在本地');
    await sees('您可以申请');
    await press(/高龄津贴/);
    await sees('要带什么');
    await press('带回去');
    await sees('用手机扫一扫');
    for (const back of ['要带什么', '您可以申请', '户口在哪里', '多大岁数']) {
      await press('返回');
      await sees(back);
    }
  });

  it('finds a benefit by letters and by a word', async () => {
    await press('政策咨询');
    await press(/自己找一找/);
    await press('S');
    await press('J');
    await press(/时间银行/);
    await sees('您今天帮别人一小时');
    await press('返回');
    await press('删掉');
    await press('删掉');
    await press('洗澡');
    await sees('没有找到');
  });

  it('asks the advisor to be in touch, by name or by waiting, and takes it back', async () => {
    await press('政策咨询');
    await press(/家庭支持/);
    await press(/时间银行/);
    await press('请顾问联系我');
    await type('1234');
    await press(/王\*兰/);
    await sees('正在交给顾问');
    await press('不用联系了');
    await sees('好的，不用联系了');
    await press('我好了');
    await sees('今天中午吃');
  });

  it('puts a name down for a class, and takes it off again', async () => {
    store.put(
      'centre',
      'course',
      'phones',
      course('phones', '智能手机课', '14:30', { kind: 'class', capacity: 1 }),
    );
    await press('上课活动');
    await press(/智能手机课/);
    await press('我要报名');
    await type('1234');
    await press(/王\*兰/);
    await sees('正在报名');
    answer(1, 'in');
    await sees('报上了');
    await press('刚才点错了');
    await until(() => store.asked.length === 2);
    answer(2, 'left');
    await sees('刚才报的取消了');
    await press('我好了');
    await sees('今天中午吃');
  });

  it('signs in as a visitor, and takes it back', async () => {
    await press('我来签到');
    await press('我是访客');
    await press('是的，签到');
    await sees('签好了');
    await press('刚才点错了');
    await press('撤销');
    await sees('已经撤销');
  });

  it('signs a neighbour in', async () => {
    await press('我来签到');
    await press('替邻居签到');
    await sees('您自己电话号码');
    await type('1234');
    await press(/王\*兰/);
    await sees('请按邻居电话号码');
    await type('5678');
    await press(/赵\*芳/);
    await sees('由 王*兰 帮着签的');
  });

  it('reads the notices', async () => {
    store.put('centre', 'notice', notice.id, notice);
    await press(/下午停水/);
    await sees('下午一点到五点');
  });

  it('stays at 还在看吗？ at the first press, and is home at 我好了', async () => {
    await press('吃饭');
    await sees('清蒸鲈鱼');
    // Half a minute is over before a busy machine has pressed a key: while one looks, none of it goes by.
    await leftAlone(120_000, async () => {
      await until(() => words(shell).includes('还在看吗？'));
      await until(() => deepAll(shell, 'll-still-there')[0]?.shadowRoot?.activeElement !== null);
      await pressKey('Enter');
      await until(() => !words(shell).includes('还在看吗？'));
      await sees('清蒸鲈鱼');
    });
    await leftAlone(240_000, async () => {
      await until(() => words(shell).includes('还在看吗？'));
      await press('我好了');
      await sees('我来签到');
    });
  });

  it('lets staff in by their PIN, sets the volume and looks at how the kiosk is', async () => {
    // To this page only a hand comes, round the corners.
    shell.dispatchEvent(new OpenEvent({ page: 'staff', about: null }));
    const page = await until(() => deepAll(shell, 'll-kiosk-staff')[0]);
    if (!(page instanceof LlKioskStaff)) throw new Error('not staff’s page');
    page.ask = async () => ({ type: 'staff', role: 'manager' });
    await type('402917');
    await press('确定');
    await sees('声音 50');
    await press('声音 50 大一点');
    await sees('声音 60');
    await press('重新配对');
    await press('先不配对');
    await press('本机好不好');
    await sees('没送出去');
    await press('返回');
    await press('我好了');
    await sees('今天中午吃');
  });

  /** The hub answers the nth thing that was asked of it. */
  function answer(n: number, state: 'in' | 'left'): void {
    const mid = id<'Mid'>(`0199aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`);
    store.put('device', 'enrolmentAnswer', mid, { id: mid, date: today, state, place: null, already: false });
  }
});

const allowance: RowOf<'policy'> = {
  ...policy,
  id: id('allowance'),
  category: 'care',
  kind: 'money',
  title: '高龄津贴',
  amounts: [{ words: '每月', wordsEn: 'Each month', fen: 10_000 }],
  rule: {
    lines: [
      { any: [{ question: 'age', from: 80, below: null }] },
      { any: [{ question: 'household', is: ['hukouHere'] }] },
    ],
  },
};

const notice: RowOf<'notice'> = {
  id: id('water'),
  level: 'normal',
  title: '下午停水',
  body: '下午一点到五点全楼停水。',
  fromMs: at(0, 0),
  untilMs: null,
  by: '王经理',
};
