import type { RowOf } from '../../kernel/rows.ts';

/** Videos and photos by their SHA-256. */
export interface MediaLibrary {
  /** A URL that plays from what the device holds, or null while it is not whole on the device. */
  url(hash: string): Promise<string | null>;
  /** Tells of the hashes that have become playable. Returns the disposer. */
  onReady(next: (hash: string) => void): () => void;
  /** A file that is whole here does not play all the same; staff are told. */
  failed(hash: string, why: 'broken' | 'stalled'): void;
}

/** What a device is to hold, and all the centre has. */
export interface WantedFiles {
  readonly files: readonly RowOf<'media'>[];
  readonly known: ReadonlySet<string>;
}
