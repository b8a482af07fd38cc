import { attendanceId } from '../../src/features/check-in/model/attendance.ts';
import { findSession } from '../../src/features/classes/model/find-session.ts';
import type { Json } from '../../src/kernel/json.ts';
import { actorKeyOf, merged, refused } from '../../src/kernel/mutation.ts';
import { err, ok } from '../../src/kernel/result.ts';
import { fieldsOf } from '../../src/kernel/versions.ts';
import type { ClientId } from '../../src/kernel/ids.ts';
import type { BindMutation } from '../../src/protocol/hub/mutation-book.ts';
import type { ClientRecord, HubSnapshot, HubTx } from '../../src/protocol/hub/ports.ts';
import type { Asker } from '../../src/protocol/hub/asker.ts';
import type { Reply } from '../../src/protocol/client/ports.ts';
import type { Cursor, PullRequest, PushRequest } from '../../src/protocol/wire/wire.ts';
import type { Build } from './builds.ts';
import { blamesTheItem } from './blame.ts';
import { deleteOnSend } from './delete-on-send.ts';
import { altered } from './altered.ts';
import { readsToTheFirstDamage, writesNoForgetting } from './journal-tampers.ts';
import { shut } from './shut.ts';
import { trustSeqs } from './trust-seqs.ts';
import type { Tamper } from './tamper.ts';

/** One mechanism of the protocol and how the harness turns it off; the product's own code stays as it is. */
export interface Mechanism {
  /** What the world is like without it. */
  readonly says: string;
  readonly off: () => Tamper;
}

const entries: readonly (readonly [string, string, () => Tamper])[] = [
  ['journal', 'the journal says it has written and has not', () => ({ journalForgets: true })],
  [
    'forget-frames',
    'what a journal forgets it forgets in memory alone',
    () => ({ files: writesNoForgetting }),
  ],
  [
    'atomic-compaction',
    'a journal file is emptied before the one that takes its place has reached the disk',
    () => ({ files: { swapsUnflushed: true } }),
  ],
  [
    'adopt-once',
    'the journal of a page that is gone is taken in anew at every start',
    () => ({ files: { keepsLeft: true } }),
  ],
  [
    'resynchronise',
    'a flipped bit hides all of a journal behind it',
    () => ({ files: readsToTheFirstDamage }),
  ],
  ['chain-check', 'the hub counts seqs and never looks at mids', trustSeqs],
  ['known-mids', 'the hub knows a mid only under the clientId it first came with', knowsOwnMidsOnly],
  ['acknowledge', 'what is sent is deleted at once, answer or no answer', deleteOnSend],
  [
    'claims',
    'an attendance that is there takes in no further claim',
    () => ({ hub: { house: (build) => ({ ...build.house, bind: firstClaimOnly(build) }) } }),
  ],
  ['tombstones', 'a row that goes leaves nothing behind', withoutTombstones],
  [
    'floor',
    'an old cursor goes on though the tombstones it needs are purged',
    () => ({
      hub: {
        snapshot: (inner) =>
          altered(inner, { bucket: async (name) => ({ ...(await inner.bucket(name)), floor: 0 }) }),
      },
    }),
  ],
  ['version-order', 'a version can be seen before its row is', rowsLagBehind],
  [
    'archive',
    'what comes late for an archived row does not find it',
    () => ({ hub: { tx: blindToArchive } }),
  ],
  ['epoch', 'the hub has one epoch for ever, restored or not', oneEpoch],
  ['run', 'a cursor says nothing of the run that gave it', anyRun],
  ['safe', 'everything acknowledged is called safe', safeTooSoon],
  [
    'opens',
    'what a device has sealed for its hub is opened by nobody',
    () => ({ seals: true, hub: { push: shut } }),
  ],
  ['hub-sync', 'the hub answers before its disk has synced', () => ({ hub: { losesCommits: true } })],
  [
    'overlay',
    'the view is the base alone',
    () => ({
      storage: () => ({ commit: (changes) => changes.filter(({ id }) => !id.startsWith('overlay')) }),
    }),
  ],
  [
    'one-transaction',
    'a page and its cursor are two writes',
    () => ({ storage: () => ({ torn: (changes) => changes.filter(({ now }) => now?.key[0] === 'bucket') }) }),
  ],
  ['grants', 'a device is never told that a bucket is no longer its', () => ({ answers: firstGrants() })],
  [
    'valid-for',
    'nobody asks how old a command is',
    () => ({
      request: (_device, request) => ({
        request: { ...request, muts: request.muts.map((mut) => ({ ...mut, age: 0 })) },
        answer: (answer) => answer,
      }),
    }),
  ],
  [
    'sure-time',
    'the hub takes whatever its machine shows for the time',
    () => ({ hub: { time: (time) => Object.defineProperty(time, 'sure', { get: () => true }) } }),
  ],
  [
    'lowering',
    'no hub can take back a time that was once confirmed',
    () => ({ answers: (_device, answer) => ({ ...answer, timeSure: undefined }) }),
  ],
  [
    'sure-to-destroy',
    'what is old is put away on any time',
    () => ({ hub: { time: (time) => Object.defineProperty(time, 'mayDestroy', { get: () => true }) } }),
  ],
  [
    'snapshot-start',
    'a snapshot forgets where it began',
    () => ({
      pulled: (_device, request) => ({
        request,
        answer: (page) => ({ ...page, cursor: withoutStart(page.cursor) }),
      }),
    }),
  ],
  ['actor-check', 'the hub takes whatever the cookies of a console bring, whoever has made it', anybodysWork],
  [
    'held',
    'a hub that is older than a kiosk ends what it does not know',
    () => ({ hub: { house: (build) => ({ ...build.house, bind: endsTheUnknown(build) }) } }),
  ],
  ['one-by-one', 'one bad item has its whole push refused', refusesWholePushes],
  [
    'tried-once-more',
    'an outage of the database is held against what was sent meanwhile',
    () => ({ hub: { push: blamesTheItem() } }),
  ],
  [
    'judged-as-it-was',
    'a check-in is judged by the timetable of today',
    () => ({ hub: { house: (build) => ({ ...build.house, bind: byTodaysTimetable(build) }) } }),
  ],
  [
    'believing',
    'an answer is believed by its form alone, whoever gives it and whatever its numbers',
    () => ({
      believing: <T>({ status, body }: { readonly status: number; readonly body: unknown }): Reply<T> =>
        status < 300 && typeof body === 'object' && body !== null && 'clientId' in body
          ? { ok: true, value: body as T }
          : { ok: false, error: { type: status === 401 ? 'unauthorised' : 'away' } },
    }),
  ],
  [
    'mending-rows',
    'rows that are none are passed over for ever',
    () => ({ mending: { mendBucket: async () => new Map() } }),
  ],
  [
    'mending-queue',
    'what waits is sent as it lies on the disk, damaged or not',
    () => ({ mending: { mendQueue: async () => false } }),
  ],
  [
    'upcast',
    'a device takes the rows of an older build for its own',
    () => ({
      nouns: ({ nouns }) => ({
        ...nouns,
        rowKinds: Object.fromEntries(
          Object.entries(nouns.rowKinds).map(([kind, { upcasters: _, ...rules }]) => [kind, rules]),
        ),
      }),
    }),
  ],
];

