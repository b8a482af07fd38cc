import type { CentreId } from '../../kernel/ids.ts';
import { same } from '../../kernel/same.ts';
import type { ComePasses } from '../people/come-passes.ts';
import { openSessions } from '../people/open-sessions.ts';
import type { HubSync } from '../sync/api.ts';
import { systemTimers, type HubTimers } from './timers.ts';

const LOOKED_AT_MS = 60_000;

interface PassesOptions {
  readonly centreId: CentreId;
  readonly passes: ComePasses;
  /** The address people use, where the hub has been told. */
  readonly address: string | null;
}

/** Gives the screens what their codes say, and takes back what is over. While the time is not sure no session is known. */
async function giveComePasses(sync: HubSync, { centreId, passes, address }: PassesOptions): Promise<void> {
  const nowMs = sync.now();
  const { given, wanted } = await sync.read(centreId, async (tx) => ({
    given: await tx.list('centre', 'comePass'),
    wanted: sync.time.sure
      ? (await openSessions(tx, centreId, nowMs)).map(({ id, date }) => ({
          id,
          date,
          ...passes.of(id, nowMs),
          address,
        }))
      : [],
  }));
  const put = wanted.filter((one) => !given.some((other) => same(one, other)));
  const over = given.filter((one) => !wanted.some(({ id }) => id === one.id));
  if (put.length === 0 && over.length === 0) return;
  await sync.write(centreId, async (tx) => {
    for (const one of put) await tx.put('centre', 'comePass', one.id, one);
    for (const { id } of over) await tx.remove('centre', 'comePass', id);
  });
}

/** Looks each minute who may sign in where. Resolves after the first look; the disposer ends it. */
export async function startComePasses(
  sync: HubSync,
  {
    timers = systemTimers,
    failed,
    ...options
  }: PassesOptions & { readonly timers?: HubTimers; readonly failed: (error: unknown) => void },
): Promise<() => Promise<void>> {
  let stopped = false;
  let cancel: () => void = () => {};
  /** One after the other, however they are called for. */
  let underWay: Promise<void> = Promise.resolve();
  const next = (): Promise<void> => {
    cancel();
    underWay = underWay.then(async () => {
      if (stopped) return;
      await giveComePasses(sync, options).catch(failed);
      if (!stopped) cancel = timers.after(LOOKED_AT_MS, () => void next());
    });
    return underWay;
  };
  // As soon as the time is known, or known to be another.
  const silence = sync.time.listen(() => void next());
  await next();
  return async () => {
    stopped = true;
    cancel();
    silence();
    await underWay;
  };
}
