import type { Committed } from './committed.ts';
import type { Runner } from './runner.ts';
import type { Peers } from './runner.ts';
import type { Statements } from './statements.ts';

export interface Begun {
  readonly epoch: string;
  /** What cursors are signed with: as old as the data, and copied with it. */
  readonly cursorKey: string;
}

/**
 * Writes down that a run begins. Every run that is over, as no process holds it, ended where the buckets stand now:
 * a cursor of such a run that is further was given by a history this database does not have. A database that goes
 * on from another point of its history than this hub has last seen (PostgreSQL tells) gets a new epoch.
 */
export async function beginRun(
  runner: Runner,
  sql: Statements,
  peers: Peers | null,
  committed: Committed,
  run: {
    readonly id: string;
    readonly freshEpoch: string;
    readonly freshKey: string;
    readonly nowMs: number;
  },
): Promise<Begun> {
  const versions = await runner.all(sql.buckets, []);
  const ended = JSON.stringify(Object.fromEntries(versions.map(({ name, version }) => [name, version])));
  for (const open of await runner.all(sql.openRuns, [])) {
    if (peers === null || !(await peers.isHeld(runner, open.id)))
      await runner.all(sql.endRun, [ended, open.id]);
  }
  await runner.many(sql.saveRun, [[run.id, run.nowMs, null]]);

  const standing = await committed.meta('epoch');
  const seen = await committed.meta('history');
  const history = (await peers?.history(runner)) ?? '';
  const key = await committed.meta('cursorKey');
  // One without a key is an earlier build's, or an old copy of one, which cursors that are not signed cannot betray.
  const isOurs = standing !== undefined && key !== undefined && (seen ?? '') === history;
  const epoch = isOurs ? standing : run.freshEpoch;
  const cursorKey = key ?? run.freshKey;
  await runner.many(sql.saveMeta, [
    ['epoch', epoch],
    ['history', history],
    ['cursorKey', cursorKey],
  ]);
  return { epoch, cursorKey };
}
