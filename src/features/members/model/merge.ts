import { same } from '../../../kernel/same.ts';
import type { Member } from './roster.ts';

const FIELDS = ['name', 'phone', 'birthYear', 'card', 'pairedWith', 'comfort', 'note', 'left'] as const;
type Field = (typeof FIELDS)[number];

/** The fields of two people's changes that cannot both stand: each has made something else of the same. */
export const collisions = (base: Member, mine: Member, theirs: Member): readonly Field[] =>
  FIELDS.filter(
    (field) =>
      !same(mine[field], base[field]) &&
      !same(theirs[field], base[field]) &&
      !same(mine[field], theirs[field]),
  );

/** What stands now, with what was changed from `base` to `mine`; of a field that both have changed, `mine`. */
export function mergedMember(base: Member, mine: Member, theirs: Member): Member {
  const of = <F extends Field>(field: F): Member[F] =>
    same(mine[field], base[field]) ? theirs[field] : mine[field];
  const { card: _, pairedWith: __, comfort: ___, note: ____, left: _____, ...others } = theirs;
  const [card, pairedWith, comfort, note, left] = [
    of('card'),
    of('pairedWith'),
    of('comfort'),
    of('note'),
    of('left'),
  ];
  return {
    ...others,
    name: of('name'),
    phone: of('phone'),
    birthYear: of('birthYear'),
    ...(card === undefined ? {} : { card }),
    ...(pairedWith === undefined ? {} : { pairedWith }),
    ...(comfort === undefined ? {} : { comfort }),
    ...(note === undefined ? {} : { note }),
    ...(left === undefined ? {} : { left }),
  };
}
