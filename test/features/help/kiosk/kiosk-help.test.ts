import { expect } from 'chai';
import { LlKioskHelp } from '../../../../src/features/help/kiosk/kiosk-help.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, kioskStore } from '../../../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';

describe('找人帮忙', () => {
  afterEach(unmountAll);

  const open = async (store: FakeStore): Promise<LlKioskHelp> => {
    const page = await mountKiosk(new LlKioskHelp(), store);
    await settled(page);
    return page;
  };
  const callOf = async (store: FakeStore) => {
    const [call] = await store.query((view) => view.list('device', 'helpCall'));
    if (call === undefined) throw new Error('no call');
    return call;
  };

  it('calls at once and asks to sit down', async () => {
    const store = kioskStore();
    const page = await open(store);
    expect(words(page)).to.contain('已经叫人了').and.to.contain('请坐下稍等');
    expect((await callOf(store)).place).to.equal('一楼大厅');
  });

  it('shows who is coming when staff answer', async () => {
    const store = kioskStore();
    const page = await open(store);
    const call = await callOf(store);
    store.put('device', 'helpCall', call.id, { ...call, state: 'coming', answeredBy: '陈顾问' });
    await settled(page);
    expect(words(page)).to.contain('有人来了').and.to.contain('陈顾问');
  });

  it('takes the call back at 不用了', async () => {
    const store = kioskStore();
    const page = await open(store);
    pressableNamed(page, '不用了').click();
    await settled(page);
    expect((await callOf(store)).state).to.equal('withdrawn');
    expect(words(page)).to.contain('已经取消');
  });

  it('makes a call of its own for each who presses: yesterday’s, which nobody closed, is not today’s', async () => {
    const store = kioskStore();
    store.put('device', 'helpCall', 'old', {
      id: id<'Mid'>('old'),
      deviceId: id('lobby-kiosk'),
      place: '一楼大厅',
      raisedAtMs: at(10, 32) - 86_400_000,
      ageUnknown: false,
      state: 'coming',
      answeredBy: '李师傅',
      answeredAtMs: at(10, 33) - 86_400_000,
    });
    const page = await open(store);
    expect(store.asked.map(({ name }) => name)).to.deep.equal(['help.raise']);
    expect(words(page)).to.contain('已经叫人了').and.not.to.contain('李师傅');
  });

  it('does not pretend that somebody has heard while the hub is away', async () => {
    const store = kioskStore();
    store.setStatus({ link: 'away' });
    const page = await open(store);
    expect(words(page)).to.contain('现在连不上，我先记下').and.to.contain('000-8000');
    expect(words(page)).not.to.contain('已经叫人了');
  });

  it('does not go on saying that help is called while a hub that hangs takes nothing', async () => {
    const store = kioskStore();
    const time = new PassingTime(store);
    const own = performance.now.bind(performance);
    try {
      const page = await open(store);
      store.setStatus({ link: 'live', outbox: 1 });
      await time.seconds(1, page);
      expect(words(page)).to.contain('已经叫人了');
      Object.assign(performance, { now: () => own() + 4000 });
      await time.seconds(1, page);
      expect(words(page)).to.contain('现在连不上，我先记下').and.not.to.contain('已经叫人了');
      store.setStatus({ outbox: 0 });
      await settled(page);
      expect(words(page)).to.contain('已经叫人了');
    } finally {
      time.stop();
      Reflect.deleteProperty(performance, 'now');
    }
  });
});
