import { expect } from 'chai';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { setComfort, USUAL } from '../../../../src/shells/kiosk/comfort.ts';
import { pages } from '../../../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../../../src/shells/kiosk/kiosk-shell.ts';
import { OpenEvent } from '../../../../src/shells/kiosk/open-event.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { kioskConfig, kioskStore, policy } from '../../../support/kiosk-centre.ts';
import { isShown, rest, shownPage } from '../../../support/kiosk-tour.ts';
import { wrongOnGlass } from '../../../support/kiosk-fits.ts';
import { upright } from '../../../support/kiosk-worlds.ts';
import { mountKiosk, pressableNamed } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { sampleStore } from '../../../support/sample-centre.ts';

type Policy = RowOf<'policy'>;

const FORTY = '高龄独居失能半失能老年人居家适老化改造与康复辅助器具租赁综合补贴暂行办法实施细则';
const SENTENCE = '满八十岁的那个月就可以申请，早点办，不用等年底，钱打到您自己的银行卡里。';
const benefit = (key: string, more: Partial<Policy> = {}): Policy => ({
  ...policy,
  id: id(key),
  category: 'care',
  ...more,
});
const lapsed = benefit('lapsed', { title: FORTY, reviewedOn: '2025-01-01', expiresOn: '2026-01-01' });
const long = benefit('long', {
  title: FORTY,
  summary: SENTENCE.repeat(3),
  body: Array.from({ length: 12 }, () => SENTENCE.repeat(14)),
  who: Array.from({ length: 8 }, () => SENTENCE),
});
const bare = benefit('bare', { who: [], papers: [], where: null });

describe('What the advisor has to say is read whole, however large it is written and however much it is', () => {
  let shell: LlKioskShell;

  const press = async (selector: string, which = 0): Promise<void> => {
    const found = deepAll(shownPage(shell), selector).filter(isShown);
    const one = found[which < 0 ? found.length + which : which];
    (one?.shadowRoot?.querySelector('button') ?? one)?.click();
    await settled(shell);
    await rest(shell);
  };
  const open = async (...policies: readonly Policy[]): Promise<FakeStore> => {
    const store = policies.length === 0 ? sampleStore() : kioskStore();
    if (policies.length > 0) store.remove('city', 'policy', policy.id);
    for (const one of policies) store.put('city', 'policy', one.id, one);
    shell = await mountKiosk(new LlKioskShell(), store, { ...kioskConfig, panel: upright });
    shell.dispatchEvent(new OpenEvent({ page: 'policies', about: null }));
    await settled(shell);
    return store;
  };
  const article = async (one: Policy): Promise<void> => {
    await open(one);
    await press('ll-tile');
    await press('.choice');
  };
  const letters = async (word: string): Promise<void> => {
    await press('.way.edge');
    for (const letter of word) {
      pressableNamed(shell, letter).click();
      await settled(shell);
    }
  };

  before(async () => {
    document.documentElement.style.setProperty('--fade', '0ms');
    // What finds by letters is fetched with the first of them.
    await Promise.all([pages.policies.load(), import('../../../../src/app/readings.ts')]);
  });
  after(() => document.documentElement.style.removeProperty('--fade'));
  afterEach(async () => {
    unmountAll();
    await setComfort(USUAL);
    await setLocale('zh-CN');
  });

  const wrong = (): Promise<Record<string, readonly string[]>> => wrongOnGlass(shell);

  it('the ways in, and the benefits of one kind', async () => {
    await open();
    expect(await wrong(), 'ways').to.deep.equal({});
    await press('ll-tile');
    expect(await wrong(), 'a kind').to.deep.equal({});
  });

  it('what is found by a letter, and what to do where nothing is', async () => {
    await open();
    await letters('Z');
    expect(await wrong(), 'found').to.deep.equal({});
    for (const letter of 'QQQQQQQQQQQQQQQQQQQQQQ') {
      pressableNamed(shell, letter).click();
      await settled(shell);
    }
    expect(await wrong(), 'none').to.deep.equal({});
    await press('.nothing ll-button, ll-button[kind="edge"]');
    expect(deepAll(shell, 'll-who'), 'the advisor can be asked').to.have.length(1);
  });

  it('the questions, and what they lead to', async () => {
    await open();
    await press('.way');
    expect(await wrong(), 'the first question').to.deep.equal({});
    while (deepAll(shell, 'll-policy-question').length > 0) await press('.answer');
    expect(await wrong(), 'what may be applied for').to.deep.equal({});
  });

  it('an article that says little, one of six thousand characters, and one that may not hold any more', async () => {
    for (const one of [bare, long, lapsed]) {
      await article(one);
      expect(await wrong(), one.id).to.deep.equal({});
      unmountAll();
    }
  });

  it('taking it along, and that the advisor is to call while the hub is away', async () => {
    await article(bare);
    await press('.ways ll-button');
    expect(await wrong(), 'a code').to.deep.equal({});
    const store = await open(bare);
    await press('ll-tile');
    await press('.choice');
    await press('.ways ll-button', 1);
    store.setStatus({ link: 'away' });
    await press('ll-button[slot="ways"]');
    expect(await wrong(), 'noted').to.deep.equal({});
  });

  it('a kind of two thousand, of which the rest is searched for', async () => {
    await open(...Array.from({ length: 2000 }, (_, n) => benefit(`p${n}`, { title: `第${n}号补贴` })));
    await press('ll-tile');
    expect(await wrong()).to.deep.equal({});
    expect(deepAll(shell, '.choice').length).to.equal(40);
    deepAll(shell, '.search-more')[0]?.shadowRoot?.querySelector('button')?.click();
    await settled(shell);
    expect(deepAll(shell, 'll-policy-search')).to.have.length(1);
  });
});
