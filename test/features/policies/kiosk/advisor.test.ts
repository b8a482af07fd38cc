import { expect } from 'chai';
import { LlKioskPolicies } from '../../../../src/features/policies/kiosk/kiosk-policies.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { kioskConfig, kioskStore, policy } from '../../../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';

type Policy = RowOf<'policy'>;

const allowance: Policy = {
  ...policy,
  id: id('allowance'),
  category: 'care',
  kind: 'money',
  title: '高龄津贴',
  titleEn: 'Old-age allowance',
  amounts: [{ words: '每月', wordsEn: 'Each month', fen: 10_000 }],
  example: true,
  rule: {
    lines: [
      { any: [{ question: 'age', from: 80, below: null }] },
      { any: [{ question: 'household', is: ['hukouHere'] }] },
    ],
  },
};
const helper: Policy = {
  ...policy,
  id: id('helper'),
  category: 'care',
  kind: 'service',
  title: '上门照料',
  titleEn: null,
  keywords: ['洗澡'],
  rule: { lines: [{ any: [{ question: 'living', is: ['livesAlone'] }] }] },
};

describe("The advisor's questions at the kiosk", () => {
  let store: FakeStore;
  let page: LlKioskPolicies;

  const press = async (name: string | RegExp): Promise<void> => {
    pressableNamed(page, name).click();
    await settled(page);
  };
  const open = async (...rows: readonly Policy[]): Promise<void> => {
    store = kioskStore();
    store.remove('city', 'policy', policy.id);
    for (const row of rows) store.put('city', 'policy', row.id, row);
    page = await mountKiosk(new LlKioskPolicies(), store, { ...kioskConfig, printer: 'a4' });
  };
  afterEach(unmountAll);

  it('lead to what may be applied for, with the reason, the sum, and that the advisor decides', async () => {
    await open(allowance, helper);
    await press(/养老顾问问几句/);
    expect(words(page)).to.contain('多大岁数').and.to.contain('第 1 问');
    await press('80 周岁以上');
    await press('户口在本地');
    await press('一个人住');
    expect(words(page)).to.contain('您可以申请').and.to.contain('由养老顾问核定');
    expect(words(page)).to.contain('每月 100 元').and.to.contain('因为：满 80 岁、户口在本地');
    expect(words(page).indexOf('高龄津贴'), 'the money first').to.be.below(words(page).indexOf('上门照料'));
    expect(words(page), 'sums that are an example say so').to.contain('示例');
    await expectAccessible(page);
  });

  it('skip what no longer matters, and say what was nearly right and why not', async () => {
    await open(allowance);
    await press(/养老顾问问几句/);
    await press('80 周岁以上');
    await press('户口在外地，住在这里');
    expect(words(page))
      .to.contain('还没有对得上的')
      .and.to.contain('差一点')
      .and.to.contain('还差：户口在本地');
  });

  it('claim nothing that somebody is not sure of', async () => {
    await open(allowance);
    await press(/养老顾问问几句/);
    await press('80 周岁以上');
    await press(/不知道/);
    expect(words(page)).not.to.contain('您可以申请');
    expect(words(page)).to.contain('还要问清：户口在本地');
  });

  it('that nobody could answer lead to one line for all that is open, and behind it to each with what is to be asked', async () => {
    const many = [...'甲乙丙丁'].map((one) => ({
      ...helper,
      id: id<'PolicyId'>(one),
      title: `${one}类补贴`,
    }));
    await open(allowance, ...many);
    await press(/养老顾问问几句/);
    for (let asked = 0; asked < 3; asked += 1) await press(/不知道/);
    expect(words(page))
      .to.contain('再问清楚就知道的')
      .and.to.contain('有 5 项')
      .and.not.to.contain('甲类补贴');
    await press(/再问清楚就知道的/);
    for (const { title } of many) expect(words(page)).to.contain(title);
    expect(words(page)).to.contain('还要问清：一个人住');
    await press(/丙类补贴/);
    expect(words(page)).to.contain('依据');
    page.back();
    page.back();
    await settled(page);
    expect(words(page), 'back to all that came of the answers').to.contain('有 5 项');
  });

  it('go one back with 返回, and keep the answers before it', async () => {
    await open(allowance, helper);
    await press(/养老顾问问几句/);
    await press('80 周岁以上');
    await press('户口在本地');
    expect(page.back()).to.equal(true);
    await settled(page);
    expect(words(page)).to.contain('户口在哪里').and.to.contain('第 2 问');
    page.back();
    page.back();
    await settled(page);
    expect(words(page)).to.contain('政策咨询').and.to.contain('自己找一找');
    expect(page.back(), 'home is next').to.equal(false);
  });

  it('go back with 返回 from what came of them to the last one, and from there on as before', async () => {
    await open(allowance);
    await press(/养老顾问问几句/);
    await press('80 周岁以上');
    await press('户口在本地');
    for (const asked of ['户口在哪里', '多大岁数']) {
      expect(page.back()).to.equal(true);
      await settled(page);
      expect(words(page)).to.contain(asked);
    }
    expect(words(page)).to.contain('第 1 问');
  });

  it('are gone with whoever answered them: from the page, from the store and from what is printed', async () => {
    const kept = (): string => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    await open(allowance, helper);
    const before = kept();
    await press(/养老顾问问几句/);
    expect(page.personal).to.equal(false);
    await press('80 周岁以上');
    expect(page.personal).to.equal(true);
    await press('户口在本地');
    await press('一个人住');
    expect(store.asked, 'no change was made').to.deep.equal([]);
    expect(kept()).to.equal(before);
    const parent = page.parentElement;
    page.remove();
    parent?.append(page);
    await settled(page);
    expect(words(page)).to.contain('养老顾问问几句').and.not.to.contain('一个人住');
    expect(page.personal).to.equal(false);
  });

  it('leave to the advisor what is past its day, and what this build cannot judge', async () => {
    const odd: Policy = JSON.parse(
      JSON.stringify({
        ...helper,
        id: 'odd',
        title: '新办法',
        rule: { lines: [{ any: [{ moon: 'full' }] }] },
      }),
    );
    await open(allowance, odd, { ...helper, id: id('old'), title: '旧办法', expiresOn: '2026-11-01' });
    await press(/养老顾问问几句/);
    await press('不到 80 周岁');
    expect(words(page)).to.contain('判断不了').and.to.contain('新办法');
    expect(words(page)).to.contain('旧办法').and.to.contain('待核实').and.to.contain('过了核对的日子');
  });

  it('are not offered where no benefit has a rule', async () => {
    await open({ ...helper, rule: null });
    expect(words(page)).not.to.contain('养老顾问问几句');
    expect(words(page)).to.contain('自己找一找');
  });
});

