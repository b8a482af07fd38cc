import { parsePrice } from '../../../kernel/money.ts';
import { same } from '../../../kernel/same.ts';
import type { MenuItem } from './menu.ts';

/** A dish as it is being written: what was typed for its prices stays as it was typed. */
export interface WrittenLine {
  readonly item: MenuItem;
  readonly price: string;
  /** Empty where there is no small portion. */
  readonly small: string;
}

export interface WrittenSet {
  readonly name: string;
  readonly price: string;
  readonly text: string;
}

/** A menu as somebody writes it. */
export interface Written {
  readonly lines: readonly WrittenLine[];
  readonly set: WrittenSet | null;
  readonly note: string;
}

type ItemField = Exclude<keyof MenuItem, 'dishId' | 'priceFen' | 'smallPriceFen'>;

/** What of a dish two people can say differently, besides its prices: none is missing, or this does not compile. */
const itemFields: { readonly [F in ItemField]-?: F } = {
  name: 'name',
  shortName: 'shortName',
  nameEn: 'nameEn',
  shortNameEn: 'shortNameEn',
  tags: 'tags',
  allergens: 'allergens',
  unit: 'unit',
  photo: 'photo',
  drawing: 'drawing',
  energyKcal: 'energyKcal',
  fatG: 'fatG',
  saltG: 'saltG',
  ingredients: 'ingredients',
  ingredientsEn: 'ingredientsEn',
  soldOut: 'soldOut',
  left: 'left',
};

/** What of a line can be another; the prices as they were typed. */
export type LineField = ItemField | 'price' | 'small';
const lineFields: readonly LineField[] = [...Object.values(itemFields), 'price', 'small'];

/** Something that two people have put differently since both began from the same. */
export type Collision =
  | {
      readonly of: 'dish';
      /** `line`: one has taken the dish off that the other has changed. */
      readonly field: LineField | 'line';
      /** The line of each; null where it has been taken off. */
      readonly mine: WrittenLine | null;
      readonly theirs: WrittenLine | null;
    }
  | { readonly of: 'set'; readonly mine: WrittenSet | null; readonly theirs: WrittenSet | null }
  | { readonly of: 'note'; readonly mine: string; readonly theirs: string };

/** What was taken over from the other without a question. */
export type Taken =
  | { readonly of: 'dish'; readonly what: 'added' | 'removed' | LineField; readonly line: WrittenLine }
  | { readonly of: 'set' }
  | { readonly of: 'note' };

interface Merged {
  /** Both in one; where they collide it says what `mine` does. */
  readonly written: Written;
  readonly collisions: readonly Collision[];
  readonly taken: readonly Taken[];
}

/**
 * What two people have made of the same menu, in one: field by field of each dish, what only one has changed is as that
 * one has it. The order is mine, unless only theirs is another than it was.
 */
export function mergeMenus(base: Written, mine: Written, theirs: Written): Merged {
  const collisions: Collision[] = [];
  const taken: Taken[] = [];
  const lines = new Map<string, WrittenLine>();
  for (const dishId of idsIn(mine, theirs)) {
    const merged = mergeLines(lineOf(base, dishId), lineOf(mine, dishId), lineOf(theirs, dishId));
    if (merged.line !== null) lines.set(dishId, merged.line);
    collisions.push(...merged.collisions);
    taken.push(...merged.taken);
  }
  const set = pick(base.set, mine.set, theirs.set, sameSet);
  if (set === 'both') collisions.push({ of: 'set', mine: mine.set, theirs: theirs.set });
  if (set === 'theirs') taken.push({ of: 'set' });
  const note = pick(base.note, mine.note, theirs.note, sameNote);
  if (note === 'both') collisions.push({ of: 'note', mine: mine.note, theirs: theirs.note });
  if (note === 'theirs') taken.push({ of: 'note' });
  return {
    written: {
      lines: inOrder(base, mine, theirs).flatMap((dishId) => lines.get(dishId) ?? []),
      set: set === 'theirs' ? theirs.set : mine.set,
      note: note === 'theirs' ? theirs.note : mine.note,
    },
    collisions,
    taken,
  };
}

/** Whose word stands: `both` where each has said something else of his own. */
function pick<T>(base: T, mine: T, theirs: T, isSame: (a: T, b: T) => boolean): 'mine' | 'theirs' | 'both' {
  if (isSame(mine, theirs) || isSame(base, theirs)) return 'mine';
  return isSame(base, mine) ? 'theirs' : 'both';
}

interface MergedLine {
  readonly line: WrittenLine | null;
  readonly collisions: readonly Collision[];
  readonly taken: readonly Taken[];
}

const alone = (line: WrittenLine | null, taken: readonly Taken[] = []): MergedLine => ({
  line,
  collisions: [],
  taken,
});

