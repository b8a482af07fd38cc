import { expect } from 'chai';
import { at, course, kioskStore } from '../../../support/kiosk-centre.ts';
import { appears, typeDigits, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { claimsOf, open, press, session, signIn } from '../../../support/signing-in.ts';

describe('Signing in at the kiosk', () => {
  afterEach(unmountAll);

  it('asks for the phone at once where only one session is open', async () => {
    const page = await open(kioskStore());
    expect(words(page)).to.contain('八段锦').and.to.contain('请按电话号码的最后四位');
  });

  it('tells nobody that their number is unknown while the roster is on its way', async () => {
    const store = kioskStore();
    const roster = await store.query((view) => view.list('kiosk', 'roster'));
    for (const one of roster) store.remove('kiosk', 'roster', one.id);
    store.setStatus({ loaded: false });
    const page = await open(store);
    for (const key of '1234') window.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await settled(page);
    expect(words(page)).not.to.contain('没找到').and.not.to.contain('请按电话号码的最后四位');
    for (const one of roster) store.put('kiosk', 'roster', one.id, one);
    store.setStatus({ loaded: true });
    await settled(page);
    await typeDigits(page, '1234');
    expect(words(page)).to.contain('是您吗？');
  });

  it('leaves nobody before an empty page while the hub is away and the roster was never fetched', async () => {
    const store = kioskStore();
    const roster = await store.query((view) => view.list('kiosk', 'roster'));
    for (const one of roster) store.remove('kiosk', 'roster', one.id);
    store.setStatus({ loaded: false, link: 'away' });
    const page = await open(store);
    expect(words(page)).to.contain('名册还没取来').and.to.contain('找人帮忙').and.to.contain('000-8000');
    expect(words(page), 'nothing is known of any number').not.to.contain('没找到');
    for (const one of roster) store.put('kiosk', 'roster', one.id, one);
    store.setStatus({ loaded: true, link: 'live' });
    await settled(page);
    expect(words(page)).to.contain('请按电话号码的最后四位');
  });

  it('asks which session where there are two', async () => {
    const store = kioskStore().put('centre', 'course', 'hands', course('hands', '手指操', '11:00'));
    const page = await open(store);
    expect(words(page)).to.contain('您来参加哪一个？');
    await press(page, /手指操/);
    expect(words(page)).to.contain('请按电话号码的最后四位');
  });

  it('signs nobody in where the session is called off as they tap, and says so, before ✓ and on it', async () => {
    const off = { id: session, note: null, start: null, room: null };
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    store.put('centre', 'sessionChange', session, { ...off, cancelled: true });
    await settled(page);
    expect(words(page)).to.contain('八段锦').and.to.contain('这一场不办了').and.not.to.contain('王*兰');
    expect(await claimsOf(store, 'm1')).to.deep.equal([]);
    store.put('centre', 'sessionChange', session, { ...off, cancelled: false, room: '三楼小厅' });
    await settled(page);
    await signIn(page, '1234', /王\*兰/);
    expect(words(page), 'where it is held now').to.contain('签好了').and.to.contain('三楼小厅');
    store.put('centre', 'sessionChange', session, { ...off, cancelled: true });
    await settled(page);
    expect(words(page)).to.contain('这一场不办了').and.not.to.contain('三楼小厅');
  });

  it('says when the next session opens where none is', async () => {
    const page = await open(kioskStore(at(6, 0)));
    expect(words(page)).to.contain('现在没有要签到的活动').and.to.contain('10:40');
  });

  it('shows ✓ and the count once the claim is safe', async () => {
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    expect(words(page)).to.contain('是您吗？');
    await press(page, /王\*兰/);
    expect(words(page))
      .to.contain('签好了')
      .and.to.match(/这台机器记着，今天第\s*1\s*位/);
    expect(await claimsOf(store, 'm1')).to.have.length(1);
  });

  it('shows no ✓ while the claim is not safe yet', async () => {
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    store.mutate = () => new Promise(() => undefined);
    await press(page, /王\*兰/);
    expect(words(page)).not.to.contain('签好了');
  });

  it('says so plainly, and what else to do, when it could not be written down', async () => {
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    store.nextAnswer = { ok: false, status: 'refused', code: 'session-cancelled', detail: '' };
    await press(page, /王\*兰/);
    expect(words(page)).to.contain('没有记下来').and.to.contain('000-8000').and.not.to.contain('签好了');
  });

  it('lets those whose numbers end alike choose among masked names', async () => {
    const page = await open(kioskStore());
    await typeDigits(page, '5678');
    expect(words(page)).to.contain('哪一位是您？').and.to.contain('李*强').and.to.contain('赵*芳');
  });

  it('blames nobody for a number it does not know', async () => {
    const page = await open(kioskStore());
    await typeDigits(page, '9999');
    expect(words(page)).to.contain('没找到这个号码').and.not.to.match(/错/);
  });

  it('takes one digit back', async () => {
    const page = await open(kioskStore());
    await typeDigits(page, '129');
    await press(page, '删掉');
    await typeDigits(page, '34');
    expect(words(page)).to.contain('王*兰');
  });

  it('takes digits from a keyboard as from the keypad', async () => {
    const page = await open(kioskStore());
    for (const key of '1234') window.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await appears(page, '王*兰');
  });

  it('withdraws the claim at 刚才点错了, and a second thought is a new claim', async () => {
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    await press(page, /王\*兰/);
    await press(page, '刚才点错了');
    expect(words(page), 'whose it is').to.contain('要撤销这一次签到吗？').and.to.contain('王*兰');
    await press(page, '撤销');
    expect(words(page)).to.contain('已经撤销');
    expect((await claimsOf(store, 'm1')).every((claim) => claim.withdrawn)).to.equal(true);
    await press(page, '重新签到');
    await typeDigits(page, '1234');
    await press(page, /王\*兰/);
    expect(words(page)).to.contain('签好了');
    expect((await claimsOf(store, 'm1')).map((claim) => claim.withdrawn)).to.deep.equal([true, false]);
  });

  it('tells the next person nothing of the one before, whose withdrawal is slow', async () => {
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    await press(page, /王\*兰/);
    const { mutate } = store;
    let goOn = (): void => undefined;
    const slow = new Promise<void>((resolve) => (goOn = resolve));
    store.mutate = async (name, args) => {
      await slow;
      return mutate.call(store, name, args);
    };
    await press(page, '刚才点错了');
    await press(page, '撤销');
    page.back();
    await settled(page);
    await press(page, '下一位签到');
    await typeDigits(page, '56');
    goOn();
    await settled(page);
    expect(words(page)).to.contain('请按电话号码的最后四位').and.not.to.contain('已经撤销');
    expect((await claimsOf(store, 'm1')).every((claim) => claim.withdrawn)).to.equal(true);
  });

  it('says kindly that somebody has signed in already, and writes nothing twice', async () => {
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    await press(page, /王\*兰/);
    await press(page, '下一位签到');
    await typeDigits(page, '1234');
    await press(page, /王\*兰/);
    expect(words(page)).to.contain('您已经签到过了').and.to.contain('10:32');
    expect(await claimsOf(store, 'm1')).to.have.length(1);
  });

  it('signs in without a day where the time is unknown, and leaves the session to staff', async () => {
    const store = kioskStore(null);
    const page = await open(store);
    await typeDigits(page, '1234');
    await press(page, /王\*兰/);
    expect(store.asked.map(({ name }) => name)).to.deep.equal(['checkin.loose']);
    expect(words(page)).to.contain('签好了').and.to.contain('工作人员会帮您对上日子');
  });

  it('is personal from the first digit on, and not before', async () => {
    const page = await open(kioskStore());
    expect(page.personal).to.equal(false);
    await typeDigits(page, '1');
    expect(page.personal).to.equal(true);
  });

  it('keeps nothing of the person once it is gone', async () => {
    const store = kioskStore();
    const page = await open(store);
    await typeDigits(page, '1234');
    page.remove();
    expect(page.personal).to.equal(false);
    expect(store.watching).to.equal(0);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '1' }));
    expect(page.personal).to.equal(false);
  });

  it('goes back a step at a time, and home from the first', async () => {
    const page = await open(kioskStore());
    await typeDigits(page, '5678');
    expect(page.back()).to.equal(true);
    await settled(page);
    expect(words(page)).to.contain('请按电话号码的最后四位');
    expect(page.back()).to.equal(false);
  });
});
