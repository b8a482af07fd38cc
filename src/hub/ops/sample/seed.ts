import { rosterEntry } from '../../../features/members/model/roster.ts';
import { id, type CentreId } from '../../../kernel/ids.ts';
import type { RowTx } from '../../../kernel/mutation.ts';
import { civilMoment, utcOffsetOf } from '../../../kernel/time.ts';
import type { HubSync } from '../../sync/api.ts';
import { isFirstSample, sampleProgrammes, type ProgrammeMedia } from './programme.ts';
import { readSample } from './read-sample.ts';

interface SampleDeps {
  readonly nowMs: number;
  readonly media: ProgrammeMedia;
  /** `sample` where nothing is said: the id in kiosk-config/centre.json. */
  readonly centreId?: CentreId;
}

/**
 * Fills an empty database with the sample centre, all in one transaction; one with a timetable is left as it is.
 * Menus and the calendar are the daily work's. Answers whether it did anything.
 */
export async function seedSample(sync: HubSync, deps: SampleDeps): Promise<boolean> {
  const centreId = deps.centreId ?? id<'CentreId'>('sample');
  const { centre, seeded } = await sync.read(centreId, async (tx) => ({
    centre: await tx.get('centre', 'centre', centreId),
    seeded: await hasTimetable(tx),
  }));
  if (seeded) return false;
  const sample = await readSample(civilMoment(deps.nowMs, utcOffsetOf(centre)).date);
  const programmes = await sampleProgrammes(deps.media);

  return sync.write(centreId, async (tx) => {
    if (await hasTimetable(tx)) return false;
    await putMedia(tx, deps.media);
    for (const programme of programmes) await tx.put('city', 'programme', programme.id, programme);
    for (const { scope, kind, row } of sample) await tx.put(scope, kind, row.id, row);
    // What kiosks may know of the members follows from them, as it does whenever staff save one.
    const members = await tx.list('people', 'member');
    for (const member of members) await tx.put('kiosk', 'roster', member.id, rosterEntry(member, members));
    return true;
  });
}

const hasTimetable = async (tx: Pick<RowTx, 'list'>): Promise<boolean> =>
  (await tx.list('centre', 'course')).length > 0;

async function putMedia(tx: RowTx, { video, poster, music }: ProgrammeMedia): Promise<void> {
  for (const item of [video, poster, music])
    if (item !== undefined && item !== null) await tx.put('centre', 'media', item.id, item);
}

/**
 * Brings a hub that was sown by an earlier build the programmes of this one: the round of twelve minutes for that of
 * four, if nobody has changed it, and those that came since. What staff have made of it is theirs. Answers whether it
 * did anything.
 */
export async function renewSample(
  sync: HubSync,
  { centreId, media }: Required<SampleDeps>,
): Promise<boolean> {
  const isOld = async (tx: Pick<RowTx, 'list'>): Promise<boolean> =>
    (await tx.list('city', 'programme')).some(isFirstSample);
  if (!(await sync.read(centreId, isOld))) return false;
  const programmes = await sampleProgrammes(media);
  return sync.write(centreId, async (tx) => {
    const held = await tx.list('city', 'programme');
    if (!held.some(isFirstSample)) return false;
    await putMedia(tx, media);
    for (const programme of programmes) {
      const there = held.find((one) => one.id === programme.id);
      if (there === undefined || isFirstSample(there))
        await tx.put('city', 'programme', programme.id, programme);
    }
    return true;
  });
}
