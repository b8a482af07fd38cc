import { expect } from 'chai';
import { html, LitElement, type TemplateResult } from 'lit';
import type { DeviceCommand } from '../../../src/features/devices/model/command.ts';
import { KeepAwake } from '../../../src/app/keep-awake.ts';
import { id } from '../../../src/kernel/ids.ts';
import { faultsLately } from '../../../src/store/faults.ts';
import { catchFaults } from '../../../src/shells/watch/catch-faults.ts';
import { FrameWatch } from '../../../src/shells/watch/frame-watch.ts';
import { MediaWatch } from '../../../src/shells/watch/media-watch.ts';
import { mayRenew, turnOf, type Night } from '../../../src/shells/watch/night-renewal.ts';
import { ObeyCommands } from '../../../src/shells/watch/obey-commands.ts';
import { putOverGlass } from '../../../src/shells/watch/over-glass.ts';
import { driftPicture, places } from '../../../src/shells/watch/picture-drift.ts';
import { Recoveries, type Remedy } from '../../../src/shells/watch/recoveries.ts';
import { FakeStore } from '../../support/fake-store.ts';
import { at } from '../../support/kiosk-centre.ts';
import { until } from '../../support/until.ts';

/** A board with a film in it, as deep as a board has one. */
class FilmBoard extends LitElement {
  override render(): TemplateResult {
    return html`<div><video muted></video></div>`;
  }
}
customElements.define('test-film-board', FilmBoard);

/** A film that says it plays; where it is, is the test's to say. */
async function film(): Promise<{
  board: FilmBoard;
  video: HTMLVideoElement;
  moveTo: (s: number) => void;
  loads: () => number;
}> {
  const board = new FilmBoard();
  document.body.append(board);
  await board.updateComplete;
  const video = board.renderRoot.querySelector('video');
  if (video === null) throw new Error('the board has no film');
  let atS = 1;
  let loads = 0;
  Object.defineProperty(video, 'currentTime', { get: () => atS, set: () => undefined });
  Object.defineProperty(video, 'paused', { get: () => false });
  Object.defineProperty(video, 'readyState', { get: () => HTMLMediaElement.HAVE_ENOUGH_DATA });
  video.load = () => void (loads += 1);
  return { board, video, moveTo: (s) => (atS = s), loads: () => loads };
}

