import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { attendanceId } from '../../../src/features/check-in/model/attendance.ts';
import { Attendance } from '../../../src/features/check-in/model/check-in.schema.ts';
import { thorough } from '../../../src/hub/http/validation.ts';
import { LOAD } from '../../../src/hub/load-limits.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { TooMuch } from '../../../src/hub/allowance.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { FAIR_USE } from '../../../src/kernel/fair-use.ts';
import { Machine } from '../../support/machine.ts';
import { CENTRE, Chain, claim, furnish, kiosk, newMid, screen, todaysSession } from './centre.ts';

const HOUR_MS = 3_600_000;

describe('What a stolen device may have the hub keep', () => {
  let sync: HubSync;
  let machine: Machine;
  let thief: Chain;
  let lobby: Chain;
  const refusals = async (): Promise<number> =>
    (await sync.read(CENTRE, (tx) => tx.list('people', 'refusal'))).length;
  const nonsense = (count: number) => Array.from({ length: count }, () => claim(sync, 'nobody'));
  const attendance = (memberId: string) =>
    sync.read(CENTRE, (tx) => tx.get('people', 'attendance', attendanceId(todaysSession(sync), memberId)));

  beforeEach(async () => {
    machine = new Machine(Date.UTC(2026, 10, 22, 3));
    sync = await createHubSync({ database: await openDatabase({ memory: true }), clock: machine.clock });
    await furnish(sync);
    thief = new Chain(sync, kiosk('stolen'), 'c1');
    lobby = new Chain(sync, kiosk('lobby'), 'c2');
  });

  /** Sends what ends refused until it is told to wait. */
  async function useUp(): Promise<number> {
    let done = 0;
    for (;;) {
      const ended = await thief.do(...nonsense(300));
      done += ended.length;
      if (ended.length < 300) return done;
    }
  }

  test('so many refusals, and then it is told to wait: nothing more is stored, or shown to staff', async () => {
    assert.equal(await useUp(), LOAD.burdens.atOnce, 'what had room is told, the rest of its push waits');
    thief = new Chain(sync, kiosk('stolen'), 'c4');
    const again = thief.next(claim(sync, 'nobody'));
    await assert.rejects(thief.push(again), (error) => error instanceof TooMuch && error.retryAfterS >= 1);
    await assert.rejects(
      thief.push(again),
      TooMuch,
      'trying again and again does not get it stored as poison',
    );
    await assert.rejects(thief.push(again), TooMuch);
    await assert.rejects(thief.push(again), TooMuch);
    assert.equal(await refusals(), LOAD.burdens.atOnce);
  });

  test('an honest kiosk beside it goes on, and so do honest check-ins on the device itself', async () => {
    const ended = await useUp();
    assert.deepEqual(await lobby.do(claim(sync, 'm1'), claim(sync, 'nobody')), ['applied', 'refused']);
    assert.ok(ended > 0);
    const honest = new Chain(sync, kiosk('stolen'), 'c3');
    assert.deepEqual(await honest.do(claim(sync, 'm2')), ['applied']);
  });

  test('with time there is room again, and what waited is carried out: nothing is lost', async () => {
    await useUp();
    thief = new Chain(sync, kiosk('stolen'), 'c4');
    const waiting = thief.next(claim(sync, 'nobody'), claim(sync, 'm3'));
    await assert.rejects(thief.push(waiting), TooMuch);
    machine.pass(HOUR_MS / LOAD.burdens.anHour + 1000);
    const answer = await thief.push(waiting);
    assert.equal(answer.type, 'done');
    if (answer.type === 'done')
      assert.deepEqual(
        answer.results.map(({ status }) => status),
        ['refused', 'applied'],
      );
  });

  test('signing in and taking it back for ever leaves a row as its schema has it, and others can sign in', async () => {
    const ends: string[] = [];
    for (let n = 0; n < 150; n += 1) {
      const mid = newMid();
      ends.push(
        ...(await thief.do(
          { ...claim(sync, 'm1'), mid },
          { name: 'checkin.withdraw', args: { claim: mid, sessionId: todaysSession(sync), memberId: 'm1' } },
        )),
      );
    }
    assert.equal(ends.filter((one) => one === 'refused').length > 0, true);
    const row = await attendance('m1');
    assert.ok(thorough(Attendance)(row));
    assert.equal(row?.claims.length, FAIR_USE.claimsOfOne);
    assert.deepEqual(await lobby.do(claim(sync, 'm1')), ['applied'], 'at another kiosk they have come');
  });

  test('withdrawals of what nobody knows count as a burden, whatever they say they are of', async () => {
    let done = 0;
    for (let n = 0; ; n += 1) {
      const made = Array.from({ length: 300 }, (_, place) => ({
        name: 'checkin.withdraw',
        args: { claim: newMid(), sessionId: todaysSession(sync), memberId: `x${n}-${place}` },
      }));
      const ended = await thief.do(...made);
      done += ended.length;
      if (ended.length < made.length) break;
    }
    assert.equal(done, LOAD.burdens.atOnce);
    const rows = await sync.read(CENTRE, (tx) => tx.list('people', 'attendance'));
    assert.ok(rows.length <= LOAD.burdens.atOnce, `${rows.length} rows of nobody`);
  });

  test('of those without a session only some wait for their claims', async () => {
    const made = Array.from({ length: 120 }, () => ({
      name: 'checkin.withdraw',
      args: { claim: newMid(), sessionId: null, memberId: 'm1' },
    }));
    await thief.do(...made);
    const loose = await sync.read(CENTRE, (tx) => tx.list('staff', 'looseClaim'));
    assert.equal(loose.length, FAIR_USE.withdrawnUnknown);
  });

  test('plays of one hour are so many rows, and what was counted goes on being counted', async () => {
    const glass = new Chain(sync, screen('dining-hall'), 'c9');
    const hourMs = machine.wallMs - (machine.wallMs % HOUR_MS);
    const plays = (item: string, count: number) => ({ type: 'plays', hourMs, item, count }) as const;
    for (let n = 0; n < 4; n += 1)
      await glass.report(...Array.from({ length: 250 }, (_, place) => plays(`film:${n}-${place}`, 1)));
    await glass.report(plays('film:0-0', 7));
    const rows = await sync.read(CENTRE, (tx) => tx.list('staff', 'playCount'));
    assert.equal(rows.length, FAIR_USE.playsAnHour);
    assert.equal(rows.find(({ item }) => item === 'film:0-0')?.count, 7);
  });

  test('who says of itself more than any screen does waits, and the hub has written nothing more', async () => {
    const glass = new Chain(sync, screen('dining-hall'), 'c9');
    const hourMs = machine.wallMs - (machine.wallMs % HOUR_MS);
    const flood = Array.from(
      { length: 500 },
      () => ({ type: 'plays', hourMs, item: 'film', count: 1 }) as const,
    );
    for (let n = 0; n < LOAD.reports.atOnce / flood.length; n += 1) await glass.report(...flood);
    await assert.rejects(glass.report(...flood), TooMuch);
    machine.pass(HOUR_MS);
    assert.equal(await glass.report(...flood), 500);
  });
});
