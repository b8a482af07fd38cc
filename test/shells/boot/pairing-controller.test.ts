import { expect } from 'chai';
import { letInAs } from '../../../src/shells/boot/let-in.ts';
import '../../../src/shells/boot/pairing-page.ts';
import { PairingController } from '../../../src/shells/boot/pairing-controller.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { LlPairingPage } from '../../../src/shells/boot/pairing-page.ts';

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'leling-hub': 'the-hub', ...headers } });
const code = (digits: string): Response => answer(201, { code: digits, secret: `${digits}-secret` });
const throttled = (): Response => answer(429, { code: 'throttled' }, { 'retry-after': '1' });

describe('a glass that waits for its code', () => {
  const trueFetch = window.fetch;
  let page: LlPairingPage;
  let asked: { readonly path: string; readonly atMs: number; readonly init: RequestInit | undefined }[];

  /** Answers by turns; the last for ever. */
  function hubSays(...answers: readonly (() => Response)[]): void {
    asked = [];
    window.fetch = async (path, init) => {
      const says = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ path: String(path), atMs: performance.now(), init });
      if (says === undefined) throw new Error('nothing to say');
      return says();
    };
    page = new LlPairingPage();
    page.search = search;
    document.body.append(page);
  }
  let search = '';
  const text = (): string => page.shadowRoot?.textContent ?? '';
  /** Sees each thing the page says, however short it stands there: on a busy machine a second goes by between two looks. */
  async function shows(what: RegExp): Promise<void> {
    while (!what.test(text()))
      await new Promise<void>((resolve) => {
        const seen = new MutationObserver(() => {
          seen.disconnect();
          resolve();
        });
        seen.observe(page.renderRoot, { subtree: true, childList: true, characterData: true });
      });
  }

  afterEach(() => {
    page.remove();
    window.fetch = trueFetch;
    localStorage.removeItem('leling:hub');
    localStorage.removeItem('leling:devices');
    search = '';
  });

  it('that is told to wait says so, and not that a cable is loose; it asks when it was told to', async () => {
    hubSays(throttled, () => code('123456'));
    await shows(/请稍等/);
    expect(text()).not.to.match(/连不上|网线/);
    await shows(/123\s*456/);
    expect((asked[1]?.atMs ?? 0) - (asked[0]?.atMs ?? 0)).to.be.greaterThan(900);
  });

  it('keeps its code on the glass when it is told to ask less often', async () => {
    hubSays(() => code('123456'), throttled);
    await shows(/123\s*456/);
    while (asked.length < 3) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(text()).to.match(/123\s*456/);
    }
  });

  it('that has waited longer than a code lasts shows a fresh one', async () => {
    hubSays(
      () => code('123456'),
      () => answer(404, { code: 'pairing-over' }),
      () => code('654321'),
    );
    await shows(/654\s*321/);
  });

  it('begins anew where another hub answers, which never knew its code', async () => {
    const ofAnother = (status: number, body: unknown): Response =>
      answer(status, body, { 'leling-hub': 'the-neighbours' });
    hubSays(
      () => code('123456'),
      () => ofAnother(404, { code: 'pairing-over' }),
      () => ofAnother(201, { code: '654321', secret: '654321-secret' }),
    );
    await shows(/654\s*321/);
  });

  it('is let in without it where a link had paired it and the hub was only too busy to say so', async () => {
    const { config, actorKey } = rememberedKiosk('lobby-kiosk');
    const me = {
      device: { id: 'lobby-kiosk', kind: 'kiosk', centreId: 'sample' },
      account: null,
      actorKey,
      config,
      hubNow: 1,
    };
    let tellings = 0;
    window.fetch = async (path) => {
      const at = new URL(String(path), location.href).pathname;
      if (at === '/api/me') return answer(200, me);
      if (at === '/api/pairing/kept') {
        tellings += 1;
        return tellings === 1
          ? answer(503, { code: 'busy' })
          : new Response(null, { status: 204, headers: { 'leling-hub': 'the-hub' } });
      }
      return at === '/api/pairing' ? code('123456') : answer(200, { status: 'waiting' });
    };
    const shown: string[] = [];
    const deviceId = await new Promise<string>((resolve) => {
      const host = {
        addController: () => undefined,
        removeController: () => undefined,
        requestUpdate: () => void shown.push(pairing.state.status),
        updateComplete: Promise.resolve(true),
      };
      const pairing = new PairingController(host, {
        kind: () => 'kiosk',
        done: async () => (await letInAs('kiosk', 'lobby-kiosk', new URLSearchParams('paired')))?.device.id,
        paired: resolve,
      });
      pairing.hostConnected();
    });
    expect(deviceId).to.equal('lobby-kiosk');
    expect(shown).to.deep.equal(['waiting', 'paired']);
  });

  it('goes on when a turn fails for which nobody is prepared: it promises to open by itself', async () => {
    hubSays(() => code('123456'));
    page.remove();
    let fails = 1;
    const shown: string[] = [];
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => void shown.push(pairing.state.status),
      updateComplete: Promise.resolve(true),
    };
    const pairing = new PairingController(host, {
      kind: () => 'kiosk',
      done: async () => {
        if (fails-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
        return undefined;
      },
      paired: () => undefined,
    });
    pairing.hostConnected();
    while (shown.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    pairing.hostDisconnected();
    expect(shown[0]).to.equal('waiting');
  });

  describe('and is a device of another hub already', () => {
    const ofAnother = (status: number, body: unknown): Response =>
      answer(status, body, { 'leling-hub': 'anew' });
    beforeEach(() => {
      localStorage.setItem('leling:hub', 'ours');
      localStorage.setItem('leling:devices', JSON.stringify([rememberedKiosk('lobby-kiosk')]));
      search = '?pair=&device=lobby-kiosk&waiting=3';
    });

    it('tells the hub that answers what it was and how much waits, and no cookie; its own hub stays that', async () => {
      hubSays(
        () => ofAnother(201, { code: '123456', secret: '123456-secret' }),
        () => ofAnother(200, { status: 'waiting' }),
      );
      await shows(/123\s*456/);
      while (asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(JSON.parse(String(asked[0]?.init?.body))).to.deep.equal({
        kind: 'kiosk',
        was: { deviceId: 'lobby-kiosk', waiting: 3 },
      });
      expect(new Set(asked.map(({ init }) => init?.credentials))).to.deep.equal(new Set(['omit']));
      expect(localStorage.getItem('leling:hub')).to.equal('ours');
      expect(text()).to.contain('大厅一体机').and.to.contain('3 条记录都留着').and.to.contain('返回');
    });

    it('lets whoever holds the address write nothing on the glass but a number', async () => {
      hubSays(() => ofAnother(201, { code: '请打 138 0000 0000', secret: '123456-secret' }));
      await shows(/连不上/);
      expect(text()).not.to.contain('请打').and.not.to.contain('0000 0000');
    });
  });
});
