import { checkMenuDraft } from '../model/check-menu.ts';
import type { Written, WrittenLine, WrittenSet } from '../model/merge-menu.ts';
import type { Offered } from '../model/life.ts';
import { itemOf, type Dish, type Menu, type MenuItem, type Offer } from '../model/menu.ts';
import { asServed } from '../model/served.ts';
import { formatPrice, parsePrice } from '../../../kernel/money.ts';
import type { FieldProblem } from '../../../kernel/check.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import type { MenuId } from '../../../kernel/ids.ts';

export type DraftLine = WrittenLine;
export type DraftSet = WrittenSet;

/** A dish's names besides the Chinese one, as somebody has typed them. */
export type DishNames = Partial<Pick<MenuItem, 'shortName' | 'nameEn' | 'shortNameEn'>>;

/** A menu as staff are writing it, with what they started from. */
export interface Draft extends Written {
  readonly menuId: MenuId;
  /** The published menu this began as; null where there was none. */
  readonly base: Menu | null;
  /** What waited to be published, where this began as that. */
  readonly from?: Offered;
  /** Where what is written here was chosen over that version, published or drafted, by the collisions' keys. */
  readonly stands?: { readonly version: number; readonly keys: readonly string[]; readonly ofDraft?: true };
}

type PublishArgs = ArgsOf<'menu.publish'>;

/** A draft that says what waits to be published, else what the published menu says. */
export function draftOf(menuId: MenuId, base: Menu | null, from: Offered | null = null): Draft {
  const begun: Offer | null = from?.offer ?? base;
  return {
    menuId,
    base,
    ...(from === null ? {} : { from }),
    lines: (begun?.items ?? []).map((item) => lineOf(asServed(item, base))),
    set: begun?.set ? { ...begun.set, price: formatPrice(begun.set.priceFen) } : null,
    note: begun?.note ?? '',
  };
}

/** The draft upon what is published now; what it began as says no more of it. */
export function upon({ from: _, ...draft }: Draft, base: Menu): Draft {
  return { ...draft, base };
}

/** A dish as a line; one that costs nothing is typed as 0. */
const lineOf = (item: MenuItem): DraftLine => ({
  item,
  price: formatPrice(item.priceFen ?? 0),
  small: item.smallPriceFen === null ? '' : formatPrice(item.smallPriceFen),
});

export const withDish = (draft: Draft, dish: Dish): Draft => ({
  ...draft,
  lines: [...draft.lines, lineOf(itemOf(dish))],
});

export const withLine = (draft: Draft, index: number, change: Partial<DraftLine>): Draft => ({
  ...draft,
  lines: draft.lines.map((line, i) => (i === index ? { ...line, ...change } : line)),
});

export const withoutLine = (draft: Draft, index: number): Draft => ({
  ...draft,
  lines: draft.lines.filter((_, i) => i !== index),
});

/** Puts a removed line back where it was. */
export const withLineBack = (draft: Draft, index: number, line: DraftLine): Draft => ({
  ...draft,
  lines: [...draft.lines.slice(0, index), line, ...draft.lines.slice(index)],
});

/** Moves a line one place up (−1) or down (1); at the end it stays. */
export function moved(draft: Draft, index: number, by: 1 | -1): Draft {
  const line = draft.lines[index];
  const to = index + by;
  if (line === undefined || to < 0 || to >= draft.lines.length) return draft;
  return withLineBack(withoutLine(draft, index), to, line);
}

/** What is written so far, for a preview: a price that cannot be read stands as it was. */
export function offerWritten(draft: Draft): Offer {
  const { lines, set, note, base } = draft;
  const priceOr = (typed: string, was: number | null): number | null => {
    const parsed = parsePrice(typed);
    return parsed.ok ? parsed.value : was;
  };
  return {
    items: lines.map(({ item, price, small }) => {
      const fen = priceOr(price, item.priceFen);
      const smallPriceFen = small.trim() === '' ? null : priceOr(small, item.smallPriceFen);
      return { ...item, priceFen: fen === 0 ? null : fen, smallPriceFen };
    }),
    set:
      set === null || set.name.trim() === ''
        ? null
        : {
            name: set.name,
            text: set.text,
            priceFen: priceOr(set.price, base?.set?.priceFen ?? 0) ?? 0,
            ...setAsItWas(draft),
          },
    note: orNone(note),
    ...noteAsItWas(draft),
  };
}

