import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, conflict, defineMutation, refused, type RowTx } from '../../../kernel/mutation.ts';
import { checkSchedule } from './check-schedule.ts';
import { groupOf } from './schedule.ts';
import type { ScheduleRemoveArgs, ScheduleSaveArgs } from './schedule.schema.ts';

/** Says what a screen, or each of a group, shows when. */
export const scheduleSave = defineMutation<Static<typeof ScheduleSaveArgs>>()({
  name: 'schedule.save',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { schedule, baseVersion }) {
    const problems = checkSchedule(schedule);
    if (problems.length > 0) return refused('bad-schedule', problemText(problems));
    if (!(await isForScreens(tx, schedule.id)))
      return refused('unknown-screen', `${schedule.id} is no screen of this centre`);
    const standing = (await tx.get('centre', 'schedule', schedule.id))?.version ?? 0;
    if (baseVersion !== undefined && baseVersion !== standing) return conflict(standing);
    await tx.put('centre', 'schedule', schedule.id, { ...schedule, version: standing + 1 });
    return applied;
  },
});

/** Takes a schedule away: a screen then goes by its group's, or by the meals. What a colleague has saved since stays. */
export const scheduleRemove = defineMutation<Static<typeof ScheduleRemoveArgs>>()({
  name: 'schedule.remove',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { id, baseVersion }) {
    const standing = await tx.get('centre', 'schedule', id);
    if (standing === undefined) return applied;
    const version = standing.version ?? 0;
    if (baseVersion !== undefined && baseVersion !== version) return conflict(version);
    await tx.remove('centre', 'schedule', id);
    return applied;
  },
});

/** Whether an id is a screen's, or of a group that some screen is in. */
async function isForScreens(tx: RowTx, id: string): Promise<boolean> {
  const group = groupOf(id);
  if (group === null) return (await tx.get('staff', 'device', id))?.kind === 'screen';
  const configs = await tx.list('staff', 'deviceConfig');
  return configs.some((one) => one.kind === 'screen' && one.group === group);
}
