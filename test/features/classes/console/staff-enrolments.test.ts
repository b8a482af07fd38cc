import { expect } from 'chai';
import { LlStaffTimetable } from '../../../../src/features/classes/console/staff-timetable.ts';
import { sessionId } from '../../../../src/features/classes/model/sessions.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, course, today } from '../../../support/kiosk-centre.ts';
import { words } from '../../../support/mount-kiosk.ts';
import { deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';
import '../../../../src/i18n/staff-texts.ts';
import '../../../../src/ui/console/sheet.ts';

const phone = sessionId('smartphone', today);
const member = (key: string, name: string): RowOf<'member'> => ({
  id: id(key),
  name,
  phone: `1380000${key.slice(1).padStart(4, '0')}`,
  birthYear: null,
});

describe('Who has put their name down, at a console', () => {
  afterEach(unmountAll);

  function store(): FakeStore {
    const of = new FakeStore({ actor: staff('leader'), nowMs: at(9, 0) })
      .put('centre', 'centre', 'sample', centreRow())
      .put(
        'centre',
        'course',
        'smartphone',
        course('smartphone', '智能手机课', '14:30', { kind: 'class', capacity: 1 }),
      );
    for (const one of [member('m1', '王秀兰'), member('m2', '李建国'), member('m3', '赵玉芳')])
      of.put('people', 'member', one.id, one);
    return of;
  }
  const join = async (of: FakeStore, memberId: string, name: string): Promise<void> => {
    await of.mutate('enrol.join', { sessionId: phone, memberId: id(memberId), seen: { name } });
  };
  async function openSheet(of: FakeStore): Promise<LlStaffTimetable> {
    const element = new LlStaffTimetable();
    element.mayChange = true;
    await mount(element, { store: of });
    await press(element, /改一改/);
    return element;
  }
  async function press(element: LlStaffTimetable, name: RegExp): Promise<void> {
    const button = deepAll(element, 'button').find((one) =>
      name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
    );
    if (!(button instanceof HTMLButtonElement)) throw new Error(`no button ${String(name)}`);
    button.click();
    await settled(element);
  }

  it('names who has a place and who waits, in their order', async () => {
    const of = store();
    await join(of, 'm2', '李建国');
    await join(of, 'm1', '王秀兰');
    const element = await openSheet(of);
    expect(words(element)).to.match(/报名 1 人，共 1 个名额.*李建国.*候补 1 人.*王秀兰/);
    await expectAccessible(element);
  });

  it('says on the day’s list whom to tell that they have a place now, until somebody says it is done', async () => {
    const of = store();
    await join(of, 'm2', '李建国');
    await join(of, 'm1', '王秀兰');
    const element = await openSheet(of);
    await press(element, /去掉：李建国/);
    expect(words(element)).to.contain('1 位候补上来，请告诉他们').and.to.contain('13800000001');
    await press(element, /告诉了：王秀兰/);
    expect(words(element)).not.to.contain('请告诉');
  });

  it('writes somebody down who asks at the desk, and offers nobody who is on the list', async () => {
    const of = store();
    await join(of, 'm2', '李建国');
    const element = await openSheet(of);
    const [field] = deepAll(element, '#find');
    if (!(field instanceof HTMLInputElement)) throw new Error('no field');
    field.value = '李';
    field.dispatchEvent(new Event('input'));
    await settled(element);
    expect(words(element)).to.contain('没有找到这位老人');
    field.value = '赵';
    field.dispatchEvent(new Event('input'));
    await settled(element);
    await press(element, /赵玉芳/);
    expect(words(element)).to.match(/候补 1 人.*赵玉芳/);
  });
});
