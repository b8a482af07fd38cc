import { atLeast, atMost, median, type Measure } from '../figures.ts';
import { expectAttendance } from '../support/hub-rows.ts';
import { batchSizes, bestOf, checked, startRace } from '../support/race.ts';
import { memberId } from '../support/seeded-hub.ts';

/** Ten thousand check-ins, made while the network was away, into a hub that syncs its log; beside the peers. */
export const drain: Measure = async (context) => {
  const race = await startRace(context, 10_000);
  const { browser, peers, seeded, total } = race;
  const members = Array.from({ length: total }, (_, n) => memberId(n));
  const ours: number[] = [];
  for (let lap = 0; lap < (context.quick ? 1 : 3); lap += 1) {
    const sessionId = seeded.session(lap);
    const page = await race.fresh();
    checked('the product', await page.evaluate(() => bench.firstPull()), total);
    await browser.setOffline(true);
    const queued = await page.evaluate(([session, all]) => bench.queue(session, all), [
      sessionId,
      members,
    ] as const);
    if (queued !== total) throw new Error(`${queued} check-ins are queued, not ${total}`);
    const draining = page.evaluate(() => bench.drain());
    // The call above has to be in the page before the network is back.
    await page.evaluate(() => undefined);
    await browser.setOffline(false);
    ours.push(await draining);
    expectAttendance(seeded.hub.dataDir, seeded.centreId, sessionId, members);
    context.say(`drained in ${Math.round(ours[lap] ?? 0)} ms`);
    await page.close();
  }
  const batches = batchSizes(context);
  const pouch = await bestOf('pouch', batches, async (batch) => {
    const lap = await peers.page.evaluate(
      ([origin, rows, size]) => contenders.pouch.drain(origin, `push${size}`, rows, size),
      [peers.origin, total, batch] as const,
    );
    return checked('PouchDB', lap, total);
  });
  const rx = await bestOf('rx', batches, async (batch) => {
    const lap = await peers.page.evaluate(([origin, rows, size]) => contenders.rx.drain(origin, rows, size), [
      peers.origin,
      total,
      batch,
    ] as const);
    return checked('RxDB', lap, total);
  });
  const ms = median(ours);
  const queue = `drain of ${total} queued check-ins`;
  return [
    atMost(`${queue} (ms)`, ms, null, { laps: ours.map(Math.round) }),
    atLeast(`${queue}, times faster than PouchDB`, pouch.ms / ms, 2, pouch),
    atLeast(`${queue}, times faster than RxDB`, rx.ms / ms, 2, rx),
  ];
};
