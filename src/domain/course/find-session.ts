import type { RowTx } from '../kernel/mutation.ts';
import { parseSessionId, sessionOn, type Session } from './sessions.ts';

/** The session an id names, read from the centre's rows with the day's change and holiday; null when there is none. */
export async function findSession(tx: RowTx, sessionId: string): Promise<Session | null> {
  const parts = parseSessionId(sessionId);
  if (parts === null) return null;
  const course = await tx.get('centre', 'course', parts.courseId);
  if (course === undefined) return null;
  const change = await tx.get('centre', 'sessionChange', sessionId);
  const day = await tx.get('city', 'calendarDay', parts.date);
  return sessionOn(course, parts.date, change, () => day?.rest ?? false);
}
