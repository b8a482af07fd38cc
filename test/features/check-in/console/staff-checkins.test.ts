import { expect } from 'chai';
import { LlStaffCheckins } from '../../../../src/features/check-in/console/staff-checkins.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, course, today } from '../../../support/kiosk-centre.ts';
import { mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

describe("Today's check-ins, for staff", () => {
  let store: FakeStore;
  let card: LlStaffCheckins;
  const words = (): string => (card.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const session = `baduanjin@${today}`;
  async function open(): Promise<void> {
    card = new LlStaffCheckins();
    card.knowsPeople = true;
    await mount(card, { store });
  }
  const cancel = (key: string): FakeStore =>
    store.put('centre', 'sessionChange', key, {
      id: id<'SessionId'>(key),
      cancelled: true,
      start: null,
      room: null,
      note: null,
    });

  beforeEach(() => {
    store = staffStore(staff('leader', '张老师'), at(11, 2));
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('who came to a session that was cancelled is counted, as in the statistics, and it is said to be cancelled', async () => {
    cancel(session);
    await open();
    expect(words()).to.contain('1 人次').and.to.contain('八段锦').and.to.contain('已取消');
    expect(words()).to.contain('王桂兰');
    await expectAccessible(card);
    await setLocale('en');
    await settled(card);
    expect(words()).to.contain('Cancelled').and.to.contain('1 visit');
  });

  it('who was struck off meanwhile is called an elder, not by a number', async () => {
    store.remove('people', 'member', 'm1');
    await open();
    expect(words()).to.contain('一位长者').and.not.to.contain('m1');
  });

  it('a cancelled session that nobody came to is not shown', async () => {
    store.put('centre', 'course', 'chess', course('chess', '象棋', '14:00'));
    cancel(`chess@${today}`);
    await open();
    expect(words()).not.to.contain('象棋').and.not.to.contain('已取消');
  });

  it('who came to a session that is not on the timetable any more is counted too', async () => {
    store.put(
      'centre',
      'course',
      'baduanjin',
      course('baduanjin', '八段锦', '10:40', { until: '2026-11-01' }),
    );
    store.put('centre', 'attendanceCount', `chess@${today}`, {
      id: id<'SessionId'>(`chess@${today}`),
      date: today,
      count: 2,
    });
    store.put('centre', 'attendanceCount', 'baduanjin@2026-11-21', {
      id: id<'SessionId'>('baduanjin@2026-11-21'),
      date: '2026-11-21',
      count: 9,
    });
    await open();
    expect(words()).to.contain('3 人次').and.to.contain('八段锦').and.to.contain('以前的活动');
    expect(words()).to.contain('课程表上没有了').and.not.to.contain('chess');
  });

  it('whose activity is held no more is said to have come to one of before, not to a code; the others by their name', async () => {
    const loose = (key: string, courseId: string): void => {
      const deviceId = id<'DeviceId'>('lobby-kiosk');
      const claim = { deviceId, madeAtMs: null, timeQuality: 'unknown' as const, withdrawn: false };
      store.put('staff', 'looseClaim', key, {
        id: id<'Mid'>(key),
        courseId: id<'CourseId'>(courseId),
        memberId: id<'MemberId'>('m1'),
        maskedName: '王*兰',
        claim: { mid: id<'Mid'>(key), ...claim },
        receivedAtMs: at(11, 0),
        assignedTo: null,
      });
    };
    loose('a', 'course-2024-x');
    loose('b', 'drums');
    store.put('centre', 'course', 'drums', course('drums', '腰鼓', '09:00', { nameEn: 'Waist drums' }));
    await open();
    expect(words()).to.contain('王桂兰 · 以前的活动').and.not.to.contain('course-2024-x');
    await setLocale('en');
    await settled(card);
    expect(words()).to.contain('王桂兰 · Waist drums');
  });
});
