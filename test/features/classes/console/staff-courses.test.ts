import { expect } from 'chai';
import { LlStaffCourses } from '../../../../src/features/classes/console/staff-courses.ts';
import { sessionId, type Course } from '../../../../src/features/classes/model/sessions.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, course, today } from '../../../support/kiosk-centre.ts';
import { words } from '../../../support/mount-kiosk.ts';
import {
  button,
  deepAll,
  focused,
  mount,
  settled,
  toldInSheet,
  type,
  unmountAll,
} from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';
import '../../../../src/i18n/staff-texts.ts';
import '../../../../src/ui/console/sheet.ts';

const choir = course('choir', '合唱', '14:00', {
  kind: 'class',
  room: '教室',
  leader: '孙老师',
  recurrence: { every: 'week', weekdays: [2] },
});

describe('The courses of a centre, at a console', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  const store = (...courses: readonly Course[]): FakeStore => {
    const of = new FakeStore({ actor: staff('leader'), nowMs: at(9, 0) }).put(
      'centre',
      'centre',
      'sample',
      centreRow(),
    );
    for (const one of courses) of.put('centre', 'course', one.id, one);
    return of;
  };
  async function show(of: FakeStore): Promise<LlStaffCourses> {
    const element = new LlStaffCourses();
    element.mayChange = true;
    return mount(element, { store: of });
  }
  async function press(element: LlStaffCourses, name: RegExp): Promise<void> {
    button(element, name).click();
    await settled(element);
  }
  async function fill(element: LlStaffCourses, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(fields)) {
      const [field] = deepAll(element, `#${name}`);
      if (field instanceof HTMLInputElement) type(field, text);
      else if (field instanceof HTMLSelectElement) {
        field.value = text;
        field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      } else throw new Error(`no field ${name}`);
      await settled(element);
    }
  }
  async function tick(element: LlStaffCourses, selector: string): Promise<void> {
    const [box] = deepAll(element, selector);
    if (!(box instanceof HTMLInputElement)) throw new Error(`no box ${selector}`);
    box.click();
    await settled(element);
  }
  const coursesIn = (of: FakeStore) => of.query((view) => view.list('centre', 'course'));
  const courseIn = (of: FakeStore) => of.query((view) => view.get('centre', 'course', 'choir'));

  it('opens one by a form, for every second Wednesday, with a certificate', async () => {
    const of = store();
    const element = await show(of);
    expect(words(element)).to.contain('还没有活动');
    await press(element, /新开一个/);
    await fill(element, {
      name: ' 书法 ',
      room: '教室',
      leader: '李老师',
      interval: '2',
      start: '10:00',
      minutes: '９０',
      from: '2026-11-25',
      capacity: '12',
    });
    await tick(element, "[name='weekdays'][value='3']");
    await tick(element, '#certifies');
    await expectAccessible(element);
    await press(element, /^保存$/);
    const [made] = await coursesIn(of);
    expect(made).to.deep.include({
      name: '书法',
      room: '教室',
      leader: '李老师',
      recurrence: { every: 'week', weekdays: [3], interval: 2 },
      start: '10:00',
      minutes: 90,
      from: '2026-11-25',
      until: null,
      capacity: 12,
      certificatePercent: 80,
    });
    expect(words(element)).to.contain('每 2 周的周三 上午10:00');
    expect(deepAll(element, 'dialog[open]')).to.have.length(0);
  });

  it('says at each field what is missing, goes to the first, and saves nothing', async () => {
    const of = store();
    const element = await show(of);
    await press(element, /新开一个/);
    await fill(element, { minutes: '一小时', capacity: '0' });
    await press(element, /^保存$/);
    expect(words(element)).to.match(/这里要填.*请至少选一天.*请填 5 到 720 分钟.*请填 1 到 2000/);
    expect(focused()?.getAttribute('name')).to.equal('weekdays');
    expect(await coursesIn(of)).to.eql([]);
    await expectAccessible(element);
  });

  it('tells of a room and a leader that are taken before it is saved, and may be saved all the same', async () => {
    const of = store(choir);
    const element = await show(of);
    await press(element, /新开一个/);
    await fill(element, { name: '朗诵', room: '教室', leader: '孙老师', start: '14:10', from: today });
    await tick(element, "[name='weekdays'][value='2']");
    expect(words(element)).to.contain('合唱 也在教室').and.to.contain('合唱 也是孙老师带');
    await press(element, /^保存$/);
    expect(await coursesIn(of)).to.have.length(2);
  });

  it('leaves what a colleague has changed meanwhile, and asks where both changed the same', async () => {
    const of = store(choir);
    const element = await show(of);
    await press(element, /改一改：合唱/);
    of.put('centre', 'course', 'choir', { ...choir, leader: '赵老师', room: '门厅' });
    await fill(element, { start: '15:00' });
    await press(element, /^保存$/);
    expect(await courseIn(of)).to.deep.include({ start: '15:00', leader: '赵老师', room: '门厅' });
    await press(element, /改一改：合唱/);
    of.put('centre', 'course', 'choir', { ...choir, room: '院里', start: '15:00', leader: '赵老师' });
    await fill(element, { room: '大厅' });
    await press(element, /^保存$/);
    expect(toldInSheet(element).join()).to.contain('刚才有人也改了：地点');
    await press(element, /照我的改/);
    expect((await courseIn(of))?.room).to.equal('大厅');
  });

  it('ends one after today, says who stands on later lists, and takes it back by one press', async () => {
    const later = sessionId('choir', '2026-11-24');
    const of = store(choir).put('centre', 'enrolmentCount', later, {
      id: later,
      date: '2026-11-24',
      taken: 2,
      waiting: 1,
    });
    const element = await show(of);
    await press(element, /改一改：合唱/);
    await press(element, /办到今天为止/);
    expect((await courseIn(of))?.until).to.equal(today);
    expect(words(element)).to.contain('合唱 办到 11月22日 为止').and.to.contain('3 人');
    await press(element, /撤回/);
    expect((await courseIn(of))?.until).to.equal(null);
  });

  it('says before other days are saved how many stand on lists that would be gone', async () => {
    const later = sessionId('choir', '2026-11-24');
    const of = store(choir).put('centre', 'enrolmentCount', later, {
      id: later,
      date: '2026-11-24',
      taken: 2,
      waiting: 0,
    });
    const element = await show(of);
    await press(element, /改一改：合唱/);
    await tick(element, "[name='weekdays'][value='4']");
    expect(words(element)).not.to.contain('就没有了');
    await tick(element, "[name='weekdays'][value='2']");
    expect(words(element)).to.contain('有 2 人报了名的场次');
  });

  it('says of a change that is not with the hub yet that it is not, and is no wider than a telephone', async () => {
    const long = course('long', '很'.repeat(40), '09:00', { room: 'W'.repeat(40), leader: 'W'.repeat(40) });
    const of = store(choir, long);
    const element = await show(of);
    await press(element, /改一改：合唱/);
    await press(element, /办到今天为止/);
    of.setStatus({ link: 'away', outbox: 1 });
    await settled(element);
    expect(words(element)).to.contain('还没送到主机');
    element.style.display = 'block';
    element.style.width = '320px';
    await settled(element);
    const widest = Math.max(...deepAll(element, '*').map((one) => one.getBoundingClientRect().right));
    expect(widest).to.be.at.most(element.getBoundingClientRect().right + 0.5);
  });
});
