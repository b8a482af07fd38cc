import { expect } from 'chai';
import { readRoll, rollOf } from '../../../../src/features/classes/console/roll.ts';
import { LlStaffRollAdd } from '../../../../src/features/classes/console/staff-roll-add.ts';
import { sessionId, sessionOn } from '../../../../src/features/classes/model/sessions.ts';
import { id } from '../../../../src/kernel/ids.ts';
import '../../../../src/i18n/staff-texts.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, course, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, type, unmountAll } from '../../../support/mount.ts';
import { staff } from '../../../support/staff-centre.ts';

const session = sessionId('phone', today);
const phone = course('phone', '智能手机课', '14:30', { capacity: 1 });
const member = { id: id<'MemberId'>('m1'), name: '王秀兰', phone: null, birthYear: null };

describe('Putting somebody on a session’s list', () => {
  afterEach(unmountAll);

  it('says that there is a place once the hub does: till then somebody else may have taken it', async () => {
    const store = new FakeStore({ actor: staff('leader', '赵老师'), nowMs: at(9, 0) })
      .put('centre', 'course', 'phone', phone)
      .put('people', 'member', member.id, member);
    const page = new LlStaffRollAdd();
    page.members = [member];
    page.session = sessionOn(phone, today, undefined, () => false);
    const said = (): string =>
      deepAll(page, '[role=status]')
        .map((one) => one.textContent ?? '')
        .join();
    async function look(): Promise<void> {
      page.roll = rollOf(await store.query((view) => readRoll(view, { session })));
      await settled(page);
    }
    await mount(page, { store });
    await look();
    const [find] = deepAll(page, '#find');
    if (!(find instanceof HTMLInputElement)) throw new Error('nobody can be looked for');
    type(find, '王');
    await settled(page);
    button(page, /^王\*兰/).click();
    await settled(page);
    store.setStatus({ link: 'away', outbox: 1 });
    await look();
    expect(said()).to.contain('连上主机才知道有没有名额').and.not.to.contain('报上了');
    store.setStatus({ link: 'live', outbox: 0 });
    await look();
    expect(said()).to.contain('王秀兰 报上了，有名额');
  });
});
