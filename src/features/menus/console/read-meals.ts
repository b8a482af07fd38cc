import type { View } from '../../../protocol/client/api.ts';
import { ofDays } from '../../../kernel/row-range.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { byId } from '../model/planned.ts';
import { readCounts } from './read-counts.ts';

/** Menus stand here for a week. */
const DAYS_BACK = 7;
/** No public holiday goes on for longer. */
const DAYS_AHEAD = 15;

/**
 * The menus around a day with their drafts, plans and dishes, how many came, and which days are public holidays; of an unknown day only
 * the centre. Null before the centre is there.
 */
export async function readMeals(view: View, { date }: { readonly date: CivilDate | null }) {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  const days = date === null ? null : ofDays(addDays(date, -DAYS_BACK), addDays(date, DAYS_AHEAD));
  const calendar = days === null ? [] : await view.list('city', 'calendarDay', days);
  return {
    centre,
    menus: days === null ? [] : await view.list('centre', 'menu', days),
    drafts: days === null ? [] : await view.list('staff', 'menuDraft', days),
    reminders: await view.list('staff', 'menuReminder'),
    plans: await view.list('staff', 'menuPlan'),
    dishes: byId(await view.list('centre', 'dish')),
    counts: await readCounts(view),
    rest: new Set(calendar.filter(({ rest }) => rest).map(({ id }) => id)),
  };
}

export type Meals = NonNullable<Awaited<ReturnType<typeof readMeals>>>;
