import type { FieldProblem } from '../../../kernel/check.ts';
import { MAX_FEN } from '../../../kernel/money.ts';
import type { Dish, Menu } from './menu.ts';

/** What an editor holds before it is published. */
type MenuDraft = Pick<Menu, 'items' | 'set' | 'note'>;

/** The most dishes a menu may have. */
export const MAX_ITEMS = 24;

/** What keeps a menu from being published; none when it may be. */
export function checkMenuDraft(draft: MenuDraft): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (draft.items.length === 0) problems.push({ field: 'items', code: 'none' });
  if (draft.items.length > MAX_ITEMS) problems.push({ field: 'items', code: 'too-many' });
  draft.items.forEach((item, i) => {
    if (draft.items.findIndex((one) => one.dishId === item.dishId) !== i) {
      problems.push({ field: `items.${i}.dishId`, code: 'twice' });
    }
    problems.push(...dishProblems(item, `items.${i}.`));
  });
  if (draft.set !== null) {
    if (draft.set.name.trim() === '') problems.push({ field: 'set.name', code: 'empty' });
    if (draft.set.text.trim() === '') problems.push({ field: 'set.text', code: 'empty' });
    problems.push(...priceProblems(draft.set.priceFen, 'set.priceFen'));
  }
  return problems;
}

type Priced = Pick<Dish, 'name' | 'priceFen' | 'smallPriceFen'>;

/** What keeps a dish from being saved. */
export const checkDish = (dish: Priced): readonly FieldProblem[] => dishProblems(dish, '');

function dishProblems({ name, priceFen, smallPriceFen }: Priced, prefix: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (name.trim() === '') problems.push({ field: `${prefix}name`, code: 'empty' });
  if (priceFen !== null) problems.push(...priceProblems(priceFen, `${prefix}priceFen`));
  if (smallPriceFen !== null) {
    problems.push(...priceProblems(smallPriceFen, `${prefix}smallPriceFen`));
    if (smallPriceFen >= (priceFen ?? 0))
      problems.push({ field: `${prefix}smallPriceFen`, code: 'not-smaller' });
  }
  return problems;
}

function priceProblems(fen: number, field: string): readonly FieldProblem[] {
  if (!Number.isInteger(fen) || fen < 0) return [{ field, code: 'not-a-price' }];
  return fen > MAX_FEN ? [{ field, code: 'too-high' }] : [];
}
