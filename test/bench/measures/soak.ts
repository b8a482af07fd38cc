import { Browser } from '../../support/browser.ts';
import { atMost, type Figure, type Measure } from '../figures.ts';
import { openChrome, glasses, untilReady } from '../support/chrome.ts';
import { holdingOf, type Held } from '../support/held.ts';
import { bringFilms, FILMS } from '../support/films.ts';
import { Pusher } from '../support/pusher.ts';
import { untilShowing } from '../support/screens-of-centre.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

const SCREEN = 'dining-hall';
/** A database grows by what has changed until it clears up, and then no more. */
const MOST_MB = 20;
/** What a screen shows in turn, and how its glass names it; a film is named once its first frame stands there. */
const ITEMS = [
  { item: { show: 'timetable' }, showing: 'timetable:' },
  { item: FILMS, showing: 'playlist:' },
  { item: { show: 'clock' }, showing: 'clock:' },
  { item: { show: 'welcome' }, showing: 'welcome:' },
] as const;

/** A screen through as many changes of what it shows as it has in months, films among them: what it holds at the start, and at the end. */
export const soak: Measure = async (context) => {
  const changes = context.changes ?? (context.quick ? 300 : 10_000);
  // What is brought once, its films and typefaces, is there by then.
  const first = Math.min(500, Math.floor(changes / 10));
  const seeded = await startSeededHub(context);
  const { hub } = seeded;
  await bringFilms(seeded, SCREEN, false);
  const browser = await openChrome(context, glasses.screen);
  const [screen] = browser.pages();
  const link = { screen: hub.links.screens[SCREEN], staff: hub.links.staff['canteen'] };
  if (screen === undefined || link.screen === undefined || link.staff === undefined)
    throw new Error('the hub lacks a link');
  await screen.goto(link.screen);
  await untilReady(screen);
  const staff = new Browser(hub.url);
  await staff.open(link.staff);
  const pusher = new Pusher((body) => staff.post('/sync/push', body));
  const held = await holdingOf(screen, await browser.newCDPSession(screen));

  let start: Held | undefined;
  for (let n = 1; n <= changes; n += 1) {
    const next = ITEMS[n % ITEMS.length] ?? ITEMS[0];
    const shown = screen.evaluate(untilShowing, next.showing);
    const untilMs = Date.now() + 3_600_000;
    await pusher.push('screen.push', [{ screenIds: [SCREEN], item: next.item, untilMs }]);
    await shown;
    if (n === first) start = await held();
    if (n % (context.quick ? 100 : 500) === 0) context.say(`${n} changes: ${JSON.stringify(await held())}`);
  }
  const end = await held();
  if (start === undefined) throw new Error('there were too few changes');
  return grown(start, end, first, changes);
};

const grown = (start: Held, end: Held, first: number, changes: number): readonly Figure[] => {
  const detail = { [`after ${first}`]: start, [`after ${changes}`]: end };
  const named = (what: string): string =>
    `${what} of a screen after ${changes} changes beside after ${first} (times)`;
  return [
    atMost(named('heap'), end.heapMB / start.heapMB, 1.05, detail),
    atMost(named('DOM nodes'), end.nodes / start.nodes, 1.05),
    atMost(named('listeners'), end.listeners / start.listeners, 1.05),
    atMost(named('cache bytes'), end.cachesMB / start.cachesMB, 1.05),
    atMost(`databases of a screen after ${changes} changes (MB)`, end.databasesMB, MOST_MB),
    atMost(named('rows'), rowsOf(end) / rowsOf(start), 1.05),
  ];
};

const rowsOf = ({ rows }: Held): number => Object.values(rows).reduce((sum, count) => sum + count, 0);