/** What would be published, or what has to be put right first; `field` is the path in the draft. */
export function publishable(draft: Draft): Result<PublishArgs, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const price = (text: string, field: string): number => {
    const parsed = parsePrice(text);
    if (parsed.ok) return parsed.value;
    problems.push({ field, code: parsed.error });
    return 0;
  };
  const items = draft.lines.map(({ item, ...typed }, i): MenuItem => {
    const fen = price(typed.price, `items.${i}.priceFen`);
    const small = typed.small.trim() === '' ? null : price(typed.small, `items.${i}.smallPriceFen`);
    return { ...item, ...otherNames(item), priceFen: fen === 0 ? null : fen, smallPriceFen: small };
  });
  const set =
    draft.set === null
      ? null
      : {
          name: draft.set.name.trim(),
          text: draft.set.text.trim(),
          priceFen: price(draft.set.price, 'set.priceFen'),
          ...setAsItWas(draft),
        };
  const note = orNone(draft.note);
  const unread = new Set(problems.map(({ field }) => field));
  // What could not be read stands as 0 here; the rules have nothing to say of it, nor of what is measured by it.
  const misled = ({ field }: FieldProblem): boolean =>
    unread.has(field) || unread.has(field.replace('smallPriceFen', 'priceFen'));
  problems.push(...checkMenuDraft({ items, set, note }).filter((problem) => !misled(problem)));
  if (problems.length > 0) return err(problems);
  return ok({
    menuId: draft.menuId,
    items,
    set,
    note,
    ...noteAsItWas(draft),
    baseVersion: draft.base?.version ?? 0,
  });
}

/** A dish's names besides the Chinese one: one that was emptied is null, one that nobody was asked for stays absent. */
function otherNames({ nameEn, shortName, shortNameEn }: MenuItem): DishNames & Pick<MenuItem, 'nameEn'> {
  return {
    nameEn: orNone(nameEn),
    ...(shortName === undefined ? {} : { shortName: orNone(shortName) }),
    ...(shortNameEn === undefined ? {} : { shortNameEn: orNone(shortNameEn) }),
  };
}

const orNone = (typed: string | null): string | null => typed?.trim() || null;

/** What nobody types of a set meal: its English as far as that still says what the Chinese does, and whether it is sold out. */
function setAsItWas({
  set,
  base,
  from,
}: Draft): Pick<NonNullable<Menu['set']>, 'nameEn' | 'textEn' | 'soldOut'> {
  const { name, nameEn, text, textEn } = (from?.offer ?? base)?.set ?? {};
  const soldOut = base?.set?.soldOut;
  return {
    ...(soldOut === undefined ? {} : { soldOut }),
    ...(nameEn !== undefined && name === set?.name.trim() ? { nameEn } : {}),
    ...(textEn !== undefined && text === set?.text.trim() ? { textEn } : {}),
  };
}

/** The note's English, as far as that still says what the Chinese does. */
function noteAsItWas({ note, base, from }: Draft): Pick<Offer, 'noteEn'> {
  const begun: Offer | null = from?.offer ?? base;
  const noteEn = orNone(note) === begun?.note ? begun?.noteEn : undefined;
  return noteEn === undefined ? {} : { noteEn };
}

/** A price so far from what it was that a digit may have slipped in or out. */
interface PriceLeap {
  readonly item: MenuItem;
  readonly fromFen: number;
  readonly toFen: number;
}

const LEAP_FACTOR = 5;

/**
 * The prices that would leap more than five times up or down, or to nothing: worth one question before an elder pays
 * them, or the kitchen does.
 */
export const priceLeapsOf = (draft: Draft): readonly PriceLeap[] =>
  draft.lines.flatMap(({ item, price }) => {
    const [fromFen, typed] = [item.priceFen ?? 0, parsePrice(price)];
    if (fromFen === 0 || !typed.ok) return [];
    const toFen = typed.value;
    return toFen > fromFen * LEAP_FACTOR || toFen * LEAP_FACTOR < fromFen ? [{ item, fromFen, toFen }] : [];
  });

/** Whether it says anything else than what it began as: 9.5 for 9.50 is no change. */
export function isChanged(draft: Draft): boolean {
  const wanted = publishable(draft);
  if (wanted.ok && draft.base !== null) return !saysTheSame(draft.base, wanted.value);
  const { lines, set, note } = draftOf(draft.menuId, draft.base);
  return !same([draft.lines, draft.set, draft.note], [lines, set, note]);
}

/** Whether somebody has changed anything in it since it was begun. */
export function isTouched(draft: Draft): boolean {
  if (draft.from === undefined) return isChanged(draft);
  const begun = draftOf(draft.menuId, draft.base, draft.from);
  const [wanted, was] = [publishable(draft), publishable(begun)];
  if (wanted.ok && was.ok) return !same(wanted.value, was.value);
  return !same([draft.lines, draft.set, draft.note], [begun.lines, begun.set, begun.note]);
}

/** Whether a menu says what was published in these arguments. */
export const saysTheSame = (menu: Offer, args: PublishArgs): boolean =>
  same([menu.items, menu.set, menu.note], [args.items, args.set, args.note]);

/** Same in every field; the fields of rows come in one order however they travelled. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]),
  );
}
