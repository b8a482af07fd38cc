import { expect } from 'chai';
import { abilities } from '../../src/app/glass-abilities.ts';
import { id } from '../../src/kernel/ids.ts';
import { glassSettings } from '../../src/shells/kiosk/glass-settings.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { LlKioskStaff } from '../../src/shells/kiosk/staff/kiosk-staff.ts';
import { askStaffHere, type StaffHere } from '../../src/shells/kiosk/staff/staff-here.ts';
import { commandsOf } from '../../src/shells/watch/commands.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { expectAccessible } from '../support/axe.ts';
import { FakeStore } from '../support/fake-store.ts';
import { kioskConfig, kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { handsHere } from '../support/touch-here.ts';

describe('Staff at the kiosk', () => {
  let asked: string[] = [];
  let went: (string | null)[] = [];

  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    asked = [];
    went = [];
    await setLocale('zh-CN');
  });

  async function open(answer: StaffHere, device = kioskConfig): Promise<LlKioskStaff> {
    const page = new LlKioskStaff();
    page.ask = async (_, secret) => {
      asked.push(secret);
      return answer;
    };
    page.go = (address) => went.push(address);
    return mountKiosk(page, new FakeStore(), device);
  }

  async function press(page: LlKioskStaff, name: string | RegExp): Promise<void> {
    pressableNamed(page, name).click();
    await settled(page);
  }

  async function enter(page: LlKioskStaff, digits = '402917'): Promise<void> {
    await typeDigits(page, digits);
    await press(page, '确定');
  }

  it('type their PIN, which is never shown and not kept', async () => {
    const page = await open({ type: 'wrong' });
    await typeDigits(page, '402917');
    expect(words(page)).to.contain('●●●●●●').and.not.to.contain('402917');
    await press(page, '确定');
    expect(asked).to.deep.equal(['402917']);
    expect(words(page)).to.contain('没有核对上').and.not.to.contain('●');
  });

  it('set how loud and how bright the glass is, and it stays so', async () => {
    const page = await open({ type: 'staff', role: 'canteen' });
    await enter(page);
    await press(page, '声音 50 大一点');
    await press(page, '亮度 100 小一点');
    expect(words(page)).to.contain('声音 60').and.to.contain('亮度 90');
    const shade = document.querySelector<HTMLElement>('.leling-shade');
    expect(shade?.style.opacity).to.equal('0.1');
    expect(shade && getComputedStyle(shade).pointerEvents).to.equal('none');
    const again = await open({ type: 'staff', role: 'canteen' });
    await enter(again);
    expect(words(again)).to.contain('声音 60').and.to.contain('亮度 90');
    expect(abilities().volume, 'staff at a console read the same').to.equal(60);
    const store = new FakeStore();
    const deviceId = kioskConfig.id;
    store.put('device', 'deviceConfig', deviceId, { ...kioskConfig, sound: { taps: true, volume: 50 } });
    const { volume } = commandsOf({ store, device: kioskConfig, alarmed: () => false });
    const asked = { id: `${deviceId}/volume`, deviceId, what: 'volume', askedId: id<'Mid'>('a') } as const;
    expect(await volume?.({ ...asked, by: '主任', atMs: 0, untilMs: 1, volume: 50 })).to.equal('done');
    expect(abilities().volume, 'what is asked from a console goes before it').to.equal(50);
    expect(glassSettings(kioskConfig).volume).to.equal(50);
  });

  it('set them where nothing more can be kept, till the kiosk is opened anew', async () => {
    const page = await open({ type: 'staff', role: 'canteen' });
    await enter(page);
    const own = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await press(page, '声音 50 大一点');
      await press(page, '亮度 100 小一点');
    } finally {
      Storage.prototype.setItem = own;
    }
    expect(words(page)).to.contain('声音 60').and.to.contain('亮度 90');
    expect(document.querySelector<HTMLElement>('.leling-shade')?.style.opacity).to.equal('0.1');
    await press(page, '声音 60 小一点');
    await press(page, '亮度 90 大一点');
    localStorage.clear();
  });

  it('find another volume than theirs once the centre’s configuration says another', async () => {
    const page = await open({ type: 'staff', role: 'leader' });
    await enter(page);
    await press(page, '声音 50 大一点');
    const again = await open(
      { type: 'staff', role: 'leader' },
      { ...kioskConfig, sound: { volume: 20, taps: true } },
    );
    await enter(again);
    expect(words(again)).to.contain('声音 20');
  });

  it('measure the glass anew', async () => {
    const page = await open({ type: 'staff', role: 'canteen' });
    await enter(page);
    await press(page, '量屏幕大小');
    expect(went).to.deep.equal(['/kiosk?device=lobby-kiosk&panel']);
  });

  it('open the face anew; only a manager pairs it anew, and is told first what that means', async () => {
    const page = await open({ type: 'staff', role: 'advisor' });
    await enter(page);
    await press(page, '重新打开');
    expect(went).to.deep.equal([null]);
    expect(() => pressableNamed(page, '重新配对')).to.throw();
    const manager = await open({ type: 'staff', role: 'manager' });
    await enter(manager);
    await press(manager, '重新配对');
    expect(went).to.deep.equal([null]);
    expect(words(manager)).to.contain('没送出去的记录还留在这里');
    await press(manager, '重新配对');
    expect(went[1]).to.match(/^\/kiosk\?pair=&device=/);
  });

  it('see without the hub how the kiosk is, and can change nothing there', async () => {
    const page = await open({ type: 'away' });
    await enter(page);
    expect(words(page)).to.contain('没法核对密码');
    expect(() => pressableNamed(page, '重新打开')).to.throw();
    await press(page, '本机好不好');
    await appears(page, '没送出去');
    await appears(page, '要是机器丢了，里面有什么');
    await appears(page, '没上锁的签到和报名一条也没有');
    expect(page.back()).to.equal(true);
    await settled(page);
    expect(() => pressableNamed(page, '重新打开')).to.throw();
  });

  it('read how the kiosk is in the language they change to', async () => {
    const page = await open({ type: 'away' });
    await press(page, '本机好不好');
    await appears(page, '要是机器丢了，里面有什么');
    await setLocale('en');
    await appears(page, 'should this machine be stolen');
    expect(words(page)).to.not.match(/\p{Script=Han}/u);
  });

  it('are told how long to wait after too many tries', async () => {
    const page = await open({ type: 'wait', seconds: 90 });
    await enter(page);
    expect(words(page)).to.contain('过 2 分钟');
  });

  it('are known by the hub’s answer and by nobody else’s', async () => {
    const portal = await askStaffHere(
      'k',
      '402917',
      async () => new Response('<html>Welcome', { status: 200 }),
    );
    expect(portal.type).to.equal('away');
    const gone = await askStaffHere('k', '402917', async () => Promise.reject(new TypeError('gone')));
    expect(gone.type).to.equal('away');
  });

  it('come in by the four corners of home, touched in order, no elder by chance; and what they leave standing goes home by itself', async () => {
    const shell = await mountKiosk(new LlKioskShell(), kioskStoreWithLunch());
    // The engine is brought when home is painted.
    while (document.documentElement.style.touchAction !== 'none')
      await new Promise((resolve) => requestAnimationFrame(resolve));
    const hands = handsHere();
    const { left, right, top, bottom } = shell.getBoundingClientRect();
    for (const [x, y] of [
      [left + 8, top + 8],
      [right - 8, top + 8],
      [right - 8, bottom - 8],
      [left + 8, bottom - 8],
    ] as const)
      await hands.tap({ x, y });
    await appears(shell, '工作人员设置');
    const [page] = deepAll(shell, 'll-kiosk-staff');
    expect(page).to.be.instanceOf(LlKioskStaff);
    // Whoever is called away leaves it with half a PIN, on a keyboard that is plugged in.
    for (const key of '4029') window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await appears(shell, '●●●●');
    const own = performance.now.bind(performance);
    try {
      performance.now = () => own() + 60_000;
      await appears(shell, '还在看吗？');
      performance.now = () => own() + 91_000;
      await appears(shell, '今天中午吃');
    } finally {
      performance.now = own;
    }
    expect(deepAll(shell, 'll-kiosk-staff').length).to.equal(0);
    expect(words(shell)).not.to.contain('●');
  });

  for (const locale of ['zh-CN', 'en'] as const)
    it(`find nothing that cannot be heard or seen, in ${locale}`, async () => {
      await setLocale(locale);
      const page = await open({ type: 'staff', role: 'manager' });
      await expectAccessible(page);
      await typeDigits(page, '402917');
      await press(page, /^(确定|OK)$/);
      await expectAccessible(page);
    });
});
