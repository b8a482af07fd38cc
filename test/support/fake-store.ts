import type { BucketRef, Scope } from '../../src/kernel/buckets.ts';
import { id } from '../../src/kernel/ids.ts';
import type { Json } from '../../src/kernel/json.ts';
import { applied, mayDo, type Actor, type MutationContext, type RowTx } from '../../src/kernel/mutation.ts';
import { civilMoment, type TimeReading } from '../../src/kernel/time.ts';
import { mutations } from '../../src/features/registry.ts';
import type { ArgsOf, MutationName } from '../../src/kernel/mutation.ts';
import { boundsOf, isWithin, type RowRange } from '../../src/kernel/row-range.ts';
import type { Kind, RowOf } from '../../src/kernel/rows.ts';
import type { LocalStore, Made, Query, SyncStatus, Unsent, View } from '../../src/protocol/client/api.ts';
import type { Report } from '../../src/kernel/report.ts';

interface Settings {
  readonly actor?: Actor;
  /** The device's best time, Unix ms; null for a clock that cannot be right. */
  readonly nowMs?: number | null;
  readonly utcOffsetMinutes?: number;
}

interface Watch {
  readonly ask: () => void;
}

const kiosk: Actor = {
  type: 'device',
  deviceId: id('lobby-kiosk'),
  deviceKind: 'kiosk',
  centreId: id('sample'),
};
const key = (scope: string, kind: string): string => `${scope}/${kind}`;

/** A local store without a disk or a hub: rows are put in by hand, mutations run as the product's own do. */
export class FakeStore implements LocalStore {
  readonly actor: Actor;
  /** Every mutation asked for, in order, also the refused ones. */
  readonly asked: { readonly name: MutationName; readonly args: unknown }[] = [];
  readonly reports: Report[] = [];
  syncs = 0;
  /** Questions put to the store so far, each counted when it begins to stand. */
  asks = 0;
  /** What answers wait for: a slow disk. */
  slow: Promise<void> = Promise.resolve();
  #unreadable: Error | null = null;
  #held = true;
  nowMs: number | null;
  /** Whether the hub has confirmed that in this run. */
  timeQuality: 'confirmed' | 'carried' = 'confirmed';
  /** What the next `mutate` answers instead of applying. */
  nextAnswer: Made | null = null;

  readonly #rows = new Map<string, Map<string, unknown>>();
  readonly #watches = new Set<Watch>();
  readonly #timeWatches = new Set<() => void>();
  readonly #statusWatches = new Set<(status: SyncStatus) => void>();
  readonly utcOffsetMinutes: number;
  #mids = 0;
  #status: SyncStatus = { link: 'live', outbox: 0, lastSyncMs: null, loaded: true, ended: [] };

  constructor(settings: Settings = {}) {
    this.actor = settings.actor ?? kiosk;
    this.nowMs = settings.nowMs === undefined ? Date.UTC(2026, 10, 22, 3, 2, 7) : settings.nowMs;
    this.utcOffsetMinutes = settings.utcOffsetMinutes ?? 480;
  }

  /** A row arrives, as if pulled. */
  put<K extends Kind>(scope: BucketRef, kind: K, rowId: string, row: RowOf<K>): this {
    this.#table(scope, kind).set(rowId, row);
    this.#tell();
    return this;
  }

  /** Every text for people in every row is written anew. */
  rewrite(write: (text: string) => string): this {
    for (const table of this.#rows.values()) {
      for (const [rowId, row] of table) table.set(rowId, rewritten(row, write));
    }
    this.#tell();
    return this;
  }

  remove(scope: BucketRef, kind: Kind, rowId: string): void {
    this.#table(scope, kind).delete(rowId);
    this.#tell();
  }

  /** Views that are still watching: none may remain once their elements are gone. */
  get watching(): number {
    return this.#watches.size + this.#statusWatches.size + this.#timeWatches.size;
  }

