import { expect } from 'chai';
import '../../src/store/hub-trouble.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at } from '../support/kiosk-centre.ts';
import { consoleConfig, deepAll, mount, settled, unmountAll } from '../support/mount.ts';
import { staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

const { deviceId, centreId } = staff('leader');
/** Nobody acts on this console any more; it is still the centre's. */
const nobody = {
  device: { id: deviceId, kind: 'console', centreId },
  account: null,
  actorKey: 'device',
  config: consoleConfig,
  hubNow: at(11, 2),
};

describe('A console that its hub takes nothing from any more', () => {
  const { fetch: trueFetch } = window;
  let store: FakeStore;
  let shell: LlStaffShell;
  let answer: (response: Response) => void = () => undefined;
  let asked = 0;
  let left: readonly string[] = [];

  const says = (status: number, body: object): void =>
    answer(new Response(JSON.stringify(body), { status, headers: { 'leling-hub': 'h' } }));
  const asksToSignIn = (): boolean => deepAll(shell, 'll-staff-sign-in-again').length > 0;

  beforeEach(async () => {
    [asked, left] = [0, []];
    window.fetch = (address) => {
      if (!String(address).includes('/api/me')) return Promise.reject(new TypeError('no hub here'));
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    };
    store = staffStore(staff('leader'), at(11, 2));
    shell = new LlStaffShell();
    shell.leave = async (from) => void (left = [...left, from]);
    await mount(shell, { store });
    store.setStatus({ link: 'signed-out' });
    await settled(shell);
    await until(() => asked > 0);
  });
  afterEach(() => {
    window.fetch = trueFetch;
    unmountAll();
  });

  it('asks nobody to sign in over a page that is about to go: it was signed off, and who comes next is asked anew', async () => {
    expect(asksToSignIn(), 'before the hub has said why').to.equal(false);
    says(401, { type: 'urn:leling:problem:revoked-device', status: 401, code: 'revoked-device' });
    // What is asked next is answered after it.
    await settled(shell);
    await settled(shell);
    expect(asksToSignIn()).to.equal(false);
  });

  it('asks whose session alone has ended, over what they are at', async () => {
    says(200, nobody);
    await until(asksToSignIn);
  });

  it('asks as well where the hub does not say why', async () => {
    says(500, {});
    await until(asksToSignIn);
    store.setStatus({ link: 'live' });
    await until(() => !asksToSignIn());
  });

  it('does not ask whoever has just signed out themselves', async () => {
    deepAll(shell, '.page')[0]?.dispatchEvent(new Event('ll-signed-out', { bubbles: true, composed: true }));
    expect(left).to.deep.equal([deviceId]);
    says(200, nobody);
    await settled(shell);
    await settled(shell);
    expect(asksToSignIn()).to.equal(false);
  });
});
