import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOf, DeviceClock } from '../../src/protocol/client/clock.ts';
import type { Entry } from '../../src/protocol/client/records.ts';
import { id } from '../../src/kernel/ids.ts';

const NOON = Date.UTC(2026, 10, 22, 4);

function device(highWaterMs: number, wallMs: number) {
  const state = { wall: wallMs, mono: 1000 };
  const clock = new DeviceClock(
    { wall: () => state.wall, monotonic: () => state.mono, bootId: 'b1' },
    highWaterMs,
  );
  const later = (ms: number): void => {
    state.wall += ms;
    state.mono += ms;
  };
  return { state, clock, later };
}

function entryOf(
  time: Pick<Entry['mut'], 'deviceTime' | 'timeQuality'>,
  bootId: string,
  madeAtMono: number,
): Entry {
  const mut = {
    mid: id<'Mid'>('m'),
    seq: 1,
    prev: null,
    name: 'run.start',
    v: 1,
    args: {},
    ...time,
    age: null,
  };
  return { mut, touched: [], madeAtMono, bootId };
}

/** A command pressed at this moment. */
function madeNow(clock: DeviceClock): Entry {
  const { nowMs, quality } = clock.read();
  return entryOf({ deviceTime: nowMs, timeQuality: quality }, clock.raw.bootId, clock.raw.monotonic());
}

test('a device that woke in 1970 has no today', () => {
  assert.deepEqual(device(NOON, 5000).clock.read(), { quality: 'unknown', nowMs: null });
  assert.deepEqual(device(0, 5000).clock.read(), { quality: 'unknown', nowMs: null });
});

test('without the hub the time is carried, and never below what was once confirmed', () => {
  assert.deepEqual(device(NOON, NOON + 60_000).clock.read(), { quality: 'carried', nowMs: NOON + 60_000 });
  assert.deepEqual(device(NOON, NOON - 60_000).clock.read(), { quality: 'carried', nowMs: NOON });
});

test('whoever shows the time is told when the hub makes it sure or sets it, and not while it only goes by', () => {
  const state = { wall: 5000, mono: 1000 };
  let told = 0;
  const clock = new DeviceClock(
    { wall: () => state.wall, monotonic: () => state.mono, bootId: 'b1' },
    NOON - 1000,
    () => (told += 1),
  );
  const answers = (hubNow: number): void => clock.confirm({ hubNow, timeSure: true }, state.mono);
  answers(NOON);
  assert.equal(told, 1, 'it woke in 1970');
  state.mono += 60_000;
  state.wall += 60_000;
  answers(NOON + 60_800);
  assert.equal(told, 1, 'a little off');
  state.wall += 3_600_000;
  answers(NOON + 62_000);
  assert.equal(told, 2, 'its own clock was set, and it was not sure until the hub said so');
  answers(NOON + 86_400_000);
  assert.equal(told, 3, 'the hub had been wrong by a day');
});

test('an answer of the hub confirms the time, whatever the wall clock says', () => {
  const { clock, later } = device(0, 5000);
  clock.confirm({ hubNow: NOON }, 1000);
  later(30_000);
  assert.deepEqual(clock.read(), { quality: 'confirmed', nowMs: NOON + 30_000 });
  assert.equal(clock.highWaterMs, NOON + 30_000);
});

test('a hub that has lost the time itself confirms none: yesterday does not become today', () => {
  const right = device(NOON, NOON + 86_400_000);
  right.clock.confirm({ hubNow: NOON, timeUnsure: true }, 1000);
  assert.deepEqual(right.clock.read(), { quality: 'carried', nowMs: NOON + 86_400_000 });
  const lost = device(NOON, 5000);
  lost.clock.confirm({ hubNow: NOON, timeUnsure: true }, 1000);
  assert.deepEqual(lost.clock.read(), { quality: 'unknown', nowMs: null });
});

test('a wall clock that is set in the middle of a run does not carry the device into another year', () => {
  const { clock, state } = device(0, 5000);
  clock.confirm({ hubNow: NOON }, 1000);
  state.wall = NOON + 2000;
  state.mono += 2000;
  assert.deepEqual(clock.read(), { quality: 'carried', nowMs: NOON + 2000 });
});

