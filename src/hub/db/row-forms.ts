import type { Json } from '../../kernel/json.ts';
import type { AnyRowKind } from '../../kernel/noun.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import { fieldsOf, schemaOf, upcast } from '../../kernel/versions.ts';

/** The field of a stored row that says of which version its shape is; absent is the first. */
const VERSION = '$v';

/**
 * Rows as they lie in the database: JSON text that says of which version of its kind it is. Each is brought to this
 * build's version where it is read, so that no start has to rewrite them, and a hub that is rolled back finds the old ones
 * as they were. A row of a newer version is read as it is: what a version adds, older builds let be.
 */
export class RowForms {
  /** Names the versions of all kinds together; who holds rows of another begins afresh. */
  readonly schema: number;
  readonly #kinds: ReadonlyMap<string, Pick<AnyRowKind, 'v' | 'upcasters'>>;

  constructor(kinds: Readonly<Record<string, Pick<AnyRowKind, 'v' | 'upcasters'>>>) {
    this.#kinds = new Map(Object.entries(kinds));
    this.schema = schemaOf(Object.values(kinds));
  }

  write(kind: string, row: unknown): string {
    const v = this.versionOf(kind);
    return v === 1 ? JSON.stringify(row) : JSON.stringify({ ...Object(row), [VERSION]: v });
  }

  /** A row's data as this build has it. */
  read(kind: string, text: string): Json {
    return this.#read(kind, text).data;
  }

  /** A row with the type that its kind's version gives it. */
  row<K extends Kind>(kind: K, text: string): RowOf<K> {
    return asRow<K>(this.read(kind, text));
  }

  /** Rows in the order of their ids, by UTF-16 code units as IndexedDB has it. */
  rows<K extends Kind>(kind: K, texts: ReadonlyMap<string, string>): RowOf<K>[] {
    return [...texts]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, text]) => this.row(kind, text));
  }

  versionOf(kind: string): number {
    return this.#kinds.get(kind)?.v ?? 1;
  }

  /** What the wire says of a row and its version: nothing of the first. */
  wire(kind: string, text: string | null): { readonly data: Json; readonly v?: number } {
    if (text === null) return { data: null };
    const { data, v } = this.#read(kind, text);
    return v === 1 ? { data } : { data, v };
  }

  #read(kind: string, text: string): { readonly data: Json; readonly v: number } {
    const stored = fieldsOf(JSON.parse(text));
    const known = this.#kinds.get(kind);
    const { [VERSION]: said, ...data } = stored;
    const v = typeof said === 'number' ? said : 1;
    const now = Math.max(v, known?.v ?? 1);
    if (now === 1) return { data: stored, v };
    return { data: upcast(data, v, now, known?.upcasters), v: now };
  }
}

/** The one place where stored JSON becomes a row again. */
const asRow = <K extends Kind>(data: Json): RowOf<K> => data as unknown as RowOf<K>;
