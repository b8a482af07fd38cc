import type { CentreId } from '../../kernel/ids.ts';
import { civilMoment, utcOffsetOf, type CivilDate } from '../../kernel/time.ts';
import type { SqlHubDatabase } from '../db/hub-database.ts';
import { sweepRows } from './rows.ts';
import { sweepTables } from './tables.ts';

export interface RetireOptions {
  /** The centre's day whose share goes: what was over before it. On time that is sure, which is for the caller to ask. */
  readonly day: CivilDate;
  /** What goes by its age is as old as at this time, Unix ms. */
  readonly asOfMs: number;
  /** The most rows that go now. */
  readonly rows: number;
}

/** Lets go of what is over, by what every kind and table declares. Returns whether there may be more of the same day. */
export async function retire(
  database: SqlHubDatabase,
  centreId: CentreId,
  { day, asOfMs, rows }: RetireOptions,
): Promise<boolean> {
  const { engine } = database;
  const centre = await database.read((snapshot) => snapshot.row(`centre:${centreId}`, 'centre', centreId));
  const offset = utcOffsetOf(centre);
  const dayAt = (unixMs: number): CivilDate => civilMoment(unixMs, offset).date;
  let gone = await sweepRows(database, centreId, { day, rows, dayAt });
  if (gone < rows)
    gone += await sweepTables((work) => engine.write('', work), engine.name, asOfMs, rows - gone);
  return gone >= rows;
}
