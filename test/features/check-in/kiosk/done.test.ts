import { expect } from 'chai';
import { attendanceId } from '../../../../src/features/check-in/model/attendance.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { at, kioskStore } from '../../../support/kiosk-centre.ts';
import { appears, typeDigits, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { claimsOf, hubTells, offers, open, press, session, signIn } from '../../../support/signing-in.ts';

describe('The ✓ at the kiosk', () => {
  afterEach(unmountAll);

  it('says where to go now, and that it has begun or just ended where it has', async () => {
    const store = kioskStore();
    const page = await open(store);
    await signIn(page, '1234', /王\*兰/);
    expect(words(page))
      .to.contain('二楼活动室')
      .and.to.match(/10:40 开始/);
    await press(page, '下一位签到');
    store.nowMs = at(10, 50);
    await signIn(page, '5678', /李\*强/);
    expect(words(page)).to.contain('已经开始了');
    await press(page, '下一位签到');
    await typeDigits(page, '5678');
    store.nowMs = at(11, 10);
    await press(page, /赵\*芳/);
    expect(words(page), 'who tapped while it ended').to.contain('签好了').and.to.contain('刚刚结束');
  });

  it('says the how-manieth somebody is only once the hub knows, and till then whose count it is', async () => {
    const store = kioskStore();
    store.setStatus({ link: 'away', outbox: 1 });
    const page = await open(store);
    await signIn(page, '1234', /王\*兰/);
    expect(words(page))
      .to.match(/这台机器记着，今天第\s*1\s*位/)
      .and.to.contain('连上以后就补进总数');
    const restore = hubTells({ times: 6, place: 23, count: 24 });
    try {
      store.setStatus({ link: 'live', outbox: 0 });
      await appears(page, '这个月第 6 次');
      expect(words(page))
        .to.match(/今天第\s*23\s*位/)
        .and.to.contain('24 片叶子')
        .and.not.to.contain('这台机器');
    } finally {
      restore();
    }
  });

  it('asks a hub that has not heard of it yet again, and claims nothing meanwhile', async () => {
    const store = kioskStore();
    const page = await open(store);
    const time = new PassingTime(store);
    const stop = hubTells(null);
    let restore = stop;
    try {
      await signIn(page, '1234', /王\*兰/);
      expect(words(page)).to.contain('这台机器记着');
      stop();
      restore = hubTells({ times: 1, place: 2, count: 2 });
      await time.seconds(1, page);
      await appears(page, '2 片叶子');
      expect(words(page)).to.match(/今天第\s*2\s*位/);
    } finally {
      restore();
      time.stop();
    }
  });

  it('goes home by itself for the next in the queue, unless it is asked to stay', async () => {
    const store = kioskStore();
    const page = await open(store);
    let left = 0;
    page.addEventListener('ll-leave', () => (left += 1));
    const time = new PassingTime(store);
    try {
      await signIn(page, '1234', /王\*兰/);
      expect(words(page)).to.contain('再看一会儿（10 秒）');
      await time.seconds(9, page);
      expect(left).to.equal(0);
      await time.seconds(1, page);
      expect(left).to.equal(1);
      await press(page, '下一位签到');
      await signIn(page, '5678', /李\*强/);
      await press(page, /再看一会儿/);
      await time.seconds(20, page);
      expect([left, words(page).includes('签好了')]).to.deep.equal([1, true]);
    } finally {
      time.stop();
    }
  });

  it('lets the next person take nothing of the last one back: not after a while, nor in another language', async () => {
    const store = kioskStore();
    const page = await open(store);
    const time = new PassingTime(store);
    try {
      await signIn(page, '1234', /王\*兰/);
      await press(page, /再看一会儿/);
      expect(offers(page, '刚才点错了')).to.equal(true);
      await time.seconds(30, page);
      expect(offers(page, '刚才点错了'), 'after a while').to.equal(false);
      await press(page, '下一位签到');
      await signIn(page, '5678', /李\*强/);
      expect(offers(page, '刚才点错了')).to.equal(true);
      await setLocale('en');
      await settled(page);
      expect(offers(page, 'My mistake'), 'in another language').to.equal(false);
    } finally {
      await setLocale('zh-CN');
      time.stop();
    }
  });

  it('takes it back later for who has said again who they are', async () => {
    const store = kioskStore();
    const page = await open(store);
    await signIn(page, '1234', /王\*兰/);
    await press(page, '下一位签到');
    await signIn(page, '1234', /王\*兰/);
    await press(page, '刚才点错了');
    await press(page, '撤销');
    expect((await claimsOf(store, 'm1')).map((claim) => claim.withdrawn)).to.deep.equal([true]);
  });

  it("leaves another kiosk's check-in to that kiosk and to staff", async () => {
    const store = kioskStore();
    const page = await open(store);
    await signIn(page, '1234', /王\*兰/);
    const key = attendanceId(session, 'm1');
    const one = await store.query((view) => view.get('kiosk', 'attendance', key));
    if (one === undefined) throw new Error('nobody came');
    const claims = one.claims.map((claim) => ({ ...claim, deviceId: id<'DeviceId'>('another') }));
    store.put('kiosk', 'attendance', key, { ...one, claims });
    await press(page, '下一位签到');
    await signIn(page, '1234', /王\*兰/);
    expect(offers(page, '刚才点错了')).to.equal(false);
    expect(words(page)).to.contain('请找工作人员');
  });

  it('keeps the ✓ of who went to ask for help to itself: help is not closed over it, and the next finds a question', async () => {
    const store = kioskStore();
    const page = await open(store);
    let left = 0;
    page.addEventListener('ll-leave', () => (left += 1));
    const time = new PassingTime(store);
    try {
      await signIn(page, '1234', /王\*兰/);
      page.parentElement?.toggleAttribute('inert', true);
      await time.seconds(10, page);
      page.parentElement?.toggleAttribute('inert', false);
      expect(left).to.equal(0);
      expect(words(page)).to.contain('请按电话号码的最后四位').and.not.to.contain('王*兰');
    } finally {
      time.stop();
    }
  });
});
