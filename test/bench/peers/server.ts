import Database from 'better-sqlite3';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { extname, join } from 'node:path';
import { benchRow, sumOf, type BenchRow } from './rows.ts';

/** What this server uses of express: typed here, since the peers are installed on demand and bring no types of their own. */
interface Req {
  readonly query: Record<string, string>;
  readonly path: string;
  readonly body: BenchRow[];
}
interface Res {
  json(value: unknown): void;
  type(name: string): Res;
  send(body: Buffer | string): void;
}
interface App {
  get(path: string, handler: (req: Req, res: Res) => void): void;
  post(path: string, handler: (req: Req, res: Res) => void): void;
  use(path: string, handler: unknown): void;
  listen(port: number, host: string, ready: () => void): Server;
}
interface Pouch {
  new (name: string): { bulkDocs(docs: readonly object[]): Promise<unknown>; close(): Promise<void> };
  defaults(options: { prefix: string }): Pouch;
}

/**
 * The peers' server on loopback: express-pouchdb over LevelDB, and for RxDB (and raw idb's pull) plain HTTP over SQLite
 * with `synchronous=FULL`, which is what our hub does too.
 */
export async function startPeersServer(
  peersFolder: string,
  pageFolder: string,
  dataFolder: string,
  total: number,
) {
  const require = createRequire(join(peersFolder, 'package.json'));
  const express: { (): App; json(options: { limit: string }): unknown } = require('express');
  const expressPouch: (pouch: Pouch, options: object) => unknown = require('express-pouchdb');
  const Base: Pouch = require('pouchdb');
  mkdirSync(join(dataFolder, 'pouch'), { recursive: true });
  const PouchHere = Base.defaults({ prefix: `${join(dataFolder, 'pouch')}/` });
  const rows = Array.from({ length: total }, (_, n) => benchRow(n));
  await new PouchHere('rows').bulkDocs(rows.map((row) => ({ _id: row.id, ...row })));

  const db = new Database(join(dataFolder, 'plain.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'create table pulled (n integer primary key, doc text); create table pushed (id text primary key, doc text)',
  );
  const insertPulled = db.prepare('insert into pulled values (?, ?)');
  db.transaction(() => rows.forEach((row) => insertPulled.run(row.n, JSON.stringify(row))))();
  const selectPage = db.prepare<[number, number], { doc: string }>(
    'select doc from pulled where n >= ? order by n limit ?',
  );
  const insertPushed = db.prepare('insert or replace into pushed values (?, ?)');
  const takeAll = db.transaction((docs: readonly BenchRow[]) =>
    docs.forEach((doc) => insertPushed.run(doc.id, JSON.stringify(doc))),
  );

  const app = express();
  app.get('/plain/pull', (req, res) => {
    const page = selectPage.all(Number(req.query['after']), Number(req.query['limit']));
    res.type('json').send(`{"rows":[${page.map((row) => row.doc).join(',')}]}`);
  });
  app.use('/plain/push', express.json({ limit: '50mb' }));
  app.post('/plain/push', (req, res) => {
    takeAll(req.body);
    res.json({ ok: true });
  });
  app.post('/plain/empty', (_req, res) => {
    db.exec('delete from pushed');
    res.json({ ok: true });
  });
  app.get('/plain/sum', (_req, res) => {
    const found = db.prepare<[], { doc: string }>('select doc from pushed').all();
    res.json(sumOf(found.map((row) => JSON.parse(row.doc))));
  });
  app.use(
    '/pouch',
    expressPouch(PouchHere, {
      mode: 'minimumForPouchDB',
      inMemoryConfig: true,
      logPath: join(dataFolder, 'pouch.log'),
    }),
  );
  app.get('/page/*', (req, res) => {
    const name = req.path.slice('/page/'.length) || 'index.html';
    res.type(extname(name).slice(1)).send(readFileSync(join(pageFolder, name)));
  });

  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      db.close();
    },
  };
}
