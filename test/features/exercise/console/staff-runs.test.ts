import { expect } from 'chai';
import { LlStaffRuns } from '../../../../src/features/exercise/console/staff-runs.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, course } from '../../../support/kiosk-centre.ts';
import { button, consoleConfig, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { device } from '../../../support/model-rows.ts';
import { programme, staff, staffStore } from '../../../support/staff-centre.ts';

const screenId = id<'DeviceId'>('dining-hall');
const run: RowOf<'run'> = {
  id: screenId,
  programmeId: programme.id,
  sessionId: null,
  state: 'paused',
  positionMs: 20_000,
  asOfMs: at(11, 2),
  rate: 1,
  version: 2,
  startedBy: '张老师',
  startBeforeMs: at(11, 4),
};
const said: RowOf<'runReport'> = {
  id: screenId,
  version: 2,
  state: 'paused',
  positionMs: 20_000,
  rate: 1,
  picture: 'coach',
  silent: false,
  following: true,
  driftMs: 0,
  leaps: 0,
  mirrored: true,
  seated: false,
  voice: false,
  volume: 100,
  can: [],
  atMs: at(11, 2),
};

describe('what a leader is told of a run', () => {
  let store: FakeStore;
  let page: LlStaffRuns;

  const shows = (showing: string): void => {
    const times = { sinceMs: at(11, 2), confirmedMs: at(11, 2) };
    store.put('staff', 'glass', screenId, { id: screenId, showing, ...times });
  };
  const words = async (): Promise<string> => {
    page.requestUpdate();
    await settled(page);
    return deepAll(page, 'section')
      .flatMap((card) => [...card.querySelectorAll('.chip, .reports, .note')])
      .map((one) => one.textContent.trim())
      .join('|');
  };

  beforeEach(async () => {
    store = staffStore(staff('leader')).put('centre', 'run', screenId, run);
    page = await mount(new LlStaffRuns(), { store });
    page.mayChange = true;
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('is never more than its screen has said: not before it obeys, nor once it is silent, held or not', async () => {
    expect(await words()).to.equal('已发出|已发出，屏幕还没跟上');
    shows('run:dining-hall@2');
    store.put('staff', 'runReport', screenId, said);
    expect(await words()).to.match(/^暂停中\|屏幕停在/);
    store.confirmTime(at(11, 3));
    expect(await words()).to.equal('没有回音|屏幕 60 秒没有回话，不知道放到哪里');
  });

  it('is that an emergency stands over it, and that a television that is let in no more plays nothing', async () => {
    shows('notice:n1@1');
    store.put('staff', 'runReport', screenId, said);
    expect(await words()).to.contain('紧急通知');
    store.put('staff', 'device', screenId, { ...device(screenId, 'screen'), pairedAtMs: null });
    expect(await words()).to.contain('还没有配对');
    store.remove('centre', 'run', screenId);
    expect(await words()).to.contain('还没有配对');
    expect(deepAll(page, 'button.go')).to.deep.equal([]);
  });

  it('is what each screen of the hall does: one that is held while the other goes on stands out', async () => {
    const other = id<'DeviceId'>('second-screen');
    const together = [screenId, other];
    store.put('centre', 'run', screenId, { ...run, state: 'playing', together });
    store.put('staff', 'device', other, { ...device(other, 'screen'), name: '二号屏' });
    store.put('centre', 'run', other, { ...run, id: other, state: 'playing', together });
    for (const one of together)
      store.put('staff', 'glass', one, { id: one, showing: 'run:x@2', sinceMs: 0, confirmedMs: at(11, 2) });
    store.put('staff', 'runReport', screenId, { ...said, state: 'playing' });
    store.put('staff', 'runReport', other, { ...said, id: other, state: 'paused' });
    expect(await words()).to.contain('“二号屏”：屏幕停在');
    expect(deepAll(page, '.note.warn.reports')).to.have.length(1);
    store.put('staff', 'runReport', other, { ...said, id: other, state: 'playing' });
    expect(await words()).to.contain('“二号屏”：屏幕正在放');
    expect(deepAll(page, '.note.warn.reports')).to.deep.equal([]);
    store.put('staff', 'device', other, { ...device(other, 'screen'), name: '二号屏', pairedAtMs: null });
    expect(await words()).to.contain('“二号屏”：没有配对');
  });

  it('names no form while none stands on the glass: people are called in, or the round is done', async () => {
    const now = (): string =>
      deepAll(page, '.now').map((one) => one.textContent.replace(/\s+/g, ' '))[0] ?? '';
    store.put('centre', 'run', screenId, {
      ...run,
      state: 'playing',
      positionMs: 0,
      asOfMs: at(11, 5) + 30_000,
    });
    await words();
    expect(now()).to.contain('3:30 后开始');
    expect(deepAll(page, '.now .form, .now .cue')).to.deep.equal([]);
    store.put('centre', 'run', screenId, {
      ...run,
      state: 'playing',
      positionMs: 0,
      asOfMs: at(11, 1) - programme.durationMs,
    });
    await words();
    expect(deepAll(page, 'button').map((one) => one.textContent.trim())).to.include('再来一遍');
    expect(deepAll(page, '.now .form, .now .cue')).to.deep.equal([]);
  });

  it('offers to go on with what was stopped a minute after its session, and not in the next one', async () => {
    const goesOn = () => deepAll(page, 'button.go').some((one) => one.textContent.includes('接着做'));
    const sessionId = id<'SessionId'>('morning@2026-11-22');
    store
      .put('staff', 'deviceConfig', screenId, { ...consoleConfig, id: screenId, room: '三楼' })
      .put('centre', 'run', screenId, { ...run, sessionId, state: 'stopped' });
    await words();
    expect(goesOn()).to.equal(true);
    store.put(
      'centre',
      'course',
      'noon',
      course('noon', '手指操', '11:00', { room: '三楼', kind: 'exercise', programmeId: programme.id }),
    );
    await words();
    expect(goesOn()).to.equal(false);
  });

  it('lists what may begin by itself as the day brings it, and leaves out what is held no more', async () => {
    const mayBegin = { programmeId: programme.id };
    const past = { every: 'once', date: '2026-01-05' } as const;
    store.remove('centre', 'run', screenId);
    store
      .put('staff', 'deviceConfig', screenId, { ...consoleConfig, id: screenId, room: '二楼活动室' })
      .put('centre', 'course', 'hands', course('hands', '手指操', '09:20', mayBegin))
      .put(
        'centre',
        'course',
        'open-day',
        course('open-day', '开放日', '09:00', { ...mayBegin, recurrence: past }),
      )
      .put(
        'centre',
        'course',
        'spring',
        course('spring', '春季班', '08:00', { ...mayBegin, until: '2026-06-30' }),
      );
    await words();
    expect(deepAll(page, 'label.tick').map((one) => one.textContent.trim())).to.deep.equal([
      '上午9:20 的手指操到点自己开始',
      '上午10:40 的八段锦到点自己开始',
    ]);
  });

  it('breaks no word of a key on a telephone, in English, pressed or not', async () => {
    await setLocale('en');
    page.style.width = '358px';
    shows('run:dining-hall@2');
    const can = ['mirror', 'seated', 'voice', 'volume', 'coach-pace'] as const;
    store.put('staff', 'runReport', screenId, { ...said, can: [...can], seated: true, voice: true });
    await words();
    const keys = deepAll(page, '.keys button');
    expect(keys.length).to.be.greaterThan(9);
    for (const key of keys) {
      const saying = [...key.childNodes].find(
        (one) => one.nodeType === Node.TEXT_NODE && one.textContent?.trim(),
      );
      const range = document.createRange();
      if (saying !== undefined) range.selectNodeContents(saying);
      const lines = new Set([...range.getClientRects()].map(({ top }) => top)).size;
      expect(lines, key.textContent?.trim()).to.be.most(key.textContent?.trim().split(/\s+/).length ?? 1);
    }
  });

  it('obeys one press of a finger that trembles: "go on" pressed twice in a moment does not hold it again', async () => {
    shows('run:dining-hall@2');
    store.put('staff', 'runReport', screenId, { ...said, can: ['volume'], volume: 50 });
    await words();
    const twice = async (name: string): Promise<void> => {
      const now = performance.now();
      // In one moment, however long the page takes between the two.
      const tap = (key: HTMLElement | undefined): void => {
        const click = new MouseEvent('click', { bubbles: true, composed: true, detail: 1 });
        Object.defineProperty(click, 'timeStamp', { value: now });
        key?.dispatchEvent(click);
      };
      tap(button(page, name));
      await settled(page);
      // What has just acted has another name by now, and the same place.
      const key = deepAll(page, 'button').find((one) => one.textContent.trim() === (renamed[name] ?? name));
      tap(key);
      await settled(page);
    };
    const renamed: Record<string, string> = { 继续: '暂停' };
    await twice('继续');
    await twice('小声一点');
    expect(store.asked.map(({ name }) => name)).to.deep.equal(['run.resume', 'run.set', 'run.set']);
  });
});
