import Database from 'better-sqlite3';
import { databaseFile } from '../../../src/hub/db/open.ts';

/** What a running hub's database says about a session's attendance, read from its file and not through the hub. */
export function attendanceAtHub(
  dataDir: string,
  centreId: string,
  sessionId: string,
): { readonly members: readonly string[]; readonly count: number } {
  const file = new Database(databaseFile(dataDir), { readonly: true });
  try {
    const rows = file
      .prepare<[string, string], { data: string }>(
        `select data from row where bucket = ? and kind = 'attendance' and json_extract(data, '$.sessionId') = ?`,
      )
      .all(`people:${centreId}`, sessionId);
    const counted = file
      .prepare<[string, string], { data: string }>(
        `select data from row where bucket = ? and kind = 'attendanceCount' and id = ?`,
      )
      .get(`centre:${centreId}`, sessionId);
    const count: { count: number } = JSON.parse(counted?.data ?? '{"count":0}');
    return {
      members: rows.map(({ data }): string => JSON.parse(data).memberId).sort(),
      count: count.count,
    };
  } finally {
    file.close();
  }
}

/** Everybody whom a running hub's database has as having come to anything, read from its file. */
export function whoCame(dataDir: string, centreId: string): ReadonlySet<string> {
  const file = new Database(databaseFile(dataDir), { readonly: true });
  try {
    const rows = file
      .prepare<[string], { data: string }>(`select data from row where bucket = ? and kind = 'attendance'`)
      .all(`people:${centreId}`);
    return new Set(rows.map(({ data }): string => JSON.parse(data).memberId));
  } finally {
    file.close();
  }
}

/** Throws unless the hub counts just these members as having come. */
export function expectAttendance(
  dataDir: string,
  centreId: string,
  sessionId: string,
  wanted: readonly string[],
): void {
  const found = attendanceAtHub(dataDir, centreId, sessionId);
  const sorted = [...wanted].sort();
  const same = found.members.length === sorted.length && found.members.every((one, n) => one === sorted[n]);
  if (!same || found.count !== sorted.length) {
    throw new Error(
      `the hub holds ${found.members.length} attendances and counts ${found.count}, of ${sorted.length}`,
    );
  }
}
