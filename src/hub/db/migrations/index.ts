import type { Compilable, Kysely } from 'kysely';
import type { EngineName } from '../tables.ts';
import { first } from './0001-first.ts';

/** One step of the database's history. What has been released never changes: a later step changes it. */
export interface Migration {
  readonly name: string;
  readonly statements: (db: Kysely<unknown>, engine: EngineName) => readonly Compilable[];
}

/** In their order, for ever. */
export const migrations: readonly Migration[] = [{ name: '0001-first', statements: first }];
