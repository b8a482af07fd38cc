import { RUN_KEPT_DAYS } from '../../protocol/hub/pull.ts';
import type { Runner } from '../db/runner.ts';
import type { EngineName, Tables } from '../db/tables.ts';

const DAY_MS = 86_400_000;

/** How long what stands in a table stays, and why; where it goes by age, one step of letting it go. */
type TableRetention =
  | { readonly for: 'standing'; readonly why: string }
  /** By what is declared for each kind of it. */
  | { readonly for: 'its kinds'; readonly why: string }
  | {
      readonly for: 'days';
      readonly days: number;
      readonly why: string;
      /** SQL of one step, which tells a row for each row that went: `:before` is Unix ms, `:most` how many may go. */
      readonly steps: readonly string[];
    };

/**
 * Every table of the hub's database; it does not compile with one missing.
 *
 * `mutation` is for ever: a mid that came once must be known whenever it comes again, from whatever disk. It stays small
 * by what is kept of each: its name, a word for how it ended (a refusal keeps its reason) and when, about 90 bytes. A
 * centre of 220 check-ins a day writes 8 MB a year of them.
 */
export const tableRetention: { readonly [T in keyof Tables]: TableRetention } = {
  meta: { for: 'standing', why: 'a handful of keys' },
  migration: { for: 'standing', why: "the database's own history" },
  row: { for: 'its kinds', why: 'each noun says how long its rows stay; tombstones stay 60 days' },
  vault: { for: 'its kinds', why: 'tokens, links, sessions and pairings each say when they are over' },
  archive: {
    for: 'standing',
    why: 'what statistics and histories are asked of; nothing recorded is deleted',
  },
  mutation: { for: 'standing', why: 'a mid is known for ever; see above' },
  chain: {
    for: 'days',
    days: 60,
    why: 'tells a cloned disk by its sequence; below what is safe a client forgets its own, and the mids stay known',
    steps: [
      `delete from chain where ("clientId", seq) in (
         select c."clientId", c.seq from chain c
         join client k on k."clientId" = c."clientId" join mutation m on m.mid = c.mid
         where c.seq <= k.safe and c.seq < k.last and m."receivedAtMs" < :before limit :most) returning 1 as gone`,
    ],
  },
  client: {
    for: 'days',
    days: 400,
    why: 'one for each browser that ever made a change; who comes back later chains its work anew, under the same mids',
    steps: [
      // The chain first: its places would be taken where a client begins again under the same name.
      `delete from chain where ("clientId", seq) in (
         select c."clientId", c.seq from chain c join client k on k."clientId" = c."clientId"
         left join mutation m on m.mid = k."lastMid"
         where coalesce(m."receivedAtMs", 0) < :before limit :most) returning 1 as gone`,
      `delete from client where "clientId" in (
         select k."clientId" from client k left join mutation m on m.mid = k."lastMid"
         where coalesce(m."receivedAtMs", 0) < :before
         and not exists (select 1 from chain c where c."clientId" = k."clientId") limit :most) returning 1 as gone`,
    ],
  },
  run: {
    for: 'days',
    days: RUN_KEPT_DAYS,
    why: 'vouches for the cursors of devices; one whose run is gone by its age begins afresh',
    steps: [
      // A run's name carries its time; those of the first release do not, and stay.
      `delete from run where id in (
         select id from run where ended is not null and "startedAtMs" < :before and id like '________-____-7%'
         limit :most) returning 1 as gone`,
    ],
  },
  bucket: {
    for: 'standing',
    why: 'a counter never begins again: a browser that comes back after years has a cursor of it, which would pass for a restore',
  },
};

/** Takes one step in each table that lets go by age, until so many rows have gone. Returns how many. */
export async function sweepTables(
  write: <T>(work: (runner: Runner) => Promise<T>) => Promise<T>,
  engine: EngineName,
  nowMs: number,
  most: number,
): Promise<number> {
  let gone = 0;
  for (const retention of Object.values(tableRetention)) {
    if (retention.for !== 'days') continue;
    const beforeMs = nowMs - retention.days * DAY_MS;
    for (const step of retention.steps) {
      if (gone >= most) return gone;
      const limit = Math.min(most - gone, MOST_AT_ONCE);
      const { sql, params } = bound(step, engine, { before: beforeMs, most: limit });
      gone += (await write((runner) => runner.all<object>({ sql }, params))).length;
    }
  }
  return gone;
}

/** Rows in one transaction. */
const MOST_AT_ONCE = 500;

/** A statement with its named places as the engine writes them. */
function bound(step: string, engine: EngineName, values: Readonly<Record<string, number>>) {
  const params: number[] = [];
  const sql = step.replace(/:(before|most)\b/g, (_, name: string) => {
    params.push(values[name] ?? 0);
    return engine === 'sqlite' ? '?' : `$${params.length}`;
  });
  return { sql, params };
}
