import { expect } from 'chai';
import { createHubClient, type HubClient } from '../../../../src/app/hub-client.ts';
import { LlStaffAccounts } from '../../../../src/features/accounts/console/staff-accounts.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { Role } from '../../../../src/kernel/mutation.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, toldInSheet, type, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const standing = (accountId: string, more: object = {}): object => ({
  accountId,
  hasSecret: true,
  lastSignInAtMs: at(8, 30),
  closedUntilMs: null,
  linkUntilMs: null,
  consoles: [],
  ...more,
});

const answer = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'leling-hub': 'the-hub' } });

/** Without this page a manager rings whoever set the hub up each time somebody forgets a PIN or loses a telephone. */
describe('The accounts of a centre', () => {
  let store: FakeStore;
  let page: LlStaffAccounts;
  let asked: string[];
  /** What the hub says to the next questions, by method and path; `null`: it does not answer. */
  let answers: Record<string, (() => Response) | null>;

  const api = (): HubClient =>
    createHubClient('console-1', async (path, init) => {
      const what = `${init.method ?? 'GET'} ${path.split('?', 1)[0] ?? ''}`;
      asked.push(`${what}${typeof init.body === 'string' ? ` ${init.body}` : ''}`);
      const answer = answers[what];
      if (answer == null) throw new TypeError('Failed to fetch');
      return answer();
    });

  function account(key: string, name: string, role: Role, more: object = {}): void {
    store.put('staff', 'account', key, { id: id<'AccountId'>(key), name, role, active: true, ...more });
  }

  async function open(fill: () => void): Promise<LlStaffAccounts> {
    store = new FakeStore({ actor: staff('manager'), nowMs: at(11, 2) });
    store.put('centre', 'centre', 'sample', centreRow());
    fill();
    page = await mount(new LlStaffAccounts(), { store, api: api() });
    await until(() => asked.length > 0);
    await settled(page);
    return page;
  }
  const rows = (): string[] =>
    deepAll(page, '.person').map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const press = async (name: string | RegExp): Promise<void> => {
    button(page, name).click();
    await settled(page);
  };
  const said = (): string =>
    deepAll(page, 'dialog[open] ~ *, [role="status"], .question')
      .map((one) => one.textContent)
      .join(' ');

  beforeEach(() => {
    localStorage.clear();
    asked = [];
    answers = {
      'GET /api/accounts': () =>
        answer({
          asOfMs: at(11, 2),
          people: [
            standing('account-manager', { consoles: [{ deviceId: 'console-1', sinceMs: at(8, 30) }] }),
            standing('li', { closedUntilMs: at(11, 40), hasSecret: true }),
            standing('zhang', { hasSecret: false, lastSignInAtMs: null, linkUntilMs: at(20, 0) }),
          ],
        }),
    };
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const three = (): void => {
    account('li', '李师傅', 'canteen');
    account('account-manager', '王经理', 'manager');
    account('zhang', '张老师', 'leader', { locked: true });
    account('zhao', '赵阿姨', 'viewer', { active: false });
  };

  it('says who works here, who is signed in where, and what keeps somebody out', async () => {
    await open(three);
    await until(() => rows().join().includes('登录着'));
    const [manager = '', cook = '', leader = '', ...more] = rows();
    expect(more).to.deep.equal([]);
    expect(manager).to.contain('王经理').and.to.contain('您自己').and.to.contain('登录着：一台设备');
    expect(cook).to.contain('李师傅').and.to.contain('PIN 错得太多，今天 上午11:40后才能再试');
    expect(leader).to.contain('锁着').and.to.contain('链接还没打开').and.to.contain('还没登录过');
    expect(deepAll(page, 'summary')[0]?.textContent).to.contain('已离开的同事（1）');
    await expectAccessible(page);
  });

  it('gives a link to scan, and says for how long it works', async () => {
    await open(three);
    answers['POST /api/accounts/li/link'] = () =>
      answer({ url: 'http://192.168.1.5:8080/link/abc', expiresAtMs: at(11, 2) + 86_400_000 }, 201);
    await press(/李师傅/);
    await press('发登录链接');
    await until(() => deepAll(page, 'svg.code').length > 0);
    expect(deepAll(page, '.address')[0]?.textContent).to.equal('http://192.168.1.5:8080/link/abc');
    expect(deepAll(page, 'p').some((one) => one.textContent?.includes('明天 上午11:02前有效'))).to.equal(
      true,
    );
    await expectAccessible(page);
  });

  it('asks by name before it locks, and says of a lock that has not come to the hub that it does not hold', async () => {
    await open(three);
    store.setStatus({ link: 'away' });
    await press(/李师傅/);
    await press('锁上账号');
    expect(said()).to.contain('锁上李师傅的账号？');
    expect(store.asked, 'nothing yet').to.deep.equal([]);
    await press('锁上李师傅的账号');
    expect(store.asked).to.deep.equal([
      { name: 'account.change', args: { accountId: 'li', set: { locked: true } } },
    ]);
    expect(said()).to.contain('连上后才算数').and.not.to.contain('锁上了');
  });

  it('does not let the last manager go, and says why', async () => {
    await open(three);
    await press(/王经理/);
    expect(button(page, '锁上账号').disabled).to.equal(true);
    expect(button(page, '已离开，停用账号').disabled).to.equal(true);
    expect(deepAll(page, '.soft').some((one) => one.textContent?.includes('至少要留一位管理'))).to.equal(
      true,
    );
    await press('改姓名、岗位');
    const [role] = deepAll(page, '#role');
    if (!(role instanceof HTMLSelectElement)) throw new Error('no field of the role');
    role.value = 'viewer';
    await press('存下');
    expect(toldInSheet(page).join()).to.contain('至少要留一位管理');
  });

  it('takes somebody in, and keeps what was typed where the name is another’s', async () => {
    await open(three);
    answers['POST /api/accounts'] = () =>
      answer({ type: 'x', title: '', status: 409, detail: '', code: 'name-taken' }, 409);
    await press('加一位同事');
    const [field] = deepAll(page, 'input#name');
    if (!(field instanceof HTMLInputElement)) throw new Error('no field of the name');
    type(field, ' 李师傅 ');
    await press('加上，出登录链接');
    await until(() => deepAll(page, '#problem p').length > 0);
    expect(deepAll(page, '#problem p')[0]?.textContent).to.contain('已经有同事用这个名字登录');
    expect(field.value).to.equal(' 李师傅 ');
    expect(asked).to.contain('POST /api/accounts {"name":"李师傅","role":"canteen"}');
  });

  it('shows the names without the hub, and does not say that nobody is signed in', async () => {
    answers = {};
    await open(three);
    await until(() => deepAll(page, '.nothing').some((one) => one.textContent?.includes('问不到主机')));
    expect(rows()).to.have.length(3);
    expect(rows().join()).not.to.contain('登录着').and.not.to.contain('还没登录过');
    await press(/李师傅/);
    await press('发登录链接');
    await until(() => toldInSheet(page).length > 0);
    expect(toldInSheet(page).join()).to.contain('现在连不上主机，没有办成');
  });

  it('is no wider than a small telephone, whatever somebody is called', async () => {
    await setLocale('en');
    await open(() => {
      account('account-manager', '王经理', 'manager');
      account('long', 'Aleksandrowitschtschenko-Wolfeschlegelst', 'advisor', { locked: true });
    });
    page.style.width = '320px';
    await settled(page);
    expect(page.scrollWidth).to.be.at.most(320);
    await press(/Aleksandrow/);
    await expectAccessible(page);
  });
});
