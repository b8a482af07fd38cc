import { expect } from 'chai';
import { LlKioskHelp } from '../../../../src/features/help/kiosk/kiosk-help.ts';
import { leftWith } from '../../../../src/features/help/kiosk/this-visit.ts';
import type { HelpCall } from '../../../../src/features/help/model/help.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { HUB_HEADER } from '../../../../src/protocol/wire/limits.ts';
import { hubKey } from '../../../../src/store/known-hub.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { kioskStore } from '../../../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { OwnClock } from '../../../support/own-clock.ts';
import { until } from '../../../support/until.ts';

interface Told {
  readonly callId: string;
  readonly visit: string;
  readonly kind: 'help' | 'emergency';
  readonly end: 'withdrawn' | 'helped' | null;
}

/** A hub that takes calls past the sync, as the product's does. */
class DirectHub {
  readonly told: Told[] = [];
  reaches = true;
  change: Partial<HelpCall> = {};
  readonly #own = window.fetch;
  readonly #known = localStorage.getItem(hubKey);

  constructor() {
    window.fetch = async (path, init) => {
      if (!this.reaches || !String(path).startsWith('/api/help')) throw new TypeError('Failed to fetch');
      const told: Told = JSON.parse(String(init?.body));
      this.told.push(told);
      return Response.json(this.#callOf(told), { headers: { [HUB_HEADER]: this.#known ?? 'hub' } });
    };
  }

  #callOf({ callId, visit, kind, end }: Told): HelpCall {
    return {
      id: id(callId),
      deviceId: id('lobby-kiosk'),
      place: '一楼大厅',
      raisedAtMs: null,
      ageUnknown: false,
      state: end === 'withdrawn' ? 'withdrawn' : end === 'helped' ? 'done' : 'waiting',
      answeredBy: null,
      answeredAtMs: null,
      kind,
      visit,
      ...this.change,
    };
  }

  stop(): void {
    window.fetch = this.#own;
    if (this.#known === null) localStorage.removeItem(hubKey);
  }
}

/** Whoever asks for help at a kiosk whose disk keeps nothing. */
describe('找人帮忙 without a store', () => {
  let store: FakeStore;
  let clock: OwnClock;
  let hub: DirectHub;

  beforeEach(() => {
    store = kioskStore();
    store.query = () => Promise.reject(new Error('unreadable'));
    store.watch = (_query, _next, failed) => {
      failed(new Error('unreadable'));
      return () => undefined;
    };
    store.mutate = () =>
      Promise.resolve({ ok: false, status: 'refused', code: 'not-kept', detail: 'the disk is gone' });
    clock = new OwnClock(store);
    hub = new DirectHub();
  });
  afterEach(() => {
    hub.stop();
    unmountAll();
    clock.stop();
    forgetWhoCalled();
  });

  const open = async (): Promise<LlKioskHelp> => {
    const page = await mountKiosk(new LlKioskHelp(), store);
    await clock.pass(1000, page);
    return page;
  };
  const press = async (page: LlKioskHelp, name: string): Promise<void> => {
    window.dispatchEvent(new PointerEvent('pointerdown'));
    pressableNamed(page, name).click();
    await settled(page);
  };

  it('calls by way of the hub itself, and says only what that has said', async () => {
    const page = await open();
    await appears(page, '正在叫人');
    expect(hub.told.map(({ kind, end }) => [kind, end])).to.deep.equal([['help', null]]);
    hub.change = { heard: [{ deviceId: id('office'), atMs: null }] };
    await clock.pass(6000, page);
    await appears(page, '已经叫人了');
    hub.change = { state: 'coming', answeredBy: '陈顾问' };
    await clock.pass(6000, page);
    await appears(page, '陈顾问 正在过来');
    expect(new Set(hub.told.map(({ callId }) => callId)).size, 'one person is one call').to.equal(1);
  });

  it('says that nobody was called while the hub is away too, with what can be done, and is one call when tried again', async () => {
    hub.reaches = false;
    const page = await open();
    await appears(page, '没有叫到人');
    hub.reaches = true;
    await clock.pass(11_000, page);
    await appears(page, '正在叫人');
    expect(words(page)).not.to.contain('没有叫到人');
    expect(hub.told.length).to.equal(1);
  });

  it('says that it cannot reach the hub any more where it had taken the call, and nobody had it yet', async () => {
    const page = await open();
    await appears(page, '正在叫人');
    hub.reaches = false;
    await clock.pass(6000, page);
    await appears(page, '现在连不上了');
    hub.reaches = true;
    await clock.pass(6000, page);
    await appears(page, '还没有人看到');
  });

  it('takes it back at the hub, and says so once the hub has', async () => {
    const page = await open();
    await appears(page, '正在叫人');
    await press(page, '不用了');
    await appears(page, '已经取消');
    expect(hub.told[hub.told.length - 1]?.end).to.equal('withdrawn');
  });

  it('goes on with the call of whoever looks at another page and comes back, also where the hub was away for that', async () => {
    const page = await open();
    await appears(page, '正在叫人');
    page.remove();
    hub.reaches = false;
    const again = await open();
    await appears(again, '没有叫到人');
    hub.reaches = true;
    await clock.pass(11_000, again);
    await appears(again, '正在叫人');
    const calls = new Set(hub.told.map(({ callId }) => callId));
    const ended = hub.told.filter(({ end }) => end !== null).map(({ callId }) => callId);
    expect([calls.size, ended], 'one person is one call').to.deep.equal([2, [hub.told[0]?.callId]]);
  });

  it('makes an emergency of it: that call takes the place of the first', async () => {
    const page = await open();
    await appears(page, '正在叫人');
    await press(page, '助急：马上要人');
    await press(page, '马上来人');
    await appears(page, '正在紧急叫人');
    await until(() => hub.told.length >= 3);
    const [first, emergency, ended] = hub.told;
    expect([emergency?.kind, ended?.end, ended?.callId]).to.deep.equal([
      'emergency',
      'withdrawn',
      first?.callId,
    ]);
  });
});

function forgetWhoCalled(): void {
  leftWith({ callId: id<'Mid'>('none'), visit: 'none', kind: 'help', madeAt: -1e9 }, -1e9);
}