describe('A benefit at the kiosk', () => {
  let store: FakeStore;
  let page: LlKioskPolicies;

  const press = async (name: string | RegExp): Promise<void> => {
    pressableNamed(page, name).click();
    await settled(page);
  };
  const read = async (row: Policy): Promise<void> => {
    store = kioskStore();
    store.remove('city', 'policy', policy.id);
    store.put('city', 'policy', row.id, row);
    page = await mountKiosk(new LlKioskPolicies(), store);
    await press('专业照护');
    await press(new RegExp(row.title));
  };
  afterEach(unmountAll);

  it('that nobody has translated stays Chinese in English, and says that it is', async () => {
    await read({ ...allowance, titleEn: null, where: '街道办事处', whereEn: null });
    await setLocale('en');
    try {
      await appears(page, 'Where to go');
      const chinese = deepAll(page, '[lang="zh-CN"]').map((one) => one.textContent?.trim());
      expect(chinese).to.include.members(['高龄津贴', '街道办事处', allowance.source]);
      expect(words(page)).to.contain('Each month: 100 yuan');
    } finally {
      await setLocale('zh-CN');
    }
  });

  it('past its day is still to be read, and visibly to be checked', async () => {
    await read({ ...allowance, expiresOn: '2026-11-01' });
    expect(words(page)).to.contain('待核实').and.to.contain('到 11月1日 为止').and.to.contain('高龄津贴');
  });

  it('is asked about by whoever says who they are, and the hub’s answer is waited for before it is told', async () => {
    await read(allowance);
    await press('请顾问联系我');
    await typeDigits(page, '1234');
    await press(/王\*兰/);
    expect(store.asked[0]).to.deep.equal({
      name: 'request.raise',
      args: { memberId: 'm1', policyId: 'allowance', place: '一楼大厅', seen: { name: '王*兰' } },
    });
    expect(words(page)).not.to.contain('已经交给顾问');
    expect(page.personal).to.equal(true);
    store.setStatus({ link: 'away', outbox: 1 });
    await settled(page);
    expect(words(page)).to.contain('已经记下了').and.to.contain('连上以后就交给顾问');
    const mid = id<'Mid'>('0199aaaa-0000-7000-8000-000000000001');
    store.put('device', 'requestAnswer', mid, { id: mid, raisedAtMs: 1, state: 'waiting', answeredBy: null });
    await settled(page);
    expect(words(page)).to.contain('已经交给顾问了').and.not.to.contain('王*兰');
    store.put('device', 'requestAnswer', mid, {
      id: mid,
      raisedAtMs: 1,
      state: 'taken',
      answeredBy: '陈顾问',
    });
    await settled(page);
    expect(words(page)).to.contain('陈顾问看到了');
  });

  it('is asked about without a name too, and can be let be', async () => {
    await read(allowance);
    await press('请顾问联系我');
    await press(/不说名字/);
    expect(store.asked[0]?.args).to.deep.include({ memberId: null, seen: null });
    await press('不用联系了');
    expect(words(page)).to.contain('不用联系了').and.to.contain('想问随时再来');
  });

  it('that could not be kept says so, and offers another try', async () => {
    await read(allowance);
    await press('请顾问联系我');
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: '' };
    await press(/不说名字/);
    expect(words(page)).to.contain('没有记下来');
    await press('再试一次');
    expect(words(page)).to.contain('最后四位');
  });
});

