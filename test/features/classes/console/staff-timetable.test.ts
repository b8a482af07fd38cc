import { expect } from 'chai';
import { attendanceId } from '../../../../src/features/check-in/model/attendance.ts';
import { LlStaffTimetable } from '../../../../src/features/classes/console/staff-timetable.ts';
import { sessionId, type SessionChange } from '../../../../src/features/classes/model/sessions.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, course, today } from '../../../support/kiosk-centre.ts';
import { words } from '../../../support/mount-kiosk.ts';
import { button, deepAll, mount, settled, toldInSheet, type, unmountAll } from '../../../support/mount.ts';
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
const usual: SessionChange = { id: phone, cancelled: false, start: null, room: null, note: null };

function store(hour = 9): FakeStore {
  const of = new FakeStore({ actor: staff('leader'), nowMs: at(hour, 0) })
    .put('centre', 'centre', 'sample', centreRow())
    .put(
      'centre',
      'course',
      'smartphone',
      course('smartphone', '智能手机课', '14:30', { kind: 'class', capacity: 1, room: '教室' }),
    );
  for (const one of [member('m1', '王秀兰'), member('m2', '李建国'), member('m3', '赵玉芳')])
    of.put('people', 'member', one.id, one);
  return of;
}
const join = async (of: FakeStore, memberId: string, name: string): Promise<void> => {
  await of.mutate('enrol.join', { sessionId: phone, memberId: id(memberId), seen: { name } });
};
async function show(of: FakeStore): Promise<LlStaffTimetable> {
  const element = new LlStaffTimetable();
  element.mayChange = true;
  return mount(element, { store: of });
}
async function press(element: LlStaffTimetable, name: RegExp): Promise<void> {
  button(element, name).click();
  await settled(element);
}
async function open(of: FakeStore, name: RegExp): Promise<LlStaffTimetable> {
  const element = await show(of);
  await press(element, name);
  return element;
}
function field(element: LlStaffTimetable, name: string): HTMLInputElement {
  const [found] = deepAll(element, `#${name}`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
  return found;
}
async function fill(element: LlStaffTimetable, name: string, text: string): Promise<void> {
  type(field(element, name), text);
  await settled(element);
}
const changeIn = async (of: FakeStore) => {
  const rows = await of.query((view) => view.list('centre', 'sessionChange'));
  return rows[0];
};

describe('Who comes to a session, at a console', () => {
  afterEach(unmountAll);

  it('names who has a place and who waits, in their order', async () => {
    const of = store();
    await join(of, 'm2', '李建国');
    await join(of, 'm1', '王秀兰');
    const element = await open(of, /^名单/);
    expect(words(element)).to.match(/报名 1 人，共 1 个名额.*李建国.*候补 1 人.*王秀兰/);
    await expectAccessible(element);
  });

  it('says on the day’s list whom to tell that they have a place now, until somebody says it is done', async () => {
    const of = store();
    await join(of, 'm2', '李建国');
    await join(of, 'm1', '王秀兰');
    const element = await open(of, /^名单/);
    await press(element, /去掉：李建国/);
    expect(words(element)).to.contain('1 位候补上来，请告诉他们').and.to.contain('13800000001');
    await press(element, /告诉了：王秀兰/);
    expect(words(element)).not.to.contain('请告诉');
  });

  it('puts back whom a wet finger took off, in the place they had', async () => {
    const of = store();
    await join(of, 'm2', '李建国');
    await join(of, 'm1', '王秀兰');
    const element = await open(of, /^名单/);
    await press(element, /去掉：李建国/);
    await press(element, /放回去/);
    expect(words(element)).to.match(/报名 1 人，共 1 个名额.*李建国.*候补 1 人.*王秀兰/);
    expect(words(element)).not.to.contain('请告诉');
  });

  it('lets one of those who wait be the next', async () => {
    const of = store();
    for (const [key, name] of [
      ['m2', '李建国'],
      ['m1', '王秀兰'],
      ['m3', '赵玉芳'],
    ] as const)
      await join(of, key, name);
    const element = await open(of, /^名单/);
    await press(element, /排到最前：赵玉芳/);
    expect(words(element)).to.match(/候补 2 人.*赵玉芳.*王秀兰/);
  });

  it('writes down who asks at the desk, masked where they are sought, and says whether there was a place', async () => {
    const of = store();
    await join(of, 'm2', '李建国');
    const element = await open(of, /^名单/);
    await fill(element, 'find', '李');
    expect(words(element)).to.contain('没有找到这位老人');
    await fill(element, 'find', '赵');
    expect(words(element)).to.contain('赵*芳').and.not.to.contain('赵玉芳');
    await press(element, /赵\*芳/);
    expect(words(element)).to.match(/名额满了，赵玉芳 候补第 1 位/);
  });

  it('once it has begun says who came and who did not, and puts it right with a reason', async () => {
    const of = store(15);
    await join(of, 'm2', '李建国');
    const element = await open(of, /^名单/);
    expect(words(element)).to.match(/来了 0 人.*没来 1 人/);
    await press(element, /李建国 来了/);
    await press(element, /补上签到/);
    expect(words(element)).to.contain('请写一个原因');
    expect(of.asked.filter(({ name }) => name === 'checkin.correct')).to.have.length(0);
    const [select] = deepAll(element, 'select');
    if (!(select instanceof HTMLSelectElement)) throw new Error('no reasons');
    select.value = 'forgot';
    select.dispatchEvent(new Event('change'));
    await press(element, /补上签到/);
    expect(words(element)).to.match(/来了 1 人.*没来 0 人.*李建国.*忘了签到/);
    const row = await of.query((view) => view.get('people', 'attendance', attendanceId(phone, 'm2')));
    expect(row?.claims.map(({ reason, withdrawn }) => [reason, withdrawn])).to.eql([['忘了签到', false]]);
    await expectAccessible(element);
  });

  it('of what it may not put right any more it does not pretend to change anything', async () => {
    const of = store(15);
    await join(of, 'm2', '李建国');
    const element = await open(of, /^名单/);
    await press(element, /李建国 来了/);
    const [select] = deepAll(element, 'select');
    if (!(select instanceof HTMLSelectElement)) throw new Error('no reasons');
    select.value = 'forgot';
    select.dispatchEvent(new Event('change'));
    of.nextAnswer = { ok: false, status: 'refused', code: 'too-old', detail: '' };
    await press(element, /补上签到/);
    expect(words(element)).to.contain('这里改不了了');
  });
});

describe('Changing one session, at a console', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  it('stays open with what went wrong where the change was not made', async () => {
    const of = store();
    const element = await open(of, /改一改/);
    await fill(element, 'room', '院里');
    of.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: '' };
    await press(element, /^保存$/);
    expect(toldInSheet(element)).to.eql(['没有改成，请再按一次']);
    await press(element, /^保存$/);
    expect(deepAll(element, 'dialog[open]')).to.have.length(0);
    expect((await changeIn(of))?.room).to.equal('院里');
  });

  it('keeps the note that a colleague has written meanwhile', async () => {
    const of = store();
    const element = await open(of, /改一改/);
    of.put('centre', 'sessionChange', phone, { ...usual, note: '带上手机' });
    await fill(element, 'start', '15:00');
    await press(element, /^保存$/);
    expect(await changeIn(of)).to.include({ note: '带上手机', start: '15:00' });
  });

  it('is gone on with after the page was closed, upon what stood when it was begun', async () => {
    const of = store();
    await fill(await open(of, /改一改/), 'start', '15:00');
    unmountAll();
    of.put('centre', 'sessionChange', phone, { ...usual, start: '16:00', room: '门厅' });
    const element = await open(of, /改一改/);
    expect(words(element)).to.contain('这是上次没填完的');
    expect(field(element, 'start').value).to.equal('15:00');
    await press(element, /^保存$/);
    expect(toldInSheet(element).join(), 'what was in sight then is not what stands now').to.contain('的时间');
    await press(element, /照我的改/);
    expect(await changeIn(of)).to.include({ start: '15:00', room: '门厅' });
  });

  it('says what both have changed, and does it only when one says that it is to be theirs', async () => {
    const of = store();
    const element = await open(of, /改一改/);
    of.put('centre', 'sessionChange', phone, { ...usual, room: '门厅' });
    await fill(element, 'room', '院里');
    await press(element, /^保存$/);
    expect(toldInSheet(element).join()).to.contain('刚才有人也改了这一场的地点');
    expect((await changeIn(of))?.room).to.equal('门厅');
    await press(element, /照我的改/);
    expect((await changeIn(of))?.room).to.equal('院里');
  });

  it('says before it is saved what it would clash with, and whom a cancelling reaches', async () => {
    const of = store().put(
      'centre',
      'course',
      'choir',
      course('choir', '合唱', '16:00', { room: '教室', capacity: null }),
    );
    of.put('centre', 'enrolmentCount', phone, { id: phone, date: today, taken: 3, waiting: 1 });
    const element = await open(of, /改一改：智能手机课/);
    expect(words(element)).not.to.contain('合唱 也在');
    await fill(element, 'start', '15:55');
    expect(words(element)).to.contain('合唱 也在教室');
    const tick = field(element, 'cancelled');
    tick.checked = true;
    tick.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await settled(element);
    expect(words(element)).to.contain('报了名的 4 人').and.not.to.contain('合唱 也在');
    await expectAccessible(element);
  });

  it('takes back a cancelling and a move by one press', async () => {
    const of = store();
    const element = await open(of, /改一改/);
    const tick = field(element, 'cancelled');
    tick.checked = true;
    tick.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await settled(element);
    await press(element, /^保存$/);
    expect((await changeIn(of))?.cancelled).to.equal(true);
    await press(element, /撤回/);
    expect(await changeIn(of)).to.equal(undefined);
  });
});

