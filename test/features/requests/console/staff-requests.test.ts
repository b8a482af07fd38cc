import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { LlStaffRequests } from '../../../../src/features/requests/console/staff-requests.ts';
import { LlStaffRequestsDone } from '../../../../src/features/requests/console/staff-requests-done.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, policy } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const request = (key: string, more: Partial<RowOf<'request'>> = {}): RowOf<'request'> => ({
  id: id(key),
  memberId: id('m1'),
  seenName: '王*兰',
  policyId: policy.id,
  deviceId: id('lobby-kiosk'),
  place: '一楼大厅',
  raisedAtMs: at(10, 52),
  state: 'waiting',
  answeredBy: null,
  answeredAtMs: null,
  ...more,
});
const noteOf = (text: string) => ({ id: id<'Mid'>('n1'), words: text, by: '陈顾问', atMs: at(10, 0) });
const deepWords = (element: Element): string =>
  deepAll(element, '*')
    .map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
    .join(' ');
const words = (element: Element): string => element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('Requests to the advisor on the console', () => {
  let store: FakeStore;
  let requests: LlStaffRequests;
  const put = (row: RowOf<'request'>): unknown => store.put('people', 'request', row.id, row);
  const press = async (name: RegExp): Promise<void> => {
    button(requests, name).click();
    await settled(requests);
  };
  const stateOf = async (key: string) =>
    (await store.query((view) => view.get('people', 'request', key)))?.state;

  beforeEach(async () => {
    store = staffStore(staff('advisor', '陈顾问'));
    store.put('city', 'policy', policy.id, policy);
    requests = await mount(new LlStaffRequests(), { store });
  });
  afterEach(unmountAll);

  it('are not there while nobody wants anything', () => {
    expect(words(requests).trim()).to.equal('');
  });

  it('say who, by which telephone, about what, where and since when', async () => {
    put(request('r1'));
    await settled(requests);
    expect(words(requests)).to.contain('王桂兰').and.to.contain('13900001234').and.to.contain('时间银行');
    expect(words(requests)).to.contain('一楼大厅').and.to.contain('10 分钟前');
    await expectAccessible(requests);
  });

  it('made twice by one person stand there once, with how often, and one press answers all', async () => {
    put(request('r1', { raisedAtMs: at(9, 0) }));
    put(request('r2'));
    await settled(requests);
    expect(requests.shadowRoot?.querySelectorAll('li')).to.have.length(1);
    expect(words(requests)).to.contain('请了 2 次');
    await press(/办好了/);
    expect([await stateOf('r1'), await stateOf('r2')]).to.deep.equal(['done', 'done']);
  });

  it('are taken, done and taken back', async () => {
    put(request('r1'));
    await settled(requests);
    await press(/我来联系/);
    expect(await stateOf('r1')).to.equal('taken');
    expect(words(requests)).to.contain('陈顾问 在办');
    await press(/办好了/);
    expect(await stateOf('r1')).to.equal('done');
    await press(/撤回/);
    expect(await stateOf('r1')).to.equal('taken');
    expect(words(requests)).to.contain('陈顾问 在办');
  });

  it('say of somebody without a name that they wait beside the machine', async () => {
    put(request('r1', { memberId: null, seenName: null, policyId: null }));
    await settled(requests);
    expect(words(requests)).to.contain('没说名字').and.to.contain('在一楼大厅的机器旁等');
  });

  it('say what stood on the glass of one whom the roster knows no more', async () => {
    put(request('r1', { memberId: id('gone') }));
    await settled(requests);
    expect(words(requests)).to.contain('王*兰').and.to.contain('名册里已找不到');
  });

  it('that cannot be answered say so, and stay', async () => {
    put(request('r1'));
    await settled(requests);
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: 'no room' };
    await press(/办好了/);
    expect(words(requests)).to.contain('没有改成').and.to.contain('王桂兰');
    expect(await stateOf('r1')).to.equal('waiting');
  });

  it('say that nobody waits where the card always stands', async () => {
    requests.stands = true;
    await settled(requests);
    expect(words(requests)).to.contain('现在没有人在等');
  });

  it('keep what was tried, with who and when, and a slip of the pen can be taken away and put back', async () => {
    put(request('r1'));
    await settled(requests);
    await press(/^记一笔/);
    const [field] = deepAll(requests, 'input');
    if (!(field instanceof HTMLInputElement)) throw new Error('no field');
    field.value = '打了两次没人接';
    await press(/^记下/);
    expect(deepWords(requests)).to.contain('打了两次没人接').and.to.contain('陈顾问');
    await press(/^去掉这一笔/);
    expect(deepWords(requests)).not.to.contain('打了两次没人接');
    await press(/^放回去/);
    expect(deepWords(requests)).to.contain('打了两次没人接');
    await expectAccessible(requests);
  });

  it('an empty note is not kept', async () => {
    put(request('r1'));
    await settled(requests);
    await press(/^记一笔/);
    await press(/^记下/);
    expect((await store.query((view) => view.get('people', 'request', 'r1')))?.notes).to.equal(undefined);
    expect(deepAll(requests, 'input')).to.have.length(1);
  });

  it('that have waited since yesterday stand out', async () => {
    put(request('r1', { raisedAtMs: at(9, 0) - 24 * 3_600_000 }));
    await settled(requests);
    expect(words(requests)).to.contain('等了一天多');
  });

  it('answered away from the hub say that it has not heard of it', async () => {
    put(request('r1'));
    await settled(requests);
    await press(/我来联系/);
    store.setStatus({ link: 'away', outbox: 1 });
    await settled(requests);
    expect(words(requests)).to.contain('还没送到主机');
  });

  it('done by mistake the other day are opened anew from those that were done', async () => {
    put(request('r1', { state: 'done', answeredBy: '李顾问', answeredAtMs: at(10, 0) }));
    const done = await mount(new LlStaffRequestsDone(), { store });
    expect(words(done)).to.contain('李顾问').and.to.contain('王桂兰');
    button(done, /重新打开/).click();
    await settled(done);
    expect(await stateOf('r1')).to.equal('waiting');
    expect(words(done)).not.to.contain('王桂兰');
  });

  it('have room on a telephone, however long what is said', async () => {
    put(request('r1', { place: '长'.repeat(40), notes: [noteOf('长'.repeat(120))] }));
    requests.style.display = 'block';
    requests.style.width = '320px';
    await settled(requests);
    expect(requests.scrollWidth).to.be.at.most(320);
    await press(/^记一笔/);
    expect(requests.scrollWidth).to.be.at.most(320);
  });
});
