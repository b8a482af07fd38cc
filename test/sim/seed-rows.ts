import { id } from '../../src/kernel/ids.ts';
import { civilMoment } from '../../src/kernel/time.ts';
import { imageOf, openDatabase } from '../../src/hub/db/open.ts';
import { createHubSync } from '../../src/hub/sync/hub-sync.ts';
import { Machine } from '../support/machine.ts';
import { courseRow } from '../support/rows.ts';
import { CENTRE } from './sim-hub.ts';

export const UTC_OFFSET = 480;
export const MEMBERS = ['m1', 'm2', 'm3', 'm4'] as const;
export const COURSES = ['baduanjin', 'hands'] as const;
export const SCREEN = 'tv';

/** A morning of the centre, 09:00. */
export const MORNING_MS = Date.UTC(2026, 10, 22, 1);
export const TODAY = civilMoment(MORNING_MS, UTC_OFFSET).date;
export const MENU_ID = `${TODAY}.lunch.main`;

/** The data folder of a small centre on its first morning: made once a process, copied for each history. */
export async function seedImage(): Promise<Buffer> {
  const database = await openDatabase({ memory: true });
  let names = 0;
  const sync = await createHubSync({
    database,
    clock: new Machine(MORNING_MS - 3_600_000).clock,
    random: { name: () => `seed${(names += 1)}`, uuid7: () => `seed-${(names += 1)}` },
  });
  await sync.write(CENTRE, async (tx) => {
    for (const course of COURSES) {
      await tx.put('centre', 'course', course, courseRow({ id: id<'CourseId'>(course), name: course }));
    }
    for (const member of MEMBERS) {
      await tx.put('kiosk', 'roster', member, {
        id: id<'MemberId'>(member),
        maskedName: `${member}*`,
        phoneTail: '1234',
        card: null,
      });
      await tx.put('people', 'member', member, {
        id: id<'MemberId'>(member),
        name: member,
        phone: '13800001234',
        birthYear: 1946,
      });
    }
    await tx.put('staff', 'device', SCREEN, {
      id: id<'DeviceId'>(SCREEN),
      kind: 'screen',
      name: 'TV',
      place: 'hall',
      pairedAtMs: 0,
      perhapsClonedAtMs: null,
    });
    await tx.put('city', 'programme', 'baduanjin-standing', {
      id: id<'ProgrammeId'>('baduanjin-standing'),
      title: 'Baduanjin',
      titleEn: 'Baduanjin',
      durationMs: 60_000,
      mirrored: true,
      video: id<'MediaHash'>('0'.repeat(64)),
      poster: null,
      forms: [
        {
          key: 'one',
          number: 1,
          name: 'one',
          nameEn: 'one',
          cue: 'up',
          cueEn: 'up',
          startMs: 0,
          endMs: 60_000,
          beats: [],
        },
      ],
    });
    for (let i = 0; i < 12; i += 1) {
      await tx.put('centre', 'notice', `n${i}`, notice(`n${i}`, 'welcome'));
    }
  });
  const image = imageOf(database);
  await sync.close();
  await database.close();
  return image;
}

export const notice = (noticeId: string, title: string) =>
  ({
    id: id<'NoticeId'>(noticeId),
    level: 'normal',
    title,
    body: null,
    fromMs: 0,
    untilMs: null,
    by: 'hub',
  }) as const;
