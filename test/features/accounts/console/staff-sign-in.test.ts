import { expect } from 'chai';
import { createHubClient, type HubClient } from '../../../../src/app/hub-client.ts';
import { LlStaffSignIn } from '../../../../src/features/accounts/console/staff-sign-in.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { button, deepAll, focused, mount, settled, type, unmountAll } from '../../../support/mount.ts';
import { until } from '../../../support/until.ts';

type Answer = () => Response | Promise<Response>;

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: `urn:leling:problem:${code}`, title: '', status, detail: '', code }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

/** Who has been on the console before, as the hub tells it. */
let people: readonly { accountId: string; name: string }[] = [];

function hub(...answers: Answer[]): { api: HubClient; asked: { path: string; body: unknown }[] } {
  const asked: { path: string; body: unknown }[] = [];
  const api = createHubClient('console-1', async (path, init) => {
    if (path.startsWith('/api/console/people'))
      return Response.json({ people }, { headers: { 'leling-hub': 'the-hub' } });
    asked.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : null });
    const answer = answers.shift();
    if (answer === undefined) throw new Error('the hub was asked once too often');
    return answer();
  });
  return { api, asked };
}

async function open(api: HubClient): Promise<LlStaffSignIn> {
  return mount(new LlStaffSignIn(), { api });
}

async function signIn(page: LlStaffSignIn, name: string, secret: string): Promise<void> {
  const [nameField, secretField] = page.shadowRoot?.querySelectorAll('input') ?? [];
  if (nameField === undefined || secretField === undefined) throw new Error('the page has no fields');
  type(nameField, name);
  type(secretField, secret);
  page.shadowRoot?.querySelector('form')?.requestSubmit();
  await settled(page);
}

/** What it says went wrong, once the hub's answer has been read: how that is judged is brought with the first. */
async function alarm(page: LlStaffSignIn): Promise<string> {
  const said = await until(
    () => page.shadowRoot?.querySelector('[role="alert"]')?.textContent?.trim() || false,
  );
  await settled(page);
  return said;
}

describe('Signing in to the console', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    people = [];
    unmountAll();
  });

  it('tells whoever shows the page which console it is now', async () => {
    const { api, asked } = hub(() => Response.json({ deviceId: 'console-9' }));
    const page = await open(api);
    const entered = new Promise<string>((done) => {
      page.addEventListener('ll-signed-in', ({ deviceId }) => done(deviceId));
    });
    await signIn(page, ' 李师傅 ', '270618');
    expect(await entered).to.equal('console-9');
    expect(asked[0]).to.deep.equal({
      path: '/api/session?device=console-1',
      body: { name: '李师傅', secret: '270618' },
    });
  });

  it('lets who has been here before tap their name and their digits, each as often as it is meant', async () => {
    people = [
      { accountId: 'canteen', name: '李师傅' },
      { accountId: 'leader', name: '张老师' },
    ];
    const { api, asked } = hub(
      () => problem(401, 'wrong-secret'),
      () => Response.json({ deviceId: 'console-1' }),
    );
    const page = await open(api);
    await until(() => deepAll(page, '.people button').length === 2);
    await expectAccessible(page);
    button(page, '李师傅').click();
    await settled(page);
    const tap = (digits: string): void => {
      for (const digit of digits) button(page, digit).click();
    };
    tap('1122');
    button(page, '删掉一位').click();
    tap('4');
    page.shadowRoot?.querySelector('form')?.requestSubmit();
    expect(await alarm(page)).to.equal('姓名和 PIN 对不上，请再试一次');
    tap('5566');
    page.shadowRoot?.querySelector('form')?.requestSubmit();
    await settled(page);
    expect(asked.map(({ body }) => body)).to.deep.equal([
      { name: '李师傅', secret: '1124' },
      { name: '李师傅', secret: '5566' },
    ]);
    await expectAccessible(page);
  });

  it('forgets what one has typed when another name is tapped', async () => {
    people = [
      { accountId: 'canteen', name: '李师傅' },
      { accountId: 'leader', name: '张老师' },
    ];
    const { api, asked } = hub(() => Response.json({ deviceId: 'console-1' }));
    const page = await open(api);
    await until(() => deepAll(page, '.people button').length === 2);
    button(page, '李师傅').click();
    await settled(page);
    button(page, '7').click();
    button(page, '换一位同事').click();
    await settled(page);
    button(page, '张老师').click();
    await settled(page);
    button(page, '8').click();
    page.shadowRoot?.querySelector('form')?.requestSubmit();
    await settled(page);
    expect(asked[0]?.body).to.deep.equal({ name: '张老师', secret: '8' });
  });

  it('asks a browser that is none of the centre’s for no list of names', async () => {
    const asked: string[] = [];
    const stranger = createHubClient(null, async (path) => {
      asked.push(path);
      throw new TypeError('Failed to fetch');
    });
    await open(stranger);
    expect(asked).to.deep.equal([]);
  });

  it('says what to do about a forgotten PIN, also without the hub', async () => {
    const page = await open(hub().api);
    button(page, '忘了 PIN？').click();
    await settled(page);
    expect(deepAll(page, 'dialog[open]')).to.have.length(1);
    expect(
      deepAll(page, 'dd')
        .map((one) => one.textContent)
        .join(),
    )
      .to.contain('同事和账号')
      .and.to.contain('重新启动');
    await expectAccessible(page);
  });

  it('says kindly that the two do not match, and is ready for the next try', async () => {
    const page = await open(hub(() => problem(401, 'wrong-secret')).api);
    await signIn(page, '李师傅', '111111');
    expect(await alarm(page)).to.equal('姓名和 PIN 对不上，请再试一次');
    expect(focused()?.id).to.equal('secret');
    expect((focused() as HTMLInputElement).value, 'a wrong PIN need not be deleted by hand').to.equal('');
  });

  it('says how long to wait when there were too many tries', async () => {
    const page = await open(hub(() => problem(429, 'throttled', { 'retry-after': '30' })).api);
    await signIn(page, '李师傅', '111111');
    expect(await alarm(page)).to.equal('试得有点多，请等 30 秒再试');
    expect(page.shadowRoot?.querySelector<HTMLButtonElement>('button.go')?.disabled).to.equal(true);
  });

  it('says that the hub is away, not that the person was wrong', async () => {
    const page = await open(
      hub(() => {
        throw new TypeError('Failed to fetch');
      }).api,
    );
    await signIn(page, '李师傅', '270618');
    expect(await alarm(page)).to.contain('连不上主机');
  });

  it('makes a new console of a browser whose old one was signed off', async () => {
    const { api, asked } = hub(
      () => problem(401, 'not-a-console'),
      () => Response.json({ deviceId: 'console-10' }),
    );
    const page = await open(api);
    const entered = new Promise<string>((done) => {
      page.addEventListener('ll-signed-in', ({ deviceId }) => done(deviceId));
    });
    await signIn(page, '李师傅', '270618');
    expect(await entered).to.equal('console-10');
    expect(asked[1]?.path).to.equal('/api/session');
  });

  it('asks for what is missing without asking the hub', async () => {
    const { api, asked } = hub();
    const page = await open(api);
    await signIn(page, '', '');
    expect(await alarm(page)).to.equal('请填姓名和 PIN');
    expect(asked).to.be.empty;
  });

  it('is accessible', async () => {
    const page = await open(hub(() => problem(401, 'wrong-secret')).api);
    await signIn(page, '李师傅', '111111');
    await alarm(page);
    await expectAccessible(page);
  });
});
