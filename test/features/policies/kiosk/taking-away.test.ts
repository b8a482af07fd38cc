import { expect } from 'chai';
import { LlKioskPolicies } from '../../../../src/features/policies/kiosk/kiosk-policies.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { kioskConfig, kioskStore, policy } from '../../../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { until } from '../../../support/until.ts';

const allowance: RowOf<'policy'> = {
  ...policy,
  id: id('allowance'),
  category: 'care',
  kind: 'money',
  title: '高龄津贴',
  amounts: [{ words: '每月', wordsEn: 'Each month', fen: 10_000 }],
};

/** What is taken along, on paper or by the telephone. */
describe('An article that is taken away', () => {
  let store: FakeStore;
  let page: LlKioskPolicies;

  const press = async (name: string | RegExp): Promise<void> => {
    pressableNamed(page, name).click();
    await settled(page);
  };
  const read = async (printer: 'a4' | 'receipt' | null): Promise<void> => {
    store = kioskStore();
    store.remove('city', 'policy', policy.id);
    store.put('city', 'policy', allowance.id, allowance);
    page = await mountKiosk(new LlKioskPolicies(), store, {
      ...kioskConfig,
      ...(printer === null ? {} : { printer }),
    });
    await press('专业照护');
    await press(/高龄津贴/);
  };
  afterEach(unmountAll);

  it('is offered on paper only where there is a printer', async () => {
    await read(null);
    await press('带回去');
    expect(words(page)).to.contain('用手机扫一扫').and.not.to.contain('打印出来');
  });

  it('is not left lying for the next person by a printer that never answers, which is said', async () => {
    await read('receipt');
    await press('带回去');
    const own = window.print;
    window.print = () => window.dispatchEvent(new Event('beforeprint'));
    const time = new PassingTime(store);
    try {
      await press('打印出来');
      await settled(page);
      expect(document.querySelector('ll-policy-sheet')).not.to.equal(null);
      await time.seconds(1, page);
      await appears(page, '打印机这会儿没出纸');
      expect(document.querySelector('ll-policy-sheet')).to.equal(null);
      time.stop();
      await press('再打一次');
      await until(() => document.querySelector('ll-policy-sheet') !== null);
      page.remove();
      await until(() => document.querySelector('ll-policy-sheet') === null);
    } finally {
      time.stop();
      window.print = own;
    }
  });

  it('is printed alone, and nothing of it stays on the page for the next person', async () => {
    await read('receipt');
    await press('带回去');
    const printed: string[] = [];
    const own = window.print;
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      printed.push(words(document.querySelector('ll-policy-sheet') ?? document.body));
      window.dispatchEvent(new Event('afterprint'));
    };
    try {
      await press('打印出来');
      await appears(page, '纸出来了吗');
    } finally {
      window.print = own;
    }
    expect(printed).to.have.length(1);
    expect(printed[0]).to.contain('高龄津贴').and.to.contain('身份证').and.to.contain('每月 100 元');
    expect(document.querySelector('ll-policy-sheet')).to.equal(null);
    expect(document.adoptedStyleSheets).to.deep.equal([]);
    await press('没有纸出来');
    expect(words(page))
      .to.contain('用手机扫这个码')
      .and.to.contain('请顾问联系我')
      .and.to.contain('再打一次');
  });

  it('that the browser may not print is said not to have come out, and what else there is', async () => {
    await read('a4');
    await press('带回去');
    const own = window.print;
    // A policy that forbids printing makes nothing of the call.
    window.print = () => undefined;
    try {
      await press('打印出来');
      await appears(page, '没出纸');
    } finally {
      window.print = own;
    }
    expect(words(page)).to.contain('用手机扫这个码').and.to.contain('请顾问联系我');
    expect(document.querySelector('ll-policy-sheet')).to.equal(null);
  });
});
