import { expect } from 'chai';
import '../../src/i18n/front-texts.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { browserChecks, hubCheck, type Check } from '../../src/shells/self-check/checks.ts';
import { deviceChecks } from '../../src/shells/self-check/device-checks.ts';
import { rememberedKiosk } from '../support/remembered-kiosk.ts';

/** A name that says how it is would gainsay every finding but one. */
const SAYS = {
  'zh-CN': /会|得|好了?$|可信$|已|没有/,
  en: /^(Nothing|The hub answers|Opens|Paired|Trusted)/,
} as const;
const ASKS = { 'zh-CN': /吗$/, en: /\?$/ } as const;

describe('each line of the self-check page, whatever it has found', () => {
  const trueFetch = window.fetch;
  const anyGlass = rememberedKiosk(`kiosk-${Date.now()}`);
  const here = { diagonalInches: 27, widthPx: window.innerWidth, heightPx: window.innerHeight };
  const device = { ...anyGlass, config: { ...anyGlass.config, panel: here } };

  afterEach(async () => {
    window.fetch = trueFetch;
    localStorage.removeItem('leling:hub');
    for (const name of ['persisted', 'estimate']) Reflect.deleteProperty(navigator.storage, name);
    await setLocale('zh-CN');
  });

  const answers = (status: number, body: unknown, hub = 'ours'): void => {
    window.fetch = async () => new Response(JSON.stringify(body), { status, headers: { 'leling-hub': hub } });
  };
  const storageSays = (name: 'persisted' | 'estimate', value: unknown): void => {
    Object.defineProperty(navigator.storage, name, { configurable: true, value: async () => value });
  };

  const situations: Readonly<Record<string, () => void>> = {
    'all well': () => {
      answers(200, { version: '1' });
      storageSays('persisted', true);
      storageSays('estimate', { usage: 1e6, quota: 1e10 });
    },
    'the browser may clear it, and there is little room': () => {
      answers(200, { version: '1' });
      storageSays('persisted', false);
      storageSays('estimate', { usage: 9e9, quota: 1e10 });
    },
    'the hub away': () => {
      window.fetch = async () => {
        throw new TypeError('away');
      };
    },
    'signed off': () => answers(401, { status: 401, type: 'urn:leling:x', code: 'revoked-device' }),
    'another hub': () => {
      localStorage.setItem('leling:hub', 'ours');
      answers(401, { status: 401, type: 'urn:leling:x', code: 'unknown-device' }, 'the-neighbours');
    },
  };
  const look = async (): Promise<readonly Check[]> => [
    ...(await browserChecks()),
    await hubCheck(),
    ...(await deviceChecks(device)),
  ];

  for (const language of ['zh-CN', 'en'] as const) {
    for (const [situation, arrange] of Object.entries(situations)) {
      it(`in ${language}, ${situation}: its name claims nothing, and what is wrong comes with what to do`, async () => {
        await setLocale(language);
        arrange();
        for (const { name, verdict, found, remedy } of await look()) {
          expect(ASKS[language].test(name) || !SAYS[language].test(name), name).to.equal(true);
          expect(found, name)
            .not.to.equal('')
            .and.not.to.match(/selfCheck|{{/);
          if (verdict === 'good') expect(remedy, name).to.equal(null);
          else
            expect(remedy ?? '', `${name}: ${found}`)
              .not.to.equal('')
              .and.not.to.match(/selfCheck|{{/);
        }
      });
    }
  }

  it('claims no pairing that could not be checked', async () => {
    situations['the hub away']?.();
    const paired = (await look()).find(({ name }) => name === '和中心配好对了吗');
    expect(paired?.found).to.contain('没法再核对');
  });

  it('offers one press for the pairing number where another hub answers, which is told nothing before', async () => {
    situations['another hub']?.();
    const [way, ...rest] = (await look()).flatMap((one) => one.way ?? []);
    expect(way?.address).to.equal(`/kiosk?pair=&device=${device.id}&waiting=0`);
    expect(rest).to.deep.equal([]);
  });
});
