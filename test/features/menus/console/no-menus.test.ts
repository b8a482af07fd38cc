import { expect } from 'chai';
import { LlStaffMenus } from '../../../../src/features/menus/console/staff-menus.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { deepAll, mount, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';

describe('A canteen in which nothing has been written yet', () => {
  afterEach(unmountAll);

  it('has a page of menus that is no wider than the glass', async () => {
    const store = new FakeStore({ actor: staff('canteen'), nowMs: at(9, 0) });
    store.put('centre', 'centre', 'sample', centreRow());
    const page = new LlStaffMenus();
    page.style.width = '320px';
    await mount(page, { store });
    expect(deepAll(page, '.days .sr'), 'days are marked in words as empty').not.to.be.empty;
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).to.be.at.most(clientWidth);
  });
});