describe('Looking for a benefit at the kiosk', () => {
  let store: FakeStore;
  let page: LlKioskPolicies;
  const press = async (name: string | RegExp): Promise<void> => {
    pressableNamed(page, name).click();
    await settled(page);
  };
  beforeEach(async () => {
    store = kioskStore();
    for (const row of [allowance, helper]) store.put('city', 'policy', row.id, row);
    page = await mountKiosk(new LlKioskPolicies(), store);
    await press(/自己找一找/);
  });
  afterEach(unmountAll);

  it('finds by the letters tapped, at each of them, and opens what is found', async () => {
    for (const letter of 'GLJT') await press(letter);
    await appears(page, '高龄津贴');
    expect(words(page)).to.contain('GLJT').and.not.to.contain('上门照料');
    await press(/高龄津贴/);
    expect(words(page)).to.contain('依据');
    page.back();
    await settled(page);
    expect(words(page), 'as it was left').to.contain('GLJT');
    await expectAccessible(page);
  });

  it('finds by a word that is tapped, and lets letters take its place', async () => {
    await press('洗澡');
    expect(words(page)).to.contain('上门照料');
    await press('G');
    expect(words(page)).not.to.contain('上门照料');
    await press('删掉');
    expect(words(page)).to.contain('看病');
  });

  it('offers English words to whoever reads English, which find the same and give way to letters as a whole', async () => {
    await setLocale('en');
    try {
      await settled(page);
      expect(words(page)).to.contain('Money').and.not.to.contain('看病');
      await press('Bath');
      expect(words(page)).to.contain('上门照料');
      await press('Erase');
      expect(words(page)).to.contain('Doctor');
      await press('Bath');
      for (const letter of 'GLJT') await press(letter);
      await appears(page, 'Old-age allowance');
    } finally {
      await setLocale('zh-CN');
    }
  });

  it('finds the one among two thousand, and shows of many no more than anybody leafs through', async () => {
    for (let n = 0; n < 2000; n += 1)
      store.put('city', 'policy', `p${n}`, {
        ...helper,
        id: id<'PolicyId'>(`p${n}`),
        title: `服务第${n}号`,
        keywords: [],
      });
    await settled(page);
    for (const letter of 'GLJT') await press(letter);
    await appears(page, '高龄津贴');
    for (let n = 0; n < 4; n += 1) await press('删掉');
    for (const letter of 'FW') await press(letter);
    await appears(page, '服务第');
    expect(deepAll(page, 'button.choice').length).to.be.within(1, 40);
  });

  it('that finds nothing says what to do', async () => {
    for (const letter of 'QQQ') await press(letter);
    expect(words(page)).to.contain('没有找到').and.to.contain('养老顾问');
  });

  it('takes a keyboard too', async () => {
    for (const key of ['g', 'l', 'x', 'Backspace'])
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settled(page);
    await appears(page, '高龄津贴');
  });
});
