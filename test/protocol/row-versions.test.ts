import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientOf, deviceOf, pass, quietCentre, soon } from './centre.ts';
import { next, today } from '../sim/builds.ts';
import { id } from '../../src/kernel/ids.ts';
import { sessionId } from '../../src/features/classes/model/sessions.ts';
import { TODAY } from '../sim/seed-rows.ts';

const claimOfM1 = {
  sessionId: sessionId('baduanjin', TODAY),
  memberId: id<'MemberId'>('m1'),
  seen: { name: 'm*', start: '10:40', room: 'hall' },
};

test('a newer build reads what an older one left on the disk as its own, away from any hub', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  kiosk.online = false;
  kiosk.crash();
  kiosk.build = next;
  kiosk.boot(null);
  await pass(world, 2000);
  const courses = await soon(
    world,
    clientOf(world, 'kiosk1').query((view) => view.list('centre', 'course')),
  );
  assert.ok(courses.length > 0);
  for (const course of courses) assert.ok('tone' in course, `${course.id} is as the older build wrote it`);
  await world.end();
});

test('an app that is rolled back shows nothing of a change it does not know, keeps it, and sends it', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  kiosk.crash();
  kiosk.build = next;
  kiosk.boot(null);
  await pass(world, 2000);
  kiosk.online = false;
  kiosk.mutate('checkin.claim', claimOfM1, () => undefined);
  await pass(world, 500);
  assert.equal(kiosk.disk.list('outbox', []).length, 1);
  kiosk.crash();
  kiosk.build = today;
  kiosk.boot(null);
  await pass(world, 2000);
  assert.equal(kiosk.disk.list('outbox', []).length, 1, 'it is kept');
  assert.equal(kiosk.disk.list('overlay', []).length, 0, 'and nothing is shown of it');

  // The hub is of today's build: it holds it. After its upgrade the elder has come.
  kiosk.online = true;
  await pass(world, 60_000);
  assert.equal(kiosk.disk.list('outbox', []).length, 0);
  const people = async () => (await world.hub.rows('people:sim')).map(({ kind }) => kind);
  assert.ok((await people()).includes('refusal'));
  await world.hub.crash();
  world.hub.build = next;
  await world.hub.start();
  assert.ok((await people()).includes('attendance'));
  assert.ok(!(await people()).includes('refusal'));
  await world.end();
});
