import { expect } from 'chai';
import { LlStaffHubClock } from '../../../../src/features/clock/console/staff-hub-clock.ts';
import { createHubClient } from '../../../../src/app/hub-client.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { button, mount, settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';

const now = Date.UTC(2026, 10, 28, 2, 57);
const inDoubt: RowOf<'hubClock'> = {
  id: 'hub',
  doubt: { why: 'as-left', sinceMs: Date.UTC(2026, 10, 27, 12, 1), hubMs: Date.UTC(2026, 10, 27, 12, 4) },
  putAwayTo: '2026-11-27',
};
const words = (element: Element): string => element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('A hub that is not sure of the time, on the console', () => {
  let store: FakeStore;
  let sent: { path: string; nowMs: number }[];
  const realNow = Date.now;

  async function open(mayConfirm: boolean): Promise<LlStaffHubClock> {
    const element = new LlStaffHubClock();
    element.mayConfirm = mayConfirm;
    const api = createHubClient('console-1', async (path, init) => {
      sent.push({ path, nowMs: JSON.parse(String(init.body)).nowMs });
      return new Response(null, { status: 204 });
    });
    return mount(element, { store, api });
  }

  beforeEach(() => {
    Date.now = () => now;
    sent = [];
    store = new FakeStore({ actor: staff('manager'), nowMs: now });
    store.put('centre', 'centre', 'sample', centreRow());
  });
  afterEach(() => {
    Date.now = realNow;
    unmountAll();
  });

  it('says nothing while it is sure', async () => {
    store.put('staff', 'hubClock', 'hub', { ...inDoubt, doubt: null });
    const element = await open(true);
    expect(words(element).trim()).to.equal('');
    expect(element.hidden).to.equal(true);
  });

  it('tells the manager what time the hub goes by and why that may be wrong, beside the phone’s own', async () => {
    store.put('staff', 'hubClock', 'hub', inDoubt);
    const element = await open(true);
    expect(words(element)).to.contain('钟还停在关机那会儿');
    expect(words(element)).to.contain('2026年11月27日 下午8:04');
    expect(words(element)).to.contain('2026年11月28日 上午10:57');
    await expectAccessible(element);
  });

  it('stays in sight in one line when the page is scrolled past it', async () => {
    store.put('staff', 'hubClock', 'hub', inDoubt);
    const element = await open(true);
    const page = document.createElement('div');
    page.style.height = '3000px';
    element.after(page);
    window.scrollTo(0, 800);
    const { top, height } = element.getBoundingClientRect();
    window.scrollTo(0, 0);
    page.remove();
    expect(top).to.be.within(0, 16);
    expect(height, 'it covers little').to.be.below(90);
  });

  it('is mended by one press, which sends the time that was seen', async () => {
    store.put('staff', 'hubClock', 'hub', inDoubt);
    const element = await open(true);
    button(element, '现在是 2026年11月28日 上午10:57，对的').click();
    await settled(element);
    expect(sent).to.deep.equal([{ path: '/api/clock?device=console-1', nowMs: now }]);
    store.put('staff', 'hubClock', 'hub', { ...inDoubt, doubt: null });
    await settled(element);
    expect(element.hidden).to.equal(true);
  });

  it('asks everybody else to tell the manager, and offers them nothing to press', async () => {
    store.put('staff', 'hubClock', 'hub', inDoubt);
    const element = await open(false);
    expect(words(element)).to.contain('请管理员核对');
    expect(element.shadowRoot?.querySelector('button')).to.equal(null);
  });
});
