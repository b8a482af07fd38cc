import { expect } from 'chai';
import '../../src/i18n/staff-texts.ts';
import { rememberDevice } from '../../src/app/remembered-devices.ts';
import { actorKeyOf } from '../../src/kernel/mutation.ts';
import type { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import { PersonKeys } from '../../src/store/sealed/person-key.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { begin, editedCentre, editors, inside, openAt, press, standsIn, write } from '../support/editors.ts';
import { button, consoleConfig, deepAll, settled, type, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

const refused = (code: string) => ({ ok: false, status: 'refused', code, detail: '' }) as const;
const words = (shell: LlStaffShell): string =>
  deepAll(shell, '[role="alert"], .problem')
    .filter((one) => one.checkVisibility())
    .map((one) => one.textContent?.trim() ?? '')
    .join(' ')
    .trim();
/** What was asked, but for the id that something new is given. */
const asked = ({ args }: { readonly args: unknown }): string =>
  JSON.stringify(args).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'new');

const manager = staff('manager');
const centreId = manager.centreId;
const account = { id: 'account-manager', name: '王经理', role: 'manager' } as const;
const PIN = '402917';
const OLD_PIN = '270618';
const answer = (body: object, status = 200): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'leling-hub': 'h' } }));
const me = (person: typeof account | null, actorKey: string) => ({
  device: { id: manager.deviceId, kind: 'console', centreId },
  ...{ account: person, actorKey, config: consoleConfig, hubNow: 0 },
});
const problem = (code: string): Promise<Response> =>
  answer({ type: `urn:leling:problem:${code}`, status: 401, code }, 401);

/** How a session ends while somebody writes, and what the hub says then of who this browser is. */
const ENDINGS = {
  'a PIN that was changed elsewhere': () => answer(me(null, 'device')),
  'cookies that are lost': () => problem('unknown-device'),
} as const;