export const mechanisms: ReadonlyMap<string, Mechanism> = new Map(
  entries.map(([name, says, off]) => [name, { says, off }]),
);

const withoutStart = ({ epoch, run, version, grantHash, schema }: Cursor): Cursor => ({
  epoch,
  run,
  version,
  grantHash,
  schema,
});

function knowsOwnMidsOnly(): Tamper {
  let asking: ClientId | null = null;
  const ofOwnChain = (tx: HubTx): HubTx =>
    altered(tx, {
      mutations: async (mids) => {
        const known = await tx.mutations(mids);
        if (asking === null) return known;
        const own = new Set((await tx.midsOf(asking, 1, 1_000_000)).values());
        return new Map([...known].filter(([mid]) => own.has(mid)));
      },
    });
  return {
    request: (_device, request) => {
      asking = request.clientId;
      return { request, answer: (answer) => answer };
    },
    hub: { tx: ofOwnChain },
  };
}

function firstClaimOnly(build: Build): BindMutation {
  const domain = build.house.bind;
  return (name, v, args) => {
    const bound = domain(name, v, args);
    if (name !== 'checkin.claim' || !bound.ok) return bound;
    const { sessionId, memberId } = args as { sessionId: string; memberId: string };
    return {
      ok: true,
      value: {
        ...bound.value,
        async apply(tx, ctx) {
          const there = await tx.get('people', 'attendance', attendanceId(sessionId, memberId));
          return there === undefined ? bound.value.apply(tx, ctx) : merged;
        },
      },
    };
  };
}

function withoutTombstones(): Tamper {
  return {
    hub: {
      snapshot: (inner) =>
        altered(inner, {
          rowsAfter: (bucket, version, limit) => inner.rowsAfter(bucket, version, limit, false),
        }),
    },
    poke: ({ page, ...poke }) =>
      page === undefined
        ? poke
        : { ...poke, page: { ...page, rows: page.rows.filter((row) => row.data !== null) } },
  };
}

/** As with a sequence: a transaction with a lower number commits after one with a higher. */
function rowsLagBehind(): Tamper {
  const lagging = (inner: HubSnapshot): HubSnapshot =>
    altered(inner, {
      rowsAfter: async (bucket, version, limit, tombstones) => {
        const { version: newest } = await inner.bucket(bucket);
        const rows = await inner.rowsAfter(bucket, version, limit, tombstones);
        return rows.filter((row) => row.version !== newest || newest % 3 !== 0);
      },
    });
  return { hub: { snapshot: lagging } };
}

