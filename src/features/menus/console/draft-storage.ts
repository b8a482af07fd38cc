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
import type { MenuId, Mid } from '../../../kernel/ids.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
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

export interface StoredDraft {
  readonly draft: Draft | null;
  readonly sent: Sent | null;
}

const empty: Shelved = { draft: null, sent: null };
/** Of another shape than today's code writes: left alone. */
const SHAPE = 1;

type Strict = Pick<LocalStore, 'recall' | 'remember'>;

/**
 * Keeps what somebody is writing, per menu, in this browser only: at once in a text that a closed page leaves behind,
 * and in the store's own database, which a battery that dies in the same second does not take back.
 */
export class DraftStorage {
  readonly #revisions = new Map<MenuId, number>();
  /** By key, what is to be written down after what is being written. */
  readonly #waiting = new Map<string, string>();

  /** `owner` names the device and the person: nobody goes on with another's draft. */
  constructor(
    private readonly owner: string,
    private readonly store?: Strict,
  ) {}

  read(menuId: MenuId): StoredDraft {
    return this.#take(menuId, parsed(readText(this.#key(menuId))));
  }

  /** What the database has that is newer than what was read: the browser had not written its texts down. */
  async recall(menuId: MenuId): Promise<StoredDraft | null> {
    const kept = await this.store?.recall(this.#key(menuId));
    if (!isShelved(kept) || (kept.revision ?? 0) <= (this.#revisions.get(menuId) ?? 0)) return null;
    return this.#take(menuId, kept);
  }

  write(menuId: MenuId, { draft, sent }: StoredDraft): void {
    const key = this.#key(menuId);
    const revision = (this.#revisions.get(menuId) ?? 0) + 1;
    this.#revisions.set(menuId, revision);
    const text = JSON.stringify({ shape: SHAPE, revision, draft, sent });
    if (draft === null && sent === null) dropText(key);
    else writeText(key, text);
    void this.#toDisk(key, text);
  }

  /** One at a time, and then the last of what was typed meanwhile: each waits for the disk. */
  async #toDisk(key: string, text: string): Promise<void> {
    if (this.store === undefined) return;
    const isWriting = this.#waiting.has(key);
    this.#waiting.set(key, text);
    if (isWriting) return;
    for (let written = ''; written !== this.#waiting.get(key);) {
      written = this.#waiting.get(key) ?? '';
      // Where it does not come to the disk the text is kept all the same.
      await this.store
        .remember(key, JSON.parse(written), 'strict')
        .catch((error: unknown) => console.error(error));
    }
    this.#waiting.delete(key);
  }

  /** Tells what another page of this browser writes of a menu. Returns the disposer. */
  watch(menuId: MenuId, next: (shelved: StoredDraft) => void): () => void {
    const heard = ({ key, newValue }: StorageEvent): void => {
      if (key === this.#key(menuId)) next(this.#take(menuId, parsed(newValue)));
    };
    window.addEventListener('storage', heard);
    return () => window.removeEventListener('storage', heard);
  }

  #take(menuId: MenuId, { draft, sent, revision }: Shelved): StoredDraft {
    this.#revisions.set(menuId, Math.max(revision ?? 0, this.#revisions.get(menuId) ?? 0));
    return { draft, sent };
  }

  #key(menuId: MenuId): string {
    return `leling:draft:${this.owner}:${menuId}`;
  }
}

/** As it is kept; `revision` counts up with each writing, and is absent where an earlier build has written. */
interface Shelved extends StoredDraft {
  readonly revision?: number | undefined;
}

function parsed(text: string | null): Shelved {
  if (text === null) return empty;
  try {
    const value: unknown = JSON.parse(text);
    return isShelved(value) ? value : empty;
  } catch {
    return empty;
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
const hasShape = shape({ shape: (value): value is unknown => value === SHAPE });
const hasParts = shape<Shelved>({
  draft: orNull(isDraft),
  sent: orNull(shape<Sent>({ mid: isId<'Mid'>, version: isNumber, draft: isDraft })),
  revision: orMissing(isNumber),
});
const isShelved: Guard<Shelved> = (value): value is Shelved => hasShape(value) && hasParts(value);

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
