import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CountPlays } from '../../../../src/features/glass/model/count-plays.ts';
import type { Report } from '../../../../src/kernel/report.ts';
import type { TimeReading } from '../../../../src/kernel/time.ts';

const HOUR = 3_600_000;
/** Eleven in the morning, UTC. */
const ELEVEN = Date.UTC(2026, 10, 22, 11);
const LOOK_MS = 4000;

/** A glass with a hub: what it holds over a power cut, and what the hub has of each hour. */
class Glass {
  showing = '';
  heard = true;
  quality: TimeReading['quality'] = 'confirmed';
  /** What the hub has written down: the highest of each. */
  readonly hub = new Map<string, { count: number; seconds: number }>();
  told = 0;
  #note: string | null = null;
  #atMs: number;
  #page = 0;
  #plays = this.#begin();

  constructor(atMs = ELEVEN) {
    this.#atMs = atMs;
  }

  /** So long it goes on, looked at every few seconds. */
  pass(ms: number): void {
    for (let left = ms; left > 0; left -= LOOK_MS) {
      this.#atMs += LOOK_MS;
      this.#page += LOOK_MS;
      this.#plays.look();
    }
  }

  /** Nothing runs. */
  sleep(ms: number): void {
    this.#atMs += ms;
    this.#page += ms;
  }

  /** Its power is cut: what the page knew is gone. */
  restart(): void {
    this.#page = 0;
    this.#plays = this.#begin();
  }

  of(hourMs: number, item: string): { count: number; seconds: number } | undefined {
    return this.hub.get(`${hourMs}/${item}`);
  }

  #begin(): CountPlays {
    return new CountPlays({
      now: () => this.#page,
      time: () =>
        this.quality === 'unknown'
          ? { quality: 'unknown', nowMs: null }
          : { quality: this.quality, nowMs: this.#atMs },
      showing: () => this.showing,
      heard: () => this.heard,
      tell: (report) => this.#take(report),
      notes: { read: () => this.#note, write: (text) => void (this.#note = text) },
    });
  }

  #take(report: Report): void {
    assert.equal(report.type, 'plays');
    this.told += 1;
    if (!this.heard || report.type !== 'plays') return;
    const key = `${report.hourMs}/${report.item}`;
    const before = this.hub.get(key) ?? { count: 0, seconds: 0 };
    this.hub.set(key, {
      count: Math.max(before.count, report.count),
      seconds: Math.max(before.seconds, report.seconds ?? 0),
    });
  }
}

const about = (seconds: number | undefined, wanted: number): void =>
  assert.ok(Math.abs((seconds ?? 0) - wanted) <= 12, `${seconds} of ${wanted} seconds`);

test('how long a menu stood is told hour by hour, as one menu through all its corrections', () => {
  const glass = new Glass();
  glass.showing = 'menu:2026-11-22.lunch.main@1';
  glass.pass(0.5 * HOUR);
  glass.showing = 'menu:2026-11-22.lunch.main@2';
  glass.pass(0.75 * HOUR);
  glass.showing = 'clock:2026-11-22@0';
  glass.pass(HOUR);
  about(glass.of(ELEVEN, 'menu:2026-11-22.lunch.main')?.seconds, 3600);
  about(glass.of(ELEVEN + HOUR, 'menu:2026-11-22.lunch.main')?.seconds, 900);
  about(glass.of(ELEVEN + HOUR, 'clock:2026-11-22')?.seconds, 2700);
  assert.equal(glass.of(ELEVEN, 'menu:2026-11-22.lunch.main')?.count, 1);
});

test('what was shown while the hub was away, over a power cut too, is told when it is back', () => {
  const glass = new Glass();
  glass.showing = 'playlist:spring@1';
  glass.heard = false;
  glass.quality = 'carried';
  glass.pass(3 * HOUR);
  glass.restart();
  glass.pass(0.5 * HOUR);
  assert.equal(glass.hub.size, 0);
  glass.heard = true;
  glass.pass(LOOK_MS);
  for (const hour of [0, 1]) about(glass.of(ELEVEN + hour * HOUR, 'playlist:spring')?.seconds, 3600);
  const last = glass.of(ELEVEN + 2 * HOUR, 'playlist:spring')?.seconds ?? 0;
  assert.ok(last > 3600 - 310, `${last} of the hour that the power cut ended`);
});

test('an hour that was cut in two by a restart is counted on, and loses minutes at most', () => {
  const glass = new Glass();
  glass.showing = 'playlist:spring@1';
  glass.pass(0.5 * HOUR);
  glass.restart();
  glass.pass(0.6 * HOUR);
  const seconds = glass.of(ELEVEN, 'playlist:spring')?.seconds ?? 0;
  assert.ok(seconds > 3600 - 310, `${seconds}`);
});

test('a glass that is off, asleep, or hidden has shown nothing', () => {
  const glass = new Glass();
  glass.showing = 'clock:2026-11-22@0';
  glass.pass(0.25 * HOUR);
  glass.sleep(0.5 * HOUR);
  glass.pass(0.125 * HOUR);
  glass.showing = '';
  glass.pass(HOUR);
  about(glass.of(ELEVEN, 'clock:2026-11-22')?.seconds, 1350);
  assert.equal(glass.of(ELEVEN + HOUR, 'clock:2026-11-22'), undefined);
});

test('nothing is counted while nobody knows the day', () => {
  const glass = new Glass();
  glass.showing = 'clock:2026-11-22@0';
  glass.quality = 'unknown';
  glass.pass(2 * HOUR);
  assert.equal(glass.told, 0);
});

test('a day of one clock costs the hub some writes an hour, and the glass no growing note', () => {
  const glass = new Glass();
  glass.showing = 'clock:2026-11-22@0';
  glass.pass(24 * HOUR);
  assert.ok(glass.told <= 24 * 6, `${glass.told} reports`);
  glass.restart();
  const before = glass.told;
  glass.heard = true;
  glass.pass(LOOK_MS);
  assert.ok(glass.told - before <= 3, 'what the hub has is not told again');
});
