import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sessionId } from '../../src/features/classes/model/sessions.ts';
import { civilMoment, minuteOf } from '../../src/kernel/time.ts';
import { Pusher } from '../bench/support/pusher.ts';
import type { Browser } from './browser.ts';
import { sampleOf } from './sample.ts';

/** The hour in which such a test has its centre: from half past ten to the end of the exercise. */
const [FROM, TO] = [10 * 60 + 30, 11 * 60];
/** So long before it begins a session is signed in for, in minutes. */
const BEFORE = 60;

/**
 * Calls off what could be signed in for beside the exercise: on a Thursday the doctor is there, on a second Saturday of the
 * month the free clinic, and the kiosk asks everybody which is meant.
 * @param folder of the centre's configuration
 */
export async function onlyTheExercise(manager: Browser, folder: string): Promise<void> {
  const centre: { utcOffsetMinutes: number } = JSON.parse(readFileSync(join(folder, 'centre.json'), 'utf8'));
  const { date } = civilMoment(Date.now(), centre.utcOffsetMinutes);
  const others = sampleOf('course').filter(({ id, checkIn, start, minutes }) => {
    const begins = minuteOf(start);
    return checkIn && id !== 'baduanjin' && begins - BEFORE <= TO && begins + minutes >= FROM;
  });
  const asUsual = { start: null, room: null, note: null };
  await new Pusher((body) => manager.post('/sync/push', body)).push(
    'session.change',
    others.map(({ id }) => ({ change: { id: sessionId(id, date), cancelled: true, ...asUsual } })),
  );
}