test('nor does one that is set ten years ahead', () => {
  const { clock, state } = device(0, NOON);
  clock.confirm({ hubNow: NOON }, 1000);
  state.wall = Date.UTC(2036, 5, 1);
  assert.deepEqual(clock.read(), { quality: 'carried', nowMs: NOON });
});

test('a machine that slept knows how long, but is not sure of it', () => {
  const { clock, state } = device(0, NOON);
  clock.confirm({ hubNow: NOON }, 1000);
  state.wall += 8 * 3_600_000;
  assert.deepEqual(clock.read(), { quality: 'carried', nowMs: NOON + 8 * 3_600_000 });
});

test('the age of a command is counted within a boot or between two confirmed times, and is unknown otherwise', () => {
  const { clock, later } = device(0, NOON);
  const made = (bootId: string, timeQuality: 'confirmed' | 'carried'): Entry =>
    entryOf({ deviceTime: NOON - 90_000, timeQuality }, bootId, 400);
  later(600);
  assert.equal(ageOf(made('b1', 'carried'), clock), 1200);
  assert.equal(ageOf(made('b0', 'confirmed'), clock), null);
  clock.confirm({ hubNow: NOON }, 1600);
  assert.equal(ageOf(made('b0', 'confirmed'), clock), 90_000);
  assert.equal(ageOf(made('b0', 'carried'), clock), null);
});

test('a start pressed before the lid was closed is as old as the sleep, though its clock stood still', () => {
  const { clock, state, later } = device(0, NOON);
  clock.confirm({ hubNow: NOON }, 1000);
  const made = madeNow(clock);
  later(1000);
  assert.equal(ageOf(made, clock), 1000);
  state.wall += 5 * 3_600_000;
  assert.equal(ageOf(made, clock), 5 * 3_600_000 + 1000);
});

test('a sure hub takes back what one in 2036 had confirmed; one that does not say that it is sure does not', () => {
  const wrong = Date.UTC(2036, 5, 1);
  const { clock } = device(wrong, NOON);
  assert.equal(clock.read().quality, 'unknown', 'its own clock is ten years behind what it once confirmed');
  clock.confirm({ hubNow: NOON }, 1000);
  assert.equal(clock.highWaterMs, wrong);
  clock.confirm({ hubNow: NOON, timeSure: true }, 1000);
  assert.equal(clock.highWaterMs, NOON);
  assert.deepEqual(device(clock.highWaterMs, NOON + 60_000).clock.read(), {
    quality: 'carried',
    nowMs: NOON + 60_000,
  });
});

test('a wall clock that has run off by a year is no day to show menus for', () => {
  assert.equal(device(NOON, NOON + 365 * 86_400_000).clock.read().quality, 'unknown');
  assert.equal(device(NOON, NOON + 30 * 86_400_000).clock.read().quality, 'carried');
});

test('a corrected hub takes its devices along little by little, and by a leap only when they are far off', () => {
  const { clock, later } = device(0, NOON);
  clock.confirm({ hubNow: NOON }, 1000);
  later(60_000);
  clock.confirm({ hubNow: NOON - 30_000 }, 61_000);
  assert.deepEqual(clock.read(), { quality: 'confirmed', nowMs: NOON + 60_000 });
  later(60_000);
  assert.deepEqual(clock.read(), { quality: 'confirmed', nowMs: NOON + 117_000 });
  clock.confirm({ hubNow: NOON + 8 * 3_600_000 }, 121_000);
  assert.equal(clock.read().nowMs, NOON + 8 * 3_600_000);
});

test('a device vouches with its wall clock only where that has gone on while the device was off', () => {
  assert.equal(device(NOON, NOON + 8 * 3_600_000).clock.ownWall, NOON + 8 * 3_600_000);
  assert.equal(
    device(NOON, NOON + 60_000).clock.ownWall,
    undefined,
    'after a power cut it may show when that was',
  );
  assert.equal(device(0, 5000).clock.ownWall, undefined);
});