/** Trouble that comes while somebody writes: whatever it is, nothing of what is written is lost, and no code is shown. */
describe('In the middle of an edit', () => {
  const { fetch: trueFetch } = window;
  let store: FakeStore;
  /** What the hub says of who this browser is, till somebody has signed in. */
  let out: () => Promise<Response> = ENDINGS['a PIN that was changed elsewhere'];
  before(async () => {
    const owner = { deviceId: manager.deviceId, centreId, accountId: account.id, ...account } as const;
    await new PersonKeys().byHub(owner, 'A'.repeat(43), PIN);
  });
  beforeEach(() => {
    localStorage.clear();
    rememberDevice({
      ...{ id: manager.deviceId, kind: 'console', config: consoleConfig, actor: manager },
      ...{ actorKey: actorKeyOf(manager), utcOffsetMinutes: 480, lastUsedMs: 0 },
    });
    store = editedCentre();
    let isIn = false;
    window.fetch = (address, how) => {
      const path = String(address);
      if (path.includes('/api/me')) return isIn ? answer(me(account, actorKeyOf(manager))) : out();
      if (!path.includes('/api/session')) return Promise.reject(new TypeError('no hub here'));
      isIn = String(how?.body).includes(PIN);
      return isIn ? answer({ deviceId: manager.deviceId }) : problem('wrong-secret');
    };
  });
  afterEach(() => {
    window.fetch = trueFetch;
    unmountAll();
    localStorage.clear();
    location.hash = '';
  });

  for (const [name, editor] of Object.entries(editors)) {
    const writing = async (): Promise<LlStaffShell> => {
      const shell = await openAt(editor, store);
      await begin(shell, editor);
      await write(shell, editor);
      return shell;
    };
    const signIn = async (shell: LlStaffShell, pin: string): Promise<void> => {
      const [field] = inside(shell, 'll-staff-sign-in', '#secret');
      if (!(field instanceof HTMLInputElement)) throw new Error('nobody is asked for a PIN');
      type(field, pin);
      field.form?.requestSubmit();
      await settled(shell);
    };
    const asks = (shell: LlStaffShell): boolean =>
      inside(shell, 'll-staff-sign-in-again', 'dialog[open]').length > 0;

    for (const [trouble, code] of [
      ['a disk that is full', 'not-kept'],
      ['a role that was taken away', 'not-permitted'],
      ['a reason that this build does not know', 'some-new-code'],
    ] as const) {
      it(`of a ${name}, ${trouble} is said, and all that was written stands`, async () => {
        const shell = await writing();
        store.nextAnswer = refused(code);
        await press(shell, editor, editor.save);
        await until(() => words(shell) !== '');
        expect(words(shell))
          .to.match(/[一-鿿]/)
          .and.not.contain(code);
        expect(standsIn(shell, editor)).to.equal(editor.text);
        await press(shell, editor, editor.save);
        await until(() => store.asked.length === 2);
        expect(store.asked.map((one) => one.name)).to.deep.equal([editor.change, editor.change]);
        const [first, second] = store.asked.map(asked);
        expect(second, 'the very same is asked again').to.equal(first);
      });
    }

    for (const [trouble, answers] of Object.entries(ENDINGS)) {
      it(`of a ${name}, ${trouble} take nothing: it is kept, and sent after the PIN over the page`, async () => {
        out = answers;
        const shell = await writing();
        store.setStatus({ link: 'signed-out' });
        await until(() => deepAll(shell, 'll-staff-sign-in-again').length > 0);
        await settled(shell);
        expect(asks(shell), 'nothing opens under the hands of somebody typing').to.equal(false);
        expect(standsIn(shell, editor)).to.equal(editor.text);
        await press(shell, editor, editor.save);
        await until(() => store.asked.length === 1);
        expect(words(shell), 'nothing went wrong with it').to.equal('');
        deepAll(shell, ':focus').forEach((one) => one.blur());
        store.setStatus({ link: 'signed-out', outbox: 1 });
        await until(() => asks(shell));
        const said = inside(shell, 'll-staff-sign-in-again', '.why')[0]?.textContent ?? '';
        expect(said).to.contain('王经理的登录结束了').and.contain('1 项修改还在这台设备上');

        await signIn(shell, OLD_PIN);
        await until(() => inside(shell, 'll-staff-sign-in', '.problem').length > 0);
        expect(store.syncs, 'by a wrong PIN nothing goes out').to.equal(0);
        await signIn(shell, PIN);
        await until(() => store.syncs > 0);
        store.setStatus({ link: 'live', outbox: 0 });
        await until(() => deepAll(shell, 'll-staff-sign-in-again').length === 0);
        expect(store.asked, 'once').to.have.length(1);
        expect(deepAll(shell, editor.home), 'they are where they were').to.have.length(1);
      });
    }

    it(`of a ${name}, a console that is locked keeps what is written beneath, and it is sent after the PIN`, async () => {
      const shell = await writing();
      const lock = await until(() => deepAll(shell, 'button.switch')[0]);
      lock.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      const cover = await until(() => document.querySelector('body > dialog ll-unlock-page') ?? false);
      await until(() => deepAll(cover, 'button').some((one) => one.textContent?.trim() === '王经理'));
      button(cover, '王经理').click();
      await until(() => deepAll(cover, 'll-key-pad').length > 0);
      for (const digit of PIN) button(cover, digit).click();
      await until(() => !button(cover, '打开').disabled);
      button(cover, '打开').click();
      await until(() => document.querySelector('body > dialog') === null);
      expect(standsIn(shell, editor)).to.equal(editor.text);
      await press(shell, editor, editor.save);
      await until(() => store.asked.length === 1);
      expect(store.asked.map((one) => one.name)).to.deep.equal([editor.change]);
      expect(words(shell)).to.equal('');
    });

    it(`of a ${name}, a hub that is away or full is said to be that, and the work waits`, async () => {
      const shell = await writing();
      store.setStatus({ link: 'away' });
      await press(shell, editor, editor.save);
      await until(() => store.asked.length === 1);
      expect(words(shell)).to.equal('');
      store.setStatus({ link: 'away', outbox: 1 });
      await settled(shell);
      const line = inside(shell, 'll-staff-sync-line', 'p').map((one) => one.textContent?.trim());
      expect(line.join(' ')).to.contain('1 条');
    });
  }
});
