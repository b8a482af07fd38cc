import type { RowTx } from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import { addDays, daysBetween, type CivilDate } from '../../../kernel/time.ts';
import {
  isByPlan,
  isUp,
  itemOf,
  mealNames,
  menuId,
  noOffer,
  offerOf,
  type Dish,
  type MealName,
  type Menu,
  type MenuPlan,
  type Offer,
} from './menu.ts';
import { isDue } from './publish-at.ts';
import { offerAsServed } from './served.ts';

/** How many days, from today on, a plan reaches ahead. */
const AHEAD = 14;

export type Dishes = ReadonlyMap<Dish['id'], Dish>;

/** The dishes a kitchen knows, by their ids, as a plan names them. */
export const byId = (dishes: readonly Dish[]): Dishes => new Map(dishes.map((dish) => [dish.id, dish]));

/** Which day of a plan's cycle a date is. */
export function dayOfCycle({ anchor, days }: Pick<MenuPlan, 'anchor' | 'days'>, date: CivilDate): number {
  const cycle = days.length;
  return ((daysBetween(anchor, date) % cycle) + cycle) % cycle;
}

/** What a plan has for a meal of a day, at the library's prices of now, without what is not cooked any more; null where it has nothing, or is stopped. */
export function plannedOffer(
  plan: MenuPlan | undefined,
  date: CivilDate,
  meal: MealName,
  dishes: Dishes,
): Offer | null {
  if (plan === undefined || plan.stopped === true) return null;
  const planned = plan.days[dayOfCycle(plan, date)]?.find((one) => one.meal === meal);
  const items = (planned?.dishIds ?? []).flatMap((dishId) => {
    const dish = dishes.get(dishId);
    return dish === undefined || dish.archived === true ? [] : [itemOf(dish)];
  });
  if (planned === undefined || items.length === 0) return null;
  return offerOf({ ...planned, items });
}

/** When a plan is carried out: `atMs` is 0 where the hub is not sure of the time. */
interface Now {
  readonly today: CivilDate;
  readonly atMs: number;
}

/** Publishes what a plan has for the days ahead and nobody has published, closed or taken down. */
export const fillPlanned = (tx: RowTx, plan: MenuPlan, now: Now): Promise<void> =>
  eachMeal(tx, plan, now, (standing, offer) => (standing === undefined ? offer : null));

/**
 * Brings what a plan has put up for the days after today in line with what it says now, and takes down what it would no
 * longer put up. What a person has published or said of a meal stays, also that something of it has run out.
 */
export const renewPlanned = (tx: RowTx, plan: MenuPlan, now: Now): Promise<void> =>
  eachMeal(tx, plan, now, (standing, offer, date) => {
    if (standing === undefined) return offer;
    if (!isByPlan(standing) || date <= now.today) return null;
    const wanted = offer === null ? noOffer : offerAsServed(offer, standing);
    return isUp(standing) === (offer !== null) && same(offerOf(standing), wanted) ? null : wanted;
  });

/** `decide` says what becomes of a meal: null leaves it, an offer of nothing takes it down. */
async function eachMeal(
  tx: RowTx,
  plan: MenuPlan,
  { today, atMs }: Now,
  decide: (standing: Menu | undefined, offer: Offer | null, date: CivilDate) => Offer | null,
): Promise<void> {
  const dishes = byId(await tx.list('centre', 'dish'));
  const { canteenId } = plan;
  const publishes = (plan.publishing ?? null) !== null;
  for (let i = 0; i < AHEAD; i += 1) {
    const date = addDays(today, i);
    for (const meal of mealNames) {
      const id = menuId(date, meal, canteenId);
      const standing = await tx.get('centre', 'menu', id);
      // Somebody has said when what they have written goes up.
      if (isDue(await tx.get('staff', 'menuDraft', id))) continue;
      const offer = decide(standing, publishes ? plannedOffer(plan, date, meal, dishes) : null, date);
      if (offer === null) continue;
      await tx.put('centre', 'menu', id, {
        ...{ id, date, meal, canteenId },
        ...offer,
        version: (standing?.version ?? 0) + 1,
        publishedAtMs: atMs,
        publishedBy: plan.publishing?.by ?? standing?.publishedBy ?? null,
        byPlan: true,
        ...(offer.items.length === 0 ? { off: 'withdrawn' } : {}),
      });
    }
  }
}
