import { lateLunches } from '../../../features/menus/model/late.ts';
import { ofDays } from '../../../kernel/row-range.ts';
import type { CentreId } from '../../../kernel/ids.ts';
import type { CivilMoment } from '../../../kernel/time.ts';
import type { HubSync } from '../../sync/api.ts';

/** Raises for staff that today's lunch is not published, and takes back what is no longer so. Twice is as once. */
export async function remindMenus(sync: HubSync, centreId: CentreId, moment: CivilMoment): Promise<void> {
  const { date } = moment;
  await sync.write(centreId, async (tx) => {
    const centre = await tx.get('centre', 'centre', centreId);
    if (centre === undefined) return;
    const menus = await tx.list('centre', 'menu', ofDays(date, date));
    const drafts = await tx.list('staff', 'menuDraft', ofDays(date, date));
    const rest = (await tx.get('city', 'calendarDay', date))?.rest === true;
    const late = lateLunches(centre, menus, drafts, moment, () => rest);
    const raised = await tx.list('staff', 'menuReminder');
    for (const { id } of raised)
      if (!late.some((one) => one.id === id)) await tx.remove('staff', 'menuReminder', id);
    for (const meal of late)
      if (!raised.some(({ id }) => id === meal.id))
        await tx.put('staff', 'menuReminder', meal.id, { ...meal, sinceMs: sync.now() });
  });
}
