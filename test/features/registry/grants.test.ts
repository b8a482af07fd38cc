import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grantsOf } from '../../../src/kernel/grants.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { Actor, Role } from '../../../src/kernel/mutation.ts';
import type { ArgsOf, MutationName } from '../../../src/kernel/mutation.ts';
import { addDays, weekdayOf } from '../../../src/kernel/time.ts';
import { House, kiosk, NOW, screen, staff, TODAY } from '../../support/house.ts';
import {
  centre,
  course,
  device,
  furnished,
  health,
  item,
  member,
  programme,
} from '../../support/model-rows.ts';
import { policyRow, proposalRow } from '../../support/policy-rows.ts';
import { refusalRow } from '../../support/rows.ts';

const roles: readonly Role[] = ['manager', 'canteen', 'leader', 'advisor', 'viewer'];

describe('who holds what', () => {
  it('a stolen TV holds no names', () => {
    for (const bucket of grantsOf(screen)) assert.doesNotMatch(bucket, /^(kiosk|people|staff|audit)/);
  });

  it('a kiosk holds the masked roster and no full names', () => {
    assert.deepEqual(grantsOf(kiosk()), ['centre:sample', 'city', 'device:lobby-kiosk', 'kiosk:sample']);
  });

  it('a console nobody has signed in to holds nothing of the centre', () => {
    const console: Actor = { ...screen, type: 'device', deviceKind: 'console', deviceId: id('pc') };
    assert.deepEqual(grantsOf(console), ['city', 'device:pc']);
  });

  it('members are for manager, leader and advisor; the audit for the manager', () => {
    const holders = (scope: string) =>
      roles.filter((role) => grantsOf(staff(role)).includes(`${scope}:sample`));
    assert.deepEqual(holders('people'), ['manager', 'leader', 'advisor']);
    assert.deepEqual(holders('audit'), ['manager']);
    assert.deepEqual(holders('staff'), [...roles]);
    assert.deepEqual(holders('kiosk'), []);
  });
});

const cook = { id: id<'AccountId'>('canteen'), name: '李师傅', role: 'canteen', active: true } as const;

