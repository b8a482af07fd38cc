import { expect } from 'chai';
import { createHubClient, type HubClient } from '../../../../src/app/hub-client.ts';
import { LlStaffLog } from '../../../../src/features/records/console/staff-log.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, type, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const DAY_MS = 86_400_000;
const entry = (key: string, receivedAtMs: number, more: Partial<RowOf<'audit'>> = {}): RowOf<'audit'> => ({
  id: id<'Mid'>(key),
  name: 'account.change',
  by: '王经理',
  deviceId: id('console-1'),
  subject: ['account/li'],
  receivedAtMs,
  changed: [{ subject: 'account/li', path: ['locked'], before: null, after: true }],
  ...more,
});

/** Who asks a month later who locked the cook out, or took a price down, is told in words, and never "nothing" for want of the hub. */
describe('The log of who changed what', () => {
  let store: FakeStore;
  let page: LlStaffLog;
  let asked: unknown[];
  let answers: (object | null)[];

  const api = (): HubClient =>
    createHubClient('console-1', async (_path, init) => {
      asked.push(typeof init.body === 'string' ? JSON.parse(init.body) : null);
      const answer = answers.shift() ?? null;
      if (answer === null) throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify(answer), { headers: { 'leling-hub': 'the-hub' } });
    });

  async function open(...given: (object | null)[]): Promise<void> {
    answers = given;
    store = staffStore(staff('manager'));
    store.put('staff', 'account', 'li', {
      id: id<'AccountId'>('li'),
      name: '李师傅',
      role: 'canteen',
      active: true,
    });
    page = await mount(new LlStaffLog(), { store, api: api() });
    await until(() => deepAll(page, 'section').some((one) => one.getAttribute('aria-busy') === 'false'));
    await until(() => asked.length > 0);
    await settled(page);
  }
  const words = (): string =>
    deepAll(page, 'h3, .what, .soft, .detail, p')
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim())
      .join('\n');

  beforeEach(() => {
    localStorage.clear();
    asked = [];
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('says by whom, to whom and from what to what, day by day, and goes on to years ago', async () => {
    await open(
      {
        rows: [entry('a', at(10, 0)), entry('b', at(9, 0) - DAY_MS)],
        earlier: '2026-11-20',
        asOfMs: at(11, 2),
      },
      { rows: [entry('c', at(9, 0) - 800 * DAY_MS, { by: 'hub' })], earlier: null, asOfMs: at(11, 2) },
    );
    await until(() => words().includes('李师傅'));
    expect(words()).to.contain('改账号').and.to.contain('锁着：空 → 是').and.to.contain('2026年11月22日');
    await expectAccessible(page);
    button(page, '看更早的').click();
    await until(() => words().includes('2024年'));
    expect(asked[1]).to.deep.equal({ last: '2026-11-20' });
    expect(words(), 'what was read stays').to.contain('2026年11月22日');
    expect(deepAll(page, 'button.more')).to.have.length(0);
  });

  it('looks for a name as what bears it, and for a deed by what it is called here', async () => {
    await open({ rows: [], earlier: null, asOfMs: 0 }, { rows: [], earlier: null, asOfMs: 0 });
    await until(() => words().includes('还没有记录'));
    const [field] = deepAll(page, 'input#text');
    if (!(field instanceof HTMLInputElement)) throw new Error('no field');
    type(field, '李师傅');
    button(page, '查找').click();
    await until(() => words().includes('没有找到'));
    expect(asked[1]).to.deep.equal({ text: '李师傅', names: [], subjects: ['account/li'] });
  });

  it('says that the hub is away, shows what the console holds, and keeps what was found when going on fails', async () => {
    await open(null);
    await until(() => words().includes('现在连不上主机'));
    expect(words(), 'not that there is nothing').not.to.contain('还没有记录');
    answers = [{ rows: [entry('a', at(10, 0))], earlier: '2026-11-20', asOfMs: 0 }, null];
    button(page, '再问一次').click();
    await until(() => words().includes('锁着：空 → 是'));
    button(page, '看更早的').click();
    await until(() => words().includes('更早的没有取来'));
    expect(words()).to.contain('锁着：空 → 是');
  });

  it('is no wider than a small telephone, whatever was written', async () => {
    await setLocale('en');
    const long = 'Aleksandrowitschtschenkowolfeschlegelsteinhausenbergerdorff'.repeat(3);
    const changed = [{ subject: 'account/li', path: ['name'], before: long, after: '李' }];
    await open({
      rows: [entry('a', at(10, 0), { changed, by: long.slice(0, 100) })],
      earlier: null,
      asOfMs: 0,
    });
    await until(() => deepAll(page, '.what').length > 0);
    page.style.width = '320px';
    await settled(page);
    expect(page.scrollWidth).to.be.at.most(320);
  });
});
