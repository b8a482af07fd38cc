import { expect } from 'chai';
import '../../src/i18n/staff-texts.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { LlStaffGlassPicture } from '../../src/shells/staff/staff-glass-picture.ts';
import { at } from '../support/kiosk-centre.ts';
import { consoleConfig, deepAll, mount, settled, unmountAll } from '../support/mount.ts';
import { programme, staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

const said = {
  positionMs: 20_000,
  rate: 1,
  picture: 'none',
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
} satisfies Omit<RowOf<'runReport'>, 'id' | 'version' | 'state'>;

describe('The picture of a glass, on the console', () => {
  afterEach(unmountAll);

  async function picture() {
    const store = staffStore(staff('canteen'), at(11, 2));
    store.put('staff', 'deviceConfig', 'dining-hall', {
      ...consoleConfig,
      id: id<'DeviceId'>('dining-hall'),
      kind: 'screen',
      panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 },
      distanceMm: 5000,
      canteenId: id<'CanteenId'>('main'),
    });
    const page = new LlStaffGlassPicture();
    page.deviceId = 'dining-hall';
    await mount(page, { store });
    const frame = (): HTMLElement | undefined => deepAll(page, '.frame')[0];
    const isShown = (): boolean => frame() !== undefined && !frame()?.classList.contains('other');
    await until(() => frame() !== undefined);
    const glass = await store.query((view) => view.get('staff', 'glass', 'dining-hall'));
    if (glass === undefined) throw new Error('nothing is known of the glass');
    return { store, page, frame, isShown, glass };
  }

  it('is the screen’s own board at its panel’s size, made small', async () => {
    const { page, frame, isShown } = await picture();
    await until(isShown);
    const board = deepAll(page, 'll-board-menu')[0];
    expect(board?.offsetWidth).to.equal(1920);
    expect(frame()?.getBoundingClientRect().width).to.be.lessThan(700);
    expect(board?.shadowRoot?.textContent).to.contain('五花肉烩苋菜');
    expect(board?.shadowRoot?.textContent, 'its words are here too').not.to.match(/screen\.\w/);
  });

  it('is the exercise that people do there, as it goes or rests, and none while the glass says that it does another thing', async () => {
    const { store, page, isShown, glass } = await picture();
    const screenId = id<'DeviceId'>('dining-hall');
    const run = {
      id: screenId,
      programmeId: programme.id,
      sessionId: null,
      state: 'paused',
      positionMs: 20_000,
      asOfMs: at(11, 1),
      rate: 1,
      version: 2,
      startedBy: '张老师',
      startBeforeMs: at(11, 3),
    } as const;
    store.put('staff', 'glass', screenId, { ...glass, showing: 'run:dining-hall@2', confirmedMs: at(11, 2) });
    const says = (state: 'playing' | 'paused'): void => {
      store.put('staff', 'runReport', screenId, { ...said, id: screenId, version: 2, state });
    };
    says('paused');
    store.put('city', 'programme', programme.id, programme).put('centre', 'run', screenId, run);
    const form = () =>
      deepAll(page, 'll-board-exercise')[0]?.shadowRoot?.querySelector('.form')?.textContent ?? '';
    await until(() => isShown() && form().includes('双手托天理三焦'));
    says('playing');
    await until(() => !isShown());
  });

  it('is not shown of a version the glass has not reported, nor of a glass nobody hears', async () => {
    const { store, page, isShown, glass } = await picture();
    await until(isShown);
    const [text] = (glass.showing ?? '').split('@');
    store.put('staff', 'glass', 'dining-hall', { ...glass, showing: `${text}@2` });
    await settled(page);
    expect(isShown(), 'another version').to.equal(false);
    store.put('staff', 'glass', 'dining-hall', glass);
    await settled(page);
    expect(isShown()).to.equal(true);
    store.setStatus({ link: 'away' });
    await settled(page);
    expect(isShown(), 'this console is cut off').to.equal(false);
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(isShown()).to.equal(true);
    const device = await store.query((view) => view.get('staff', 'device', 'dining-hall'));
    if (device === undefined) throw new Error('there is no television');
    store.put('staff', 'device', 'dining-hall', { ...device, pairedAtMs: null });
    await settled(page);
    expect(isShown(), 'it is signed off').to.equal(false);
    store.put('staff', 'device', 'dining-hall', { ...device, pairedAtMs: at(11, 2) + 1 });
    await settled(page);
    expect(isShown(), 'another set hangs there').to.equal(false);
  });
});
