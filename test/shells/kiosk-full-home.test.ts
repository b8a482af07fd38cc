import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import { setComfort, USUAL } from '../../src/shells/kiosk/comfort.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at, kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import '../../src/features/help/kiosk/kiosk-open-call.ts';
// What makes way on home: fetched when home is painted, it may come after what is looked at.
import '../../src/shells/kiosk/making-room.ts';

describe('Home in the largest type, with more to say than on most days', () => {
  let store: FakeStore;
  let shell: LlKioskShell;

  beforeEach(async () => {
    store = kioskStoreWithLunch();
    store.put('centre', 'notice', 'n', {
      id: id<'NoticeId'>('n'),
      level: 'urgent',
      title: '有人冒充社区工作人员上门收费，请不要开门',
      body: null,
      fromMs: at(8, 0),
      untilMs: null,
      by: '王经理',
    });
    await setComfort({ ...USUAL, larger: 1.6 });
    shell = await mountKiosk(new LlKioskShell(), store);
    await appears(shell, '有人冒充');
  });
  afterEach(async () => {
    unmountAll();
    await setComfort(USUAL);
  });

  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  async function still(): Promise<void> {
    for (let frames = 0; frames < 12; frames += 1) {
      await settled(shell);
      await frame();
    }
  }
  const boxOf = (selector: string): DOMRect => {
    const box = deepAll(shell, selector)[0]?.getBoundingClientRect();
    if (box === undefined) throw new Error(`no ${selector}`);
    return box;
  };
  const dishesSeen = (): readonly (string | null | undefined)[] =>
    deepAll(shell, '.card li:not([data-out])').map((one) => one.querySelector('b')?.textContent);

  it('names a dish and its price beside a notice', async () => {
    await still();
    expect(dishesSeen().join()).to.contain('五花肉烩苋菜');
    expect(boxOf('.card li .price').bottom).to.be.at.most(boxOf('.card ul').bottom + 1);
  });

  it('with an open call too still says which meal it is and where its dishes are, above what comes next', async () => {
    store.put('device', 'helpCall', 'c', {
      id: id<'Mid'>('c'),
      deviceId: id<'DeviceId'>('lobby-kiosk'),
      place: '一楼大厅',
      raisedAtMs: at(10, 30),
      ageUnknown: false,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    });
    await appears(shell, '还没有人回答');
    await still();
    const next = boxOf('ll-kiosk-next-card');
    expect(boxOf('.card h2').height).to.be.greaterThan(0);
    expect(boxOf('.card .foot p:last-child').bottom).to.be.at.most(next.top);
    const [bar, ...tiles] = [boxOf('ll-kiosk-bar'), ...deepAll(shell, 'll-tile')];
    for (const tile of tiles) {
      const { top, bottom } = tile.getBoundingClientRect();
      expect(top).to.be.at.least(next.bottom);
      expect(bottom).to.be.at.most(bar.top);
    }
  });
});
