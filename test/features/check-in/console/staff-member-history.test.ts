import { expect } from 'chai';
import { LlStaffMemberHistory } from '../../../../src/features/check-in/console/staff-member-history.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { hubThat } from '../../../support/hub-that.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

describe('What a member has come to, on the console', () => {
  let store: FakeStore;
  const text = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  beforeEach(() => {
    store = staffStore(staff('manager'), at(11, 2));
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('finds a member by name, masked, and tells what they came to', async () => {
    const came = { memberId: 'm1', asOfMs: at(11, 2), came: [{ date: '2024-05-06', courseId: 'baduanjin' }] };
    const page = await mount(new LlStaffMemberHistory(), { store, api: hubThat(() => came) });
    const input = page.shadowRoot?.querySelector('input');
    if (!(input instanceof HTMLInputElement)) throw new Error('there is no field');
    input.value = '王桂兰';
    input.dispatchEvent(new Event('input'));
    await settled(page);
    page.shadowRoot?.querySelector<HTMLButtonElement>('.names button')?.click();
    await settled(page);
    expect(text(page)).to.contain('一共来过 1 次').and.to.contain('2024');
    expect(text(page)).to.contain('王*兰').and.to.not.contain('王桂兰');
    await expectAccessible(page);
    await setLocale('en');
    await settled(page);
    expect(text(page)).to.contain('Came 1 time in all');
  });
});
