import { isNumber, orMissing, shape, type Guard } from '../kernel/guards.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { dropText, readText, writeText } from './local-texts.ts';

type Strict = Pick<LocalStore, 'recall' | 'remember'>;

/** What lies on a shelf. */
export interface Shelving<T> {
  /** Where there is none. */
  readonly empty: T;
  readonly is: Guard<T>;
  readonly isEmpty: (draft: T) => boolean;
  /** What comes before each name, so that one sort is not taken for another. */
  readonly under?: string;
  /** It is of people, and so in no text that whoever takes the disk could read. */
  readonly isPersonal?: boolean;
}

/** Of another shape than today's code writes: left alone. */
const SHAPE = 1;

/** `revision` counts up with each writing, and is absent where an earlier build has written. */
interface Kept {
  readonly shape: unknown;
  readonly revision?: number | undefined;
}
const isKept = shape<Kept>({
  shape: (value): value is unknown => value === SHAPE,
  revision: orMissing(isNumber),
});

/**
 * Keeps what somebody is writing, each under its name, in this browser only: at once in a text that a closed page leaves
 * behind, and in the store's own database, which a battery that dies in the same second does not take back.
 */
export class DraftShelf<T extends object> {
  readonly #revisions = new Map<string, number>();
  /** By key, what is to be written down after what is being written. */
  readonly #waiting = new Map<string, string>();

  readonly #owner: string;
  readonly #of: Shelving<T>;
  readonly #store: Strict | undefined;

  /** `owner` names the device and the person: nobody goes on with another's draft. */
  constructor(owner: string, of: Shelving<T>, store?: Strict) {
    this.#owner = owner;
    this.#of = of;
    this.#store = store;
  }

  read(name: string): T {
    return this.#of.isPersonal === true
      ? this.#of.empty
      : this.#take(name, parsed(readText(this.#key(name))));
  }

  /** What the database has that is newer than what was read: the browser had not written its texts down. */
  async recall(name: string): Promise<T | null> {
    const kept: unknown = await this.#store?.recall(this.#key(name));
    if (!this.#isSound(kept) || (kept.revision ?? 0) <= (this.#revisions.get(name) ?? 0)) return null;
    return this.#take(name, kept);
  }

  write(name: string, draft: T): void {
    const key = this.#key(name);
    const revision = (this.#revisions.get(name) ?? 0) + 1;
    this.#revisions.set(name, revision);
    const isEmpty = this.#of.isEmpty(draft);
    const text = JSON.stringify({ shape: SHAPE, revision, ...draft });
    if (this.#of.isPersonal === true) return void this.#toDisk(key, isEmpty ? 'null' : text);
    if (isEmpty) dropText(key);
    else writeText(key, text);
    // Also that there is none: a text that was not written down yet is older than that.
    void this.#toDisk(key, text);
  }

  /** Whatever is kept under a name goes, also what this build cannot read. */
  async forget(name: string): Promise<void> {
    const key = this.#key(name);
    dropText(key);
    const kept = await this.#store?.recall(key);
    if (kept !== undefined && kept !== null) await this.#store?.remember(key, null, 'strict');
  }

  /** Tells what another page of this browser writes of one. Returns the disposer. */
  follow(name: string, next: (draft: T) => void): () => void {
    const heard = ({ key, newValue }: StorageEvent): void => {
      if (key === this.#key(name)) next(this.#take(name, parsed(newValue)));
    };
    window.addEventListener('storage', heard);
    return () => window.removeEventListener('storage', heard);
  }

  /** One at a time, and then the last of what was typed meanwhile: each waits for the disk. */
  async #toDisk(key: string, text: string): Promise<void> {
    if (this.#store === undefined) return;
    const isWriting = this.#waiting.has(key);
    this.#waiting.set(key, text);
    if (isWriting) return;
    for (let written = ''; written !== this.#waiting.get(key);) {
      written = this.#waiting.get(key) ?? '';
      // Where it does not come to the disk the text is kept all the same.
      await this.#store
        .remember(key, JSON.parse(written), 'strict')
        .catch((error: unknown) => console.error(error));
    }
    this.#waiting.delete(key);
  }

  #take(name: string, kept: unknown): T {
    if (!this.#isSound(kept)) return this.#of.empty;
    this.#revisions.set(name, Math.max(kept.revision ?? 0, this.#revisions.get(name) ?? 0));
    const { shape: _, revision: __, ...draft } = kept;
    return this.#of.is(draft) ? draft : this.#of.empty;
  }

  #isSound(kept: unknown): kept is T & Kept {
    return isKept(kept) && this.#of.is(kept);
  }

  #key(name: string): string {
    return `leling:draft:${this.#owner}:${this.#of.under ?? ''}${name}`;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
