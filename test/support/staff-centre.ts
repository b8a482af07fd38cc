import { attendanceId } from '../../src/features/check-in/model/attendance.ts';
import { id } from '../../src/kernel/ids.ts';
import type { Actor, Role } from '../../src/kernel/mutation.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { FakeStore } from './fake-store.ts';
import { at, course, dish, menuOf, today } from './kiosk-centre.ts';
import { health as healthRow } from './model-rows.ts';
import { centreRow } from './rows.ts';

/** A member of staff at a console. */
export const staff = (role: Role, name = '王经理'): Actor => ({
  type: 'staff',
  deviceId: id('console-1'),
  centreId: id('sample'),
  accountId: id(`account-${role}`),
  name,
  role,
});

const device = (
  key: string,
  kind: RowOf<'device'>['kind'],
  name: string,
  place: string,
): RowOf<'device'> => ({
  id: id(key),
  kind,
  name,
  place,
  pairedAtMs: at(8, 0),
  perhapsClonedAtMs: null,
});

export const programme: RowOf<'programme'> = {
  id: id('baduanjin-standing'),
  title: '八段锦（站式）',
  titleEn: 'Baduanjin (standing)',
  durationMs: 237_000,
  mirrored: true,
  video: id('a'.repeat(64)),
  poster: null,
  forms: [
    {
      key: 'opening',
      number: 0,
      name: '预备势',
      nameEn: 'Opening',
      cue: '双脚与肩同宽',
      cueEn: 'Feet apart',
      startMs: 0,
      endMs: 15_000,
      beats: [],
    },
    {
      key: 'sky',
      number: 1,
      name: '双手托天理三焦',
      nameEn: 'Hold up the sky',
      cue: '掌心向上慢慢托',
      cueEn: 'Palms up',
      startMs: 15_000,
      endMs: 40_000,
      beats: [],
    },
  ],
};

const health = (key: string, more: Partial<RowOf<'deviceHealth'>> = {}): RowOf<'deviceHealth'> =>
  healthRow(key, { lastSeenMs: at(11, 2), build: '20261122T0800', ...more });

/** A centre as a console holds it at lunch on a Sunday. */
export function staffStore(actor: Actor, nowMs: number | null = at(11, 2)): FakeStore {
  const lunch = menuOf(today, 'lunch', [dish('五花肉烩苋菜'), dish('清蒸鲈鱼', { soldOut: true })]);
  return new FakeStore({ actor, nowMs })
    .put(
      'centre',
      'centre',
      'sample',
      centreRow({
        meals: [
          { meal: 'lunch', from: '11:00', to: '12:30' },
          { meal: 'dinner', from: '17:00', to: '18:00' },
        ],
      }),
    )
    .put('centre', 'menu', lunch.id, lunch)
    .put(
      'centre',
      'course',
      'baduanjin',
      course('baduanjin', '八段锦', '10:40', { programmeId: programme.id }),
    )
    .put('centre', 'attendanceCount', `baduanjin@${today}`, {
      id: id<'SessionId'>(`baduanjin@${today}`),
      date: today,
      count: 1,
    })
    .put('people', 'member', 'm1', {
      id: id<'MemberId'>('m1'),
      name: '王桂兰',
      phone: '13900001234',
      birthYear: 1948,
    })
    .put('people', 'attendance', attendanceId(`baduanjin@${today}`, 'm1'), {
      id: attendanceId(`baduanjin@${today}`, 'm1'),
      sessionId: id(`baduanjin@${today}`),
      memberId: id('m1'),
      date: today,
      claims: [
        {
          mid: id('c1'),
          deviceId: id('lobby-kiosk'),
          madeAtMs: at(10, 35),
          timeQuality: 'confirmed',
          withdrawn: false,
        },
      ],
    })
    .put('city', 'programme', programme.id, programme)
    .put('staff', 'device', 'lobby-kiosk', device('lobby-kiosk', 'kiosk', '大厅一体机', '一楼大厅'))
    .put('staff', 'device', 'dining-hall', device('dining-hall', 'screen', '餐厅电视', '一楼餐厅'))
    .put('staff', 'deviceHealth', 'lobby-kiosk', health('lobby-kiosk', { outbox: 3 }))
    .put('staff', 'deviceHealth', 'dining-hall', health('dining-hall'))
    .put('staff', 'glass', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      showing: `menu:${lunch.id}@1`,
      sinceMs: at(11, 0),
      confirmedMs: at(11, 2),
    })
    .put('centre', 'schedule', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      dayparts: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '13:00', show: 'menu' }],
    })
    .put('staff', 'refusal', 'r1', {
      id: id<'Mid'>('r1'),
      name: 'run.start',
      v: 1,
      args: { screenId: 'dining-hall' },
      maker: { type: 'staff', accountId: id('leader'), name: '张老师', role: 'leader' },
      madeAtMs: at(10, 40),
      timeQuality: 'confirmed',
      settled: null,
      status: 'expired',
      code: 'expired',
      detail: '',
      deviceId: id('console-1'),
      by: '张老师',
      receivedAtMs: at(10, 50),
    })
    .put('audit', 'audit', 'a1', {
      id: id<'Mid'>('a1'),
      name: 'menu.publish',
      by: '李师傅',
      deviceId: id('console-1'),
      subject: [`menu/${lunch.id}`],
      receivedAtMs: at(9, 50),
    });
}
