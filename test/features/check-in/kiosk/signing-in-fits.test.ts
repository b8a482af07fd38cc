import { expect } from 'chai';
import { id } from '../../../../src/kernel/ids.ts';
import { OpenEvent } from '../../../../src/shells/kiosk/open-event.ts';
import { pages } from '../../../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../../../src/shells/kiosk/kiosk-shell.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { course, elder, kioskStore } from '../../../support/kiosk-centre.ts';
import { wrongOnGlass } from '../../../support/kiosk-fits.ts';
import { mountKiosk, pressableNamed, typeDigits } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';

const LONG = '银发族智能手机与防诈骗和营养健康知识综合提高班第十二期下午班以及课后答疑小组活动';

/** 王*兰 looks after two, and comes to what has a name of forty characters. */
function paired(): FakeStore {
  const lan = { ...elder('m1', '王*兰', '1234'), pairedWith: [id<'MemberId'>('m2'), id<'MemberId'>('m3')] };
  return kioskStore()
    .put('kiosk', 'roster', 'm1', lan)
    .put('centre', 'course', 'baduanjin', course('baduanjin', LONG, '10:40'));
}

const baduanjin = (): FakeStore =>
  kioskStore().put(
    'centre',
    'course',
    'baduanjin',
    course('baduanjin', '八段锦', '10:40', { nameEn: 'Baduanjin' }),
  );

/** Two dozen of one number's end, of whom many have one name. */
function crowd(): FakeStore {
  const store = kioskStore();
  for (let one = 0; one < 24; one += 1)
    store.put('kiosk', 'roster', `x${one}`, { ...elder(`x${one}`, '欧阳*华', '5678'), order: one + 1 });
  return store;
}

const steps: Readonly<Record<string, readonly [() => FakeStore, (shell: LlKioskShell) => Promise<void>]>> = {
  'a number that nobody has': [baduanjin, (shell) => typeDigits(shell, '9999')],
  'two dozen names to choose from': [crowd, (shell) => typeDigits(shell, '5678')],
  'the ✓ of who may bring a neighbour, for what has a long name': [
    paired,
    async (shell) => {
      await typeDigits(shell, '1234');
      pressableNamed(shell, /王\*兰/).click();
      await settled(shell);
    },
  ],
};

describe('Signing in is read whole, however large it is written and however much it is', () => {
  before(() => pages.checkin.load());
  afterEach(unmountAll);

  for (const [name, [store, go]] of Object.entries(steps))
    it(name, async () => {
      const shell = await mountKiosk(new LlKioskShell(), store());
      shell.dispatchEvent(new OpenEvent({ page: 'checkin', about: null }));
      await settled(shell);
      await go(shell);
      expect(await wrongOnGlass(shell)).to.deep.equal({});
    });
});
