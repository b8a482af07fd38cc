import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import Database from 'better-sqlite3';
import { inWords } from '../../../../src/hub/db/sqlite-trouble.ts';
import { HubHealth } from '../../../../src/hub/ops/health/hub-health.ts';
import { isBackupLate, roomSays } from '../../../../src/hub/ops/health/judge.ts';
import { damagedMedia } from '../../../../src/hub/ops/health/media-check.ts';
import { problemOf } from '../../../../src/hub/problem.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what a hub says of its own health', () => {
  test('a backup is late after a night without one, and not while a hub that was off makes up for it', () => {
    const nowMs = 100 * DAY;
    assert.equal(isBackupLate({ newestMs: nowMs - 25 * HOUR, nowMs, upMs: DAY }), false);
    assert.equal(isBackupLate({ newestMs: nowMs - 27 * HOUR, nowMs, upMs: DAY }), true);
    assert.equal(isBackupLate({ newestMs: nowMs - 9 * DAY, nowMs, upMs: HOUR / 2 }), false);
    assert.equal(isBackupLate({ newestMs: null, nowMs, upMs: HOUR }), false);
    assert.equal(isBackupLate({ newestMs: null, nowMs, upMs: 27 * HOUR }), true);
  });

  test('room on the disk', () => {
    assert.equal(roomSays(10 * 2 ** 30), null);
    assert.equal(roomSays(100 * 2 ** 20), 'disk-low');
    assert.equal(roomSays(2 ** 20), 'disk-full');
  });

  test('a film whose bytes have changed on the disk is found', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'leling-media-'));
    const name = (text: string): string => createHash('sha256').update(text).digest('hex');
    await writeFile(join(dir, name('whole')), 'whole');
    await writeFile(join(dir, name('film')), 'filn');
    await writeFile(join(dir, 'note.txt'), 'not media');
    assert.deepEqual(await damagedMedia(dir), [name('film')]);
    await rm(dir, { recursive: true });
  });

  test('who writes reads what is the matter with the disk, not of a mistake', () => {
    const told = (code: string): string => {
      const error = inWords(new Database.SqliteError('it is so', code), 'hub.sqlite');
      assert.ok(error instanceof Error);
      const {
        status,
        code: word,
        detail,
      } = problemOf(Object.assign(error, { code: String(Reflect.get(error, 'code')) }));
      assert.equal(status, 507);
      assert.doesNotMatch(detail, /mistake/);
      return word;
    };
    assert.equal(told('SQLITE_FULL'), 'disk-full');
    assert.equal(told('SQLITE_READONLY_DIRECTORY'), 'read-only');
    assert.equal(told('SQLITE_IOERR_FSYNC'), 'disk-failing');
    assert.equal(told('SQLITE_CORRUPT'), 'storage-damaged');
  });

  test('the gravest comes first, each since when it was first seen', () => {
    const health = new HubHealth();
    let now = 1000;
    health.useClock(() => now);
    health.set('backup-late', true);
    now = 2000;
    health.set('backup-late', true);
    health.saw(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    assert.deepEqual(health.troubles, [
      { code: 'disk-full', since: 2000 },
      { code: 'backup-late', since: 1000 },
    ]);
    assert.equal(health.status, 'bad');
    health.set('disk-full', false);
    assert.equal(health.status, 'mind');
    health.set('backup-late', false);
    assert.equal(health.status, 'ok');
  });
});
