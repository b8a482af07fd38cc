import { expect } from 'chai';
import { LlStaffDevicePanel } from '../../../../src/features/devices/console/staff-device-panel.ts';
import { LlStaffDevices } from '../../../../src/features/devices/console/staff-devices.ts';
import '../../../../src/i18n/staff-texts.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { button, deepAll, mount, settled, toldInSheet, unmountAll } from '../../../support/mount.ts';
import { screenConfig } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const hall = screenConfig({ oneDecoder: true, mediaBudgetMB: 1024, panelGuessed: true });

/** What staff do for a television's size from where they sit. */
describe('The panel of a television, on the console', () => {
  afterEach(unmountAll);
  const storeWith = (config: RowOf<'deviceConfig'>) =>
    staffStore(staff('manager')).put('staff', 'deviceConfig', config.id, config);

  it('is said to be nobody’s word until somebody types it, with a comma too, and what is no size is not taken', async () => {
    const store = storeWith(hall);
    const card = new LlStaffDevicePanel();
    card.deviceId = hall.id;
    card.mayChange = true;
    await mount(card, { store });
    const text = (): string => card.shadowRoot?.textContent ?? '';
    expect(text()).to.contain('还没人说过').and.to.contain('65 寸');
    button(card, '修改').click();
    await settled(card);
    const [inches, metres] = [...(card.shadowRoot?.querySelectorAll('input') ?? [])];
    if (inches === undefined || metres === undefined) throw new Error('nothing to type into');
    inches.value = '550';
    button(card, '保存').click();
    await settled(card);
    expect(text()).to.contain('请填 3 到 120 寸');
    await expectAccessible(card);
    inches.value = '55';
    metres.value = '7,5';
    button(card, '保存').click();
    await until(() => !text().includes('还没人说过'));
    const panel = { ...hall.panel, diagonalInches: 55 };
    expect(await store.query((view) => view.get('staff', 'deviceConfig', hall.id))).to.deep.equal({
      ...hall,
      panel,
      distanceMm: 7500,
      panelGuessed: false,
    });
  });

  it('is told that it shows the menu with the one beside it, and that it hangs alone again', async () => {
    const store = storeWith({ ...hall, panelGuessed: false });
    const card = new LlStaffDevicePanel();
    card.deviceId = hall.id;
    card.mayChange = true;
    await mount(card, { store });
    const choose = async (hangs: string): Promise<RowOf<'deviceConfig'> | undefined> => {
      button(card, '修改').click();
      await settled(card);
      const select = card.shadowRoot?.querySelector('select');
      if (!select) throw new Error('nothing to choose from');
      select.value = hangs;
      await expectAccessible(card);
      button(card, '保存').click();
      await until(() => card.shadowRoot?.querySelector('form') === null);
      return store.query((view) => view.get('staff', 'deviceConfig', hall.id));
    };
    expect(await choose('right')).to.deep.include({ continues: { of: 2, part: 2 }, distanceMm: 5000 });
    expect(card.shadowRoot?.textContent).to.contain('菜单放在两块屏上，这块在右');
    expect(await choose('alone')).not.to.have.property('continues');
  });

  it('says with numbers where a menu cannot be read as far as people sit', async () => {
    const card = new LlStaffDevicePanel();
    card.deviceId = hall.id;
    await mount(card, { store: storeWith({ ...hall, distanceMm: 8000 }) });
    expect(card.shadowRoot?.textContent).to.match(
      /65 寸在 8 米，一页只放得下 1 道菜；坐到 \d(\.5)? 米以内，或换 \d{2,3} 寸以上/,
    );
    expect(card.shadowRoot?.querySelector('button'), 'who may not change it').to.equal(null);
  });

  it('opens the pairing with the code that a telephone has scanned', async () => {
    const page = new LlStaffDevices();
    page.mayChange = true;
    page.scanned = '482913';
    await mount(page, { store: storeWith(hall) });
    const code = await until(() => deepAll(page, 'input').find((one) => one.id === 'code'));
    await until(() => code instanceof HTMLInputElement && code.value === '482913');
    expect(page.shadowRoot?.textContent).to.contain('还没人说过');
    button(page, '配对').click();
    await settled(page);
    expect(toldInSheet(page), 'the form is taller than a telephone').to.have.length(1);
  });
});
