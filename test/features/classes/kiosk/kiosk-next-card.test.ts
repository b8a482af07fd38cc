import { expect } from 'chai';
import type { CheckInWantedEvent } from '../../../../src/features/classes/kiosk/check-in-wanted.ts';
import { LlKioskNextCard } from '../../../../src/features/classes/kiosk/kiosk-next-card.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { at, course, kioskStore, today } from '../../../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import '../../../../src/i18n/kiosk-texts.ts';

describe('The next session on home', () => {
  afterEach(async () => {
    document.documentElement.style.removeProperty('--larger');
    unmountAll();
    await setLocale('zh-CN');
  });

  const card = (store = kioskStore()) => mountKiosk(new LlKioskNextCard(), store);
  /** What is wanted to be signed in for at a press of the button; null where it is to be asked. */
  const wanted = async (element: LlKioskNextCard): Promise<string | null> => {
    const asked = new Promise<CheckInWantedEvent>((resolve) =>
      element.addEventListener('ll-check-in-wanted', resolve),
    );
    pressableNamed(element, '我来签到').click();
    return (await asked).sessionId;
  };

  it('says which it is and where, and signs in for that one', async () => {
    const element = await card();
    expect(words(element)).to.contain('下一场 八段锦').and.to.contain('二楼活动室');
    expect(await wanted(element)).to.equal(`baduanjin@${today}`);
  });

  it('takes none of two for granted: both are named, and which one is asked', async () => {
    const element = await card(
      kioskStore().put('centre', 'course', 'chorus', course('chorus', '合唱队', '11:00')),
    );
    expect(words(element)).to.contain('八段锦').and.to.contain('合唱队');
    expect(words(element)).not.to.contain('下一场');
    expect(await wanted(element)).to.equal(null);
  });

  it('of more than two says that there are more', async () => {
    const store = kioskStore();
    for (const [key, name] of [
      ['a', '合唱队'],
      ['b', '剪纸'],
      ['c', '书法班'],
    ] as const)
      store.put('centre', 'course', key, course(key, name, '11:00'));
    expect(words(await card(store))).to.contain('还有 2 场');
  });

  it('says on which day the next is where today has none left', async () => {
    const element = await card(kioskStore(at(20, 0)));
    expect(words(element)).to.contain('明天').and.to.contain('八段锦');
    expect(() => pressableNamed(element, '我来签到')).to.throw();
  });

  it('never says “none” of what it cannot read, nor of a day it does not know', async () => {
    const broken = kioskStore();
    broken.slow = Promise.reject(new Error('the store is gone'));
    broken.slow.catch(() => undefined);
    const unreadable = words(await card(broken));
    expect(unreadable).not.to.contain('没有活动').and.not.to.equal('');
    unmountAll();
    expect(words(await card(kioskStore(null)))).to.contain('请问工作人员');
  });

  it('says Chinese only as Chinese where a room has no English', async () => {
    await setLocale('en');
    const element = await card();
    const tagged = deepAll(element, '[lang="zh-CN"]').map(({ textContent }) => textContent);
    expect(tagged).to.include.members(['二楼活动室', '八段锦']);
  });

  for (const larger of ['1', '1.6'])
    it(`keeps a long name and the button on the card, with type ${larger} times as large`, async () => {
      document.documentElement.style.setProperty('--larger', larger);
      const name = '手机摄影与短视频制作入门提高班（第二期）';
      const store = kioskStore().put('centre', 'course', 'baduanjin', course('baduanjin', name, '10:40'));
      const element = await card(store);
      await settled(element);
      const box = element.getBoundingClientRect();
      for (const one of [
        ...deepAll(element, 'h2'),
        ...deepAll(element, 'p'),
        ...deepAll(element, 'button'),
      ]) {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        expect(
          left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom,
          one.outerHTML,
        ).to.equal(true);
      }
    });
});
