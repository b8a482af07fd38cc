import type { Kysely } from 'kysely';

/** The hub's tables. JSON is kept as text on both engines, so that a row is the same bytes on both. */
export interface Tables {
  meta: { key: string; value: string };
  /** One counter a bucket: locked to the end of the transaction that moves it. */
  bucket: { name: string; version: number; floor: number };
  /** Rows of all buckets; `data` null is a tombstone, which died at `diedAtMs`. */
  row: {
    bucket: string;
    kind: string;
    id: string;
    version: number;
    data: string | null;
    diedAtMs: number | null;
  };
  /** Rows that have left their bucket, as they last were. */
  archive: {
    bucket: string;
    kind: string;
    day: string;
    id: string;
    about: string | null;
    v: number;
    data: string;
  };
  client: { clientId: string; owner: string; last: number; lastMid: string | null; safe: number };
  mutation: { mid: string; name: string; result: string; receivedAtMs: number };
  chain: { clientId: string; seq: number; mid: string };
  /** Each start of a hub, and as JSON how far every bucket had come when it was over. */
  run: { id: string; startedAtMs: number; ended: string | null };
  /** What only the hub knows, by kind and id: hashes of tokens and passwords, pairings. In no bucket, never sent. */
  vault: { kind: string; id: string; data: string };
  migration: { name: string; checksum: string; appliedAtMs: number };
}

export type Db = Kysely<Tables>;
export type EngineName = 'sqlite' | 'postgres';
