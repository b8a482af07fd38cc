import { expect } from 'chai';
import '../../src/i18n/staff-texts.ts';
import { id } from '../../src/kernel/ids.ts';
import { LlStaffPlannedPicture } from '../../src/shells/staff/staff-planned-picture.ts';
import { at, today } from '../support/kiosk-centre.ts';
import { consoleConfig, deepAll, mount, unmountAll } from '../support/mount.ts';
import { staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

describe('The picture of what is planned for a screen, on the console', () => {
  afterEach(unmountAll);

  it('is that screen’s own board in its panel’s proportions, also of one that hangs upright, and claims to be on no glass', async () => {
    const store = staffStore(staff('canteen'), at(11, 2));
    store.put('staff', 'deviceConfig', 'corridor', {
      ...consoleConfig,
      id: id<'DeviceId'>('corridor'),
      kind: 'screen',
      panel: { diagonalInches: 43, widthPx: 1080, heightPx: 1920 },
      distanceMm: 3000,
    });
    const painted: Event[] = [];
    const note = (event: Event): void => void painted.push(event);
    document.addEventListener('ll-board-painted', note);
    const page = new LlStaffPlannedPicture();
    page.screenId = 'corridor';
    page.showing = {
      show: 'timetable',
      date: today,
      why: { because: 'default' },
      missed: [],
      item: { show: 'timetable' },
    };
    await mount(page, { store });
    const board = () => deepAll(page, 'll-board-timetable')[0];
    await until(() => (board()?.shadowRoot?.textContent ?? '').trim() !== '');
    document.removeEventListener('ll-board-painted', note);
    const frame = deepAll(page, '.frame')[0]?.getBoundingClientRect();
    expect((frame?.width ?? 0) / (frame?.height ?? 1)).to.be.closeTo(1080 / 1920, 0.01);
    expect(board()?.offsetWidth, 'drawn in the panel’s own pixels').to.equal(1080);
    expect(painted).to.deep.equal([]);
  });
});
