import { restDays } from '../../calendar/model/calendar.ts';
import { inService } from '../../devices/model/retired.ts';
import type { RowTx } from '../../../kernel/mutation.ts';
import type { Run } from './run.ts';
import { runThatCounts, selfStarted } from './self-started.ts';

/** The most screens that hang in one hall. */
const MOST_TOGETHER = 8;

/** The run somebody has commanded on a screen, or the one the timetable has begun there. */
export async function runCounting(
  tx: RowTx,
  screenId: string,
  row: Run | undefined,
  nowMs: number,
  utcOffsetMinutes: number,
): Promise<Run | undefined> {
  const planned = await plannedRun(tx, screenId, nowMs, utcOffsetMinutes);
  if (planned === undefined) return row;
  return runThatCounts(row, planned, row && (await tx.get('city', 'programme', row.programmeId)), nowMs);
}

/** The run the timetable has begun on a screen, and with it on each of its hall: they obey one press together. */
async function plannedRun(
  tx: RowTx,
  screenId: string,
  nowMs: number,
  utcOffsetMinutes: number,
): Promise<Run | undefined> {
  const courses = (await tx.list('centre', 'course')).filter(({ startsItself }) => startsItself === true);
  if (courses.length === 0) return undefined;
  const room = (await tx.get('staff', 'deviceConfig', screenId))?.room ?? null;
  const planned = selfStarted(
    {
      screenId,
      room,
      courses,
      changes: await tx.list('centre', 'sessionChange'),
      isRest: restDays(await tx.list('city', 'calendarDay')),
      utcOffsetMinutes,
    },
    nowMs,
  );
  if (planned === undefined || room === null) return undefined;
  const together = await screensIn(tx, room);
  return together.length > 1 && together.includes(planned.id) ? { ...planned, together } : planned;
}

async function screensIn(tx: RowTx, room: string): Promise<NonNullable<Run['together']>> {
  const screens = inService(await tx.list('staff', 'device')).filter(({ kind }) => kind === 'screen');
  const configs = await tx.list('staff', 'deviceConfig');
  return screens
    .map(({ id }) => id)
    .filter((id) => configs.find((one) => one.id === id)?.room === room)
    .slice(0, MOST_TOGETHER);
}
