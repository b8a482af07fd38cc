import { DraftShelf, type Shelving } from '../../../app/draft-shelf.ts';
import {
  isId,
  isNumber,
  isText,
  listOf,
  orMissing,
  orNull,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { Mid } from '../../../kernel/ids.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import type { Draft } from './menu-draft.ts';

/** A menu that was published from here and has not been heard of since. */
export interface Sent {
  readonly mid: Mid;
  /** The version it becomes when the hub takes it. */
  readonly version: number;
  /** What was written, to be shown again when the hub does not take it. */
  readonly draft: Draft;
}

/** A draft that was kept for others and has not been heard of since. */
export interface Saved {
  readonly mid: Mid;
  readonly draft: Draft;
}

export interface StoredDraft {
  readonly draft: Draft | null;
  readonly sent: Sent | null;
  readonly saved?: Saved | undefined;
}

/** Keeps the menus that somebody is writing, each under its id. */
export class DraftStorage extends DraftShelf<StoredDraft> {
  /** `owner` names the device and the person: nobody goes on with another's draft. */
  constructor(owner: string, store?: Pick<LocalStore, 'recall' | 'remember'>) {
    super(owner, shelving, store);
  }
}

const isLine = shape({
  item: shape({ dishId: isText, name: isText }),
  price: isString,
  small: isString,
});
const hasDraft = shape({
  menuId: isText,
  base: orNull(shape({ version: isNumber, items: listOf(shape({ dishId: isText })) })),
  lines: listOf(isLine),
  set: orNull(shape({ name: isString, price: isString, text: isString })),
  note: isString,
  from: orMissing(shape({ version: isNumber, offer: shape({ items: listOf(shape({ dishId: isText })) }) })),
});
const isDraft: Guard<Draft> = (value): value is Draft => hasDraft(value);
const isStored = shape<StoredDraft>({
  draft: orNull(isDraft),
  sent: orNull(shape<Sent>({ mid: isId<'Mid'>, version: isNumber, draft: isDraft })),
  saved: orMissing(shape<Saved>({ mid: isId<'Mid'>, draft: isDraft })),
});
const shelving: Shelving<StoredDraft> = {
  empty: { draft: null, sent: null },
  is: isStored,
  isEmpty: ({ draft, sent, saved }) => draft === null && sent === null && saved === undefined,
};

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
