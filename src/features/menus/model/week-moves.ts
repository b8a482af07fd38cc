import { addDays, type CivilDate } from '../../../kernel/time.ts';
import type { MenuId, Mid } from '../../../kernel/ids.ts';
import { lifeOf, type MenuLife } from './life.ts';
import { firstDraftVersion } from './menu-change.ts';
import { menuId, offerOf, type MealName, type Offer } from './menu.ts';

type Book = Parameters<typeof lifeOf>[0];

/** A draft as it is to stand; `offer` null where it goes. `baseVersion` is the one it had, 0 where there was none. */
export interface DraftStep {
  readonly menuId: MenuId;
  readonly offer: Offer | null;
  readonly baseVersion: number;
}

/** What stands in a meal of a week to be taken elsewhere: what was written last, published or not; null where nothing does. */
export function offerIn(life: MenuLife): Offer | null {
  switch (life.state) {
    case 'up':
      return life.draft === null || life.draft.items.length === 0 ? offerOf(life.menu) : offerOf(life.draft);
    case 'draft':
      return offerOf(life.draft);
    case 'planned':
      return life.offer;
    case 'closed':
    case 'none':
      return null;
  }
}

/** Whether something may be put there: what guests see is not changed from a grid, and what is over not at all. */
export const mayTake = (life: MenuLife, date: CivilDate, today: CivilDate | null): boolean =>
  life.state !== 'up' && life.state !== 'closed' && (today === null || date >= today);

/** Another day's food begins anew: nothing of it is sold out, or counted. */
const fresh = (offer: Offer): Offer => ({
  ...offer,
  items: offer.items.map(({ left: _, ...item }) => ({ ...item, soldOut: false })),
  set: offer.set === null ? null : withoutSoldOut(offer.set),
});

function withoutSoldOut(set: NonNullable<Offer['set']>): NonNullable<Offer['set']> {
  const { soldOut: _, ...meal } = set;
  return meal;
}

const draftVersion = (book: Book, id: string): number =>
  book.drafts.find((one) => one.id === id)?.version ?? 0;

/** Puts what stands in one meal into another as a draft; `move` takes a draft away from where it stood. */
export function carry(book: Book, from: MenuId, to: MenuId, move: boolean): readonly DraftStep[] {
  const offer = offerIn(lifeOf(book, from));
  if (offer === null || from === to) return [];
  const steps: DraftStep[] = [{ menuId: to, offer: fresh(offer), baseVersion: draftVersion(book, to) }];
  const standing = draftVersion(book, from);
  if (move && standing > 0) steps.push({ menuId: from, offer: null, baseVersion: standing });
  return steps;
}

/** Writes drafts of the week before into the meals of a week that nobody has said anything of; what is over is left. */
export function repeatWeek(
  book: Book,
  monday: CivilDate,
  where: {
    readonly meals: readonly MealName[];
    readonly canteenId: string;
    readonly today: CivilDate | null;
  },
): readonly DraftStep[] {
  return [0, 1, 2, 3, 4, 5, 6].flatMap((i) =>
    where.meals.flatMap((meal) => {
      const date = addDays(monday, i);
      const to = menuId(date, meal, where.canteenId);
      const life = lifeOf(book, to);
      const offer = offerIn(lifeOf(book, menuId(addDays(date, -7), meal, where.canteenId)));
      if (life.state !== 'none' || offer === null || !mayTake(life, date, where.today)) return [];
      return [{ menuId: to, offer: fresh(offer), baseVersion: draftVersion(book, to) }];
    }),
  );
}

/** A step that was taken, and the change that did. */
export interface TakenStep extends DraftStep {
  readonly mid: Mid;
}

/** What takes steps back, once they are done: each draft as it stood before, the last first. */
export function undoOf(book: Book, steps: readonly TakenStep[]): readonly DraftStep[] {
  return [...steps].reverse().map(({ menuId: id, offer, baseVersion, mid }) => {
    const written = baseVersion === 0 ? firstDraftVersion(mid) : baseVersion + 1;
    const before = book.drafts.find((one) => one.id === id);
    return {
      menuId: id,
      offer: before === undefined ? null : offerOf(before),
      baseVersion: offer === null ? 0 : written,
    };
  });
}

/** The arguments of the change that writes a draft. */
export const argsOf = (id: MenuId, { items, set, note, noteEn }: Offer, baseVersion: number) => ({
  menuId: id,
  items: [...items],
  set,
  note,
  ...(noteEn === undefined ? {} : { noteEn }),
  baseVersion,
});
