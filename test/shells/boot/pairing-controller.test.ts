import { expect } from 'chai';
import '../../../src/shells/boot/pairing-page.ts';
import { LlPairingPage } from '../../../src/shells/boot/pairing-page.ts';

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'leling-hub': 'the-hub', ...headers } });
const code = (digits: string): Response => answer(201, { code: digits, secret: `${digits}-secret` });
const throttled = (): Response => answer(429, { code: 'throttled' }, { 'retry-after': '1' });

describe('a glass that waits for its code', () => {
  const trueFetch = window.fetch;
  let page: LlPairingPage;
  let asked: { readonly path: string; readonly atMs: number }[];

  /** Answers by turns; the last for ever. */
  function hubSays(...answers: readonly (() => Response)[]): void {
    asked = [];
    window.fetch = async (path) => {
      const says = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ path: String(path), atMs: performance.now() });
      if (says === undefined) throw new Error('nothing to say');
      return says();
    };
    page = new LlPairingPage();
    document.body.append(page);
  }
  const text = (): string => page.shadowRoot?.textContent ?? '';
  async function shows(what: RegExp): Promise<void> {
    while (!what.test(text())) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  afterEach(() => {
    page.remove();
    window.fetch = trueFetch;
    localStorage.removeItem('leling:hub');
  });

  it('that is told to wait says so, and not that a cable is loose; it asks when it was told to', async () => {
    hubSays(throttled, () => code('123456'));
    await shows(/请稍等/);
    expect(text()).not.to.match(/连不上|网线/);
    await shows(/123\s*456/);
    expect((asked[1]?.atMs ?? 0) - (asked[0]?.atMs ?? 0)).to.be.greaterThan(900);
  });

  it('keeps its code on the glass when it is told to ask less often', async () => {
    hubSays(
      () => code('123456'),
      throttled,
      throttled,
      () => answer(404, { code: 'pairing-over' }),
    );
    await shows(/123\s*456/);
    while (asked.length < 3) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(text()).to.match(/123\s*456/);
    }
  }).timeout(20_000);

  it('that has waited longer than a code lasts shows a fresh one', async () => {
    hubSays(
      () => code('123456'),
      () => answer(404, { code: 'pairing-over' }),
      () => code('654321'),
    );
    await shows(/654\s*321/);
  }).timeout(20_000);

  it('begins anew where another hub answers, which never knew its code', async () => {
    const ofAnother = (status: number, body: unknown): Response =>
      answer(status, body, { 'leling-hub': 'the-neighbours' });
    hubSays(
      () => code('123456'),
      () => ofAnother(404, { code: 'pairing-over' }),
      () => ofAnother(201, { code: '654321', secret: '654321-secret' }),
    );
    await shows(/654\s*321/);
  }).timeout(20_000);
});
