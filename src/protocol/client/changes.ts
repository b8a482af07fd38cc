/** More rows of a kind than this are told as the whole kind, so that what goes to other tabs stays small. */
const MOST_IDS = 100;

/**
 * What changed, by kind: the ids of its rows, or null for all there may be. A kind is named `BUCKET/KIND` where it is
 * stored and `SCOPE/KIND` as views know it; `BUCKET/*` stands for all kinds of a bucket.
 */
export type Changes = ReadonlyMap<string, ReadonlySet<string> | null>;

export const NO_CHANGES: Changes = new Map();

/** Gathers what changes. */
export class ChangeList {
  readonly #kinds = new Map<string, Set<string> | null>();

  get changes(): Changes {
    return this.#kinds;
  }

  /** A row of a kind changed. */
  row(kind: string, id: string): void {
    const ids = this.#kinds.get(kind);
    if (ids === undefined) this.#kinds.set(kind, new Set([id]));
    else if (ids !== null && ids.size < MOST_IDS) ids.add(id);
    else this.whole(kind);
  }

  /** Any row of a kind may have changed. */
  whole(kind: string): void {
    this.#kinds.set(kind, null);
  }

  add(changes: Changes): void {
    changes.forEach((ids, kind) => {
      if (ids === null) this.whole(kind);
      else ids.forEach((id) => this.row(kind, id));
    });
  }
}

/** As plain data for another tab: kinds, and the ids of those whose rows are known one by one. */
export interface ToldChanges {
  readonly kinds: readonly string[];
  readonly ids?: Readonly<Record<string, readonly string[]>>;
}

export function tellChanges(changes: Changes): ToldChanges {
  const ids: Record<string, readonly string[]> = {};
  changes.forEach((some, kind) => {
    if (some !== null) ids[kind] = [...some];
  });
  return { kinds: [...changes.keys()], ids };
}

/** What another tab told; one of an older build tells kinds only. */
export const heardChanges = ({ kinds, ids = {} }: ToldChanges): Changes =>
  new Map(
    kinds.map((kind) => {
      const some = ids[kind];
      return [kind, some === undefined ? null : new Set(some)];
    }),
  );
