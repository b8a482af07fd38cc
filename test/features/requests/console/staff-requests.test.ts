import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { LlStaffRequests } from '../../../../src/features/requests/console/staff-requests.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, policy } from '../../../support/kiosk-centre.ts';
import { button, mount, settled, unmountAll } from '../../../support/mount.ts';
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
    expect(await stateOf('r1')).to.equal('waiting');
    expect(words(requests)).to.contain('我来联系');
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
});
