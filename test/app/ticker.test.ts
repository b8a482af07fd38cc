import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { storeContext } from '../../src/app/contexts.ts';
import { Ticker } from '../../src/app/ticker.ts';
import { FakeStore } from '../support/fake-store.ts';

@customElement('test-clock')
class TestClock extends LitElement {
  renders = 0;
  readonly ticker = new Ticker(this, 1000);
  override render(): string {
    this.renders += 1;
    return String(this.ticker.time.nowMs);
  }
}

@customElement('test-calendar')
class TestCalendar extends LitElement {
  renders = 0;
  readonly ticker = new Ticker(this);
  override render(): string {
    this.renders += 1;
    return this.ticker.dayAt() ?? 'which day it is, nobody knows';
  }
}

describe('a ticker', () => {
  const originals = { set: window.setTimeout, clear: window.clearTimeout };
  let due: Map<number, () => void>;

  beforeEach(() => {
    due = new Map();
    let next = 1_000_000;
    Object.assign(window, {
      setTimeout: (run: () => void) => {
        next += 1;
        due.set(next, run);
        return next;
      },
      clearTimeout: (timer: number) => due.delete(timer),
    });
  });

  afterEach(() => Object.assign(window, { setTimeout: originals.set, clearTimeout: originals.clear }));

  it('draws its view anew each time it is due, and not once more after the view is gone', async () => {
    const root = document.createElement('div');
    document.body.append(root);
    new ContextProvider(root, { context: storeContext, initialValue: new FakeStore() });
    const clock = new TestClock();
    root.append(clock);
    await clock.updateComplete;
    const before = clock.renders;
    for (const [timer, run] of [...due]) {
      due.delete(timer);
      run();
    }
    await clock.updateComplete;
    expect(clock.renders).to.equal(before + 1);
    expect(due.size).to.equal(1);
    clock.remove();
    expect(due.size).to.equal(0);
    root.remove();
  });

  it("tells a centre's time of day though the store has lost the row of it, and never another place's", async () => {
    const root = document.createElement('div');
    document.body.append(root);
    const clock = new TestClock();
    expect(clock.ticker.momentAt()).to.equal(null);
    // 03:02 in UTC; the device remembers that its centre is five and three quarter hours ahead.
    const store = new FakeStore({ utcOffsetMinutes: 345 });
    new ContextProvider(root, { context: storeContext, initialValue: store });
    root.append(clock);
    await clock.updateComplete;
    expect(clock.ticker.momentAt()).to.deep.equal({ date: '2026-11-22', minute: 8 * 60 + 47 });
    expect(clock.ticker.momentAt({ utcOffsetMinutes: 480 })?.minute).to.equal(11 * 60 + 2);
    root.remove();
  });

  /** Stands on the page with a store of its own. */
  async function calendarWith(store: FakeStore): Promise<TestCalendar> {
    const root = document.createElement('div');
    document.body.append(root);
    new ContextProvider(root, { context: storeContext, initialValue: store });
    const calendar = new TestCalendar();
    root.append(calendar);
    await calendar.updateComplete;
    return calendar;
  }

  /** The timers that stand now are due. */
  async function pass(view: LitElement): Promise<void> {
    for (const [timer, run] of [...due]) {
      due.delete(timer);
      run();
    }
    await view.updateComplete;
  }

  it('says which day it is the moment the hub tells the time, and is silent once its view is gone', async () => {
    const store = new FakeStore({ nowMs: null });
    const calendar = await calendarWith(store);
    expect(calendar.shadowRoot?.textContent).to.contain('nobody knows');
    store.confirmTime(Date.UTC(2026, 10, 22, 3, 2));
    await calendar.updateComplete;
    expect(calendar.shadowRoot?.textContent).to.contain('2026-11-22');
    calendar.remove();
    expect(store.watching).to.equal(0);
  });

  it('shows the right day within a second of somebody setting a wall clock, and rests while its minute lasts', async () => {
    const store = new FakeStore();
    const calendar = await calendarWith(store);
    await pass(calendar);
    const before = calendar.renders;
    store.nowMs = Date.UTC(2026, 10, 22, 3, 2, 50);
    await pass(calendar);
    expect(calendar.renders).to.equal(before);
    store.nowMs = Date.UTC(2027, 10, 22, 3, 2, 50);
    await pass(calendar);
    expect(calendar.shadowRoot?.textContent).to.contain('2027-11-22');
    calendar.remove();
  });

  it('does not know the time before the store is there', () => {
    expect(new TestClock().ticker.time).to.deep.equal({ quality: 'unknown', nowMs: null });
  });
});
