import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type CompiledQuery,
  type RawBuilder,
} from 'kysely';
import type { Bulk, Statement } from './runner.ts';
import type { Db, EngineName, Tables } from './tables.ts';

/**
 * The hub's statements, said once in Kysely and compiled once: the hot paths only bind their parameters.
 * What is compiled has stand-ins ('' and 0) where the parameters go.
 */
function statements(db: Db, engine: EngineName) {
  const isOneOf = (column: 'mid' | 'name'): RawBuilder<boolean> =>
    engine === 'sqlite'
      ? sql`${sql.ref(column)} in (select value from json_each(${''}))`
      : sql`${sql.ref(column)} = any(${''}::text[])`;
  const says =
    engine === 'sqlite'
      ? sql<boolean>`instr(data, ${''}) > 0`
      : sql<boolean>`position(${''}::text in data) > 0`;
  const runRows = db.selectFrom('run').select(['id', 'ended']);
  return {
    meta: of(db.selectFrom('meta').select('value').where('key', '=', '').compile()),
    client: of(db.selectFrom('client').selectAll().where('clientId', '=', '').compile()),
    clients: of(db.selectFrom('client').select(['clientId', 'last', 'safe']).orderBy('clientId').compile()),
    mutations: of(db.selectFrom('mutation').selectAll().where(isOneOf('mid')).compile()),
    midsOf: of(
      db
        .selectFrom('chain')
        .select(['seq', 'mid'])
        .where('clientId', '=', '')
        .where('seq', '>=', 0)
        .where('seq', '<=', 0)
        .compile(),
    ),
    row: of(
      db
        .selectFrom('row')
        .select('data')
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where('id', '=', '')
        .compile(),
    ),
    rows: of(
      db
        .selectFrom('row')
        .select(['id', 'data'])
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where('data', 'is not', null)
        .compile(),
    ),
    rowsAfterId: of(
      db
        .selectFrom('row')
        .select(['id', 'data'])
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where('id', '>', '')
        .where('data', 'is not', null)
        .orderBy('id')
        .limit(0)
        .compile(),
    ),
    archivedRow: of(
      db
        .selectFrom('archive')
        .select('data')
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where('id', '=', '')
        .compile(),
    ),
    archivedOn: of(
      db
        .selectFrom('archive')
        .select(['id', 'day', 'about', 'v', 'data'])
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where('day', '>=', '')
        .where('day', '<=', '')
        .orderBy('day', 'desc')
        .orderBy('id', 'desc')
        .limit(0)
        .compile(),
    ),
    archivedAbout: of(
      db
        .selectFrom('archive')
        .select(['id', 'day', 'about', 'v', 'data'])
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where('about', '=', '')
        .where('day', '>=', '')
        .where('day', '<=', '')
        .orderBy('day', 'desc')
        .orderBy('id', 'desc')
        .limit(0)
        .compile(),
    ),
    unarchive: of(
      db.deleteFrom('archive').where('bucket', '=', '').where('kind', '=', '').where('id', '=', '').compile(),
    ),
    rowsMentioning: of(
      db
        .selectFrom('row')
        .select(['id', 'data'])
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where(says)
        .compile(),
    ),
    archivedMentioning: of(
      db
        .selectFrom('archive')
        .select(['id', 'data'])
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where(says)
        .compile(),
    ),
    rowsWithin: of(
      db
        .selectFrom('row')
        .select(['id', 'data'])
        .where('bucket', '=', '')
        .where('kind', '=', '')
        .where('id', '>=', '')
        .where('id', '<', '')
        .where('data', 'is not', null)
        .compile(),
    ),
    rowsAfter: of(
      db
        .selectFrom('row')
        .select(['kind', 'id', 'version', 'data'])
        .where('bucket', '=', '')
        .where('version', '>', 0)
        .orderBy('version')
        .limit(0)
        .compile(),
    ),
    liveRowsAfter: of(
      db
        .selectFrom('row')
        .select(['kind', 'id', 'version', 'data'])
        .where('bucket', '=', '')
        .where('version', '>', 0)
        .where('data', 'is not', null)
        .orderBy('version')
        .limit(0)
        .compile(),
    ),
    bucket: of(db.selectFrom('bucket').selectAll().where('name', '=', '').compile()),
    buckets: of(db.selectFrom('bucket').selectAll().orderBy('name').compile()),
    /** Locked in the order of their names. */
    lockBuckets: of(
      engine === 'sqlite'
        ? db.selectFrom('bucket').selectAll().where(isOneOf('name')).orderBy('name').compile()
        : db.selectFrom('bucket').selectAll().where(isOneOf('name')).orderBy('name').forUpdate().compile(),
    ),
    run: of(runRows.where('id', '=', '').compile()),
    openRuns: of(runRows.where('ended', 'is', null).compile()),
    endRun: of(db.updateTable('run').set({ ended: '' }).where('id', '=', '').compile()),
    dead: of(
      db
        .selectFrom('row')
        .select((e) => ['bucket', e.fn.max('version').as('version')])
        .where('diedAtMs', '<', 0)
        .groupBy('bucket')
        .compile(),
    ),
    oldestDead: of(
      db
        .selectFrom('row')
        .select('version')
        .where('bucket', '=', '')
        .where('version', '<=', 0)
        .where('data', 'is', null)
        .orderBy('version')
        .limit(0)
        .compile(),
    ),
    bury: of(
      db
        .deleteFrom('row')
        .where('bucket', '=', '')
        .where('version', '<=', 0)
        .where('data', 'is', null)
        .compile(),
    ),
    raiseFloor: of(db.updateTable('bucket').set({ floor: 0 }).where('name', '=', '').compile()),
    setSafe: of(db.updateTable('client').set({ safe: 0 }).where('clientId', '=', '').compile()),
    saveMeta: bulk(db, 'meta', { key: 'text', value: 'text' }, ['key']),
    saveBucket: bulk(db, 'bucket', { name: 'text', version: 'bigint', floor: 'bigint' }, ['name']),
    /** A counter that nobody has made yet, to be locked. */
    addBucket: bulk(db, 'bucket', { name: 'text', version: 'bigint', floor: 'bigint' }, ['name'], []),
    saveRow: bulk(
      db,
      'row',
      { bucket: 'text', kind: 'text', id: 'text', version: 'bigint', data: 'text', diedAtMs: 'bigint' },
      ['bucket', 'kind', 'id'],
    ),
    saveArchived: bulk(
      db,
      'archive',
      { bucket: 'text', kind: 'text', day: 'text', id: 'text', about: 'text', v: 'bigint', data: 'text' },
      ['bucket', 'kind', 'id'],
    ),
    saveClient: bulk(
      db,
      'client',
      { clientId: 'text', owner: 'text', last: 'bigint', lastMid: 'text', safe: 'bigint' },
      ['clientId'],
      // `safe` is the backups' to say.
      ['owner', 'last', 'lastMid'],
    ),
    saveMutation: bulk(
      db,
      'mutation',
      { mid: 'text', name: 'text', result: 'text', receivedAtMs: 'bigint' },
      null,
    ),
    saveChain: bulk(db, 'chain', { clientId: 'text', seq: 'bigint', mid: 'text' }, null),
    saveRun: bulk(db, 'run', { id: 'text', startedAtMs: 'bigint', ended: 'text' }, null),
  };
}

