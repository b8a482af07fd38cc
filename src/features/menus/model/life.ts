import { isDue } from './publish-at.ts';
import { plannedOffer, type Dishes } from './planned.ts';
import {
  isClosed,
  isUp,
  offerOf,
  parseMenuId,
  type Menu,
  type MenuDraft,
  type MenuPlan,
  type Offer,
} from './menu.ts';

/** How a meal stands with its menu; `version` is what a change of it is based on, 0 where nobody ever said anything. */
export type MenuLife = { readonly version: number } &
  /** Guests are shown it. */
  (
    | { readonly state: 'up'; readonly menu: Menu; readonly draft: MenuDraft | null }
    /** Guests are told that there is none. `draft` is what was on it. */
    | { readonly state: 'closed'; readonly menu: Menu; readonly draft: MenuDraft | null }
    /** Somebody has written it, or taken it down, and nobody has published it. */
    | { readonly state: 'draft'; readonly draft: MenuDraft }
    /** The repeating plan has something for it, and nobody has published that. */
    | { readonly state: 'planned'; readonly offer: Offer }
    | { readonly state: 'none' }
  );

/** What is known of menus, of all days and canteens. */
interface MenuBook {
  readonly menus: readonly Menu[];
  readonly drafts: readonly MenuDraft[];
  readonly plans: readonly MenuPlan[];
  readonly dishes: Dishes;
}

/** How the meal that a menu's id names stands. */
export function lifeOf({ menus, drafts, plans, dishes }: MenuBook, menuId: string): MenuLife {
  const menu = menus.find(({ id }) => id === menuId);
  const draft = drafts.find(({ id }) => id === menuId) ?? null;
  const version = menu?.version ?? 0;
  if (isUp(menu)) return { state: 'up', version, menu, draft };
  if (menu !== undefined && isClosed(menu)) return { state: 'closed', version, menu, draft };
  if (draft !== null && draft.items.length > 0) return { state: 'draft', version, draft };
  const meal = parseMenuId(menuId);
  const plan = plans.find(({ canteenId }) => canteenId === meal?.canteenId);
  const offer = meal === null ? null : plannedOffer(plan, meal.date, meal.meal, dishes);
  return offer === null ? { state: 'none', version } : { state: 'planned', version, offer };
}

/** What waits to be published; `version` is the draft's, 0 of what a plan has. */
export interface Offered {
  readonly offer: Offer;
  readonly version: number;
  /** Whoever has drafted it; absent of what a plan has. */
  readonly by?: string | null;
}

/** What an editor begins with besides what is published: of a closed meal what was on it. */
export function offeredOf(life: MenuLife): Offered | null {
  if (life.state === 'planned') return { offer: life.offer, version: 0 };
  if (!('draft' in life) || life.draft === null || life.draft.items.length === 0) return null;
  const { version, savedBy } = life.draft;
  return { offer: offerOf(life.draft), version, by: savedBy };
}

/** The version of what waits to be published of a meal; 0 where nothing does. */
export const draftVersionOf = (life: MenuLife): number =>
  'draft' in life && life.draft !== null ? life.draft.version : 0;

/** Whether something is written over what guests are shown, and waits for somebody to publish it. */
export const hasNewer = (life: MenuLife): boolean =>
  life.state === 'up' && publishableOf(life) !== null && !isDue(life.draft);

/** What one press would publish of a meal; null where that is nothing, or it is up as it is. */
export function publishableOf(life: MenuLife): Offer | null {
  switch (life.state) {
    case 'draft':
      return offerOf(life.draft);
    case 'planned':
      return life.offer;
    case 'up':
      return life.draft === null || life.draft.items.length === 0 ? null : offerOf(life.draft);
    case 'closed':
    case 'none':
      return null;
  }
}
