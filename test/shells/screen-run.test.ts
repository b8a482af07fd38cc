import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { deviceContext, storeContext } from '../../src/app/contexts.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { Decide } from '../../src/shells/screen/decide.ts';
import { RunKeeper } from '../../src/shells/screen/run-keeper.ts';
import { LlScreen } from '../../src/shells/screen/screen.ts';
import { FakeStore } from '../support/fake-store.ts';
import { at, today } from '../support/kiosk-centre.ts';
import { deepAll, unmountAll } from '../support/mount.ts';
import { centreRow, courseRow } from '../support/rows.ts';
import { until } from '../support/until.ts';
import { consoleConfig } from '../support/mount.ts';
import { programme as filmed } from '../support/staff-centre.ts';

const { video: _none, ...programme } = filmed;
/** Nothing that a screen shows takes longer: a minute of a machine that has time for each frame. */
const MOST_FRAMES = 3600;
const device: RowOf<'deviceConfig'> = {
  ...consoleConfig,
  id: id('exercise-room'),
  kind: 'screen',
  room: '活动室',
};
/** Begins by itself at 11:00, for an hour. */
const course = courseRow({
  id: id('morning'),
  room: '活动室',
  start: '11:00',
  minutes: 60,
  programmeId: programme.id,
  startsItself: true,
});
const emergency: RowOf<'notice'> = {
  id: id('n1'),
  level: 'emergency',
  title: '请大家到院子里',
  body: null,
  fromMs: at(10, 0),
  untilMs: null,
  by: '王经理',
};

