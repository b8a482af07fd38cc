import { readFile } from 'node:fs/promises';
import { id, type CentreId } from '../../kernel/ids.ts';
import { civilMoment, utcOffsetOf } from '../../kernel/time.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { facesOf, mayLookAlike, rosterEntry } from '../../features/members/model/roster.ts';
import type { HubSync } from '../sync/api.ts';
import { sampleAccounts } from './accounts.ts';
import { sampleCourses } from './courses.ts';
import { sampleDishes } from './dishes.ts';
import { sampleMembers } from './members.ts';
import { sampleMenuPlan } from './menu-plan.ts';
import { placesFrom } from './places.ts';
import { samplePolicies } from './policies.ts';
import { programmeFrom, type FilmData } from './programme.ts';
import { sampleSchedules } from './schedules.ts';

type MediaItem = RowOf<'media'>;

interface SampleDeps {
  readonly nowMs: number;
  /** The Baduanjin film and its poster, as they lie in the media store. */
  readonly media: { readonly video: MediaItem; readonly poster: MediaItem | null };
  /** `sample` where nothing is said: the id in kiosk-config/centre.json. */
  readonly centreId?: CentreId;
}

const FILM = new URL('../../../public/media/baduanjin.json', import.meta.url);
const PLACES = new URL('./centres.csv', import.meta.url);

/**
 * Fills an empty database with the sample centre, all in one transaction; one with a timetable is left as it is.
 * Menus and the calendar are the daily work's. Answers whether it did anything.
 */
export async function seedSample(sync: HubSync, deps: SampleDeps): Promise<boolean> {
  const centreId = deps.centreId ?? id<'CentreId'>('sample');
  const film: FilmData = JSON.parse(await readFile(FILM, 'utf8'));
  const places = placesFrom(await readFile(PLACES, 'utf8'));
  return sync.write(centreId, async (tx) => {
    if ((await tx.list('centre', 'course')).length > 0) return false;
    const centre = await tx.get('centre', 'centre', centreId);
    const today = civilMoment(deps.nowMs, utcOffsetOf(centre)).date;
    const { video, poster } = deps.media;

    for (const item of [video, ...(poster === null ? [] : [poster])])
      await tx.put('centre', 'media', item.id, item);
    const programme = programmeFrom(film, video.id, poster?.id ?? null);
    await tx.put('city', 'programme', programme.id, programme);
    for (const policy of samplePolicies(today)) await tx.put('city', 'policy', policy.id, policy);
    for (const place of places) await tx.put('city', 'place', place.id, place);

    for (const dish of sampleDishes) await tx.put('centre', 'dish', dish.id, dish);
    for (const course of sampleCourses(today)) await tx.put('centre', 'course', course.id, course);
    for (const schedule of sampleSchedules) await tx.put('centre', 'schedule', schedule.id, schedule);
    const plan = sampleMenuPlan(today);
    await tx.put('staff', 'menuPlan', plan.id, plan);
    for (const account of sampleAccounts) await tx.put('staff', 'account', account.id, account);
    await seedMembers(tx, Number(today.slice(0, 4)));
    return true;
  });
}

async function seedMembers(tx: RowTx, year: number): Promise<void> {
  const members = sampleMembers(year);
  for (const member of members) {
    await tx.put('people', 'member', member.id, member);
    const faces = facesOf(members.filter((other) => mayLookAlike(member, other)));
    await tx.put('kiosk', 'roster', member.id, rosterEntry(member, faces.get(member.id), null));
  }
}
