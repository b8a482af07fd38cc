import type { RowTx } from '../../../kernel/mutation.ts';
import { parseSessionId, sessionOn, type Session } from './sessions.ts';

/** The session an id names, read from the centre's rows with the day's change and holiday; null when there is none. */
export async function findSession(tx: RowTx, sessionId: string): Promise<Session | null> {
  const named = parseSessionId(sessionId);
  if (named === null) return null;
  // Asked for together: on a kiosk each wait for the disk is part of what the elder waits for.
  const [course, change, day] = await Promise.all([
    tx.get('centre', 'course', named.courseId),
    tx.get('centre', 'sessionChange', sessionId),
    tx.get('city', 'calendarDay', named.date),
  ]);
  if (course === undefined) return null;
  return sessionOn(course, named.date, change, () => day?.rest ?? false);
}
