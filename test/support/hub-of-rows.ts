import { id } from '../../src/kernel/ids.ts';
import type { HubSync } from '../../src/hub/sync/api.ts';
import { HubTime } from '../../src/hub/sync/hub-time.ts';
import { hub, type House } from './house.ts';

/** As much of the hub's sync as the set-up and the daily work use, over rows in memory, with a clock to turn, which it is sure of. */
export function hubOfRows(house: House, nowMs: number, sure = true): HubSync & { turn(toMs: number): void } {
  let now = nowMs;
  const time = new HubTime(
    {
      wall: () => now,
      monotonic: () => now,
      boot: () => ({ id: 'boot', upMs: now }),
      isSynchronised: async () => sure,
    },
    null,
  );
  if (sure) time.confirm(nowMs);
  const unused = (): never => {
    throw new Error('the daily work has no business here');
  };
  return {
    epoch: 'e1',
    time,
    push: unused,
    report: unused,
    pull: unused,
    snapshot: unused,
    perform: async (_centreId, name, args) => {
      const outcome = await house.act(hub, name, args);
      return { ...outcome, mid: id(outcome.mid) };
    },
    performOnce: unused,
    write: async (_centreId, work) => work(house.tx(hub)),
    read: async (_centreId, work) => work(house.tx(hub)),
    onPoke: () => () => {},
    now: () => time.now(),
    retire: async () => false,
    history: unused,
    sealingKey: unused,
    purgeTombstones: async () => {},
    noteTime: async () => {},
    close: async () => {},
    turn: (toMs) => {
      now = toMs;
    },
  };
}