describe('The timetable of a week, at a console', () => {
  afterEach(unmountAll);

  it('on a narrow glass shows a day, and any other of the week at a press', async () => {
    const of = store().put(
      'centre',
      'course',
      'choir',
      course('choir', '合唱', '16:00', { recurrence: { every: 'week', weekdays: [3] } }),
    );
    const element = await show(of);
    expect(words(element)).to.contain('智能手机课').and.not.to.contain('合唱');
    await press(element, /11月18日/);
    expect(words(element)).to.contain('合唱');
    await press(element, /后一周/);
    await press(element, /11月25日/);
    expect(words(element)).to.contain('合唱');
    await press(element, /回到本周/);
    expect(words(element)).to.contain('今天');
    await expectAccessible(element);
  });

  it('is no wider than a telephone, however long its words are', async () => {
    const long = '非常非常非常非常非常长的活动名字没有断开的地方也要放得下才行'.slice(0, 38);
    const of = store().put(
      'centre',
      'course',
      'long',
      course('long', long, '16:00', { room: 'W'.repeat(40), leader: 'W'.repeat(40) }),
    );
    const element = await show(of);
    element.style.display = 'block';
    element.style.width = '320px';
    await settled(element);
    const widest = Math.max(...deepAll(element, '*').map((one) => one.getBoundingClientRect().right));
    expect(widest).to.be.at.most(element.getBoundingClientRect().right + 0.5);
  });
});
