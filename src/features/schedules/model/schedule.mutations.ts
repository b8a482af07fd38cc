import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import { checkSchedule } from './schedule.ts';
import type { ScheduleSaveArgs } from './schedule.schema.ts';

/** Says what a screen shows when. */
export const scheduleSave = defineMutation<Static<typeof ScheduleSaveArgs>>()({
  name: 'schedule.save',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { schedule }) {
    const problems = checkSchedule(schedule);
    if (problems.length > 0) return refused('bad-schedule', problemText(problems));
    const screen = await tx.get('staff', 'device', schedule.id);
    if (screen?.kind !== 'screen')
      return refused('unknown-screen', `${schedule.id} is no screen of this centre`);
    await tx.put('centre', 'schedule', schedule.id, schedule);
    return applied;
  },
});
