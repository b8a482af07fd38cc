import { sql } from 'kysely';
import type { Step, StepTools } from './migration.ts';

/** Buckets with their rows, chains with their mutations, runs, and the vault. */
export const first: Step = {
  id: '0001-first',
  async take(tools) {
    for (const statement of statements(tools)) await statement.execute();
  },
};

function statements({ db, engine }: StepTools): readonly { execute(): Promise<void> }[] {
  // On SQLite a table is kept in the order of its key, without a second tree for row ids.
  const end = engine === 'sqlite' ? sql`without rowid` : sql``;
  const table = (name: string) => db.schema.createTable(name).modifyEnd(end);
  return [
    table('meta')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull()),
    table('bucket')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('floor', 'bigint', (c) => c.notNull()),
    table('row')
      .addColumn('bucket', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('data', 'text')
      .addColumn('diedAtMs', 'bigint')
      .addPrimaryKeyConstraint('row_key', ['bucket', 'kind', 'id']),
    db.schema.createIndex('row_version').unique().on('row').columns(['bucket', 'version']),
    db.schema.createIndex('row_died').on('row').column('diedAtMs').where('diedAtMs', 'is not', null),
    table('client')
      .addColumn('clientId', 'text', (c) => c.primaryKey())
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('last', 'bigint', (c) => c.notNull())
      .addColumn('lastMid', 'text')
      .addColumn('safe', 'bigint', (c) => c.notNull()),
    table('mutation')
      .addColumn('mid', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('result', 'text', (c) => c.notNull())
      .addColumn('receivedAtMs', 'bigint', (c) => c.notNull()),
    table('chain')
      .addColumn('clientId', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('mid', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('chain_key', ['clientId', 'seq']),
    table('run')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('startedAtMs', 'bigint', (c) => c.notNull())
      .addColumn('ended', 'text'),
    table('vault')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('vault_key', ['kind', 'id']),
  ];
}