function mergeLines(
  base: WrittenLine | null,
  mine: WrittenLine | null,
  theirs: WrittenLine | null,
): MergedLine {
  const asked = (line: WrittenLine | null): MergedLine => ({
    line,
    collisions: [{ of: 'dish', field: 'line', mine, theirs }],
    taken: [],
  });
  if (mine === null && theirs === null) return alone(null);
  if (theirs === null) {
    if (base === null || mine === null) return alone(mine);
    return fieldsBetween(base, mine).length === 0
      ? alone(null, [{ of: 'dish', what: 'removed', line: base }])
      : asked(mine);
  }
  if (mine === null) {
    if (base === null) return alone(theirs, [{ of: 'dish', what: 'added', line: theirs }]);
    // Of what is taken off it does not matter whether there is any left.
    return fieldsBetween(base, theirs).every(isOfStock) ? alone(null) : asked(null);
  }
  let line = mine;
  const collisions: Collision[] = [];
  const taken: Taken[] = [];
  for (const field of fieldsBetween(mine, theirs)) {
    const isTheirs = base !== null && !differs(base, mine, field);
    const isMine = base !== null && !differs(base, theirs, field);
    if (isTheirs) {
      line = withField(line, field, theirs);
      taken.push({ of: 'dish', what: field, line: theirs });
    } else if (!isMine && isOfStock(field)) line = withField(line, field, theirs);
    else if (!isMine) collisions.push({ of: 'dish', field, mine, theirs });
  }
  return { line, collisions, taken };
}

/** The line with one thing as the other has it. */
function withField(line: WrittenLine, field: LineField, from: WrittenLine): WrittenLine {
  if (field === 'price')
    return { ...line, price: from.price, item: { ...line.item, priceFen: from.item.priceFen } };
  if (field === 'small')
    return { ...line, small: from.small, item: { ...line.item, smallPriceFen: from.item.smallPriceFen } };
  return { ...line, item: { ...line.item, [field]: from.item[field] } };
}

/** Whether it says only what can still be had. */
export const isOfStock = (field: string): boolean => field === 'soldOut' || field === 'left';

/** In what two lines differ. */
const fieldsBetween = (a: WrittenLine, b: WrittenLine): readonly LineField[] =>
  lineFields.filter((field) => differs(a, b, field));

function differs(a: WrittenLine, b: WrittenLine, field: LineField): boolean {
  if (field === 'price' || field === 'small') return worth(a[field]) !== worth(b[field]);
  // What was never said and what was said to be nothing is the same.
  return !same(a.item[field] ?? null, b.item[field] ?? null);
}

/** A price is what it is worth, however it was typed. */
const worth = (typed: string): number | string => {
  const parsed = parsePrice(typed);
  return parsed.ok ? parsed.value : typed.trim();
};
const sameNote = (a: string, b: string): boolean => a.trim() === b.trim();
const sameSet = (a: WrittenSet | null, b: WrittenSet | null): boolean =>
  a === null || b === null
    ? a === b
    : sameNote(a.name, b.name) && sameNote(a.text, b.text) && worth(a.price) === worth(b.price);

const lineOf = ({ lines }: Written, dishId: string): WrittenLine | null =>
  lines.find(({ item }) => item.dishId === dishId) ?? null;
const ids = ({ lines }: Written): readonly string[] => lines.map(({ item }) => item.dishId);
const idsIn = (...sides: readonly Written[]): ReadonlySet<string> => new Set(sides.flatMap(ids));

/** The dishes of both in one order: what only one has stands behind what it stands behind there. */
function inOrder(base: Written, mine: Written, theirs: Written): readonly string[] {
  const [was, here, there] = [ids(base), ids(mine), ids(theirs)];
  const common = (of: readonly string[], with_: readonly string[]) => of.filter((one) => with_.includes(one));
  const isMoved = !same(common(here, was), common(was, here));
  const [first, second] = isMoved ? [here, there] : [there, here];
  return second.reduce(
    (order, dishId, i) => (order.includes(dishId) ? order : behind(second.slice(0, i), order, dishId)),
    first,
  );
}

/** A list with one more in it: behind the last that it stands behind elsewhere. */
function behind(before: readonly string[], order: readonly string[], dishId: string): readonly string[] {
  const last = [...before].reverse().find((one) => order.includes(one));
  const at = last === undefined ? 0 : order.indexOf(last) + 1;
  return [...order.slice(0, at), dishId, ...order.slice(at)];
}

/** Names a collision among those of its menu, for as long as both say what they do. */
export const collisionKey = (one: Collision): string =>
  one.of === 'dish' ? `${(one.mine ?? one.theirs)?.item.dishId ?? ''}.${one.field}` : one.of;

/** What is written, with what the other says where both have said something. */
export function withTheirs(written: Written, one: Collision, theirs: Written): Written {
  if (one.of === 'set') return { ...written, set: one.theirs };
  if (one.of === 'note') return { ...written, note: one.theirs };
  const { field } = one;
  const { lines } = written;
  if (one.theirs === null) return { ...written, lines: lines.filter((line) => line !== one.mine) };
  if (one.mine !== null) {
    const [mine, other] = [one.mine, one.theirs];
    return {
      ...written,
      lines: lines.map((line) => (line === mine && field !== 'line' ? withField(line, field, other) : line)),
    };
  }
  const back = one.theirs;
  const there = ids(theirs);
  const order = behind(there.slice(0, there.indexOf(back.item.dishId)), ids(written), back.item.dishId);
  return { ...written, lines: order.map((dishId) => lineOf(written, dishId) ?? back) };
}
