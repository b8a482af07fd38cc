import { expect } from 'chai';
import { LlStaffDevice } from '../../../../src/features/devices/console/staff-device.ts';
import { LlStaffDeviceSettings } from '../../../../src/features/devices/console/staff-device-settings.ts';
import { LlStaffDeviceTroubles } from '../../../../src/features/devices/console/staff-device-troubles.ts';
import { LlStaffDevices } from '../../../../src/features/devices/console/staff-devices.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { healKinds } from '../../../../src/store/healed.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { screenConfig } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

/** The page of the television in the dining hall. */
function pageOfScreen(): LlStaffDevice {
  const page = new LlStaffDevice();
  page.deviceId = 'dining-hall';
  return page;
}

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
    expect(button(page, `配对：${device.name}`).checkVisibility()).to.equal(true);
    await expectAccessible(page);
  });

  it('names on 今天 what wants a hand, and says that all is well only of what was heard lately', async () => {
    const now = at(11, 2);
    const store = staffStore(staff('manager'), now);
    const page = await mount(new LlStaffDeviceTroubles(), { store });
    const text = (): string => page.shadowRoot?.textContent ?? '';
    expect(text()).to.contain('2 台都好');
    await expectAccessible(page);
    const health = await store.query((view) => view.get('staff', 'deviceHealth', 'lobby-kiosk'));
    if (health === undefined) throw new Error('it was never heard of');
    store.put('staff', 'deviceHealth', 'lobby-kiosk', { ...health, lastSeenMs: at(9, 0) });
    await settled(page);
    expect(text()).to.contain('大厅一体机').and.not.to.contain('都好').and.not.to.contain('餐厅电视');
    expect(deepAll(page, 'a[href="#screens/lobby-kiosk"]')).to.have.length(1);
    store.put('staff', 'deviceHealth', 'lobby-kiosk', health).setStatus({ link: 'away' });
    await settled(page);
    expect(text(), 'cut off itself, it knows of none').not.to.contain('都好');
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
    const page = await mount(pageOfScreen(), { store });
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
    const page = await mount(pageOfScreen(), { store });
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
    let chosen: string | null = null;
    page.addEventListener('ll-device-choose', ({ deviceId }) => (chosen = deviceId));
    button(page, `详细，还有 4 件要留意 · ${device.name}`).click();
    expect(chosen).to.equal('dining-hall');
    await expectAccessible(page);

    const own = await mount(pageOfScreen(), { store });
    own.style.width = '358px';
    expect(own.shadowRoot?.querySelectorAll('.note')).to.have.length(5);
    expect(own.offsetHeight, 'one phone and a half').to.be.lessThan(1266);
    await expectAccessible(own);
  });

  it('says of each in one word whether somebody has to see to it, and never better than it is known', async () => {
    const now = at(11, 2);
    const store = staffStore(staff('manager'), now);
    const health = await store.query((view) => view.get('staff', 'deviceHealth', 'dining-hall'));
    if (health === undefined) throw new Error('it was never heard of');
    const page = await mount(pageOfScreen(), { store });
    const word = async (more: Partial<typeof health>): Promise<string> => {
      store.put('staff', 'deviceHealth', 'dining-hall', { ...health, ...more });
      await settled(page);
      return page.shadowRoot?.querySelector('.chip')?.textContent?.trim() ?? '';
    };
    expect(await word({})).to.equal('好');
    expect(await word({ mendedToday: 30 })).to.equal('留意');
    expect(await word({ storageUsedBytes: 950, storageQuotaBytes: 1000 })).to.equal('留意');
    expect(await word({ awake: 'refused' })).to.equal('留意');
    expect(await word({ inMemory: true, mendedToday: 30 })).to.equal('有事');
    expect(await word({ lastSeenMs: now - 600_000 })).to.equal('有事');
    expect(page.shadowRoot?.textContent).to.contain('没有回音：去看看电源和网线');
    store.setStatus({ link: 'away' });
    expect(await word({ lastSeenMs: now - 600_000 }), 'cut off, it cannot tell').to.equal('不清楚');
    expect(page.shadowRoot?.textContent).not.to.contain('去看看电源');
    await expectAccessible(page);
  });

  it('shows what went wrong in its program folded, in its own words, for whoever is called to help', async () => {
    const store = staffStore(staff('manager'), at(11, 2));
    store.put('staff', 'deviceFaults', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      toldMs: at(11, 1),
      list: [{ kind: 'error', atMs: at(10, 59), text: 'TypeError: x is null', where: 'a.js:1:2', count: 3 }],
    });
    const page = await mount(pageOfScreen(), { store });
    const code = page.shadowRoot?.querySelector('code');
    expect(code?.checkVisibility()).to.equal(false);
    expect(code?.textContent).to.equal('TypeError: x is null · a.js:1:2');
  });

  it('offers what it can, and says of what was asked only what it has answered', async () => {
    const now = at(11, 2);
    const store = staffStore(staff('canteen', '李师傅'), now);
    const health = await store.query((view) => view.get('staff', 'deviceHealth', 'dining-hall'));
    if (health === undefined) throw new Error('it was never heard of');
    const page = pageOfScreen();
    page.mayAsk = true;
    await mount(page, { store });
    expect(deepAll(page, 'button').map(({ textContent }) => textContent?.trim())).not.to.include('重新打开');
    store.put('staff', 'deviceHealth', 'dining-hall', {
      ...health,
      can: ['identify', 'reload', 'volume', 'dark'],
    });
    await settled(page);
    button(page, '重新打开').click();
    await settled(page);
    const said = (): string =>
      deepAll(page, '[role=status]')
        .map((one) => one.textContent?.trim())
        .join();
    expect(said()).to.contain('已经叫它了，等它回话');
    const command = await store.query((view) => view.get('staff', 'deviceCommand', 'dining-hall/reload'));
    if (command === undefined) throw new Error('nothing was asked');
    for (const [outcome, words] of [
      ['waits', '空下来就做'],
      ['cannot', '这台做不到'],
      ['done', '11:02:00 做到了'],
    ] as const) {
      const { id: row, deviceId, what, askedId } = command;
      store.put('staff', 'deviceAnswer', row, { id: row, deviceId, what, askedId, outcome, atMs: now });
      await settled(page);
      expect(said()).to.contain(words);
    }
    button(page, '大声些').click();
    button(page, '熄屏').click();
    await settled(page);
    expect(store.asked.map(({ name }) => name)).to.deep.equal([
      'device.command',
      'device.command',
      'screen.push',
    ]);
    expect(said()).to.contain('已经叫它了，还没熄');
    await expectAccessible(page);
    const dark = await store.query((view) => view.get('centre', 'push', 'dining-hall'));
    button(page, '亮起来').click();
    await settled(page);
    const which = { by: '李师傅', untilMs: dark?.untilMs };
    const ends = 'what a colleague puts up meanwhile is not taken down with it';
    expect(store.asked[3]?.args, ends).to.deep.equal({ screenIds: ['dining-hall'], which });
  });

  it('sets a device by a form that says at the field what is wrong, and sends only what was changed', async () => {
    const store = staffStore(staff('manager'), at(11, 2));
    store.put('staff', 'deviceConfig', 'dining-hall', screenConfig());
    const card = new LlStaffDeviceSettings();
    card.deviceId = 'dining-hall';
    card.mayChange = true;
    await mount(card, { store });
    expect(card.shadowRoot?.textContent).to.contain('64 MB');
    button(card, '修改').click();
    await settled(card);
    const write = (fieldId: string, words: string): void => {
      const field = deepAll(card, `#${fieldId}`)[0];
      if (!(field instanceof HTMLInputElement)) throw new Error(`there is no ${fieldId}`);
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    write('name', '');
    write('mediaBudgetMB', '七');
    await settled(card);
    button(card, '保存').click();
    await settled(card);
    expect(store.asked).to.deep.equal([]);
    const wrong = deepAll(card, 'p.problem:not([hidden])').map((one) => one.textContent?.trim());
    expect(wrong).to.include('这里要写点什么').and.to.include('请填 16 到 65536 的整数');
    await expectAccessible(card);
    write('name', '二楼电视');
    write('mediaBudgetMB', '128');
    await settled(card);
    button(card, '保存').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 0 }));
    await settled(card);
    expect(store.asked).to.deep.equal([
      {
        name: 'device.configure',
        args: {
          config: screenConfig({ name: '二楼电视', mediaBudgetMB: 128 }),
          only: ['name', 'mediaBudgetMB'],
        },
      },
    ]);
    expect(deepAll(card, 'll-settings-form')).to.deep.equal([]);
  });
});
