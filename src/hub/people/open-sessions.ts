import { openForCheckIn, sessionsOn, type Session } from '../../features/classes/model/sessions.ts';
import type { CentreId } from '../../kernel/ids.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import { addDays, civilMoment, utcOffsetOf } from '../../kernel/time.ts';

/** The sessions of a centre that can be signed in for at a time; one that began before midnight is still yesterday's. */
export async function openSessions(
  tx: Pick<RowTx, 'get' | 'list'>,
  centreId: CentreId,
  nowMs: number,
): Promise<readonly Session[]> {
  const moment = civilMoment(nowMs, utcOffsetOf(await tx.get('centre', 'centre', centreId)));
  const days = [addDays(moment.date, -1), moment.date];
  const rest = new Set<string>();
  for (const day of days) if ((await tx.get('city', 'calendarDay', day))?.rest === true) rest.add(day);
  const courses = (await tx.list('centre', 'course')).filter(({ checkIn }) => checkIn);
  const changes = await tx.list('centre', 'sessionChange');
  return days.flatMap((day) =>
    openForCheckIn(
      sessionsOn(courses, changes, day, (date) => rest.has(date)),
      moment,
    ),
  );
}
