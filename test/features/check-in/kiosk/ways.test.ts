import { expect } from 'chai';
import { cardAsKept } from '../../../../src/app/card-number.ts';
import { LlKioskCheckIn } from '../../../../src/features/check-in/kiosk/kiosk-check-in.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { kioskConfig, kioskStore } from '../../../support/kiosk-centre.ts';
import { appears, mountKiosk, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { readCard } from '../../../support/card-reader.ts';
import { claimsOf, open, press, session, signIn } from '../../../support/signing-in.ts';

describe('The ways to sign in at the kiosk', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('signs a card in at once, also the next one on the ✓ of the last', async () => {
    const store = kioskStore();
    for (const [key, number] of [
      ['m1', '0000000001'],
      ['m2', '0000000002'],
    ] as const) {
      const entry = await store.query((view) => view.get('kiosk', 'roster', key));
      if (entry !== undefined)
        store.put('kiosk', 'roster', key, { ...entry, card: await cardAsKept(number, 'sample') });
    }
    const page = await open(store);
    readCard('0000000001');
    await appears(page, '签好了');
    expect(words(page)).to.contain('王*兰');
    readCard('0000000002');
    await appears(page, '李*强');
    await appears(page, '签好了');
    expect([(await claimsOf(store, 'm1')).length, (await claimsOf(store, 'm2')).length]).to.deep.equal([
      1, 1,
    ]);
  });

  it('signs in the neighbour a companion looks after, and says who did', async () => {
    const store = kioskStore();
    const lan = await store.query((view) => view.get('kiosk', 'roster', 'm1'));
    if (lan !== undefined) store.put('kiosk', 'roster', 'm1', { ...lan, pairedWith: [id('m3')] });
    const page = await open(store);
    await press(page, '替邻居签到');
    expect(words(page)).to.contain('先请按您自己电话号码');
    await signIn(page, '1234', /王\*兰/);
    await press(page, /赵\*芳/);
    expect(words(page)).to.contain('签好了').and.to.contain('由 王*兰 帮着签的');
    expect((await claimsOf(store, 'm3')).map((claim) => claim.companionId)).to.deep.equal(['m1']);
    expect(await claimsOf(store, 'm1'), 'the companion has not come for that').to.deep.equal([]);
  });

  it('signs in another neighbour by their number, and offers it on the ✓ of who looks after somebody', async () => {
    const store = kioskStore();
    const lan = await store.query((view) => view.get('kiosk', 'roster', 'm1'));
    if (lan !== undefined) store.put('kiosk', 'roster', 'm1', { ...lan, pairedWith: [id('m3')] });
    const page = await open(store);
    await signIn(page, '1234', /王\*兰/);
    await press(page, '邻居也签上');
    await press(page, '别的邻居');
    expect(words(page)).to.contain('请按邻居电话号码的最后四位');
    await signIn(page, '5678', /李\*强/);
    expect((await claimsOf(store, 'm2')).map((claim) => claim.companionId)).to.deep.equal(['m1']);
  });

  it('counts a visitor without a name, and two of them twice', async () => {
    const store = kioskStore();
    const page = await open(store);
    for (let visitor = 0; visitor < 2; visitor += 1) {
      if (visitor > 0) await press(page, '下一位签到');
      await press(page, '我是访客');
      await press(page, '是的，签到');
      expect(words(page)).to.contain('签好了').and.to.contain('访客');
    }
    expect(words(page)).to.match(/这台机器记着，今天第\s*2\s*位/);
  });

  it('offers the ways that are set for this kiosk, and no others', async () => {
    const page = await mountKiosk(new LlKioskCheckIn(), kioskStore(), {
      ...kioskConfig,
      checkInWays: ['digits'],
    });
    expect(words(page))
      .to.contain('请按电话号码')
      .and.not.to.match(/访客|替邻居/);
  });

  it('leads nobody into a way that ends, where neither card nor number is taken here', async () => {
    const page = await mountKiosk(new LlKioskCheckIn(), kioskStore(), {
      ...kioskConfig,
      checkInWays: ['companion', 'visitor'],
    });
    expect(words(page))
      .to.contain('请工作人员帮您签到')
      .and.to.contain('000-8000')
      .and.not.to.match(/读卡器|替邻居/);
    await press(page, '我是访客');
    await press(page, '不是，我登记过');
    expect(words(page)).to.contain('请工作人员帮您签到');
  });

  it('tells the room in English where it has one, and which is Chinese only where it has been moved', async () => {
    const store = kioskStore();
    const row = await store.query((view) => view.get('centre', 'course', 'baduanjin'));
    if (row !== undefined)
      store.put('centre', 'course', 'baduanjin', { ...row, roomEn: 'Activity room, second floor' });
    await setLocale('en');
    const page = await open(store);
    await signIn(page, '1234', /王\*兰/);
    expect(words(page)).to.contain('Activity room, second floor').and.not.to.contain('二楼活动室');
    const change = { id: session, cancelled: false, start: null, room: '一楼大厅', note: null };
    store.put('centre', 'sessionChange', session, change);
    await settled(page);
    await press(page, 'Next person');
    await signIn(page, '5678', /李\*强/);
    expect(words(page)).to.contain('一楼大厅').and.not.to.contain('Activity room');
    expect(deepAll(page, '[lang="zh-CN"]').map((one) => one.textContent?.trim())).to.include('一楼大厅');
  });

  it('lets a visitor in while the roster was never fetched', async () => {
    const store = kioskStore();
    for (const { id: key } of await store.query((view) => view.list('kiosk', 'roster')))
      store.remove('kiosk', 'roster', key);
    store.setStatus({ loaded: false, link: 'away' });
    const page = await open(store);
    await press(page, '我是访客');
    await press(page, '是的，签到');
    expect(words(page)).to.contain('签好了');
  });
});