/** One use of each mutation that its actor may make, on rows that are there. */
const uses: { readonly [N in MutationName]: readonly [actor: Actor, args: ArgsOf<N>] } = {
  'account.save': [
    staff('manager'),
    { account: { id: id('a'), name: '赵老师', role: 'leader', active: true } },
  ],
  'account.change': [staff('manager'), { accountId: id('canteen'), set: { locked: true } }],
  'centre.save': [staff('manager'), { centre }],
  'certificate.issue': [
    staff('leader'),
    {
      courseId: id('baduanjin'),
      memberId: id('m001'),
      courseName: '八段锦',
      from: TODAY,
      until: TODAY,
      held: 1,
      attended: 1,
    },
  ],
  'certificate.withdraw': [
    staff('leader'),
    { courseId: id('baduanjin'), memberId: id('m001'), until: TODAY },
  ],
  'checkin.assign': [staff('leader'), { claim: id('loose'), sessionId: id(`baduanjin@${TODAY}`) }],
  'checkin.claim': [kiosk(), { sessionId: id(`baduanjin@${TODAY}`), memberId: id('m001'), seen: null }],
  'checkin.loose': [kiosk(), { courseId: id('baduanjin'), memberId: id('m001'), seen: null }],
  'checkin.correct': [
    staff('leader'),
    { sessionId: id(`baduanjin@${TODAY}`), memberId: id('m001'), came: true, reason: '忘了签到' },
  ],
  'checkin.withdraw': [
    kiosk(),
    { claim: id('c'), sessionId: id(`baduanjin@${TODAY}`), memberId: id('m001') },
  ],
  'course.save': [staff('leader'), { course: course() }],
  'device.command': [staff('canteen'), { deviceId: id('dining-hall'), what: 'identify', mark: 2 }],
  'device.configure': [
    staff('manager'),
    {
      config: {
        id: id('dining-hall'),
        kind: 'screen',
        name: '电视',
        place: '餐厅',
        panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 },
        distanceMm: 5000,
        canteenId: null,
        room: null,
        oneDecoder: true,
        mediaBudgetMB: 512,
        locale: 'zh-CN',
      },
    },
  ],
  'dish.change': [staff('canteen'), { dishId: item().dishId, change: { priceFen: 600 }, from: TODAY }],
  'dish.save': [staff('canteen'), { dish: dishOf() }],
  'enrol.first': [staff('leader'), { sessionId: id(`weekly@${TODAY}`), memberId: id('m001') }],
  'enrol.restore': [
    staff('leader'),
    { sessionId: id(`weekly@${TODAY}`), memberId: id('m001'), state: 'in', claims: [id('c')] },
  ],
  'enrol.join': [
    kiosk(),
    { sessionId: id(`baduanjin@${TODAY}`), memberId: id('m001'), seen: { name: '王*兰' } },
  ],
  'enrol.leave': [
    kiosk(),
    { sessionId: id(`baduanjin@${TODAY}`), memberId: id('m001'), claim: null, seen: { name: '王*兰' } },
  ],
  'enrol.told': [staff('leader'), { sessionId: id(`baduanjin@${TODAY}`), memberId: id('m001') }],
  'help.answer': [staff('canteen'), { callId: id('call'), reply: 'coming' }],
  'help.raise': [kiosk(), { place: '大厅', kind: 'emergency', visit: 'v' }],
  'help.remind': [kiosk(), { callId: id('call'), visit: 'v' }],
  'help.reopen': [staff('canteen'), { callId: id('call'), as: 'waiting' }],
  'help.withdraw': [kiosk(), { callId: id('call'), visit: 'v' }],
  'mealCount.set': [staff('canteen'), { menuId: id(`${TODAY}.lunch.main`), count: 64 }],
  'media.remove': [staff('canteen'), { mediaId: id('a'.repeat(64)) }],
  'media.rename': [staff('canteen'), { mediaId: id('a'.repeat(64)), title: '秋游' }],
  'media.restore': [staff('canteen'), { mediaId: id('a'.repeat(64)) }],
  'member.comfort': [kiosk(), { memberId: id('m001'), comfort: null }],
  'member.import': [staff('advisor'), { members: [{ member: member() }] }],
  'member.leave': [staff('advisor'), { memberId: id('m001'), left: true }],
  'member.remove': [staff('advisor'), { memberId: id('m001') }],
  'member.reveal': [staff('leader'), { memberId: id('m001') }],
  'member.revert': [staff('advisor'), { members: [{ to: null, from: member() }] }],
  'member.save': [staff('advisor'), { member: member() }],
  'menu.allBack': [staff('canteen'), { menuId: id(`${TODAY}.dinner.main`) }],
  'menu.close': [staff('canteen'), { menuId: id(`${TODAY}.dinner.main`), why: '停水', baseVersion: 1 }],
  'menu.draft': [
    staff('canteen'),
    { menuId: id(`${TODAY}.lunch.main`), items: [item()], set: null, note: null, baseVersion: 0 },
  ],
  'menu.dropDraft': [staff('canteen'), { menuId: id(`${TODAY}.lunch.main`), baseVersion: 0 }],
  'menu.import': [
    staff('canteen'),
    {
      importId: id('plan'),
      from: '第48周.xlsx',
      dishes: [],
      menus: [
        {
          menuId: id(`${TODAY}.lunch.main`),
          baseVersion: 0,
          items: [{ dishId: id('tomato-egg'), priceFen: 600, smallPriceFen: null, unit: 'portion' }],
        },
      ],
    },
  ],
  'menu.importUndo': [staff('canteen'), { importId: id('plan') }],
  'menu.left': [staff('canteen'), { menuId: id(`${TODAY}.dinner.main`), dishId: id('tomato-egg'), left: 3 }],
  'menu.publishAt': [
    staff('canteen'),
    {
      menuId: id(`${TODAY}.lunch.main`),
      items: [item()],
      set: null,
      note: null,
      baseVersion: 0,
      upon: 0,
      atMs: NOW + 60_000,
    },
  ],
  'menu.publish': [
    staff('canteen'),
    { menuId: id(`${TODAY}.lunch.main`), items: [item()], set: null, note: null, baseVersion: 0 },
  ],
  'menu.setSoldOut': [staff('canteen'), { menuId: id(`${TODAY}.dinner.main`), soldOut: true }],
  'menu.soldOut': [
    staff('canteen'),
    { menuId: id(`${TODAY}.dinner.main`), dishId: id('tomato-egg'), soldOut: true },
  ],
  'menu.withdraw': [staff('canteen'), { menuId: id(`${TODAY}.dinner.main`), baseVersion: 1 }],
  'menuPlan.save': [
    staff('canteen'),
    { plan: { id: id('east'), canteenId: id('main'), anchor: TODAY, days: [[]] }, baseVersion: 0 },
  ],
  'menuPlan.turn': [staff('canteen'), { planId: id('main'), to: 'publishing' }],
  'notice.alarm': [staff('leader'), { noticeId: id('n'), title: '请到院里集合', body: null, untilMs: null }],
  'notice.approve': [staff('advisor'), { noticeId: id('asked'), version: 1 }],
  'notice.post': [
    staff('advisor'),
    { noticeId: id('n'), level: 'normal', title: '停水', body: null, fromMs: 0, untilMs: null },
  ],
  'notice.takeBack': [staff('advisor'), { noticeId: id('asked'), version: 1 }],
  'notice.twoPairs': [staff('manager'), { twoPairs: true }],
  'notice.withdraw': [staff('advisor'), { noticeId: id('n') }],
  'playlist.remove': [staff('leader'), { playlistId: id('autumn') }],
  'playlist.save': [
    staff('leader'),
    { playlistId: id('autumn'), title: '秋游', items: [{ media: id('a'.repeat(64)) }], baseVersion: 0 },
  ],
  'policy.approve': [staff('advisor'), { policyId: id('waits'), version: 1 }],
  'policy.restore': [staff('advisor'), { policyId: id('p') }],
  'policy.save': [staff('advisor'), { policy: policyRow({ id: id('p') }) }],
  'policy.sendBack': [staff('advisor'), { policyId: id('waits'), version: 1, words: '电话不对' }],
  'policy.takeBack': [staff('advisor'), { policyId: id('waits'), version: 1 }],
  'policy.twoPairs': [staff('manager'), { twoPairs: true }],
  'policy.withdraw': [staff('advisor'), { policyId: id('p'), baseVersion: 0 }],
  'programme.save': [staff('leader'), { programme }],
  'record.dismiss': [staff('leader'), { mid: id('r') }],
  'record.keep': [staff('leader'), { mid: id('d') }],
  'record.redo': [staff('leader'), { mid: id('r'), corrected: null }],
  'record.takeBack': [staff('leader'), { mid: id('d') }],
  'request.answer': [staff('advisor'), { requestId: id('request'), reply: 'taken' }],
  'request.note': [staff('advisor'), { requestId: id('request'), words: '没人接' }],
  'request.raise': [
    kiosk(),
    { memberId: id('m001'), policyId: id('time-bank'), place: '大厅', seen: { name: '王*兰' } },
  ],
  'request.unnote': [staff('advisor'), { requestId: id('request'), noteId: id('n') }],
  'request.withdraw': [kiosk(), { requestId: id('request') }],
  'run.jump': [staff('leader'), { screenId: id('dining-hall'), formKey: 'form-1' }],
  'run.pause': [staff('leader'), { screenId: id('dining-hall') }],
  'run.resume': [staff('leader'), { screenId: id('dining-hall') }],
  'run.set': [staff('leader'), { screenId: id('dining-hall'), rate: 0.9 }],
  'run.start': [
    staff('leader'),
    { screenId: id('dining-hall'), programmeId: programme.id, sessionId: null, formKey: null },
  ],
  'run.stop': [staff('leader'), { screenId: id('dining-hall') }],
  'schedule.remove': [staff('canteen'), { id: id('dining-hall') }],
  'schedule.save': [staff('canteen'), { schedule: { id: id('dining-hall'), dayparts: [] } }],
  'screen.push': [
    staff('canteen'),
    { screenIds: [id('dining-hall')], item: { show: 'clock' }, untilMs: NOW + 3_600_000 },
  ],
  'screen.unpush': [staff('canteen'), { screenIds: [id('dining-hall')] }],
  'session.change': [
    staff('leader'),
    { change: { id: id(`baduanjin@${TODAY}`), cancelled: true, start: null, room: null, note: null } },
  ],
  'session.move': [
    staff('leader'),
    {
      sessionId: id(`weekly@${TODAY}`),
      to: addDays(TODAY, 1),
      start: null,
      room: null,
      leader: null,
      note: null,
    },
  ],
};

