import { atLeast, atMost, median, type Measure } from '../figures.ts';
import { batchSizes, bestOf, checked, startRace } from '../support/race.ts';

/** A device's first pull of ten thousand rows, beside the floor of plain IndexedDB and beside the peers. */
export const pull: Measure = async (context) => {
  const race = await startRace(context, 10_000);
  const { peers, total } = race;
  const raw: number[] = [];
  const ours: number[] = [];
  // The first lap of each warms the engine and both servers; it does not count.
  for (let lap = 0; lap < (context.quick ? 3 : 6); lap += 1) {
    const floor = await peers.page.evaluate(
      ([origin, rows]) => contenders.raw.firstPull(origin, rows, 1000),
      [peers.origin, total] as const,
    );
    const page = await race.fresh();
    const own = await page.evaluate(() => bench.firstPull());
    await page.close();
    const times = [checked('raw IndexedDB', floor, total), checked('the product', own, total)] as const;
    if (lap === 0) continue;
    raw.push(times[0]);
    ours.push(times[1]);
  }
  context.say(`raw ${raw.map(Math.round).join(' ')}; ours ${ours.map(Math.round).join(' ')}`);
  const batches = batchSizes(context);
  const pouch = await bestOf('pouch', batches, async (batch) => {
    const lap = await peers.page.evaluate(([origin, size]) => contenders.pouch.firstPull(origin, size), [
      peers.origin,
      batch,
    ] as const);
    return checked('PouchDB', lap, total);
  });
  const rx = await bestOf('rx', batches, async (batch) => {
    const lap = await peers.page.evaluate(([origin, size]) => contenders.rx.firstPull(origin, size), [
      peers.origin,
      batch,
    ] as const);
    return checked('RxDB', lap, total);
  });
  const ms = median(ours);
  const floor = median(raw);
  const rows = `first pull of ${total} rows`;
  return [
    atMost(`${rows} (ms)`, ms, null, { laps: ours.map(Math.round) }),
    atMost(`${rows}, times raw IndexedDB in pages of 1000`, ms / floor, 1, {
      ms: Math.round(floor),
      laps: raw.map(Math.round),
    }),
    atLeast(`${rows}, times faster than PouchDB`, pouch.ms / ms, 3, pouch),
    atLeast(`${rows}, times faster than RxDB`, rx.ms / ms, 1.5, rx),
  ];
};
