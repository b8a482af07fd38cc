import { expect } from 'chai';
import { LlKioskCheckIn } from '../../src/features/check-in/kiosk/kiosk-check-in.ts';
import { LlKioskPolicies } from '../../src/features/policies/kiosk/kiosk-policies.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { saidOn } from '../../src/shells/kiosk/page-reader.ts';
import type { KioskPage } from '../../src/ui/kiosk/kiosk-page.ts';
import { kioskStore, policy } from '../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { settled, unmountAll } from '../support/mount.ts';
import '../../src/i18n/kiosk-texts.ts';

/** What is private is said by the hub's voice and kept nowhere: not on the hub, nor in this device's cache of sounds. */
describe('Reading a page aloud that is about one person', () => {
  afterEach(unmountAll);

  const kept = (page: KioskPage): readonly string[] =>
    saidOn(page, new DOMRect(0, 0, innerWidth, innerHeight))
      .filter(({ isPrivate }) => !isPrivate)
      .map(({ text }) => text);

  it('keeps nobody’s name, from the choice of names to ✓', async () => {
    const page = await mountKiosk(new LlKioskCheckIn(), kioskStore());
    expect(kept(page)).to.contain('请按电话号码的最后四位');
    await typeDigits(page, '1234');
    expect(kept(page), 'the choice of names').to.deep.equal([]);
    pressableNamed(page, /王\*兰/).click();
    await settled(page);
    await settled(page);
    expect(kept(page), '✓').to.deep.equal([]);
  });

  it('keeps nothing of what was answered to the advisor, nor of what follows from it', async () => {
    const store = kioskStore();
    const rule: RowOf<'policy'>['rule'] = { lines: [{ any: [{ question: 'living', is: ['livesAlone'] }] }] };
    store.put('city', 'policy', policy.id, { ...policy, rule });
    const page = await mountKiosk(new LlKioskPolicies(), store);
    expect(kept(page)).to.contain('养老顾问问几句');
    pressableNamed(page, /养老顾问问几句/).click();
    await settled(page);
    pressableNamed(page, '一个人住').click();
    await settled(page);
    expect(words(page)).to.contain('因为：');
    expect(kept(page)).to.deep.equal([]);
  });
});
