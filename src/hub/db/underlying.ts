import type { ClientId, Mid } from '../../kernel/ids.ts';
import type { BucketName } from '../../kernel/buckets.ts';
import type { RowRange } from '../../kernel/row-range.ts';
import type { RowForms } from './row-forms.ts';
import type { ArchivePlace, ClientRecord, MetaKey, MutationRecord } from '../../protocol/hub/ports.ts';

/** What unwritten changes lie on: others of them, or the committed rows. Rows are JSON text here. */
export interface Underlying {
  readonly forms: RowForms;
  /** A row's text, from the archive where its bucket has it no more. */
  text(bucket: BucketName, kind: string, id: string): Promise<string | null>;
  /** The live rows of a kind, or those of a range, by id; the caller owns the map. */
  texts(bucket: BucketName, kind: string, range?: RowRange): Promise<Map<string, string>>;
  /** The rows of a kind in whose text another stands, the archive's among them, by id; the caller owns the map. */
  textsMentioning(bucket: BucketName, kind: string, text: string): Promise<Map<string, string>>;
  meta(key: MetaKey): Promise<string | undefined>;
  client(clientId: ClientId): Promise<ClientRecord | undefined>;
  mutations(mids: readonly Mid[]): Promise<Map<Mid, MutationRecord>>;
  midsOf(clientId: ClientId, from: number, to: number): Promise<Map<number, Mid>>;
}

/** A row as it is to be written; text null is its tombstone. */
export interface WrittenRow {
  readonly bucket: BucketName;
  readonly kind: string;
  readonly id: string;
  readonly text: string | null;
}

/** A row on its way to the archive. */
export interface MovedRow extends ArchivePlace {
  readonly bucket: BucketName;
  readonly kind: string;
  readonly id: string;
  readonly text: string;
}

/** One key for a row in a map. */
export const rowKey = (bucket: BucketName, kind: string, id: string): string => `${bucket}\n${kind}\n${id}`;
