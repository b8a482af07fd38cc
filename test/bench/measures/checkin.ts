import { atMost, quantile, rounded, type Measure } from '../figures.ts';
import { buildBenchApp, openBenchPage, pairKiosk } from '../support/bench-app.ts';
import { glasses, openChrome } from '../support/chrome.ts';
import { expectAttendance } from '../support/hub-rows.ts';
import { memberId, startSeededHub } from '../support/seeded-hub.ts';

/** A check-in until it is durable on two media, which is when the elder sees ✓, with the hub up and syncing beside it. */
export const checkin: Measure = async (context) => {
  const times = context.quick ? 100 : 500;
  const warmUp = 50;
  const seeded = await startSeededHub(context, { members: 2000, appDir: await buildBenchApp(context) });
  const browser = await openChrome(context, glasses.kiosk);
  await pairKiosk(browser, seeded);
  const page = await openBenchPage(browser, seeded);
  await page.evaluate(() => bench.open('bench'));
  await page.evaluate(() => bench.firstPull());
  const members = Array.from({ length: warmUp + times }, (_, n) => memberId(n));
  const lapsOf = async (sessionId: string, apart: boolean): Promise<readonly number[]> => {
    const all = await page.evaluate(([session, ids, spaced]) => bench.checkIns(session, ids, spaced), [
      sessionId,
      members,
      apart,
    ] as const);
    await page.evaluate(() => bench.drained());
    expectAttendance(seeded.hub.dataDir, seeded.centreId, sessionId, members);
    return all.slice(warmUp);
  };
  const counted = await lapsOf(seeded.session(0), true);
  const crowd = await lapsOf(seeded.session(1), false);
  const raw = await page.evaluate((n) => bench.singleWrites(n), times);
  const rawApart = await page.evaluate((n) => bench.singleWrites(n, 100), times / 5);
  const both = (laps: readonly number[]) => ({
    p50: rounded(quantile(laps, 0.5)),
    p99: rounded(quantile(laps, 0.99)),
  });
  const detail = {
    rawIndexedDbStrictOneMedium: { apart: both(rawApart), oneOnTheHeelsOfTheOther: both(raw) },
    oneOnTheHeelsOfTheOther: both(crowd),
  };
  return [
    atMost('check-in durable on two media (ms, p50)', quantile(counted, 0.5), 3, detail),
    atMost('check-in durable on two media (ms, p99)', quantile(counted, 0.99), 50),
  ];
};
