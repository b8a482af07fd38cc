import { id } from '../../../src/kernel/ids.ts';
import { deviceRandom } from '../../../src/store/device-ports.ts';
import { Browser } from '../../support/browser.ts';
import { atMost, quantile, worst, type Measure } from '../figures.ts';
import { Pusher } from '../support/pusher.ts';
import { configWithScreens, openScreens, screenIds, untilShowing } from '../support/screens-of-centre.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

const TITLE = '二楼漏水，请走东侧楼梯';
const BODY = '工作人员会扶您下楼，请不要乘电梯。';

/** From the hub being told of an emergency until each of ten real pages has painted it, and till it is gone again. */
export const emergency: Measure = async (context) => {
  const ids = screenIds(10);
  const hall = await startSeededHub(context, {
    env: { LELING_CONFIG: configWithScreens(context, ids.length) },
  });
  const pages = await openScreens(context, hall, ids);
  // Ten televisions on one machine that are all still bringing their app are none that anybody has.
  await Promise.all(pages.map((page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true))));
  const staff = new Browser(hall.hub.url);
  const link = hall.hub.links.staff['leader'];
  if (link === undefined) throw new Error('the hub has no link for the leader');
  await staff.open(link);
  const pusher = new Pusher((body) => staff.post('/sync/push', body));

  const raised: Lap[] = [];
  const lifted: Lap[] = [];
  const times = context.quick ? 3 : 12;
  for (let lap = 0; lap < times; lap += 1) {
    const noticeId = id<'NoticeId'>(deviceRandom.uuid7(Date.now()));
    const before = await pages[0]?.evaluate(() => document.documentElement.dataset['showing'] ?? '');
    raised.push(
      await after(`notice:${noticeId}`, () =>
        pusher.push('notice.alarm', [{ noticeId, title: TITLE, body: BODY, untilMs: null }]),
      ),
    );
    lifted.push(await after(before ?? '', () => pusher.push('notice.withdraw', [{ noticeId }])));
  }

  async function after(showing: string, press: () => Promise<void>): Promise<Lap> {
    const painted = pages.map((page) => page.evaluate(untilShowing, showing));
    await Promise.all(pages.map((page) => page.evaluate(() => undefined)));
    const now = (): number => performance.timeOrigin + performance.now();
    const pressedAt = now();
    await press();
    const answered = now() - pressedAt;
    return { answered, painted: (await Promise.all(painted)).map((at) => at - pressedAt) };
  }

  const all = (laps: readonly Lap[]): readonly number[] => laps.flatMap(({ painted }) => painted);
  // Of each lap, since it is told by them where the time went: the hub's answer, the first page and the last.
  const detail = raised.map(({ answered, painted }) =>
    [answered, Math.min(...painted), worst(painted)].map(Math.round),
  );
  return [
    atMost(`emergency to painted on ${ids.length} real pages (ms, p50)`, quantile(all(raised), 0.5), null),
    atMost(`emergency to painted on ${ids.length} real pages (ms, worst)`, worst(all(raised)), 1000, {
      'answered, first, last': detail,
    }),
    atMost(`emergency lifted to gone from ${ids.length} real pages (ms, worst)`, worst(all(lifted)), null),
  ];
};

/** One press: when the hub had answered it, and when each page had painted it. */
interface Lap {
  readonly answered: number;
  readonly painted: readonly number[];
}
