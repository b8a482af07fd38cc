import { expect } from 'chai';
import { LlStaffExpiring } from '../../../../src/features/policies/console/staff-expiring.ts';
import { LlStaffPoliciesToRead } from '../../../../src/features/policies/console/staff-policies-to-read.ts';
import { LlStaffPolicies } from '../../../../src/features/policies/console/staff-policies.ts';
import { LlStaffPolicyEditor } from '../../../../src/features/policies/console/staff-policy-editor.ts';
import { HOUSE } from '../../../../src/features/policies/model/policy-texts.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { policyRow, proposalRow } from '../../../support/policy-rows.ts';
import { refusalRow } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const KEY = 'meals-help';
const words = (element: Element): string =>
  deepAll(element, '*')
    .map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
    .concat(element.shadowRoot?.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

function field(root: Element, label: string | RegExp): HTMLInputElement | HTMLTextAreaElement {
  const found = deepAll(root, 'input, textarea').find((one) => {
    const name = one.getAttribute('aria-label') ?? '';
    return typeof label === 'string' ? name === label : label.test(name);
  });
  if (!(found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement))
    throw new Error(`no field ${String(label)}`);
  return found;
}

/** Nothing of what was written in an earlier case is on this browser's shelf. */
function clean(): void {
  for (const key of Object.keys(localStorage)) if (key.includes('policy/')) localStorage.removeItem(key);
}

describe('Policies on the console', () => {
  let store: FakeStore;
  const put = (over: Partial<RowOf<'policy'>> = {}): void => {
    const row = policyRow({ version: 1, ...over });
    store.put('city', 'policy', row.id, row);
  };
  const read = () => store.query((view) => view.get('city', 'policy', KEY));
  const asAdvisor = (): FakeStore => staffStore(staff('advisor', '陈顾问'));

  beforeEach(() => {
    clean();
    store = asAdvisor();
  });
  afterEach(async () => {
    unmountAll();
    clean();
    await setLocale('zh-CN');
  });

  async function editor(policyId = KEY): Promise<LlStaffPolicyEditor> {
    const page = new LlStaffPolicyEditor();
    page.policyId = policyId;
    page.addEventListener('ll-policy-choose', (event) => {
      if (event.policyId !== null) page.policyId = event.policyId;
    });
    await mount(page, { store });
    await settled(page);
    return page;
  }
  async function type(page: LlStaffPolicyEditor, label: string | RegExp, value: string): Promise<void> {
    const one = field(page, label);
    one.value = value;
    one.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(page);
  }
  async function press(page: LlStaffPolicyEditor | LlStaffPolicies, name: string | RegExp): Promise<void> {
    button(page, name).click();
    await settled(page);
  }

  describe('the list', () => {
    const list = () => mount(new LlStaffPolicies(), { store });

    it('says that there are none, and of what has not come that it has not', async () => {
      const page = await list();
      expect(words(page)).to.contain('还没有政策');
      store.lose();
      store.setStatus({ link: 'away' });
      await settled(page);
      expect(words(page)).not.to.contain('还没有政策');
    });

    it('says how each stands, and shows one kind alone where it is asked for', async () => {
      put({ title: '长久的' });
      put({ id: id('soon'), title: '快完的', expiresOn: '2026-12-10' });
      put({ id: id('over'), title: '过了的', expiresOn: '2026-11-01' });
      store.put('staff', 'policyProposal', 'new', proposalRow({ id: id('new'), title: '没批的' }));
      const gone = policyRow({ id: id('gone'), title: '撤了的' });
      store.put('staff', 'policyWithdrawn', 'gone', { id: gone.id, policy: gone, by: '李', atMs: null });
      const page = await list();
      for (const chip of ['10月1日核对', '12月10日到期', '11月1日到期了', '等批准', '已撤下'])
        expect(words(page)).to.contain(chip);
      await expectAccessible(page);
      await press(page, /^快到期/);
      expect(words(page)).to.contain('快完的').and.not.to.contain('长久的');
    });

    it('is in English for whoever reads English, as far as it is written', async () => {
      put({ title: '助餐补贴', titleEn: 'Meal allowance' });
      put({ id: id('bath'), title: '助浴', titleEn: null });
      await setLocale('en');
      const page = await list();
      expect(words(page)).to.contain('Meal allowance').and.to.contain('助浴').and.not.to.contain('助餐补贴');
    });

    it('finds by an everyday word, and says so where nothing is found', async () => {
      put({ title: '助餐补贴', keywords: ['饭钱'] });
      put({ id: id('bath'), title: '助浴', category: 'care' });
      const page = await list();
      const find = deepAll(page, 'input')[0];
      if (!(find instanceof HTMLInputElement)) throw new Error('no field');
      find.value = '饭钱';
      find.dispatchEvent(new Event('input'));
      await settled(page);
      expect(words(page)).to.contain('助餐补贴').and.not.to.contain('助浴');
      find.value = '火箭';
      find.dispatchEvent(new Event('input'));
      await settled(page);
      expect(words(page)).to.contain('没有找到');
    });
  });

  describe('one that is written', () => {
    it('is published with what was typed, and taken back as it was', async () => {
      put();
      const page = await editor();
      await type(page, '名称', '助餐补贴（新）');
      await press(page, '发布');
      expect((await read())?.title).to.equal('助餐补贴（新）');
      expect(words(page)).to.contain('已发布');
      await expectAccessible(page);
      await press(page, '撤回这次修改');
      expect((await read())?.title).to.equal('助餐补贴');
    });

    it('is not said to be published while the hub is away', async () => {
      put();
      const page = await editor();
      await type(page, '名称', '新的');
      await press(page, '发布');
      store.setStatus({ link: 'away', outbox: 1 });
      await settled(page);
      expect(words(page)).to.contain('还没送到主机').and.not.to.contain('已发布；');
    });

    it('is still there after the page was closed', async () => {
      put();
      await type(await editor(), '名称', '写了一半');
      unmountAll();
      expect(field(await editor(), '名称').value).to.equal('写了一半');
      const list = await mount(new LlStaffPolicies(), { store });
      expect(words(list)).to.contain('没发布的改动');
    });

    it('from nothing asks for what it must have, where that is, and then has a name of its own', async () => {
      const page = await editor('new');
      await type(page, '名称', '免费体检');
      await press(page, '发布');
      expect(words(page)).to.contain('有 3 处要先改好');
      expect(field(page, '一句话说清').getAttribute('aria-invalid')).to.equal('true');
      expect(await store.query((view) => view.list('city', 'policy'))).to.have.length(0);
      await type(page, '一句话说清', '每年一次，不花钱。');
      await type(page, '正文第 1 条', '带上身份证。');
      await type(page, '依据的文件', '基本公共卫生服务规范');
      await press(page, '发布');
      const [made] = await store.query((view) => view.list('city', 'policy'));
      expect([made?.title, page.policyId]).to.deep.equal(['免费体检', made?.id]);
      await press(page, '撤回这次修改');
      expect(await store.query((view) => view.list('city', 'policy'))).to.have.length(0);
    });

    it('withdrawn is gone, and put back by one press', async () => {
      put();
      const page = await editor();
      await press(page, '撤下这一条');
      expect(await read()).to.equal(undefined);
      await press(page, '放回一体机');
      expect((await read())?.title).to.equal('助餐补贴');
    });

    it('dropped by a slip, or a line of it, is had back', async () => {
      put();
      const page = await editor();
      await press(page, '去掉：谁能享受第 1 条');
      await press(page, '放回去');
      expect(field(page, '谁能享受第 1 条').value).to.equal('满 60 岁');
      await type(page, '名称', '新的');
      await press(page, '不改了');
      expect(field(page, '名称').value).to.equal('助餐补贴');
      await press(page, '拿回来');
      expect(field(page, '名称').value).to.equal('新的');
    });

    it('by two at once asks about what both changed, and keeps both of what they did not', async () => {
      put();
      const page = await editor();
      await type(page, '名称', '我的');
      await type(page, '问谁的电话', '12345');
      put({ title: '对方的', summary: '对方的一句。', version: 2 });
      await settled(page);
      expect(field(page, '一句话说清').value).to.equal('对方的一句。');
      expect(words(page)).to.contain('别人也在改');
      await press(page, '名称：用对方写的');
      await press(page, '发布');
      const { title, summary, phone } = (await read()) ?? {};
      expect([title, summary, phone]).to.deep.equal(['对方的', '对方的一句。', '12345']);
    });

    it('that the hub found a newer text under is back with its author, and waits for nobody else', async () => {
      put();
      const page = await editor();
      await type(page, '问谁的电话', '12345');
      store.setStatus({ outbox: 1 });
      await press(page, '发布');
      const mid = id<'Mid'>('0199aaaa-0000-7000-8000-000000000001');
      const result = { mid, status: 'conflict' as const, current: 2 };
      store.setStatus({ outbox: 0, ended: [{ mid, name: 'policy.save', result }] });
      put({ title: '对方的', version: 2 });
      store.put('staff', 'refusal', mid, refusalRow({ id: mid, name: 'policy.save', status: 'conflict' }));
      await settled(page);
      expect([field(page, '名称').value, field(page, '问谁的电话').value]).to.deep.equal(['对方的', '12345']);
      expect(words(page)).not.to.contain('已发布；');
      const row = await store.query((view) => view.get('staff', 'refusal', mid));
      expect(row?.settled?.how).to.equal('dismissed');
    });

    it('in Chinese alone says that its English is of before', async () => {
      put({ titleEn: 'Help with meals' });
      const page = await editor();
      expect(words(page)).not.to.contain('英文还是');
      await type(page, '名称', '新的');
      expect(words(page)).to.contain('英文还是');
    });

    it('has room on a telephone, however long what is said', async () => {
      put({ title: '长'.repeat(40), summary: '长'.repeat(120), source: 'x'.repeat(120) });
      const page = await editor();
      page.style.width = '320px';
      await settled(page);
      expect(page.scrollWidth).to.be.at.most(320);
    });
  });

  describe('who qualifies', () => {
    it('is put together from sentences, and tried on people beside', async () => {
      put();
      const page = await editor();
      const some = deepAll(page, 'input[type=radio]')[2];
      some?.click();
      await settled(page);
      await type(page, /满几岁$/, '80');
      expect(words(page)).to.contain('符合').and.to.contain('82 岁').and.to.contain('还差：满 80 岁');
      await press(page, '并且……再加一句');
      const about = deepAll(page, 'select').filter((one) =>
        /说的是/.test(one.getAttribute('aria-label') ?? ''),
      );
      const second = about[1];
      if (!(second instanceof HTMLSelectElement)) throw new Error('no second sentence');
      second.value = 'household';
      second.dispatchEvent(new Event('change'));
      await settled(page);
      expect(words(page)).to.contain('条件还没写完');
      await press(page, '发布');
      expect(words(page)).to.contain('至少勾一项');
      const here = deepAll(page, 'label.tick').find((one) => one.textContent?.includes('户口在本地'));
      here?.querySelector('input')?.click();
      await settled(page);
      await expectAccessible(page);
      await press(page, '发布');
      expect((await read())?.rule?.lines.map(({ any }) => any)).to.deep.equal([
        [{ question: 'age', from: 80, below: null }],
        [{ question: 'household', is: ['hukouHere'] }],
      ]);
    });
  });

  describe('with two pairs of eyes', () => {
    const proposed = () => store.query((view) => view.get('staff', 'policyProposal', KEY));
    beforeEach(() => {
      store.put('staff', 'policyHouse', HOUSE, { id: HOUSE, twoPairs: true, by: '主任' });
      put();
    });

    it('what is written waits, and elders see what they saw', async () => {
      const page = await editor();
      await type(page, '名称', '新的');
      await press(page, '送去批准');
      expect(words(page)).to.contain('等另一位批准').and.to.contain('这是您写的');
      expect([(await read())?.title, (await proposed())?.policy.title]).to.deep.equal(['助餐补贴', '新的']);
    });

    it('the second sees what is new, sends it back with a word, or approves it', async () => {
      store.put('staff', 'policyProposal', KEY, proposalRow({ title: '新的', version: 2 }));
      const page = await editor();
      expect(words(page)).to.contain('李顾问写的').and.to.contain('助餐补贴').and.to.contain('新的');
      await expectAccessible(page);
      await press(page, '退回');
      const why = deepAll(page, '#words')[0];
      if (!(why instanceof HTMLInputElement)) throw new Error('no field');
      why.value = '电话不对';
      await press(page, '退回');
      expect((await proposed())?.back?.words).to.equal('电话不对');
      store.put('staff', 'policyProposal', KEY, proposalRow({ title: '更新的', version: 3 }));
      await settled(page);
      await press(page, '批准并发布');
      expect((await read())?.title).to.equal('更新的');
    });
  });

  describe('what runs out', () => {
    it('is a quiet line of 今天, and none while all go on', async () => {
      put({ title: '助餐补贴', expiresOn: '2027-11-01' });
      const line = await mount(new LlStaffExpiring(), { store });
      expect(words(line).trim()).to.equal('');
      put({ id: id('soon'), title: '体检', expiresOn: '2026-12-10' });
      put({ id: id('over'), title: '助浴', expiresOn: '2026-11-01' });
      await settled(line);
      expect(words(line)).to.contain('《助浴》11月1日已到期').and.to.contain('还有 1 条');
      await expectAccessible(line);
    });
  });

  it('are told on the day’s own page to whoever may approve them: nobody looks through the list for what waits', async () => {
    const mine = proposalRow({}, { accountId: id('account-advisor') });
    const theirs = proposalRow({ id: id('baths'), title: '助浴补贴' });
    const back = { by: '王经理', words: '写清楚些', atMs: null };
    const told = async (...waiting: readonly RowOf<'policyProposal'>[]): Promise<string> => {
      const rows = asAdvisor();
      for (const one of waiting) rows.put('staff', 'policyProposal', one.id, one);
      const line = await mount(new LlStaffPoliciesToRead(), { store: rows });
      const where = deepAll(line, 'a')[0]?.getAttribute('href') ?? '';
      const said = `${deepAll(line, 'span')[0]?.textContent?.trim() ?? ''} ${where}`;
      if (waiting.length === 1) await expectAccessible(line);
      unmountAll();
      return said.trim();
    };
    expect(await told(theirs)).to.equal('《助浴补贴》等您看过再发布 #policies/baths');
    expect(await told(theirs, proposalRow({}))).to.equal('2 条政策等您看过再发布 #policies');
    expect(await told(mine), 'one’s own waits for others').to.equal('');
    expect(await told({ ...theirs, back }), 'it waits for who wrote it').to.equal('');
    await setLocale('en');
    const inEnglish = proposalRow({ id: id('baths'), title: '助浴补贴', titleEn: 'Bathing subsidy' });
    expect(await told(inEnglish)).to.equal('Bathing subsidy waits for you to read it #policies/baths');
  });
});
