import { expect } from 'chai';
import { LlStaffMemberImport } from '../../../../src/features/members/console/staff-member-import.ts';
import type { Member } from '../../../../src/features/members/model/roster.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const lan: Member = { id: id('lan'), name: '王秀兰', phone: '13800005041', birthYear: null };

describe('A list of members that is taken in', () => {
  let store: FakeStore;
  let sheet: LlStaffMemberImport;
  const words = (): string => sheet.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
  const comes = (text: string | RegExp): Promise<boolean> =>
    until(async () => {
      await settled(sheet);
      const now = words();
      if (typeof text === 'string' ? now.includes(text) : text.test(now)) return true;
      throw new Error(`${String(text)} is not in: ${now.slice(0, 300)}`);
    });
  const press = async (name: string | RegExp): Promise<void> => {
    button(sheet, name).click();
    await settled(sheet);
  };
  const choose = async (text: string): Promise<void> => {
    const field = deepAll(sheet, '#file')[0];
    if (!(field instanceof HTMLInputElement)) throw new Error('no file is asked for');
    const files = new DataTransfer();
    files.items.add(new File([text], '名单.csv', { type: 'text/csv' }));
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
  };
  const members = () => store.query((view) => view.list('people', 'member'));
  const names = async () => (await members())?.map(({ name }) => name).sort();

  beforeEach(async () => {
    store = staffStore(staff('advisor')).put('people', 'member', 'lan', lan);
    sheet = await mount(new LlStaffMemberImport(), { store });
    sheet.members = (await members()) ?? [];
    sheet.open = true;
    await settled(sheet);
  });
  afterEach(unmountAll);

  it('is shown first, with each doubtful cell by its address; nothing is saved until somebody says so', async () => {
    await choose('姓名,手机,出生年份\n王秀兰,13800005041,1948\n赵大妈,12,1950\n,13900000002,');
    await comes('新加 1 位，更改 1 位，已有 0 位，没收 1 行');
    expect(words()).to.contain('B3“12”不是电话').and.to.contain('B4没有姓名');
    expect(words()).to.contain('出生年份 没有 → 1948'.replace('没有', '（空着）'));
    expect(store.asked).to.deep.equal([]);
    await expectAccessible(sheet);
    await press('导入 2 位');
    await comes('2 位已经收进名册');
    expect(await names()).to.deep.equal(['王桂兰', '王秀兰', '赵大妈']);
    await press('撤回这次导入');
    await comes('已经撤回');
    expect(await names()).to.deep.equal(['王桂兰', '王秀兰']);
    expect((await members())?.find(({ id: one }) => one === 'lan')).to.deep.equal(lan);
  });

  it('leaves who is a member already as they are where that is wished', async () => {
    await choose('姓名,手机,出生年份\n王秀兰,13800005041,1948\n赵大妈,13900000002,1950');
    await comes('新加 1 位');
    const tick = deepAll(sheet, 'input[type="checkbox"]')[0];
    tick?.click();
    await settled(sheet);
    await press('导入 1 位');
    await comes('1 位已经收进名册');
    expect((await members())?.find(({ id: one }) => one === 'lan')?.birthYear).to.equal(null);
  });

  it('of two thousand goes in bounded steps, and says so where the device takes no more', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `成员${i},1390000${String(i).padStart(4, '0')}`);
    await choose(['姓名,手机', ...rows].join('\n'));
    await comes('新加 250 位');
    await press('导入 250 位');
    await comes('250 位已经收进名册');
    const sizes = store.asked.map(({ args }) => (args as unknown as { members: unknown[] }).members.length);
    expect(sizes).to.deep.equal([100, 100, 50]);
    await press('换一张');
    await choose(['姓名,手机', ...rows.map((row) => row.replace('成员', '邻居'))].join('\n'));
    await comes('新加 250 位');
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: 'full' };
    await press('导入 250 位');
    await comes('存到一半停住了：0 位收下了');
  });

  it('that is none says what it is and what to do, and asks again', async () => {
    await choose('%PDF-1.7 renamed');
    await comes(/PDF/);
    await choose('王秀兰,13800000001\n李根生,13800000002');
    await comes('没找到标题行');
    await expectAccessible(sheet);
  });
});
