import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isFigures, type FiguresOfPeriod } from '../../../src/features/figures/model/figures.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { RowOf } from '../../../src/kernel/rows.ts';
import { addDays, unixOf } from '../../../src/kernel/time.ts';
import type { Browser } from '../../support/browser.ts';
import { onBothEngines, type TestHub } from '../http-support.ts';
import { CENTRE } from '../sync/centre.ts';

/** A month that nothing of the sample lies in, and the days on either side of it. */
const FIRST = '2025-03-01';
const DAYS = Array.from({ length: 45 }, (_, n) => addDays(FIRST, n - 7));
const isMarch = (date: string): boolean => date.startsWith('2025-03');
const at = (date: string, minute: number): number => unixOf(date, minute, 480);

const enrolment = (date: string, n: number): RowOf<'enrolment'> => ({
  id: `${date}/song/m${n}`,
  sessionId: id(`song@${date}`),
  memberId: id(`m${n}`),
  date,
  claims: [],
  state: n % 5 === 0 ? 'left' : n % 4 === 0 ? 'waiting' : 'in',
  turn: n,
  tell: false,
});
const call = (date: string, n: number): RowOf<'helpCall'> => ({
  id: id(`call-${date}-${n}`),
  deviceId: id('lobby-kiosk'),
  place: '大厅',
  raisedAtMs: at(date, 540 + n),
  ageUnknown: false,
  state: n === 2 ? 'withdrawn' : 'done',
  answeredBy: n === 2 ? null : '李师傅',
  answeredAtMs: n === 2 ? null : at(date, 540 + n) + (n + 1) * 7000,
});
const request = (date: string, n: number): RowOf<'request'> => ({
  id: id(`wish-${date}-${n}`),
  memberId: null,
  seenName: null,
  policyId: null,
  deviceId: id('lobby-kiosk'),
  place: '大厅',
  raisedAtMs: at(date, 600 + n),
  state: n === 1 ? 'withdrawn' : 'done',
  answeredBy: n === 1 ? null : '陈顾问',
  answeredAtMs: at(addDays(date, n), 700),
});
const play = (date: string, hour: number): RowOf<'playCount'> => ({
  id: `dining-hall/${at(date, hour * 60)}/clock`,
  screenId: id('dining-hall'),
  hourMs: at(date, hour * 60),
  item: 'clock',
  count: hour,
  seconds: 60 * hour,
});

/** Everything that is put down on some days, whose sums are known because it is all here. */
const enrolments = DAYS.flatMap((date, day) =>
  Array.from({ length: 3 + (day % 9) }, (_, n) => enrolment(date, n)),
);
const calls = DAYS.flatMap((date, day) => Array.from({ length: day % 4 }, (_, n) => call(date, n)));
const requests = DAYS.flatMap((date, day) => Array.from({ length: day % 3 }, (_, n) => request(date, n)));
const plays = DAYS.flatMap((date) => Array.from({ length: 10 }, (_, n) => play(date, 8 + n)));

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const middle = (all: readonly number[]): number | undefined =>
  [...all].sort((a, b) => a - b)[Math.floor((all.length - 1) / 2)];

onBothEngines('what a month comes to', (start) => {
  let hub: TestHub;
  let manager: Browser;
  const march = async (): Promise<FiguresOfPeriod> => {
    const answer: unknown = await (await manager.get('/api/figures/month/2025-03-15')).json();
    assert.ok(isFigures(answer), JSON.stringify(answer));
    return answer.now;
  };
  before(async () => {
    hub = await start();
    manager = await hub.opened(hub.links.json.staff['manager']);
    await hub.sync.write(CENTRE, async (tx) => {
      for (const row of enrolments) await tx.put('people', 'enrolment', row.id, row);
      for (const row of calls) await tx.put('staff', 'helpCall', row.id, row);
      for (const row of requests) await tx.put('people', 'request', row.id, row);
      for (const row of plays) await tx.put('staff', 'playCount', row.id, row);
    });
  });
  after(() => hub.dispose());

  const agree = ({ enrolled, help, requests: wishes, screens }: FiguresOfPeriod): void => {
    const names = enrolments.filter(({ date }) => isMarch(date));
    const of = (state: string): number => names.filter((one) => one.state === state).length;
    const [song, ...others] = enrolled.filter(({ courseId }) => courseId === 'song');
    assert.deepEqual(
      [song?.sessions, song?.taken, song?.waiting, song?.left, others.length],
      [31, of('in'), of('waiting'), of('left'), 0],
    );
    const asked = calls.filter(({ id: key }) => isMarch(key.slice(5)));
    const took = asked.flatMap(({ raisedAtMs, answeredAtMs }) =>
      answeredAtMs === null ? [] : [(answeredAtMs - (raisedAtMs ?? 0)) / 1000],
    );
    assert.deepEqual(
      [help.asked, help.answered, help.withdrawn, help.open, help.medianS, help.slowestS],
      [asked.length, took.length, asked.length - took.length, 0, middle(took), Math.max(...took)],
    );
    const wanted = requests.filter(({ id: key }) => isMarch(key.slice(5)));
    const done = wanted.filter(({ state }) => state === 'done');
    assert.deepEqual(
      [wishes.asked, wishes.answered, wishes.withdrawn],
      [wanted.length, done.length, wanted.length - done.length],
    );
    const shown = plays.filter(({ id: key }) => isMarch(dayOf(key)));
    const dining = screens.find(({ screenId }) => screenId === 'dining-hall');
    assert.deepEqual(
      [dining?.hours, dining?.seconds, dining?.items.map(({ item, plays: times }) => [item, times])],
      [
        shown.length,
        sum(shown.map(({ seconds = 0 }) => seconds)),
        [['clock', sum(shown.map(({ count }) => count))]],
      ],
    );
  };

  test('agrees with the rows it is counted from: names put down, help, wishes and what screens have shown', async () => {
    agree(await march());
  });

  test('comes to the same once what is over lies in the archive', async () => {
    const over = { day: '2025-07-31', asOfMs: at('2025-07-31', 0), rows: 10_000 };
    while (await hub.sync.retire(CENTRE, over));
    const left = await hub.sync.read(CENTRE, async (tx) => [
      ...(await tx.list('people', 'enrolment')),
      ...(await tx.list('people', 'request')),
      ...(await tx.list('staff', 'helpCall')),
      ...(await tx.list('staff', 'playCount')),
    ]);
    assert.deepEqual(left, []);
    agree(await march());
  });
});

/** The centre's day of an hour that a screen counts. */
const dayOf = (key: string): string =>
  new Date(Number(key.split('/')[1]) + 480 * 60_000).toISOString().slice(0, 10);