describe('A glass that nobody touches for months', () => {
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  it('nudges a film that stands, then puts its board up anew, and the page only last: the least that helps', async () => {
    const { loads } = await film();
    const done: string[] = [];
    let now = 0;
    const watch = new MediaWatch(
      document.body,
      {
        may: () => true,
        remount: () => done.push('remount'),
        reload: () => done.push('reload'),
        moved: () => done.push('moved'),
      },
      () => now,
    );
    const looks = (count: number): void => {
      for (let look = 0; look < count; look += 1) {
        now += 4000;
        watch.look();
      }
    };
    looks(2);
    expect([loads(), done], 'it may be about to begin').to.deep.equal([0, []]);
    looks(1);
    expect([loads(), done]).to.deep.equal([1, []]);
    looks(2);
    expect(done).to.deep.equal(['remount']);
    looks(2);
    expect(done).to.deep.equal(['remount', 'reload']);
    looks(50);
    expect(done, 'what did not help is not done for ever').to.deep.equal(['remount', 'reload']);
  });

  it('leaves a film alone that moves, and tells once of one that was made to go on', async () => {
    const { moveTo, loads } = await film();
    const told: string[] = [];
    let now = 0;
    const watch = new MediaWatch(
      document.body,
      {
        may: () => true,
        remount: () => told.push('remount'),
        reload: () => told.push('reload'),
        moved: () => told.push('moved'),
      },
      () => now,
    );
    const look = (): void => {
      now += 4000;
      watch.look();
    };
    for (let s = 2; s < 12; s += 1) {
      look();
      moveTo(s);
    }
    expect(loads()).to.equal(0);
    for (let i = 0; i < 4; i += 1) look();
    expect(loads()).to.equal(1);
    moveTo(20);
    look();
    moveTo(21);
    look();
    expect(told).to.deep.equal(['moved']);
  });

  it('never starts anew in a loop: so many an hour, each after a longer rest, also over the page’s own end', () => {
    const notes = new Map<Remedy, string>();
    let now = at(3, 0);
    const page = (): Recoveries =>
      new Recoveries(
        { read: (remedy) => notes.get(remedy) ?? null, write: (r, text) => notes.set(r, text) },
        () => now,
      );
    const reloads: number[] = [];
    for (let second = 0; second < 3600; second += 1) {
      now += 1000;
      if (page().may('reload')) reloads.push(second);
    }
    expect(reloads).to.deep.equal([0, 120, 360]);
    now -= 86_400_000;
    expect(page().may('reload'), 'a clock that was put back does not begin a new hour').to.equal(false);
    notes.set('reload', '"torn');
    expect(page().may('reload')).to.equal(true);
  });

  it('sees that no frame comes any more, and tells apart that the program itself had stopped', () => {
    let now = 0;
    let paints = true;
    let isSeen = true;
    let renewed = false;
    let comesBack = true;
    /** The frame that a page has asked for and not got. */
    let owed = (): void => undefined;
    const said: string[] = [];
    const page = (): FrameWatch =>
      new FrameWatch(
        4000,
        {
          stuck: () => comesBack && said.push('stuck') > 0,
          stood: (forMs) => said.push(`stood ${forMs}`),
          renewed: { is: () => renewed, set: (is) => (renewed = is) },
        },
        { now: () => now, frame: (then) => (paints ? then() : (owed = then)), seen: () => isSeen },
      );
    let watch = page();
    const look = (afterMs = 4000): void => {
      now += afterMs;
      watch.look();
    };
    for (let i = 0; i < 5; i += 1) look();
    isSeen = false;
    paints = false;
    for (let i = 0; i < 5; i += 1) look();
    expect(said, 'a page that nobody sees gets no frames').to.deep.equal([]);
    isSeen = true;
    paints = true;
    look(60_000);
    expect(said, 'unseen it was looked at once a minute, and did not stand').to.deep.equal([]);
    look(34_000);
    expect(said).to.deep.equal(['stood 30000']);
    paints = false;
    comesBack = false;
    for (let i = 0; i < 10; i += 1) look();
    expect(said, 'a page that would not come back stays').to.deep.equal(['stood 30000']);
    comesBack = true;
    for (let i = 0; i < 10; i += 1) look();
    expect(said, 'its hub is back').to.deep.equal(['stood 30000', 'stuck']);
    watch = page();
    for (let i = 0; i < 10; i += 1) look();
    expect(said, 'a panel that is off paints for no page').to.have.length(2);
    owed();
    for (let i = 0; i < 10; i += 1) look();
    expect(said, 'it has painted since').to.deep.equal(['stood 30000', 'stuck', 'stuck']);
    owed();
    paints = true;
    look();
    look(28_800_000);
    expect(said, 'a set that slept the night through was not stuck').to.have.length(3);
  });

  it('starts anew by night only: idle, by a clock that is sure, and where it surely comes back', () => {
    const night: Night = {
      time: { quality: 'confirmed', nowMs: at(4, 30) },
      utcOffsetMinutes: 480,
      upMs: 30 * 3_600_000,
      isUsed: false,
      comesBack: true,
      isDark: false,
      turnMinutes: turnOf('dining-hall'),
    };
    expect(mayRenew(night)).to.equal(true);
    const not: readonly Partial<Night>[] = [
      { time: { quality: 'confirmed', nowMs: at(12, 0) } },
      { time: { quality: 'carried', nowMs: at(4, 30) } },
      { upMs: 3_600_000 },
      { isUsed: true },
      { comesBack: false },
      { isDark: true, isUsed: true },
    ];
    for (const but of not) expect(mayRenew({ ...night, ...but }), JSON.stringify(but)).to.equal(false);
    const dark = { time: { quality: 'unknown', nowMs: null }, isDark: true } as const;
    expect(mayRenew({ ...night, ...dark }), 'in its dark hours').to.equal(true);
    expect(turnOf('dining-hall')).not.to.equal(turnOf('exercise-room'));
  });

  it('keeps the display on, and asks again when the engine has taken it back', async () => {
    const { wakeLock } = navigator;
    const own = wakeLock.request;
    const locks: EventTarget[] = [];
    let refuses = false;
    Object.defineProperty(wakeLock, 'request', {
      configurable: true,
      value: async () => {
        if (refuses) throw new DOMException('battery', 'NotAllowedError');
        const lock = Object.assign(new EventTarget(), { released: false, release: async () => undefined });
        locks.push(lock);
        return lock;
      },
    });
    const told: string[] = [];
    const awake = new KeepAwake((state) => told.push(state));
    try {
      awake.want();
      await until(() => locks.length === 1);
      Object.assign(locks[0] ?? {}, { released: true });
      locks[0]?.dispatchEvent(new Event('release'));
      await until(() => locks.length === 2);
      refuses = true;
      Object.assign(locks[1] ?? {}, { released: true });
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => told.includes('refused'));
      expect(told).to.deep.equal(['held', 'held', 'refused']);
    } finally {
      awake.letGo();
      Object.defineProperty(wakeLock, 'request', { configurable: true, value: own });
    }
    refuses = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(locks, 'let go of, it is not asked for').to.have.length(2);
  });

  it('moves its picture by a pixel at a time, never far, and through every place alike', () => {
    const steps = places.map(([x, y], i) => {
      const [nextX, nextY] = places[(i + 1) % places.length] ?? [0, 0];
      return Math.abs(nextX - x) + Math.abs(nextY - y);
    });
    expect(Math.max(...steps)).to.equal(1);
    expect(Math.max(...places.flat().map(Math.abs))).to.be.at.most(3);
    const picture = document.body.appendChild(document.createElement('div'));
    const stop = driftPicture(picture);
    expect(picture.style.transform).to.match(/^translate\(-?\d(px)?, -?\d(px)?\)$/);
    stop();
    expect(picture.style.transform).to.equal('');
  });

  it('keeps what went wrong in its program, without anybody’s number, and tells of it', () => {
    const store = new FakeStore();
    const stop = catchFaults(store);
    const error = new TypeError('no member 13900001234');
    try {
      console.error(error);
      console.error('beside it', error);
    } finally {
      stop();
    }
    const [fault, ...others] = faultsLately();
    expect([fault?.kind, fault?.text, fault?.count, others]).to.deep.equal([
      'told',
      'TypeError: no member #',
      2,
      [],
    ]);
    const next = catchFaults(store);
    // What a page was fetching is cut off as it goes; one that stays after all is listened to again.
    window.dispatchEvent(new Event('beforeunload'));
    console.error(new TypeError('error loading dynamically imported module'));
    expect(faultsLately()).to.have.length(1);
    window.dispatchEvent(new Event('pageshow'));
    console.error(new TypeError('no such thing'));
    expect(faultsLately()).to.have.length(2);
    next();
    expect(store.reports.filter(({ type }) => type === 'faults')).to.have.length(1);
  });
});

