import type { SqlHubDatabase } from '../../db/hub-database.ts';
import { SqliteEngine } from '../../db/sqlite.ts';
import type { Inside } from './kept.ts';
import { copySqlite } from './sqlite-copy.ts';

type Engine = SqlHubDatabase['engine'];

/** Copies a database that is in use into one file that is whole in itself, and says what it holds. */
export async function makeCopy(engine: Engine, path: string): Promise<Inside> {
  if (engine instanceof SqliteEngine) return copySqlite(engine.file, path);
  const { PostgresEngine } = await import('../../db/postgres.ts');
  const { dumpPostgres } = await import('./postgres-dump.ts');
  if (engine instanceof PostgresEngine) return dumpPostgres(engine.pool, path);
  throw new Error(`no way to back up ${engine.name}`);
}

/** How the name of an engine's copies ends. */
export const endingFor = (engine: Engine): 'sqlite' | 'dump' =>
  engine.name === 'sqlite' ? 'sqlite' : 'dump';