  setStatus(change: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const next of [...this.#statusWatches]) next(this.#status);
  }

  query<T>(query: Query<T>): Promise<T> {
    return query(this.#view());
  }

  /** The disk can be read no more, or again; whether those who wait are told so. */
  setReadable(readable: boolean, { told = true } = {}): void {
    this.#unreadable = readable ? null : new Error('the local database does not open');
    if (told) this.#tell();
  }

  /** All that was held is gone, as when a browser loses the store under a running page. */
  lose(): void {
    this.#rows.clear();
    this.#held = false;
    this.setStatus({ loaded: false });
    this.#tell();
  }

  /** All that the hub has is here again: put the rows first. */
  loaded(): void {
    this.#held = true;
    this.setStatus({ loaded: true });
    this.#tell();
  }

  watch<T>(
    query: Query<T>,
    next: (value: T, held: boolean) => void,
    failed: (error: unknown) => void,
  ): () => void {
    let stopped = false;
    const watch: Watch = {
      ask: () => {
        const view = this.#view();
        const answer = this.slow.then(() => {
          if (this.#unreadable !== null) throw this.#unreadable;
          return query(view);
        });
        answer.then(
          (value) => {
            if (!stopped) next(value, this.#held);
          },
          (error: unknown) => {
            if (!stopped) failed(error);
          },
        );
      },
    };
    this.#watches.add(watch);
    this.asks += 1;
    watch.ask();
    return () => {
      stopped = true;
      this.#watches.delete(watch);
    };
  }

  async mutate<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Made> {
    this.asked.push({ name, args });
    if (this.nextAnswer !== null) {
      const answer = this.nextAnswer;
      this.nextAnswer = null;
      return answer;
    }
    // The table of mutations is indexed by a generic name here: its argument types are the caller's by ArgsOf.
    const mutation = mutations[name] as unknown as {
      by: Parameters<typeof mayDo>[1];
      apply(tx: RowTx, args: ArgsOf<N>, ctx: MutationContext): Promise<{ status: string }>;
    };
    if (!mayDo(this.actor, mutation.by)) {
      return { ok: false, status: 'refused', code: 'not-permitted', detail: name };
    }
    this.#mids += 1;
    const mid = id<'Mid'>(`0199aaaa-0000-7000-8000-${String(this.#mids).padStart(12, '0')}`);
    const now = this.time();
    const outcome = await mutation.apply(this.#tx(), args, {
      mid,
      actor: this.actor,
      authority: false,
      madeAt: now,
      now,
      today: now.nowMs === null ? null : civilMoment(now.nowMs, this.utcOffsetMinutes).date,
      utcOffsetMinutes: this.utcOffsetMinutes,
      ageUnknown: false,
      carryOut: () => Promise.resolve(applied),
    });
    if (outcome.status === 'applied' || outcome.status === 'merged') {
      this.#tell();
      return { ok: true, mid };
    }
    const { code, detail } = { code: outcome.status, detail: '', ...outcome };
    return { ok: false, status: outcome.status === 'conflict' ? 'conflict' : 'refused', code, detail };
  }

  readonly answers = new Map<string, unknown>();

  recall(question: string): Promise<Json | undefined> {
    const kept = this.answers.get(question);
    return Promise.resolve(kept === undefined ? undefined : JSON.parse(JSON.stringify(kept)));
  }

  remember(question: string, answer: unknown): Promise<void> {
    this.answers.set(question, answer);
    return Promise.resolve();
  }

  status(): SyncStatus {
    return this.#status;
  }

  /** The newest of what was asked, as many as the status says wait. */
  unsent(): Promise<readonly Unsent[]> {
    const waiting = this.asked.slice(Math.max(0, this.asked.length - this.#status.outbox));
    return Promise.resolve(
      waiting.map(({ name, args }) => ({ name, args: JSON.parse(JSON.stringify(args)) })),
    );
  }

  watchStatus(next: (status: SyncStatus) => void): () => void {
    this.#statusWatches.add(next);
    next(this.#status);
    return () => this.#statusWatches.delete(next);
  }

  time(): TimeReading {
    return this.nowMs === null
      ? { quality: 'unknown', nowMs: null }
      : { quality: this.timeQuality, nowMs: this.nowMs };
  }

  watchTime(next: () => void): () => void {
    this.#timeWatches.add(next);
    return () => this.#timeWatches.delete(next);
  }

  /** The hub's answer has told the time. */
  confirmTime(nowMs: number): void {
    this.nowMs = nowMs;
    this.timeQuality = 'confirmed';
    for (const next of [...this.#timeWatches]) next();
  }

  report(report: Report): void {
    this.reports.push(report);
  }

  syncNow(): void {
    this.syncs += 1;
  }

  #view(): View {
    const tx = this.#tx();
    return {
      get: <K extends Kind>(scope: Scope, kind: K, rowId: string) => tx.get(scope, kind, rowId),
      list: <K extends Kind>(scope: Scope, kind: K, range?: RowRange) => tx.list(scope, kind, range),
    };
  }

  #tx(): RowTx {
    return {
      get: <K extends Kind>(scope: BucketRef, kind: K, rowId: string) =>
        Promise.resolve(this.#table(scope, kind).get(rowId) as RowOf<K> | undefined),
      list: <K extends Kind>(scope: BucketRef, kind: K, range?: RowRange) =>
        Promise.resolve(
          [...this.#table(scope, kind)]
            .filter(([rowId]) => range === undefined || isWithin(rowId, boundsOf(range)))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, row]) => row as RowOf<K>),
        ),
      put: (scope, kind, rowId, row) => {
        this.#table(scope, kind).set(rowId, row);
        return Promise.resolve();
      },
      remove: (scope, kind, rowId) => {
        this.#table(scope, kind).delete(rowId);
        return Promise.resolve();
      },
    };
  }

  #table(scope: string, kind: string): Map<string, unknown> {
    const name = key(scope, kind);
    const table = this.#rows.get(name) ?? new Map<string, unknown>();
    this.#rows.set(name, table);
    return table;
  }

  #tell(): void {
    for (const watch of [...this.#watches]) watch.ask();
  }
}

/** Words are what has a Han character or a space between letters; ids, days and hashes have neither. */
function rewritten(value: unknown, write: (text: string) => string): unknown {
  if (typeof value === 'string')
    return /\p{Script=Han}|[A-Za-z] [A-Za-z]/u.test(value) ? write(value) : value;
  if (Array.isArray(value)) return value.map((one) => rewritten(one, write));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewritten(one, write)]));
}