function dishOf(): ArgsOf<'dish.save'>['dish'] {
  const { dishId, soldOut: _, ...dish } = item();
  return { id: dishId, ...dish };
}

describe('a change made while the hub is away', () => {
  for (const name of Object.keys(uses) as MutationName[]) {
    it(`${name} reads and writes only what its actor holds, and does the same on the hub`, async () => {
      const [actor, args] = uses[name];
      for (const authority of [false, true]) {
        const house = await prepared(new House(authority));
        const outcome = await house.act(actor, name, args);
        assert.equal(
          outcome.status,
          'applied',
          `${name} with authority ${authority}: ${JSON.stringify(outcome)}`,
        );
      }
    });
  }
});

/** A furnished house with a run, a call, a menu and a loose claim, in every bucket they may lie in. */
async function prepared(house: House): Promise<House> {
  const hub = furnished();
  const { mid: loose } = await hub.act(kiosk(), 'checkin.loose', {
    courseId: id('baduanjin'),
    memberId: id('m001'),
    seen: null,
  });
  await hub.act(kiosk(), 'help.raise', { place: '大厅', visit: 'v' }, { mid: 'call' });
  await hub.act(kiosk(), 'request.raise', uses['request.raise'][1], { mid: 'request' });
  await hub.act(staff('leader'), 'run.start', uses['run.start'][1]);
  await hub.act(staff('canteen'), 'menu.publish', {
    ...uses['menu.publish'][1],
    menuId: id(`${TODAY}.dinner.main`),
    set: { name: '套餐', priceFen: 800, text: '一荤一素' },
  });
  furnished(house);
  const weekly = course({ id: id('weekly'), recurrence: { every: 'week', weekdays: [weekdayOf(TODAY)] } });
  house.set('centre:sample', 'course', 'weekly', weekly);
  const waits = { id: `${TODAY}/weekly/m001`, sessionId: id<'SessionId'>(`weekly@${TODAY}`), date: TODAY };
  house.set('people:sample', 'enrolment', waits.id, {
    ...waits,
    memberId: id('m001'),
    claims: [],
    state: 'waiting',
    turn: 1,
    tell: false,
  });
  for (const kind of ['run', 'menu'] as const) {
    for (const row of hub.list('centre:sample', kind)) house.set('centre:sample', kind, row.id, row);
  }
  for (const bucket of ['staff:sample', 'device:lobby-kiosk']) {
    for (const row of hub.list(bucket, 'helpCall')) house.set(bucket, 'helpCall', row.id, row);
    const claim = hub.get(bucket, 'looseClaim', loose);
    if (claim !== undefined) house.set(bucket, 'looseClaim', 'loose', { ...claim, id: id<'Mid'>('loose') });
  }
  for (const row of hub.list('people:sample', 'request')) house.set('people:sample', 'request', row.id, row);
  for (const row of hub.list('device:lobby-kiosk', 'requestAnswer'))
    house.set('device:lobby-kiosk', 'requestAnswer', row.id, row);
  house.set('centre:sample', 'dish', item().dishId, dishOf());
  house.set('staff:sample', 'noticeProposal', 'asked', {
    id: id<'NoticeId'>('asked'),
    notice: {
      id: id<'NoticeId'>('asked'),
      level: 'urgent',
      title: '停水',
      body: null,
      fromMs: 0,
      untilMs: null,
      by: '李师傅',
      version: 1,
    },
    accountId: id('canteen'),
    atMs: null,
  });
  house.set('staff:sample', 'policyProposal', 'waits', proposalRow({ id: id('waits'), version: 1 }));
  house.set('staff:sample', 'menuPlan', 'main', {
    id: id<'MenuPlanId'>('main'),
    canteenId: id<'CanteenId'>('main'),
    anchor: TODAY,
    days: [[]],
  });
  house.set('staff:sample', 'account', 'canteen', cook);
  house.set('staff:sample', 'device', 'console-1', device('console-1', 'console'));
  house.set('staff:sample', 'deviceHealth', 'dining-hall', health('dining-hall', { can: ['identify'] }));
  const photo = { id: id<'MediaHash'>('a'.repeat(64)), title: '合影', mime: 'image/jpeg' as const };
  const size = { sizeBytes: 1, durationMs: null, chunks: ['b'.repeat(64)], addedAtMs: 0 };
  house.set('centre:sample', 'media', photo.id, { ...photo, ...size });
  const [, change] = uses['session.change'];
  house.set('staff:sample', 'refusal', 'r', refusalRow({ name: 'session.change', args: change }));
  house.set('staff:sample', 'refusal', 'd', refusalRow({ id: id('d'), status: 'done' }));
  return house;
}
