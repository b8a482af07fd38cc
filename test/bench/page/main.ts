import type { RowOf } from '../../../src/kernel/rows.ts';
import { id } from '../../../src/kernel/ids.ts';
import { kioskNouns } from '../../../src/shells/kiosk/kiosk-nouns.ts';
import { remembered } from '../../../src/shells/boot/identity.ts';
import { askWhoIAm } from '../../../src/shells/boot/who-am-i.ts';
import { openStore, type OpenedStore } from '../../../src/store/open-store.ts';
import { sumOf, type Lap } from '../peers/rows.ts';
import { singleWrites } from '../peers/page/raw.ts';

/** The product's own store on a page without a face: what the bench calls by name. */
let opened: OpenedStore | undefined;

function store(): OpenedStore['store'] {
  if (opened === undefined) throw new Error('the store is not open');
  return opened.store;
}

/** Opens the kiosk's store under a name of its own, so that it starts empty. */
async function open(name: string): Promise<void> {
  const device = new URLSearchParams(location.search).get('device') ?? '';
  const me = await askWhoIAm(device);
  if (!me.ok) throw new Error(`the hub does not know ${device}`);
  const owner = { ...remembered(me.value, null, Date.now()), actorKey: name };
  opened = await openStore(owner, async () => kioskNouns, { doesNotOpen: (error) => console.error(error) });
}

const until = (is: (status: ReturnType<OpenedStore['store']['status']>) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = store().watchStatus((status) => {
      if (!is(status)) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });

/** From an empty store to every granted row on the disk. */
async function firstPull(): Promise<Lap> {
  const started = performance.now();
  opened?.join();
  await until(({ loaded }) => loaded);
  const ms = performance.now() - started;
  const roster = await store().query((view) => view.list('kiosk', 'roster'));
  return { ms, ...sumOf(roster.filter(({ id: row }) => row.startsWith(prefix)).map(benchRowOf)) };
}

/** What the ids of bench rows begin with; the sample centre's members stay out of the sum. */
const prefix = 'row-';

/** The peers' row that a roster entry was made from. */
const benchRowOf = ({ id: row, card }: RowOf<'roster'>) => ({
  id: row,
  n: Number(row.slice(prefix.length)),
  text: card ?? '',
});

async function claim(sessionId: string, memberId: string): Promise<void> {
  const made = await store().mutate('checkin.claim', {
    sessionId: id<'SessionId'>(sessionId),
    memberId: id<'MemberId'>(memberId),
    seen: null,
  });
  if (!made.ok) throw new Error(`${made.code}: ${made.detail}`);
}

/** Checks members in, some at once; resolves when all are durable on two media and the last waits in the outbox. */
async function queue(sessionId: string, members: readonly string[]): Promise<number> {
  for (let from = 0; from < members.length; from += 50)
    await Promise.all(members.slice(from, from + 50).map((member) => claim(sessionId, member)));
  await until(({ outbox }) => outbox >= members.length);
  return store().status().outbox;
}

/** From the moment the network is back to an empty outbox. Call while it is away. */
function drain(): Promise<number> {
  return new Promise((resolve) => {
    addEventListener(
      'online',
      () => {
        const started = performance.now();
        void until(({ outbox }) => outbox === 0).then(() => resolve(performance.now() - started));
      },
      { once: true },
    );
  });
}

/** Elders come one after another, the next not before the last one's check-in has long been to the hub and back. */
const nextElderMs = 100;

/**
 * One check-in after another; the milliseconds each took to be durable on two media. Not `apart`, the next comes with the
 * last one's ✓, so that each waits for the sync of those before.
 */
async function checkIns(sessionId: string, members: readonly string[], apart: boolean): Promise<number[]> {
  const laps: number[] = [];
  for (const member of members) {
    const started = performance.now();
    await claim(sessionId, member);
    laps.push(performance.now() - started);
    if (apart) await drained().then(() => new Promise((resolve) => setTimeout(resolve, nextElderMs)));
  }
  return laps;
}

/** Resolves when everything has been acknowledged. */
const drained = (): Promise<void> => until(({ outbox }) => outbox === 0);

const bench = { open, firstPull, queue, drain, drained, checkIns, singleWrites };
export type BenchPage = typeof bench;

declare global {
  // eslint-disable-next-line no-var
  var bench: BenchPage;
}
globalThis.bench = bench;
document.title = 'ready';
