import type { View } from '../../../../protocol/client/api.ts';
import { ofDays } from '../../../../kernel/row-range.ts';
import { addDays, weekdayOf, type CivilDate } from '../../../../kernel/time.ts';
import { byId } from '../../model/planned.ts';

/** The Monday of a day's week. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));

/** The seven days of a week from its Monday. */
export const daysOfWeek = (monday: CivilDate): readonly CivilDate[] =>
  [0, 1, 2, 3, 4, 5, 6].map((i) => addDays(monday, i));

/** A week's menus and drafts with those of the week before it, to be copied from. Null before the centre is there. */
export async function readWeek(view: View, { monday }: { readonly monday: CivilDate | null }) {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  const days = monday === null ? null : ofDays(addDays(monday, -7), addDays(monday, 6));
  const calendar = days === null ? [] : await view.list('city', 'calendarDay', days);
  return {
    centre,
    menus: days === null ? [] : await view.list('centre', 'menu', days),
    drafts: days === null ? [] : await view.list('staff', 'menuDraft', days),
    plans: await view.list('staff', 'menuPlan'),
    dishes: byId(await view.list('centre', 'dish')),
    rest: new Set(calendar.filter(({ rest }) => rest).map(({ id }) => id)),
  };
}

export type Week = NonNullable<Awaited<ReturnType<typeof readWeek>>>;
