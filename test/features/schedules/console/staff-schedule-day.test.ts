import { html } from 'lit';
import { expect } from 'chai';
import { LlStaffSchedules } from '../../../../src/features/schedules/console/staff-schedules.ts';
import type { Picture } from '../../../../src/features/schedules/console/staff-schedule-day.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { weekdayOf } from '../../../../src/kernel/time.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { beGlass } from '../../../support/camera.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, today } from '../../../support/kiosk-centre.ts';
import {
  button,
  consoleConfig,
  deepAll,
  focused,
  mount,
  settled,
  unmountAll,
} from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const EVERY = [1, 2, 3, 4, 5, 6, 7];

describe('A screen’s day on a timeline', () => {
  let store: FakeStore;
  let card: LlStaffSchedules;
  const pictured: string[] = [];
  const picture: Picture = (screenId, showing) => {
    const { show } = showing;
    pictured.push(`${screenId} ${show}`);
    const meal = showing.show === 'menu' ? ` ${showing.sitting.meal}` : '';
    return html`<i class="drawn">${show}${meal}</i>`;
  };

  const rows = (): readonly string[] =>
    deepAll(card, '.stretch').map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const press = async (name: string | RegExp): Promise<void> => {
    button(card, name).click();
    await settled(card);
  };
  const drawn = (): string => deepAll(card, '.drawn')[0]?.textContent ?? '';
  const looked = (): string =>
    deepAll(card, '.stretch[aria-pressed="true"]')[0]?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const value = (selector: string): string => {
    const [one] = deepAll(card, selector);
    return one instanceof HTMLInputElement ? one.value : '';
  };
  const dayparts = async () =>
    (await store.query((view) => view.get('centre', 'schedule', 'dining-hall')))?.dayparts ?? [];

  beforeEach(async () => {
    store = staffStore(staff('canteen', '李师傅'), at(11, 2));
    const screen = id<'DeviceId'>('dining-hall');
    store.put('staff', 'deviceConfig', screen, {
      ...consoleConfig,
      id: screen,
      kind: 'screen',
      canteenId: id<'CanteenId'>('main'),
    });
    store.put('centre', 'schedule', screen, {
      id: screen,
      dayparts: [
        { show: 'timetable', weekdays: EVERY, from: '08:00', to: '12:00' },
        { show: 'menu', weekdays: EVERY, from: '10:00', to: '13:00' },
        { show: 'dark', weekdays: EVERY, from: '21:00', to: '06:00' },
      ],
      default: { show: 'clock' },
      version: 1,
    });
    card = new LlStaffSchedules();
    card.mayChange = true;
    card.picture = picture;
    await mount(card, { store });
    await press('改日程：餐厅电视');
  });
  afterEach(async () => {
    pictured.length = 0;
    unmountAll();
    localStorage.clear();
    await setLocale('zh-CN');
  });

  it('says what is on when, what is left open, and what lies over what', () => {
    expect(rows()).to.deep.equal([
      '上午12:00–6:00 熄屏',
      '上午6:00–8:00 没有安排，放：时钟和日历',
      '上午8:00–10:00 今天的活动',
      '上午10:00–下午12:00 现在 菜单 也安排了：今天的活动，先放上面这个',
      '下午12:00–1:00 菜单',
      '下午1:00–9:00 没有安排，放：时钟和日历',
      '下午9:00–上午12:00 熄屏',
    ]);
    const strip = deepAll(card, '.piece').map((one) => one.getBoundingClientRect().width);
    const hours = strip.map((width) => Math.round((width / strip.reduce((a, b) => a + b, 0)) * 24));
    expect(hours, 'the strip is to scale').to.deep.equal([6, 2, 2, 2, 1, 8, 3]);
  });

  it('shows what is on now as that glass will, then whatever is chosen, by mouse or by key', async () => {
    expect(looked()).to.contain('现在');
    expect(drawn()).to.equal('menu lunch');
    await press(/今天的活动$/);
    expect(drawn()).to.equal('timetable');
    deepAll(card, '.stretch')[2]?.focus();
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, composed: true }));
    await settled(card);
    expect(looked()).to.contain('没有安排');
    expect(drawn(), 'what stands there where nothing is planned').to.equal('clock');
    expect(pictured.every((one) => one.startsWith('dining-hall '))).to.equal(true);
  });

  it('shows of a menu that stands all day the meal of now, and not that of last midnight', async () => {
    store.put('centre', 'schedule', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      dayparts: [{ show: 'menu', weekdays: EVERY, from: '00:00', to: '00:00' }],
      version: 2,
    });
    await settled(card);
    expect(rows()).to.deep.equal(['全天 现在 菜单']);
    expect(drawn()).to.equal('menu lunch');
  });

  it('opens what was chosen for a change, and fills what is left open with its very hours', async () => {
    await press(/今天的活动$/);
    await press('改这段时间');
    expect(value('#from')).to.equal('08:00');
    await press('不用了');
    await press(/下午1:00–9:00/);
    await press('在这里加一段');
    expect([value('#from'), value('#to')]).to.deep.equal(['13:00', '21:00']);
    await press('保存');
    const added = (await dayparts()).find(({ from }) => from === '13:00');
    expect(added).to.deep.include({ show: 'menu', to: '21:00', weekdays: EVERY });
  });

  it('knows another day from this one', async () => {
    const weekday = weekdayOf(today);
    store.put('centre', 'schedule', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      dayparts: [{ show: 'menu', weekdays: [weekday], from: '10:00', to: '13:00' }],
      version: 2,
    });
    await settled(card);
    expect(rows()).to.have.length(3);
    const [select] = deepAll(card, '#day');
    if (!(select instanceof HTMLSelectElement)) throw new Error('no choice of days');
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    await settled(card);
    expect(rows()).to.deep.equal(['全天 没有安排，放：今天的活动']);
  });

  for (const width of [320, 390, 1440])
    it(`fits the glass at ${width}, in both languages`, async () => {
      await beGlass(width, 844);
      for (const language of ['zh-CN', 'en'] as const) {
        await setLocale(language);
        await settled(card);
        for (const one of deepAll(card, '*'))
          expect(one.getBoundingClientRect().right, one.localName).to.be.at.most(width + 0.5);
      }
      if (width === 390) await expectAccessible(card);
    });
});
