import { expect } from 'chai';
import { LlStaffDevices } from '../../../../src/features/devices/console/staff-devices.ts';
import '../../../../src/i18n/staff-texts.ts';
import { healKinds } from '../../../../src/store/healed.ts';
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

  it('tells what a device has healed by itself, also what only a newer build has a word for', async () => {
    const now = at(11, 2);
    const store = staffStore(staff('manager'), now);
    const health = await store.query((view) => view.get('staff', 'deviceHealth', 'dining-hall'));
    if (health === undefined) throw new Error('it was never heard of');
    const healed = [
      { kind: 'store-renewed', atMs: now, count: 2 },
      { kind: 'word-of-a-newer-build', atMs: now, count: 1 },
    ];
    store.put('staff', 'deviceHealth', 'dining-hall', { ...health, healed, inMemory: true });
    const page = await mount(new LlStaffDevices(), { store });
    const text = page.shadowRoot?.textContent ?? '';
    expect(text).to.match(/11:02 · 存内容的地方坏了.* × 2/);
    expect(text).to.contain('11:02 · 出过一点毛病');
    expect(text).to.contain('这台设备存不下东西');
    expect(text).not.to.contain('newer-build');
    await expectAccessible(page);
  });

  it('says why a device went back to the version before, and in words: nobody need go and see it', async () => {
    const store = staffStore(staff('manager'), at(11, 2));
    const health = await store.query((view) => view.get('staff', 'deviceHealth', 'dining-hall'));
    if (health === undefined) throw new Error('it was never heard of');
    const badBuilds = [{ id: 'b1b1b1b1', why: 'too-late' }];
    store.put('staff', 'deviceHealth', 'dining-hall', { ...health, badBuilds, trial: 'c2c2c2c2' });
    const page = await mount(new LlStaffDevices(), { store });
    const text = (): string => page.shadowRoot?.textContent ?? '';
    expect(text()).to.contain('新版本（b1b1b1b1）打不开，已自动退回上一版，装好新的会自己换上');
    expect(text()).to.contain('正在试用新版本（c2c2c2c2）');
    expect(text()).not.to.contain('too-late');
    await expectAccessible(page);
  });

  it('shows of a device in much trouble the gravest line, and folds the rest: a phone shows the next device too', async () => {
    const now = at(11, 2);
    const store = staffStore(staff('manager'), now);
    const device = await store.query((view) => view.get('staff', 'device', 'dining-hall'));
    const health = await store.query((view) => view.get('staff', 'deviceHealth', 'dining-hall'));
    if (device === undefined || health === undefined) throw new Error('it was never heard of');
    store.put('staff', 'device', 'dining-hall', {
      ...device,
      perhapsClonedAtMs: now,
      askedBack: { atMs: now + 1, waiting: 3 },
    });
    store.put('staff', 'deviceHealth', 'dining-hall', {
      ...health,
      inMemory: true,
      timeQuality: 'unknown',
      badBuilds: [{ id: 'b1b1b1b1', why: 'too-late' }],
      healed: healKinds.slice(0, 10).map((kind) => ({ kind, atMs: now, count: 1 })),
    });
    const page = await mount(new LlStaffDevices(), { store });
    page.style.width = '358px';
    const row = [...(page.shadowRoot?.querySelectorAll<HTMLElement>('.device') ?? [])].find((one) =>
      one.textContent?.includes(device.name),
    );
    const notes = (): readonly string[] =>
      [...(row?.querySelectorAll<HTMLElement>('.note') ?? [])]
        .filter((one) => one.checkVisibility())
        .map((one) => one.textContent?.trim() ?? '');
    expect(notes()).to.deep.equal(['这台设备说：有 3 条记录还没送出，要重新配对才送得出来']);
    expect(row?.offsetHeight).to.be.lessThan(260);
    const summary = row?.querySelector('summary');
    expect(summary?.textContent).to.contain('还有 4 件要留意');
    summary?.click();
    await page.updateComplete;
    expect(notes()).to.have.length(5);
    expect(row?.offsetHeight, 'unfolded it stays under a phone').to.be.lessThan(844);
    await expectAccessible(page);
  });
});
