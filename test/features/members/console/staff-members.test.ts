import { expect } from 'chai';
import { cardAsKept } from '../../../../src/app/card-number.ts';
import { LlStaffMembers } from '../../../../src/features/members/console/staff-members.ts';
import { LlStaffMember } from '../../../../src/features/members/console/staff-member.ts';
import type { Member } from '../../../../src/features/members/model/roster.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { readCard } from '../../../support/card-reader.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { button, deepAll, mount, settled, toldInSheet, type, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const lan: Member = {
  id: id('lan'),
  name: '王秀兰',
  phone: '13800005041',
  birthYear: 1948,
  note: '耳朵背',
  pairedWith: [id('gen')],
};
const gen: Member = { id: id('gen'), name: '李根生', phone: '13800007777', birthYear: 1936 };

describe('Members on the console', () => {
  let store: FakeStore;
  let page: LlStaffMembers;
  const words = (): string =>
    deepAll(page, '*')
      .flatMap((one) => (one.shadowRoot === null ? [] : [one.shadowRoot.textContent ?? '']))
      .concat(page.shadowRoot?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ');
  const press = async (name: string | RegExp): Promise<void> => {
    button(page, name).click();
    await settled(page);
  };
  const field = (selector: string): HTMLInputElement => {
    const found = deepAll(page, selector)[0];
    if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${selector}`);
    return found;
  };
  const write = async (selector: string, text: string): Promise<void> => {
    type(field(selector), text);
    await settled(page);
  };
  const rows = (): readonly string[] =>
    deepAll(page, '.row .who').map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const row = (key: string) => store.query((view) => view.get('people', 'member', key));
  const open = async (role: 'advisor' | 'leader' = 'advisor', more = 0): Promise<void> => {
    store = staffStore(staff(role)).put('people', 'member', 'lan', lan).put('people', 'member', 'gen', gen);
    for (let i = 0; i < more; i += 1)
      store.put('people', 'member', `n${i}`, { ...gen, id: id<'MemberId'>(`n${i}`), name: `赵${i}` });
    page = await mount(new LlStaffMembers(), { store });
    page.mayChange = role === 'advisor';
    await settled(page);
  };
  beforeEach(() => open());
  afterEach(unmountAll);

  it('stand masked, nobody’s name or number whole on the glass, and are found by both', async () => {
    expect(rows()).to.deep.equal(['李*生 电话尾号 7777', '王*兰 电话尾号 1234', '王*兰 电话尾号 5041']);
    for (const hidden of ['王秀兰', '13800005041', '耳朵背', '1948']) expect(words()).to.not.contain(hidden);
    await expectAccessible(page);
    await write('#find', '秀兰');
    expect(rows()).to.deep.equal(['王*兰 电话尾号 5041']);
    await write('#find', '7777');
    expect(rows()).to.deep.equal(['李*生 电话尾号 7777']);
    await write('#find', '没有这个人');
    expect(words()).to.contain('没找到“没有这个人”');
  });

  it('are found by initials once it is known how names are read', async () => {
    field('#find').focus();
    await write('#find', 'lgs');
    expect(await until(() => rows().length > 0 && rows())).to.deep.equal(['李*生 电话尾号 7777']);
  });

  it('five thousand are fifty rows and a way on', async () => {
    unmountAll();
    await open('advisor', 5000);
    expect(rows()).to.have.length(50);
    await press('再看 50 位');
    expect(rows()).to.have.length(100);
    expect(words()).to.contain('5003 位');
  });

  it('of five thousand whoever scrolls comes to the next, and nothing is pressed', async () => {
    unmountAll();
    await open('advisor', 5000);
    window.scrollTo(0, document.documentElement.scrollHeight);
    while (rows().length === 50) await new Promise(requestAnimationFrame);
    expect(rows()).to.have.length(100);
    window.scrollTo(0, 0);
    await write('#find', '赵49');
    expect(rows(), 'what is looked for anew begins at its beginning').to.have.length(50);
  });

  it('are gone through by the arrows from the field, past what is drawn, and opened by Enter', async () => {
    unmountAll();
    await open('advisor', 60);
    const focused = (): string =>
      page.shadowRoot?.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const key = async (name: string): Promise<void> => {
      const at = page.shadowRoot?.activeElement;
      at?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true }),
      );
      await settled(page);
    };
    field('#find').focus();
    await key('ArrowDown');
    expect(focused()).to.contain('李*生');
    expect(deepAll(page, '.row[tabindex="0"]'), 'Tab comes to the list once').to.have.length(1);
    await key('End');
    await key('ArrowDown');
    expect(rows().length).to.equal(63);
    expect(page.shadowRoot?.activeElement).to.equal(deepAll(page, '.row')[50]);
    await key('Home');
    await key('ArrowUp');
    expect(page.shadowRoot?.activeElement).to.equal(field('#find'));
    await write('#find', '5041');
    await key('Enter');
    expect(words()).to.contain('看资料');
  });

  it('are shown past the mask only by a look that is written down, and masked again when nobody touches them', async () => {
    await press(/5041/);
    expect(words()).to.not.contain('13800005041');
    await press('看资料');
    expect(words()).to.contain('13800005041').and.to.contain('耳朵背').and.to.contain('李*生 …7777');
    expect(store.asked).to.deep.equal([{ name: 'member.reveal', args: { memberId: 'lan' } }]);
    await expectAccessible(page);
    const sheet = deepAll(page, 'll-staff-member')[0];
    if (!(sheet instanceof LlStaffMember)) throw new Error('no sheet');
    sheet.restsMs = 0;
    sheet.dispatchEvent(new PointerEvent('pointerdown'));
    await new Promise((done) => setTimeout(done));
    await settled(page);
    expect(words()).to.not.contain('13800005041');
    expect(button(page, '看资料')).to.be.instanceOf(HTMLButtonElement);
  });

  it('say of a wrong field what to do, at the field, and keep what was typed', async () => {
    await press('加一位');
    await write('#phone', '12');
    await write('#birthYear', '48');
    await press('存好');
    expect(words())
      .to.contain('请填姓名')
      .and.to.contain('电话要 7 到 20 位数字')
      .and.to.contain('请填四位数的年份');
    expect(field('#name').getAttribute('aria-invalid')).to.equal('true');
    expect(field('#phone').value).to.equal('12');
    expect(store.asked).to.deep.equal([]);
    await expectAccessible(page);
  });

  it('are added with what a centre knows, a family’s shared number told and let be', async () => {
    await press('加一位');
    await write('#name', ' 赵大妈 ');
    await write('#phone', '１３８－００００－５０４１');
    expect(words()).to.contain('这个电话王*兰 …5041也在用');
    await press('存好');
    const { name, args } = store.asked[0] as unknown as { name: string; args: { member: Member } };
    expect(name).to.equal('member.save');
    expect({ ...args.member, id: '-' }).to.deep.equal({
      id: '-',
      name: '赵大妈',
      phone: '138-0000-5041',
      birthYear: null,
    });
  });

  it('get a card from a reader; another’s is told by whose it is, and not taken', async () => {
    const taken = await cardAsKept('04A1B2', 'sample');
    store.put('people', 'member', 'gen', { ...gen, card: taken });
    await press(/5041/);
    await press('看资料');
    await press('改资料');
    const read = async (number: string, comes: string): Promise<void> => {
      const card = field('#card');
      card.focus();
      card.value = number;
      readCard('', card);
      while (!words().includes(comes)) await settled(page);
    };
    await read('04A1B2', '这张卡已经是李*生 …7777的');
    await read('9f00', '读到一张新卡');
    expect(field('#card').value).to.equal('');
    await press('存好');
    expect((await row('lan'))?.card).to.equal(await cardAsKept('9f00', 'sample'));
    expect((await row('lan'))?.note).to.equal('耳朵背');
  });

  it('changed by two at once: what does not collide is merged, and of what does both are shown', async () => {
    await press(/5041/);
    await press('看资料');
    await press('改资料');
    await write('#phone', '13900000001');
    store.put('people', 'member', 'lan', { ...lan, phone: '13900000002', note: '换了助听器' });
    await settled(page);
    await press('存好');
    expect(toldInSheet(page).join()).to.contain('两边都改了：电话');
    expect(words()).to.contain('别人改成：13900000002');
    await press('用我填的存');
    expect([(await row('lan'))?.phone, (await row('lan'))?.note]).to.deep.equal([
      '13900000001',
      '换了助听器',
    ]);
  });

  it('look after whom is searched for, and no more once taken off', async () => {
    await press(/5041/);
    await press('看资料');
    await press('改资料');
    await press('不再照看李*生 …7777');
    await write('#pair', '1234');
    await press(/王\*兰 …1234/);
    await press('存好');
    expect((await row('lan'))?.pairedWith).to.deep.equal(['m1']);
  });

  it('are deleted only after it was said by name what goes, what stays and for how long', async () => {
    await press(/5041/);
    await press('看资料');
    await press('删除');
    expect(words()).to.contain('删除王秀兰？').and.to.contain('备份里最多还留 7 天');
    await press('不删');
    await press('删除');
    await press('删除王秀兰');
    expect(await row('lan')).to.equal(undefined);
    expect(rows()).to.have.length(2);
  });

  it('leave and come again', async () => {
    await press(/5041/);
    await press('看资料');
    await press('不来了');
    expect(rows()).to.have.length(2);
    expect(words()).to.contain('11月22日起不来了');
    await press('又来了');
    expect(rows()).to.have.length(3);
  });

  it('are a leader’s to look at, and not to change', async () => {
    unmountAll();
    await open('leader');
    expect(() => button(page, '加一位')).to.throw();
    await press(/5041/);
    await press('看资料');
    expect(words()).to.contain('13800005041');
    for (const name of ['改资料', '删除', '不来了']) expect(() => button(page, name)).to.throw();
  });

  it('fit a telephone of 320 pixels with the longest name there is', async () => {
    store.put('people', 'member', 'lan', { ...lan, name: 'Rindfleischetikettierungsueberwachung' });
    page.style.display = 'block';
    page.style.width = '320px';
    await settled(page);
    for (const one of deepAll(page, '.card *')) expect(one.scrollWidth).to.be.at.most(320);
  });
});
