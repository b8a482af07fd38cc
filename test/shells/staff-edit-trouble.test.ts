import { expect } from 'chai';
import '../../src/i18n/staff-texts.ts';
import type { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { begin, editedCentre, editors, inside, openAt, press, standsIn, write } from '../support/editors.ts';
import { consoleConfig, deepAll, settled, unmountAll } from '../support/mount.ts';
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

/** Nobody acts on this console any more, as the hub says it; it is still the centre's. */
const nobody = JSON.stringify({
  device: { id: staff('manager').deviceId, kind: 'console', centreId: staff('manager').centreId },
  account: null,
  actorKey: 'device',
  config: consoleConfig,
  hubNow: 0,
});

/** Trouble that comes while somebody writes: whatever it is, nothing of what is written is lost, and no code is shown. */
describe('In the middle of an edit', () => {
  const { fetch: trueFetch } = window;
  let store: FakeStore;
  beforeEach(() => {
    localStorage.clear();
    store = editedCentre();
    window.fetch = (address) =>
      String(address).includes('/api/me')
        ? Promise.resolve(new Response(nobody, { headers: { 'leling-hub': 'h' } }))
        : Promise.reject(new TypeError('no hub here'));
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

    it(`of a ${name}, a session that ends asks nobody under their hands, keeps the work, and sends it after the PIN`, async () => {
      const shell = await writing();
      store.setStatus({ link: 'signed-out' });
      await until(() => deepAll(shell, 'll-staff-sign-in-again').length > 0);
      await settled(shell);
      expect(asks(shell), 'they are typing').to.equal(false);
      expect(standsIn(shell, editor)).to.equal(editor.text);
      await press(shell, editor, editor.save);
      await until(() => store.asked.length === 1);
      expect(words(shell), 'nothing went wrong with it').to.equal('');
      deepAll(shell, ':focus').forEach((one) => one.blur());
      store.setStatus({ link: 'signed-out', outbox: 1 });
      await until(() => asks(shell));
      const said = inside(shell, 'll-staff-sign-in-again', '.why')[0]?.textContent ?? '';
      expect(said).to.contain('王经理的登录结束了').and.contain('1 项修改还在这台设备上');
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
