import { expect } from 'chai';
import { LlStaffDevices } from '../../../../src/features/devices/console/staff-devices.ts';
import '../../../../src/i18n/staff-texts.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, mount, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

describe('The devices, on the console', () => {
  afterEach(unmountAll);

  it('offers to pair a glass that is signed off where one sees it: its own words send staff there', async () => {
    const store = staffStore(staff('manager'), at(11, 2));
    const device = await store.query((view) => view.get('staff', 'device', 'dining-hall'));
    if (device === undefined) throw new Error('there is no such device');
    store.put('staff', 'device', 'dining-hall', { ...device, pairedAtMs: null });
    const page = await mount(new LlStaffDevices(), { store });
    page.setAttribute('may-change', '');
    await page.updateComplete;
    const isFolded = button(page, `配对：${device.name}`).closest('details') !== null;
    expect(isFolded).to.equal(false);
    await expectAccessible(page);
  });
});