export type Statements = ReturnType<typeof statements>;

const compiled = new Map<EngineName, Statements>();

/** The statements of an engine, compiled at their first use. */
export function statementsOf(engine: EngineName): Statements {
  let all = compiled.get(engine);
  if (all === undefined) compiled.set(engine, (all = statements(compiler(engine), engine)));
  return all;
}

const of = <R>(query: CompiledQuery<R>): Statement<R> => ({ sql: query.sql });

/** Writes rows whole, or without a key only new ones: a known mid written twice is a bug, and fails. */
function bulk(
  db: Db,
  table: keyof Tables,
  columns: Readonly<Record<string, 'text' | 'bigint'>>,
  key: readonly string[] | null,
  updated?: readonly string[],
): Bulk {
  const names = Object.keys(columns);
  const list = columnList(names);
  const kept = updated ?? names.filter((name) => key !== null && !key.includes(name));
  const upsert = key === null ? sql`` : sql` on conflict (${columnList(key)}) ${whenThere(kept)}`;
  const into = sql`insert into ${sql.table(table)} (${list})`;
  const arrays = names.map((name) => sql`${''}::${sql.raw(columns[name] ?? 'text')}[]`);
  return {
    one: sql`${into} values (${sql.join(names.map(() => sql`${''}`))})${upsert}`.compile(db).sql,
    all: sql`${into} select * from unnest(${sql.join(arrays)})${upsert}`.compile(db).sql,
  };
}

const columnList = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));

const whenThere = (updated: readonly string[]) =>
  updated.length === 0
    ? sql`do nothing`
    : sql`do update set ${sql.join(updated.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))}`;

/** A Kysely that only compiles. */
function compiler(engine: EngineName): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => (engine === 'sqlite' ? new SqliteAdapter() : new PostgresAdapter()),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) =>
        engine === 'sqlite' ? new SqliteIntrospector(db) : new PostgresIntrospector(db),
      createQueryCompiler: () =>
        engine === 'sqlite' ? new SqliteQueryCompiler() : new PostgresQueryCompiler(),
    },
  });
}
