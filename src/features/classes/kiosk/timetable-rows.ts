import type { RowOf } from '../../../kernel/rows.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { FAR_AHEAD_DAYS } from '../model/coming.ts';
import { readClasses, type ClassRows } from './class-rows.ts';

/** What the page about classes is made from: weeks of days, and how many have put their names down. */
export interface TimetableRows extends ClassRows {
  readonly counts: ReadonlyMap<string, RowOf<'enrolmentCount'>>;
}

/** Reads it from a day on, null where that is unknown. Null before the centre is there. */
export async function readTimetable(
  view: View,
  { date }: { readonly date: CivilDate | null },
): Promise<TimetableRows | null> {
  const rows = await readClasses(view, { date, ahead: FAR_AHEAD_DAYS });
  if (rows === null) return null;
  const counts = await view.list('centre', 'enrolmentCount');
  return { ...rows, counts: new Map(counts.map((count) => [count.id, count])) };
}
