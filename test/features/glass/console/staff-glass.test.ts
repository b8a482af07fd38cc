import { id } from '../../../../src/kernel/ids.ts';
import {
  glassState,
  parseShowing,
  SILENT_AFTER_MS,
  type Known,
} from '../../../../src/features/glass/console/glass-state.ts';
import { expect } from 'chai';
import { LlStaffGlasses } from '../../../../src/features/glass/console/staff-glasses.ts';
import { at, course, dish, menuOf, today } from '../../../support/kiosk-centre.ts';
import { consoleConfig, mount, settled, unmountAll } from '../../../support/mount.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { programme, staff, staffStore } from '../../../support/staff-centre.ts';
import { detailOf } from '../../../../src/features/glass/console/glass-words.ts';
import { whyWords } from '../../../../src/features/glass/console/why-words.ts';

const now = Date.UTC(2026, 10, 22, 3, 2, 10);
const menu = 'menu:2026-11-22.lunch.main';

const known = (change: Partial<Known> & { showing?: string | null } = {}): Known => ({
  device: { pairedAtMs: now - 3_600_000 },
  glass: {
    id: id('dining-hall'),
    showing: change.showing === undefined ? `${menu}@12` : change.showing,
    sinceMs: now - 5000,
    confirmedMs: now - 3000,
  },
  seenMs: now - 3000,
  expected: { kind: 'menu', id: '2026-11-22.lunch.main', version: 12 },
  nowMs: now,
  cutOff: null,
  ...change,
});

describe('What staff are told of a glass', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('says no time of a glass that began while the hub was not sure of its time', () => {
    const state = glassState(known({ glass: { ...known().glass!, sinceMs: 0 } }));
    expect(detailOf(state, () => '', 480, 12)).to.equal('第12版 · 正在显示');
  });

  it('says of a part of its schedule that lasts all day that it does, not from midnight to midnight', () => {
    const glass = known().glass!;
    expect(whyWords({ ...glass, why: 'daypart 00:00 00:00' }, 480)).to.equal('按日程，全天');
    expect(whyWords({ ...glass, why: 'daypart 10:00 12:30' }, 480)).to.equal('按日程，上午10:00–下午12:30');
    const unplanned = (showing: string): string | null => whyWords({ ...glass, showing, why: 'meals' }, 480);
    expect(unplanned('menu:2026-11-22.lunch.main@1')).to.equal('没有日程，按开饭时间');
    expect(unplanned('timetable:2026-11-22@1'), 'where nobody eats, or not now').to.equal(
      '没有日程，放今天的活动',
    );
  });

  it('says that it shows the menu only when the glass has said so', () => {
    expect(glassState(known()).type).to.equal('showing');
  });

  it('says that a published version is not confirmed while the glass still shows the one before', () => {
    const state = glassState(known({ showing: `${menu}@11` }));
    expect(state).to.deep.equal({ type: 'behind', what: parseShowing(`${menu}@11`), heardMs: now - 3000 });
  });

  it('says that something else is on it, yesterday’s menu too', () => {
    expect(glassState(known({ showing: 'timetable:2026-11-22@3' })).type).to.equal('other');
    expect(glassState(known({ showing: 'menu:2026-11-21.lunch.main@12' })).type).to.equal('other');
    expect(glassState(known({ showing: null })).type).to.equal('other');
  });

  it('does not call a glass showing that has not spoken for a while', () => {
    const long = now - SILENT_AFTER_MS - 1;
    const silent = known({ seenMs: long });
    const glass = { ...known().glass!, confirmedMs: long };
    expect(glassState({ ...silent, glass }).type).to.equal('silent');
  });

  it('takes any word of the device as a sign of life, not only what it paints', () => {
    const glass = { ...known().glass!, confirmedMs: now - SILENT_AFTER_MS - 1 };
    expect(glassState({ ...known(), glass }).type).to.equal('showing');
  });

  it('does not blame the glass when the console itself is cut off', () => {
    expect(glassState(known({ cutOff: 'away' })).type).to.equal('unknown');
    expect(glassState(known({ cutOff: 'signed-out' })).type).to.equal('signed-out');
  });

  it('says of a glass it never heard of that it never heard of it', () => {
    expect(glassState(known({ glass: undefined })).type).to.equal('unheard');
  });

  it('accepts whatever stands on it where no one thing is expected', () => {
    expect(glassState(known({ showing: 'timetable:2026-11-22@3', expected: null })).type).to.equal('showing');
  });

  it('cannot tell silence while the time is unknown', () => {
    expect(glassState(known({ nowMs: null, seenMs: 0 })).type).to.equal('showing');
  });

  it('names the exercise that the timetable has begun, of which there is no row', async () => {
    const screenId = id<'DeviceId'>('dining-hall');
    const times = { sinceMs: at(11, 0), confirmedMs: at(11, 2) };
    const store = staffStore(staff('manager'))
      .put('staff', 'deviceConfig', screenId, { ...consoleConfig, id: screenId, room: '二楼活动室' })
      .put('staff', 'glass', screenId, { id: screenId, showing: 'run:dining-hall@0', ...times })
      .put(
        'centre',
        'course',
        'morning',
        course('morning', '八段锦', '11:00', { programmeId: programme.id, startsItself: true }),
      );
    const page = await mount(new LlStaffGlasses(), { store });
    await settled(page);
    expect(page.shadowRoot?.querySelector('.words')?.textContent).to.include(programme.title);
    unmountAll();
  });

  it('draws a board in one language', async () => {
    const lunch = menuOf(today, 'lunch', [
      dish('五花肉', { nameEn: 'Pork belly stewed with red amaranth and garlic' }),
    ]);
    const screenId = id<'DeviceId'>('dining-hall');
    const times = { sinceMs: at(11, 0), confirmedMs: at(11, 2) };
    const store = staffStore(staff('manager'))
      .put('centre', 'menu', lunch.id, lunch)
      .put('staff', 'glass', screenId, { id: screenId, showing: `menu:${lunch.id}@1`, ...times });
    await setLocale('en');
    const page = await mount(new LlStaffGlasses(), { store });
    await settled(page);
    expect(page.shadowRoot?.textContent).to.contain('Pork belly').and.not.to.contain('五花肉');
    const edge = (selector: string): number =>
      page.shadowRoot?.querySelector(selector)?.getBoundingClientRect().right ?? NaN;
    expect(edge('.picture i'), 'a long name leaves its price on the glass').to.be.below(edge('.picture'));
  });

  it('does not say that there are no screens while those there are hang unpaired: the list beside it names them', async () => {
    const store = staffStore(staff('manager'), at(11, 2));
    const device = await store.query((view) => view.get('staff', 'device', 'dining-hall'));
    if (device === undefined) throw new Error('there is no such device');
    store.put('staff', 'device', 'dining-hall', { ...device, pairedAtMs: null });
    store.remove('staff', 'glass', 'dining-hall');
    const glasses = await mount(new LlStaffGlasses(), { store });
    expect(glasses.shadowRoot?.textContent).to.contain('还没有配对好的大屏');
    unmountAll();
  });
});
