import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import { id } from '../../src/kernel/ids.ts';
import type { Role } from '../../src/kernel/mutation.ts';
import { expectAccessible } from '../support/axe.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { button, deepAll, focused, mount, settled, unmountAll } from '../support/mount.ts';
import { mediaRow } from '../support/media-rows.ts';
import { proposalRow } from '../support/policy-rows.ts';
import { refusalRow } from '../support/rows.ts';
import { programme, staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

const words = (root: Element): string =>
  deepAll(root, 'h1, h2, h3, p, span, li, b, dd, div.detail, div.about, div.why, button, a')
    .map((one) => one.textContent ?? '')
    .join('\n')
    .replace(/[ \t]+/g, ' ');

describe('The staff console', () => {
  let store: FakeStore;
  let shell: LlStaffShell;

  async function open(role: Role, hash = '', nowMs: number | null = at(11, 2)): Promise<LlStaffShell> {
    location.hash = hash;
    store = staffStore(staff(role), nowMs);
    shell = await mount(new LlStaffShell(), { store });
    return shell;
  }
  const sections = (): string[] =>
    deepAll(shell, 'nav a').map((one) => one.querySelector('span')?.textContent ?? '');

  beforeEach(() => localStorage.clear());
  afterEach(async () => {
    unmountAll();
    location.hash = '';
    await setLocale('zh-CN');
  });

  it('shows each role what it has a use for', async () => {
    await open('canteen');
    expect(sections()).to.deep.equal(['今天', '菜单', '屏幕', '媒体', '更多']);
    unmountAll();
    await open('leader');
    expect(sections()).to.deep.equal(['今天', '活动', '屏幕', '长者', '媒体', '统计', '更多']);
    unmountAll();
    await open('advisor');
    expect(sections()).to.deep.equal(['今天', '政策', '长者', '屏幕', '媒体', '统计', '更多']);
    unmountAll();
    await open('viewer');
    expect(sections()).to.deep.equal(['今天', '屏幕', '更多']);
    expect(words(shell), 'who only looks is offered no change').not.to.contain('修改菜单');
    unmountAll();
    await open('manager');
    expect(sections()).to.deep.equal([
      '今天',
      '菜单',
      '活动',
      '屏幕',
      '长者',
      '政策',
      '媒体',
      '统计',
      '更多',
    ]);
  });

  it('names on a television’s own page the film that it cannot play, and how far it is with the others', async () => {
    await open('canteen', '#screens/dining-hall');
    const film = mediaRow({ title: '秋游', mime: 'video/mp4' });
    store.put('centre', 'media', film.id, film).put('staff', 'deviceMedia', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      heardMs: at(11, 0),
      budgetBytes: 100,
      heldBytes: 45,
      wantedFiles: 3,
      readyFiles: 1,
      wantedBytes: 100,
      readyBytes: 45,
      faults: [{ media: film.id, why: 'broken' }],
    });
    await until(() => words(shell).includes('“秋游”放不出来'));
    expect(words(shell)).to.contain('3 个里备好 1 个');
  });

  it('leads whoever follows an address that is not theirs to 今天', async () => {
    await open('viewer', '#menu');
    expect(deepAll(shell, 'h1')[0]?.textContent).to.contain('今天');
  });

  it('begins each day with what somebody is there for', async () => {
    const first = (): string | undefined =>
      deepAll(shell, '.section *').find((one) => one.shadowRoot !== null && !one.hidden)?.localName;
    const found: Record<string, string | undefined> = {};
    for (const role of ['canteen', 'leader', 'advisor', 'manager', 'viewer'] as const) {
      await open(role);
      if (role !== 'canteen' && role !== 'viewer') store.remove('staff', 'refusal', 'r1');
      await settled(shell);
      found[role] = first();
      unmountAll();
    }
    expect(found).to.deep.equal({
      canteen: 'll-staff-meal-card',
      leader: 'll-staff-next-session',
      advisor: 'll-staff-requests',
      manager: 'll-staff-device-troubles',
      viewer: 'll-staff-meal-card',
    });
  });

  it('marks a dish sold out with one press', async () => {
    await open('canteen');
    button(shell, '五花肉烩苋菜：卖完').click();
    await settled(shell);
    expect(store.asked[0]?.name).to.equal('menu.soldOut');
    expect(button(shell, '五花肉烩苋菜：又有了')).to.exist;
  });

  it('tells what the glass has said, with the time to the second', async () => {
    await open('canteen');
    expect(words(shell)).to.contain('第1版 · 11:00:00 起正在显示');
  });

  it('names who has come to those who know the people, and to nobody else', async () => {
    await open('leader');
    expect(words(shell)).to.contain('王桂兰');
    unmountAll();
    await open('canteen');
    expect(words(shell)).not.to.contain('王桂兰');
    expect(words(shell)).to.contain('1 人');
  });

  it('says how many changes wait while the hub is away', async () => {
    await open('canteen');
    store.setStatus({ link: 'away', outbox: 3 });
    await settled(shell);
    expect(words(shell)).to.contain('3 条等着送出');
    expect(words(shell), 'it does not claim to know the glass').to.contain('本机连不上');
  });

  it('says that another hub answers here, and what to look at, while the own one is away', async () => {
    localStorage.setItem('leling:another-hub', String(Date.now()));
    try {
      await open('canteen');
      store.setStatus({ link: 'away', outbox: 3 });
      await settled(shell);
      expect(words(shell)).to.contain('这里应答的不是本中心的主机');
      expect(words(shell)).to.contain('（3 条）');
      store.setStatus({ outbox: 0 });
      await settled(shell);
      expect(words(shell)).to.contain('这里应答的不是本中心的主机').and.not.to.contain('0 条');
    } finally {
      localStorage.removeItem('leling:another-hub');
    }
  });

  it('tells of a change the hub did not carry out, until somebody has looked', async () => {
    await open('canteen');
    const mid = id<'Mid'>('0199aaaa-0000-7000-8000-000000000009');
    const result = { mid, status: 'refused', code: 'unknown-dish', detail: '' } as const;
    store.setStatus({ ended: [{ mid, name: 'menu.soldOut', result }] });
    await settled(shell);
    expect(words(shell)).to.contain('有 1 项没有做成');
    deepAll(shell, 'll-staff-sync-line')[0]?.shadowRoot?.querySelector('a')?.click();
    await until(() => !words(shell).includes('有 1 项没有做成'));
  });

  it('leads whoever may decide to what waits for them, until none is open', async () => {
    const waiting = refusalRow({ id: id('c9'), status: 'done', code: 'session-cancelled', args: { a: 1 } });
    await open('leader');
    const badge = (): string => deepAll(shell, 'nav a[href="#more"] .badge')[0]?.textContent ?? '';
    const today = (): ShadowRoot | null => deepAll(shell, 'll-staff-waiting')[0]?.shadowRoot ?? null;
    const line = (): string => (today()?.textContent ?? '').trim();
    expect([badge(), line()], 'what only tells leads nowhere').to.deep.equal(['', '']);
    store.put('people', 'refusal', 'c9', waiting);
    store.put('people', 'refusal', 'c8', { ...waiting, id: id<'Mid'>('c8'), status: 'held', code: 'held' });
    await settled(shell);
    expect(badge()).to.contain('1').and.to.contain('件事等您看');
    expect(line()).to.contain('1 件事等您看一眼');
    await expectAccessible(shell);
    today()?.querySelector('a')?.click();
    (await until(() => button(shell, '知道了'))).click();
    await until(() => badge() === '');
    location.hash = '#today';
    await until(() => today() !== null);
    await settled(shell);
    expect(line()).to.equal('');
  });

  it('leads to what is wrong in the settings of the centre, which nobody finds by looking for it, until it is mended', async () => {
    await open('manager');
    const badge = (): string => deepAll(shell, 'nav a[href="#more"] .badge')[0]?.textContent ?? '';
    const line = (): string => deepAll(shell, 'll-staff-waiting')[0]?.shadowRoot?.textContent?.trim() ?? '';
    const before = badge();
    const mistyped = { name: 'kiosk-config', args: null, maker: { type: 'hub' }, madeAtMs: null } as const;
    store.put(
      'staff',
      'refusal',
      'k',
      refusalRow({ id: id('k'), code: 'centre.json /meals/0', ...mistyped }),
    );
    await settled(shell);
    expect(badge()).not.to.equal(before);
    expect(line()).to.contain('件事等您看一眼');
    store.remove('staff', 'refusal', 'k');
    await settled(shell);
    expect(badge()).to.equal(before);
  });

  it('leads from 今天 to a policy that waits for a second person whoever may approve it, and nobody else', async () => {
    const line = async (role: Role): Promise<string> => {
      await open(role);
      store.put('staff', 'policyProposal', 'meals-help', proposalRow());
      await settled(shell);
      const found = deepAll(shell, 'a').some((one) => one.getAttribute('href') === '#policies/meals-help');
      unmountAll();
      return `${role} ${found}`;
    };
    expect([await line('advisor'), await line('manager'), await line('canteen')]).to.deep.equal([
      'advisor true',
      'manager true',
      'canteen false',
    ]);
  });

  it('leads nobody to what they may not decide', async () => {
    await open('viewer');
    store.put('staff', 'refusal', 'c9', refusalRow({ id: id('c9'), args: { a: 1 } }));
    await settled(shell);
    expect(deepAll(shell, '.badge')).to.have.length(0);
    expect(deepAll(shell, 'll-staff-waiting')).to.have.length(0);
  });

  it('runs an exercise on a screen: start, pause, jump, go on, stop', async () => {
    await open('leader', '#activities');
    button(shell, '开始').click();
    await settled(shell);
    expect(words(shell)).to.contain('预备势');
    button(shell, '暂停').click();
    await settled(shell);
    button(shell, /双手托天理三焦/).click();
    await settled(shell);
    expect(deepAll(shell, '.form')[0]?.textContent).to.contain('双手托天理三焦');
    button(shell, '继续').click();
    await settled(shell);
    button(shell, '停止').click();
    await settled(shell);
    expect(
      store.asked.map(({ name }) => name),
      'stopping is asked first',
    ).not.to.contain('run.stop');
    button(shell, '停下来').click();
    await settled(shell);
    expect(store.asked.map(({ name }) => name)).to.deep.equal([
      'run.start',
      'run.pause',
      'run.jump',
      'run.resume',
      'run.stop',
    ]);
    expect(store.asked[0]?.args).to.include({ programmeId: programme.id, screenId: 'dining-hall' });
  });

  it('shows refusals, and the audit to the manager alone', async () => {
    await open('manager', '#more');
    expect(words(shell)).to.contain('送到太晚，没有执行');
    expect(words(shell)).to.contain('发布菜单');
    expect(words(shell), 'a day and a meal, not an id').to.contain('11月22日 午饭');
    unmountAll();
    await open('leader', '#more');
    expect(words(shell)).not.to.contain('谁改了什么');
  });

  it('warns of a device whose disk may have been copied', async () => {
    await open('manager', '#screens');
    const [kiosk] = await store.query(async (view) =>
      (await view.list('staff', 'device')).filter(({ kind }) => kind === 'kiosk'),
    );
    if (kiosk === undefined) throw new Error('the fixture has no kiosk');
    store.put('staff', 'device', kiosk.id, { ...kiosk, perhapsClonedAtMs: at(10, 0) });
    await settled(shell);
    expect(words(shell)).to.contain('可能有两台设备用了同一张盘');
    expect(words(shell)).to.contain('3 条等着送出');
  });

  it('moves the focus to the heading of the section one goes to', async () => {
    await open('canteen');
    location.hash = '#menu';
    await until(() => focused()?.tagName === 'H1' && focused()?.textContent?.includes('菜单'));
  });

  it('speaks again the language that whoever is there has chosen, when it is opened anew', async () => {
    await open('canteen', '#more');
    await until(() => deepAll(shell, 'll-staff-account').length > 0);
    await settled(shell);
    button(shell, 'English').click();
    await until(() => document.documentElement.lang === 'en');
    unmountAll();
    await setLocale('zh-CN');
    await open('leader');
    expect(document.documentElement.lang, 'a colleague has not').to.equal('zh-CN');
    unmountAll();
    await open('canteen');
    await until(() => document.documentElement.lang === 'en');
  });

  it('says that the day is not known instead of guessing a menu', async () => {
    await open('canteen', '', null);
    expect(words(shell)).to.contain('不知道今天几号');
    expect(words(shell)).to.contain('不知道今天是几号，连上主机后再写菜单');
  });

  it('asks who it is when nobody is signed in', async () => {
    store = staffStore({
      type: 'device',
      deviceId: id('console-1'),
      deviceKind: 'console',
      centreId: id('sample'),
    });
    shell = await mount(new LlStaffShell(), { store });
    expect(deepAll(shell, 'h1')[0]?.textContent).to.equal('乐龄屏 工作台');
  });

  for (const hash of [
    '#today',
    '#menu',
    '#activities',
    '#screens',
    '#people',
    '#policies',
    '#media',
    '#numbers',
    '#more',
  ]) {
    it(`is accessible at ${hash}, in Chinese and in English`, async () => {
      await open('manager', hash);
      await expectAccessible(shell);
      await setLocale('en');
      await settled(shell);
      await expectAccessible(shell);
    });
  }

  it('leaves no watch behind', async () => {
    await open('manager', '#activities');
    unmountAll();
    expect(store.watching).to.equal(0);
  });
});