/** Rows are read where they are live, and nowhere else. */
const blindToArchive = (inner: HubTx): HubTx =>
  altered<HubTx>(inner, {
    row: async (bucket, kind, rowId) =>
      (await inner.rows(bucket, kind, { from: rowId, to: `${rowId}\0` }))[0],
    attempt: (work) => inner.attempt((savepoint) => work(blindToArchive(savepoint))),
  });

function oneEpoch(): Tamper {
  let first: string | undefined;
  const meta =
    (inner: Pick<HubSnapshot, 'meta'>): HubSnapshot['meta'] =>
    async (key) => {
      const value = await inner.meta(key);
      return key === 'epoch' ? (first ??= value) : value;
    };
  const tx = (inner: HubTx): HubTx =>
    altered(inner, {
      meta: meta(inner),
      setMeta: (key, value) => {
        if (key !== 'epoch') inner.setMeta(key, value);
      },
    });
  return { hub: { tx, snapshot: (inner) => altered(inner, { meta: meta(inner) }) } };
}

function anyRun(): Tamper {
  let asked = 0;
  return {
    pulled: (_device, request) => {
      asked = request.cursor?.version ?? 0;
      return { request, answer: (page) => page };
    },
    hub: {
      snapshot: (inner) =>
        altered(inner, {
          run: async () => ({ ended: null }),
          bucket: async (name) => {
            const state = await inner.bucket(name);
            return { ...state, version: Math.max(state.version, asked) };
          },
        }),
    },
  };
}

function safeTooSoon(): Tamper {
  const client =
    (inner: Pick<HubSnapshot, 'client'>): HubSnapshot['client'] =>
    async (clientId) => {
      const known: ClientRecord | undefined = await inner.client(clientId);
      return known && { ...known, safe: known.last };
    };
  return {
    hub: {
      tx: (inner) => altered(inner, { client: client(inner) }),
      snapshot: (inner) => altered(inner, { client: client(inner) }),
    },
  };
}

/** Who is signed in is taken for the maker of all that comes, and for the owner of every chain. */
function anybodysWork(): Tamper {
  const askers = new Map<ClientId, string>();
  const asIfOwn = <R extends PushRequest | PullRequest>(request: R, { actor, owner }: Asker): R => {
    askers.set(request.clientId, owner);
    return { ...request, actor: actorKeyOf(actor) };
  };
  const client =
    (inner: Pick<HubSnapshot, 'client'>): HubSnapshot['client'] =>
    async (clientId) => {
      const known: ClientRecord | undefined = await inner.client(clientId);
      return known && { ...known, owner: askers.get(clientId) ?? known.owner };
    };
  return {
    request: (_device, request, who) => ({ request: asIfOwn(request, who), answer: (answer) => answer }),
    pulled: (_device, request, who) => ({ request: asIfOwn(request, who), answer: (page) => page }),
    hub: {
      tx: (inner) => altered(inner, { client: client(inner) }),
      snapshot: (inner) => altered(inner, { client: client(inner) }),
    },
  };
}

function firstGrants(): NonNullable<Tamper['answers']> {
  const first = new Map<string, { readonly grants: readonly string[]; readonly grantHash: string }>();
  return (device, answer) => {
    const { grants, grantHash } = answer;
    const known = first.get(device.name) ?? { grants, grantHash };
    first.set(device.name, known);
    return { ...answer, ...known };
  };
}

function endsTheUnknown({ house }: Build): BindMutation {
  return (name, v, args) => {
    const bound = house.bind(name, v, args);
    return bound.ok ? bound : err({ ...bound.error, code: 'bad-args' });
  };
}

/** As when the schema of the whole body says what may be in it. */
function refusesWholePushes(): Tamper {
  const isBad = ({ args }: { readonly args: Json }): boolean => {
    const { title } = fieldsOf(args);
    return typeof title === 'string' && title.length > 120;
  };
  return {
    transport: (_device, plain) => ({
      pull: (request) => plain.pull(request),
      report: (request) => plain.report(request),
      push: async (request) =>
        request.muts.some(isBad)
          ? { ok: false, error: { type: 'problem', status: 400, detail: 'not the agreed shape' } }
          : plain.push(request),
    }),
  };
}

function byTodaysTimetable({ house }: Build): BindMutation {
  return (name, v, args) => {
    const bound = house.bind(name, v, args);
    if (name !== 'checkin.claim' || !bound.ok) return bound;
    const { sessionId } = fieldsOf(JSON.parse(JSON.stringify(args)));
    return ok({
      ...bound.value,
      async apply(tx, ctx) {
        const session = await findSession(tx, String(sessionId));
        if (session === null || session.cancelled) return refused('session-cancelled', String(sessionId));
        return bound.value.apply(tx, ctx);
      },
    });
  };
}
