import { expect } from 'chai';
import type { LitElement } from 'lit';
import { createHubClient } from '../../../../src/app/hub-client.ts';
import { LlStaffCertificates } from '../../../../src/features/certificates/console/staff-certificates.ts';
import { attendanceId, counts } from '../../../../src/features/check-in/model/attendance.ts';
import { LlStaffCourses } from '../../../../src/features/classes/console/staff-courses.ts';
import { LlStaffTimetable } from '../../../../src/features/classes/console/staff-timetable.ts';
import { sessionId } from '../../../../src/features/classes/model/sessions.ts';
import { LlStaffRuns } from '../../../../src/features/exercise/console/staff-runs.ts';
import { mutations } from '../../../../src/features/registry.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { mayDo, type MutationName } from '../../../../src/kernel/mutation.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { handsOn, tryAct, type Act, type Hands } from '../../../support/acts.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, course, today } from '../../../support/kiosk-centre.ts';
import { device } from '../../../support/model-rows.ts';
import { words } from '../../../support/mount-kiosk.ts';
import { mount, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { programme, staff } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';
import '../../../../src/i18n/staff-texts.ts';
import '../../../../src/ui/console/sheet.ts';

const leader = staff('leader', '赵老师');
const session = sessionId('phone', today);
const screenId = id<'DeviceId'>('hall');
const from = '2026-11-01';

/** Half past two has been: who came is on the roll, and two wait for the one place. */
async function centre(): Promise<FakeStore> {
  const of = new FakeStore({ actor: leader, nowMs: at(15, 0) })
    .put('centre', 'centre', 'sample', centreRow())
    .put(
      'centre',
      'course',
      'phone',
      course('phone', '智能手机课', '14:30', { capacity: 1, from, certificatePercent: 80 }),
    )
    .put('city', 'programme', programme.id, programme)
    .put('staff', 'device', screenId, {
      ...device('hall', 'screen'),
      name: '活动室电视',
      pairedAtMs: at(8, 0),
    });
  for (const [key, name] of [
    ['m1', '王秀兰'],
    ['m2', '李建国'],
    ['m3', '赵玉芳'],
  ] as const) {
    of.put('people', 'member', key, { id: id<'MemberId'>(key), name, phone: null, birthYear: null });
    await of.mutate('enrol.join', { sessionId: session, memberId: id(key), seen: { name } });
  }
  return of;
}
const came = (of: FakeStore) =>
  of.mutate('checkin.correct', { sessionId: session, memberId: id('m1'), came: true, reason: '忘了签到' });

const rolled = (): LitElement => Object.assign(new LlStaffTimetable(), { mayChange: true });
const courses = (): LitElement => Object.assign(new LlStaffCourses(), { mayChange: true });
const certificates = (): LitElement => Object.assign(new LlStaffCertificates(), { mayChange: true });
const runs = (): LitElement => Object.assign(new LlStaffRuns(), { mayChange: true });

const rowOf = (of: FakeStore, memberId: string) =>
  of.query((view) => view.get('people', 'enrolment', attendanceId(session, memberId)));
const changes = (of: FakeStore) => of.query((view) => view.list('centre', 'sessionChange'));
const courseNow = async (of: FakeStore) => {
  const row = await of.query((view) => view.get('centre', 'course', 'phone'));
  return { room: row?.room, until: row?.until };
};
const isHere = async (of: FakeStore) => {
  const row = await of.query((view) => view.get('people', 'attendance', attendanceId(session, 'm1')));
  return row !== undefined && counts(row);
};
const certificate = {
  courseId: id<'CourseId'>('phone'),
  memberId: id<'MemberId'>('m1'),
  courseName: '智能手机课',
  from,
  until: today,
  held: 10,
  attended: 9,
};
/** In its first form. */
const running: RowOf<'run'> = {
  id: screenId,
  programmeId: programme.id,
  sessionId: null,
  state: 'playing',
  positionMs: 20_000,
  asOfMs: at(15, 0),
  rate: 1,
  version: 2,
  startedBy: '赵老师',
  startBeforeMs: at(15, 2),
};
const takeBack = ({ press }: Hands): Promise<void> => press(/^撤回$/);

/** Whatever on a leader's pages takes something away, with how one is kept from it or gets it back. */
const ACTS: readonly Act[] = [
  {
    what: 'a session is cancelled',
    by: 'session.change',
    page: rolled,
    act: async ({ press, tick }) => {
      await press(/改一改：智能手机课/);
      await tick('cancelled');
      await press(/^保存$/);
    },
    says: /11月22日 智能手机课 这一场取消了/,
    back: takeBack,
    lost: changes,
  },
  {
    what: 'a session is moved to another day',
    by: 'session.move',
    page: rolled,
    act: async ({ press, fill }) => {
      await press(/改一改：智能手机课/);
      await fill('date', '2026-11-29');
      await press(/^保存$/);
    },
    says: /11月22日 智能手机课 改到 11月29日/,
    back: takeBack,
    first: (of) =>
      Promise.resolve(
        of.put(
          'centre',
          'course',
          'phone',
          course('phone', '智能手机课', '14:30', {
            capacity: 1,
            recurrence: { every: 'once', date: today },
          }),
        ),
      ),
    lost: changes,
  },
  {
    what: 'a course is ended',
    by: 'course.save',
    page: courses,
    act: async ({ press }) => {
      await press(/改一改：智能手机课/);
      await press(/^办到今天为止$/);
    },
    says: /智能手机课 办到 11月22日 为止/,
    back: takeBack,
    lost: courseNow,
  },
  {
    what: 'a course is changed',
    by: 'course.save',
    page: courses,
    act: async ({ press, fill }) => {
      await press(/改一改：智能手机课/);
      await fill('room', '院里');
      await press(/^保存$/);
    },
    says: /智能手机课 改好了/,
    back: takeBack,
    lost: courseNow,
  },
  {
    what: 'somebody is taken off a list',
    by: 'enrol.leave',
    page: rolled,
    act: async ({ press }) => {
      await press(/名单：智能手机课/);
      await press(/去掉：王秀兰/);
    },
    says: /王秀兰 去掉了/,
    back: ({ press }) => press(/^放回去$/),
    lost: async (of) => [(await rowOf(of, 'm1'))?.state, (await rowOf(of, 'm2'))?.state],
  },
  {
    what: 'one of those who wait is put before the others',
    by: 'enrol.first',
    page: rolled,
    act: async ({ press }) => {
      await press(/名单：智能手机课/);
      await press(/排到最前：赵玉芳/);
    },
    says: /赵玉芳 排到最前了/,
    back: takeBack,
    lost: async (of) => [(await rowOf(of, 'm2'))?.turn, (await rowOf(of, 'm3'))?.turn],
  },
  {
    what: 'somebody is said to have been told who has not',
    by: 'enrol.told',
    page: rolled,
    first: (of) =>
      of.mutate('enrol.leave', {
        sessionId: session,
        memberId: id('m1'),
        claim: null,
        seen: { name: '王秀兰' },
      }),
    act: async ({ press }) => {
      await press(/名单：智能手机课/);
      await press(/告诉了：李建国/);
    },
    says: /李建国 记下告诉过了/,
    back: takeBack,
    lost: async (of) => (await rowOf(of, 'm2'))?.tell,
  },
  {
    what: 'a check-in is taken back',
    by: 'checkin.correct',
    page: rolled,
    first: came,
    act: async ({ press, choose }) => {
      await press(/名单：智能手机课/);
      await press(/王秀兰 没来/);
      await choose('wrongPerson');
      await press(/^撤掉签到$/);
    },
    says: /王秀兰 ?签错了人/,
    back: async ({ press, choose }) => {
      await press(/王秀兰 来了/);
      await choose('forgot');
      await press(/^补上签到$/);
    },
    lost: isHere,
  },
  {
    what: 'a certificate is withdrawn',
    by: 'certificate.withdraw',
    page: certificates,
    first: (of) => of.mutate('certificate.issue', certificate),
    act: ({ press }) => press(/^收回 王秀兰 的证书$/),
    says: /王秀兰 的证书收回了/,
    back: takeBack,
    lost: async (of) => (await of.query((view) => view.list('people', 'certificate'))).length,
  },
  {
    what: 'an exercise is stopped',
    by: 'run.stop',
    page: runs,
    first: async (of) => of.put('centre', 'run', screenId, running),
    act: ({ press }) => press(/^停止$/),
    asks: { says: /停下来吗？屏幕会回到平时的内容/, confirm: /^停下来$/ },
    says: /接着做：/,
    back: ({ press }) => press(/接着做：/),
    lost: async (of) => {
      const row = await of.query((view) => view.get('centre', 'run', screenId));
      return [row?.programmeId, row?.state === 'stopped'];
    },
  },
];

/** What else a leader may do here takes nothing away that one press on the same page does not bring back. */
const HARMLESS: readonly MutationName[] = [
  'enrol.join',
  'enrol.restore',
  'checkin.claim',
  'checkin.withdraw',
  'checkin.assign',
  'certificate.issue',
  'programme.save',
  'run.start',
  'run.pause',
  'run.resume',
  'run.jump',
  'run.set',
];

const HERE = /^(course|session|enrol|checkin|certificate|programme|run)\./;

describe("What a leader's pages take away", () => {
  afterEach(unmountAll);

  const answer = {
    courseId: 'phone',
    from,
    until: today,
    asOfMs: at(15, 0),
    held: Array.from({ length: 10 }, (_, i) => `2026-11-${String(i + 10)}`),
    came: [{ memberId: 'm1', days: 9 }],
  };

  async function open({ page, first }: Act) {
    const of = await centre();
    await first?.(of);
    const api = createHubClient('console-1', async () => Response.json(answer));
    const element = await mount(page(), { store: of, api });
    await until(() => !words(element).includes('正在打开'));
    return { of, element, hands: handsOn(element) };
  }

  for (const one of ACTS) {
    it(`where ${one.what}: it says of what, and one press brings it back`, async () => {
      await tryAct(one, await open(one));
    });
  }

  it('knows of each thing that a leader may do here whether it takes anything away', () => {
    const known = new Set<string>([...ACTS.map(({ by }) => by), ...HARMLESS]);
    const all = Object.values(mutations).filter(({ name, by }) => HERE.test(name) && mayDo(leader, by));
    expect(all.map(({ name }) => name).filter((name) => !known.has(name))).to.deep.equal([]);
  });
});
