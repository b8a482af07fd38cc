import { isId, isNumber, isText, listOf, orNull, shape, type Guard } from '../../../kernel/guards.ts';
import type { MenuId, Mid } from '../../../kernel/ids.ts';
import type { Draft } from './menu-draft.ts';
import { dropText, readText, writeText } from '../../../app/local-texts.ts';

/** A menu that was published from here and has not been heard of since. */
export interface Sent {
  readonly mid: Mid;
  /** The version it becomes when the hub takes it. */
  readonly version: number;
  /** What was written, to be shown again when the hub does not take it. */
  readonly draft: Draft;
}

interface StoredDraft {
  readonly draft: Draft | null;
  readonly sent: Sent | null;
}

const empty: StoredDraft = { draft: null, sent: null };
/** Of another shape than today's code writes: left alone. */
const SHAPE = 1;

/** Keeps what somebody is writing, per menu, over a reload or a power cut: in this browser only. */
export class DraftStorage {
  /** `owner` names the device and the person: nobody goes on with another's draft. */
  constructor(private readonly owner: string) {}

  read(menuId: MenuId): StoredDraft {
    const text = readText(this.#key(menuId));
    if (text === null) return empty;
    try {
      const value: unknown = JSON.parse(text);
      return isShelved(value) ? { draft: value.draft, sent: value.sent } : empty;
    } catch {
      return empty;
    }
  }

  write(menuId: MenuId, shelved: StoredDraft): void {
    const key = this.#key(menuId);
    if (shelved.draft === null && shelved.sent === null) dropText(key);
    else writeText(key, JSON.stringify({ shape: SHAPE, ...shelved }));
  }

  #key(menuId: MenuId): string {
    return `leling:draft:${this.owner}:${menuId}`;
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
});
const isDraft: Guard<Draft> = (value): value is Draft => hasDraft(value);
const isShelved: Guard<StoredDraft> = shape<StoredDraft & { readonly shape: unknown }>({
  shape: (value): value is unknown => value === SHAPE,
  draft: orNull(isDraft),
  sent: orNull(shape<Sent>({ mid: isId<'Mid'>, version: isNumber, draft: isDraft })),
});

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