describe('What staff ask of a glass', () => {
  const command = (askedId: string, more: Partial<DeviceCommand> = {}): DeviceCommand => ({
    id: 'dining-hall/identify',
    deviceId: id('dining-hall'),
    what: 'identify',
    askedId: id(askedId),
    by: '李师傅',
    atMs: at(11, 0),
    untilMs: at(11, 2),
    ...more,
  });

  let notes: string | null;
  let obeyed: string[];
  let isBusy: boolean;
  let obeying: ObeyCommands | undefined;
  const outcomes = (store: FakeStore): readonly string[] =>
    store.reports.flatMap((one) => (one.type === 'command' ? [`${one.askedId} ${one.outcome}`] : []));

  async function glass(nowMs: number, asked: DeviceCommand): Promise<FakeStore> {
    const store = new FakeStore({ nowMs }).put('device', 'deviceCommand', asked.id, asked);
    obeying = new ObeyCommands(store, {
      acts: { identify: async ({ askedId }) => (obeyed.push(askedId), 'done') },
      busy: () => isBusy,
      notes: { read: () => notes, write: (text) => (notes = text) },
    });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return store;
  }

  beforeEach(() => {
    notes = null;
    obeyed = [];
    isBusy = false;
  });
  afterEach(() => {
    obeying?.close();
    document.body.replaceChildren();
  });

  it('is done once, and never again by the page that comes after', async () => {
    expect(outcomes(await glass(at(11, 1), command('a')))).to.deep.equal(['a done']);
    obeying?.close();
    await glass(at(11, 1), command('a'));
    expect(obeyed).to.deep.equal(['a']);
  });

  it('is not done when it comes too late, and staff are told: nobody stands there any more', async () => {
    expect(outcomes(await glass(at(11, 30), command('a')))).to.deep.equal(['a late']);
    expect(obeyed).to.deep.equal([]);
  });

  it('waits while somebody uses the glass, and says that it does', async () => {
    isBusy = true;
    expect(outcomes(await glass(at(11, 1), command('a')))).to.deep.equal(['a waits']);
    expect(obeyed).to.deep.equal([]);
  });

  it('is answered also where this build knows nothing of it: a newer console may ask for more', async () => {
    expect(outcomes(await glass(at(11, 1), command('a', { what: 'volume' })))).to.deep.equal(['a cannot']);
  });

  it('is shown over everything but an emergency', async () => {
    const sign = document.createElement('div');
    let alarmed = true;
    expect(await putOverGlass(sign, 60_000, () => alarmed)).to.equal(false);
    alarmed = false;
    expect(await putOverGlass(sign, 60_000, () => alarmed)).to.equal(true);
    const gone = new Promise<void>((resolve) =>
      new MutationObserver(() => !sign.isConnected && resolve()).observe(document.body, { childList: true }),
    );
    alarmed = true;
    await gone;
    expect(sign.isConnected).to.equal(false);
  });
});
