import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import type { Json } from '../../../src/kernel/json.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { addDays, civilMoment } from '../../../src/kernel/time.ts';
import { onBothEngines } from '../../support/database.ts';
import { courseRow, menuItem } from '../../support/rows.ts';
import {
  CENTRE,
  Chain,
  claim,
  furnish,
  kiosk,
  morning,
  newMid,
  staff,
  todaysLunch,
  todaysSession,
} from './centre.ts';

onBothEngines('What was not done', (databases) => {
  let sync: HubSync;
  let lobby: Chain;
  let leader: Chain;
  const rows = (bucket: 'people' | 'staff') => sync.read(CENTRE, (tx) => tx.list(bucket, 'refusal'));
  const only = async (bucket: 'people' | 'staff') => {
    const [row, ...more] = await rows(bucket);
    assert.ok(row !== undefined && more.length === 0, `${bucket} has ${more.length + 1} records`);
    return row;
  };
  const count = async (): Promise<number> =>
    (await sync.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', todaysSession(sync))))?.count ?? 0;
  const member = { id: 'm9', name: '新来的人', phone: '13900005678', birthYear: null };
  const save = (over: object): { readonly name: string; readonly args: Json } => ({
    name: 'member.save',
    args: JSON.parse(JSON.stringify({ member: { ...member, ...over } })),
  });
  const redo = (mid: string, corrected: Json = null) => ({ name: 'record.redo', args: { mid, corrected } });
  const seen = { name: '王*兰', start: '09:30', room: '二楼活动室' };

  beforeEach(async () => {
    sync = await createHubSync({ database: await databases.fresh(), clock: morning() });
    await furnish(sync);
    lobby = new Chain(sync, kiosk('lobby'), 'c1');
    leader = new Chain(sync, staff('leader'), 'c2');
  });

  test("a member's data in a refused change goes to those who know the people, with all of it; a menu to all staff", async () => {
    const advisor = new Chain(sync, staff('advisor'), 'c3');
    await advisor.do(save({ name: '很'.repeat(41) }));
    const row = await only('people');
    assert.deepEqual(row.args, { member: { ...member, name: '很'.repeat(41) } });
    assert.deepEqual([row.by, row.code, row.detail], ['advisor', 'bad-args', 'member.name: longer-than-40']);
    assert.deepEqual(row.maker, { type: 'staff', accountId: 'advisor', name: 'advisor', role: 'advisor' });
    assert.deepEqual(await rows('staff'), []);
    await new Chain(sync, kiosk('lobby'), 'c4').do({
      name: 'menu.soldOut',
      args: { menuId: todaysLunch(sync), dishId: 'egg', soldOut: true },
    });
    assert.equal((await only('staff')).code, 'not-permitted');
  });

  test('a name with what nobody sees in it waits to be typed again; one that is stored so already is read as before', async () => {
    await sync.write(CENTRE, async (tx) => {
      await tx.put('people', 'member', 'm1', { ...member, id: id<'MemberId'>('m1'), name: '王\u200B秀兰' });
    });
    const advisor = new Chain(sync, staff('advisor'), 'c3');
    await advisor.do(save({ name: '王\u202E秀兰' }));
    assert.equal((await only('people')).detail, 'member.name: unseen');
    const { rows: pulled } = await advisor.pullAll('people:sample');
    assert.ok(JSON.stringify(pulled).includes('王\u200B秀兰'));
  });

  test('a call for help is not refused for how the place was once written', async () => {
    const call = { name: 'help.raise', args: { place: '一楼\u200B大厅' } };
    assert.deepEqual(await lobby.do(call), ['applied']);
  });

  test('a member with a bad field is saved with one tap once the field is mended', async () => {
    const advisor = new Chain(sync, staff('advisor'), 'c3');
    await advisor.do(save({ phone: '139' }));
    const { id: mid } = await only('people');
    const args = JSON.parse(JSON.stringify({ member }));
    assert.deepEqual(await advisor.do(redo(mid, { v: 1, args }), redo(mid, { v: 1, args })), [
      'applied',
      'applied',
    ]);
    assert.equal((await sync.read(CENTRE, (tx) => tx.get('people', 'member', 'm9')))?.name, '新来的人');
    assert.deepEqual((await only('people')).settled?.how, 'done');
    const audit = await sync.read(CENTRE, (tx) => tx.list('audit', 'audit'));
    assert.ok(audit.some(({ name, subject }) => name === 'record.redo' && subject.includes('member/m9')));
  });

  test('what cannot be done now either goes on waiting, with the new reason and the new words', async () => {
    const advisor = new Chain(sync, staff('advisor'), 'c3');
    await advisor.do(save({ phone: '139' }));
    const { id: mid } = await only('people');
    const args = JSON.parse(JSON.stringify({ member: { ...member, name: '' } }));
    assert.deepEqual(await advisor.do(redo(mid, { v: 1, args })), ['applied']);
    const row = await only('people');
    assert.deepEqual([row.settled, row.detail, row.args], [null, 'member.name: empty', args]);
  });

  test('nobody does by it what they may not do, or what is not theirs to see', async () => {
    const advisor = new Chain(sync, staff('advisor'), 'c3');
    await advisor.do(save({ phone: '139' }));
    const { id: mid } = await only('people');
    const args = JSON.parse(JSON.stringify({ member }));
    const canteen = new Chain(sync, staff('canteen'), 'c4');
    assert.deepEqual(await canteen.do(redo(mid, { v: 1, args })), ['refused']);
    const others = JSON.parse(JSON.stringify({ member: { ...member, name: '别人写的' } }));
    assert.deepEqual(await leader.do(redo(mid, { v: 1, args: others })), ['refused']);
    const row = (await rows('people')).find((one) => one.id === mid);
    assert.deepEqual([row?.settled, row?.code], [null, 'bad-args']);
    assert.deepEqual(
      row?.args,
      { member: { ...member, phone: '139' } },
      'what was asked is not written over',
    );
    assert.equal(await sync.read(CENTRE, (tx) => tx.get('people', 'member', 'm9')), undefined);
  });

  test('letting it be is audited, and nothing comes of it any more', async () => {
    await lobby.do(claim(sync, 'stranger'));
    const { id: mid } = await only('people');
    assert.deepEqual(await leader.do({ name: 'record.dismiss', args: { mid } }, redo(mid)), [
      'applied',
      'applied',
    ]);
    assert.equal((await only('people')).settled?.how, 'dismissed');
    assert.equal(await count(), 0);
    const audit = await sync.read(CENTRE, (tx) => tx.list('audit', 'audit'));
    assert.ok(audit.some(({ name, by }) => name === 'record.dismiss' && by === 'leader'));
  });

  test('that somebody came is audited as that, and that they did not as that', async () => {
    const came = newMid();
    const doubtful = claim(sync, 'stranger');
    await lobby.push(lobby.next({ ...doubtful, args: { ...doubtful.args, seen }, mid: came }));
    assert.equal((await only('people')).status, 'done');
    const say = (name: string) => leader.do({ name, args: { mid: came } });
    assert.deepEqual(await say('record.keep'), ['applied']);
    assert.deepEqual(await say('record.takeBack'), ['applied'], 'the first word holds');
    assert.equal((await only('people')).settled?.how, 'kept');
    assert.equal(await count(), 1);
    const audit = await sync.read(CENTRE, (tx) => tx.list('audit', 'audit'));
    assert.ok(audit.some(({ name, by }) => name === 'record.keep' && by === 'leader'));
    assert.ok(!audit.some(({ name }) => name === 'record.dismiss'));
  });

  test('what was not done cannot be said to stand', async () => {
    await lobby.do(claim(sync, 'stranger'));
    const { id: mid } = await only('people');
    assert.deepEqual(await leader.do({ name: 'record.keep', args: { mid } }), ['refused']);
  });

  test("a check-in done again is the elder's own: it counts once, and the undo made at the kiosk still finds it", async () => {
    const made = newMid();
    await lobby.push(lobby.next({ ...claim(sync, 'm7'), mid: made }));
    await sync.write(CENTRE, (tx) =>
      tx.put('people', 'member', 'm7', {
        id: id<'MemberId'>('m7'),
        name: '李大山',
        phone: '13800007777',
        birthYear: null,
      }),
    );
    assert.deepEqual(await leader.do(redo(made), redo(made)), ['applied', 'applied']);
    assert.equal(await count(), 1);
    await lobby.do({
      name: 'checkin.withdraw',
      args: { claim: made, sessionId: todaysSession(sync), memberId: 'm7' },
    });
    assert.equal(await count(), 0);
  });

  test('a menu, or a draft of one, that met a newer one is put in its place with one tap', async () => {
    const write = (name: string, priceFen: number): { readonly name: string; readonly args: Json } => ({
      name,
      args: JSON.parse(
        JSON.stringify({
          menuId: todaysLunch(sync),
          items: [menuItem({ priceFen })],
          set: null,
          note: null,
          baseVersion: 0,
        }),
      ),
    });
    const cook = new Chain(sync, staff('canteen'), 'c5');
    for (const name of ['menu.draft', 'menu.publish']) {
      assert.deepEqual(await cook.do(write(name, 800), write(name, 900)), ['applied', 'conflict']);
      const waiting = (await rows('staff')).filter(({ settled }) => settled === null);
      assert.deepEqual(
        waiting.map((one) => one.name),
        [name],
      );
      await cook.do(redo(waiting[0]?.id ?? ''));
      assert.ok(
        (await rows('staff')).every(({ settled }) => settled?.how === 'done'),
        name,
      );
    }
    const menu = await sync.read(CENTRE, (tx) => tx.get('centre', 'menu', todaysLunch(sync)));
    assert.deepEqual([menu?.items[0]?.priceFen, menu?.version], [900, 2]);
  });

  test(
    'a word that asks for itself to be done again comes to an end, and the hub goes on',
    { timeout: 60_000 },
    async () => {
      const mid = newMid();
      await leader.push(leader.next({ ...redo(mid), mid }));
      assert.equal((await only('people')).code, 'unknown-record');
      // One that goes round for ever runs out of this test's time.
      assert.deepEqual(await leader.do(redo(mid), claim(sync, 'm1')), ['refused', 'applied']);
    },
  );

  test('what this hub does not know yet is not done again yet either: it goes on waiting, for its upgrade too', async () => {
    const canteen = new Chain(sync, staff('canteen'), 'c3');
    await lobby.do({
      name: 'menu.soldOut',
      args: { menuId: todaysLunch(sync), dishId: 'egg', soldOut: true },
    });
    const { id: mid } = await only('staff');
    await canteen.do(redo(mid, { v: 99, args: { ofA: 'newer build' } }));
    const row = await only('staff');
    assert.deepEqual([row.status, row.v, row.settled], ['refused', 1, null]);
  });

  test('what came too late is told, and no start of 11:00 fires when somebody presses', async () => {
    await leader.do({
      name: 'run.start',
      args: { screenId: 'gym', programmeId: 'p', sessionId: null, formKey: null },
      age: 3_600_000,
    });
    const { id: mid, status } = await only('staff');
    assert.equal(status, 'expired');
    assert.deepEqual(await leader.do(redo(mid)), ['refused']);
  });

  const meanwhile: Readonly<Record<string, (hub: HubSync) => Promise<unknown>>> = {
    'the session was cancelled': (hub) =>
      hub.perform(CENTRE, 'session.change', {
        change: { id: id(todaysSession(hub)), cancelled: true, start: null, room: null, note: null },
      }),
    'the course was moved to another day': (hub) =>
      hub.perform(CENTRE, 'course.save', {
        course: courseRow({
          recurrence: { every: 'once', date: addDays(civilMoment(hub.now(), 480).date, 1) },
        }),
      }),
    'the course was taken off the timetable': (hub) =>
      hub.write(CENTRE, (tx) => tx.remove('centre', 'course', 'baduanjin')),
    'nobody signs in for the course any more': (hub) =>
      hub.perform(CENTRE, 'course.save', { course: courseRow({ from: '2020-01-01', checkIn: false }) }),
    'the list they came by was taken back': (hub) =>
      hub.write(CENTRE, (tx) => tx.remove('people', 'member', 'm1')),
  };
  for (const [what, change] of Object.entries(meanwhile)) {
    test(`${what} while a kiosk was away: the person came, and staff are told with the name they need`, async () => {
      await change(sync);
      const made = newMid();
      const args = { sessionId: todaysSession(sync), memberId: 'm1', seen };
      const [item] = lobby.next({ name: 'checkin.claim', args, v: 2, mid: made });
      const answer = await lobby.push([item]);
      assert.equal(answer.type === 'done' && answer.results[0]?.status, 'applied');
      assert.equal(await count(), 1);
      const row = await only('people');
      assert.deepEqual([row.id, row.status, row.args], [made, 'done', args]);
    });
  }

  test('a kiosk of an older build, which does not say what it saw, is believed where the course is known', async () => {
    await meanwhile['the session was cancelled']?.(sync);
    assert.deepEqual(await lobby.do(claim(sync, 'm1')), ['applied']);
    assert.equal((await only('people')).code, 'session-cancelled');
  });

  test('a check-in whose session nobody knows waits, and counts once a person says so', async () => {
    await meanwhile['the course was taken off the timetable']?.(sync);
    const made = newMid();
    await lobby.push(lobby.next({ ...claim(sync, 'm1'), mid: made }));
    assert.equal(await count(), 0);
    const args = {
      sessionId: todaysSession(sync),
      memberId: 'm1',
      seen: { name: '王秀兰', start: null, room: null },
    };
    await leader.do(redo(made, { v: 2, args }));
    assert.equal(await count(), 1);
  });
});