describe('an exercise that the timetable begins', () => {
  let store: FakeStore;
  let screen: LlScreen;

  const hold = (nowMs: number): void => {
    store = new FakeStore({
      actor: { type: 'device', deviceId: device.id, deviceKind: 'screen', centreId: id('sample') },
      nowMs,
    })
      .put('centre', 'centre', 'sample', centreRow())
      .put('centre', 'course', course.id, course)
      .put('city', 'programme', programme.id, programme);
  };
  const switchOn = (nowMs: number): void => {
    hold(nowMs);
    const root = document.createElement('div');
    new ContextProvider(root, { context: storeContext, initialValue: store });
    new ContextProvider(root, { context: deviceContext, initialValue: device });
    document.body.append(root);
    screen = new LlScreen(store, device);
    root.append(screen);
  };
  /** Goes on to a time of day, which the screen looks at each second by itself. */
  const becomes = (nowMs: number): void => {
    store.confirmTime(nowMs);
  };
  const stands = async (text: string): Promise<void> => {
    const words = (): string =>
      deepAll(screen, 'p, h1, span, b')
        .map((one) => one.textContent)
        .join(' ');
    // A bar that goes by itself is seen in the frame in which it comes.
    for (let frames = 0; !words().includes(text); frames += 1) {
      if (frames > MOST_FRAMES) throw new Error(`not within ${MOST_FRAMES / 60} s: “${text}” in: ${words()}`);
      await new Promise((done) => requestAnimationFrame(done));
    }
  };
  const press = (keyCode: number): void => {
    const event = new KeyboardEvent('keydown', { cancelable: true });
    Object.defineProperty(event, 'keyCode', { value: keyCode });
    window.dispatchEvent(event);
  };
  const newest = (type: 'run' | 'ownRun') => [...store.reports].reverse().find((one) => one.type === type);
  /** The hub is told a moment after it stands on the glass. */
  const isTold = (type: 'run' | 'ownRun', what: object): Promise<true> =>
    until(() => {
      expect(newest(type)).to.include(what);
      return true;
    });

  beforeEach(() => localStorage.clear());
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('calls people in, begins without anybody, waits while an emergency stands, and after it until somebody goes on', async () => {
    switchOn(at(10, 56));
    await stands('4:00');
    await stands('请大家进来');
    becomes(at(11, 0));
    await stands('头晕请坐下举手');
    await isTold('run', { state: 'playing', version: 0 });
    becomes(at(11, 0) + 20_000);
    store.put('centre', 'notice', emergency.id, emergency);
    await stands(emergency.title);
    becomes(at(11, 4));
    store.remove('centre', 'notice', emergency.id);
    await stands('歇一歇');
    await stands('双手托天理三焦');
    await isTold('ownRun', { state: 'paused', positionMs: 20_000, basedOn: 0 });
    press(13);
    await stands('确定：歇一歇');
    await isTold('ownRun', { state: 'playing', nth: 2 });
  });

  it('lets no emergency wait for the code that knows of exercises', () => {
    hold(at(11, 0));
    const decide = new Decide(store, device.id, () => undefined);
    const exercise = { row: undefined, room: device.room, courses: [course], changes: [], days: [] };
    const rows = { centre: centreRow(), schedule: undefined, canteenId: null, isRest: () => false };
    const showing = decide.showing(
      { ...rows, exercise: { ...exercise, programmes: [programme] }, notices: [emergency] },
      store.time(),
    );
    expect(showing?.show).to.equal('emergency');
  });

  it('waits at its start where the set is switched on too late, and asks for another round when one is done', async () => {
    switchOn(at(11, 20));
    await stands('歇一歇');
    await stands('预备势');
    press(13);
    await stands('确定：歇一歇');
    becomes(at(11, 20) + programme.durationMs);
    await stands('再来一遍吗？');
    becomes(at(11, 59));
    await stands('再来一遍吗？');
    press(13);
    await stands('预备势');
    await isTold('run', { state: 'playing' });
  });

  it('is held at its form after a power cut, also on a set whose clock was hours ahead until its hub was back', async () => {
    hold(at(11, 0));
    const { looks, switchedOn } = bareSet();
    expect(looks(await switchedOn(), at(11, 0), 'confirmed')?.state).to.equal('playing');
    store.nowMs = at(11, 0) + 25_000;
    const again = await switchedOn();
    expect(looks(again, at(15, 0), 'carried')).to.equal(undefined);
    const run = looks(again, at(11, 0) + 25_000, 'confirmed');
    expect([run?.state, run?.positionMs]).to.deep.equal(['paused', 0]);
  });

  it('is held at the form it was in, though the browser had written Local Storage to the disk a minute before', async () => {
    hold(at(11, 0));
    const { looks, switchedOn } = bareSet();
    const keeper = await switchedOn();
    looks(keeper, at(11, 0), 'confirmed');
    const onDisk = Object.entries(localStorage);
    const [, form] = programme.forms;
    const cutMs = at(11, 0) + (form?.startMs ?? 0) + 1000;
    looks(keeper, cutMs, 'confirmed');
    localStorage.clear();
    for (const [key, text] of onDisk) localStorage.setItem(key, String(text));
    store.nowMs = cutMs + 25_000;
    const run = looks(await switchedOn(), store.nowMs, 'confirmed');
    expect([run?.state, run?.positionMs]).to.deep.equal(['paused', form?.startMs]);
  });

  /**
   * A set without its glass: what it makes of a time, and the same one switched on again. One with its glass beside it
   * would look each second as well, and write in the same places.
   */
  function bareSet() {
    const rows = { row: undefined, room: device.room, courses: [course], changes: [], days: [] };
    const exercise = { ...rows, programmes: [programme] };
    const centre = centreRow();
    const other = {
      show: 'timetable',
      date: today,
      why: { because: 'default' },
      missed: [],
      item: null,
    } as const;
    /** What a set that has just been switched on makes of a time. */
    const looks = (keeper: RunKeeper, nowMs: number, quality: 'confirmed' | 'carried') => {
      const followed = keeper.followed(exercise, centre, nowMs);
      const run = followed?.run;
      const showing = run && ({ ...other, show: 'run', run, programme, state: 'playing' as const } as const);
      keeper.shown(showing ?? other, { quality, nowMs });
      return run;
    };
    const switchedOn = () => RunKeeper.open(store, device.id, () => undefined);
    return { looks, switchedOn };
  }
});
