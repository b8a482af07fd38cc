import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import type { PullPage } from '../../../src/protocol/wire/wire.ts';
import type { RowOf } from '../../../src/kernel/rows.ts';
import { Browser } from '../../support/browser.ts';
import { atMost, quantile, worst, type Measure } from '../figures.ts';
import { Pusher } from '../support/pusher.ts';
import { startSeededHub, type SeededHub } from '../support/seeded-hub.ts';

/** A staff member's press until the hint, with the menu in it, has reached each of a thousand screens of one hub. */
export const screens: Measure = async (context) => {
  const count = context.quick ? 200 : 1000;
  const seeded = await startSeededHub(context, { devices: { kind: 'screen', count } });
  const { hub } = seeded;
  const streams: Stream[] = [];
  // In small groups, as a thousand televisions do not come back within the same millisecond either.
  for (let from = 0; from < count; from += 50)
    streams.push(
      ...(await Promise.all(seeded.devices.slice(from, from + 50).map((one) => listen(hub.url, one)))),
    );
  context.afterwards(async () => streams.forEach((stream) => stream.response.destroy()));

  const staff = new Browser(hub.url);
  const link = hub.links.staff['canteen'];
  if (link === undefined) throw new Error('the hub has no link for the canteen');
  await staff.open(link);
  const pusher = new Pusher((body) => staff.post('/sync/push', body));
  const menu = await someMenu(staff, seeded);
  const dishId = menu.items[0]?.dishId;
  if (dishId === undefined) throw new Error('the menu is empty');

  const laps: number[] = [];
  for (let press = 0; press < 25; press += 1) {
    const reached = streams.map((stream) => stream.nextPoke());
    const started = performance.now();
    await pusher.push('menu.soldOut', [{ menuId: menu.id, dishId, soldOut: press % 2 === 0 }]);
    const times = (await Promise.all(reached)).map((at) => at - started);
    // The first presses warm the hub up.
    if (press >= 5) laps.push(...times);
  }
  const status = await readFile(`/proc/${hub.pid}/status`, 'utf8');
  const residentMB = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  const detail = { p50: Math.round(quantile(laps, 0.5)), worst: Math.round(worst(laps)) };
  return [
    atMost(`staff press to ${count} screens on one hub (ms, p99)`, quantile(laps, 0.99), 120, detail),
    atMost(`memory of a hub with ${count} screens (MB resident)`, residentMB, 150),
  ];
};

interface Stream {
  readonly response: IncomingMessage;
  /** When the next hint arrives, by this process's clock. */
  nextPoke(): Promise<number>;
}

async function listen(origin: string, { deviceId, cookie }: SeededHub['devices'][number]): Promise<Stream> {
  const request = get(`${origin}/sync/live?device=${deviceId}`, { headers: { cookie }, agent: false });
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (response?.statusCode !== 200) throw new Error(`a live stream was answered ${response?.statusCode}`);
  let told: ((at: number) => void) | undefined;
  response.on('data', (chunk: Buffer) => {
    if (told === undefined || !chunk.includes('event: poke')) return;
    told(performance.now());
    told = undefined;
  });
  return { response, nextPoke: () => new Promise((resolve) => (told = resolve)) };
}

async function someMenu(staff: Browser, { centreId }: SeededHub): Promise<RowOf<'menu'>> {
  const query = `clientId=bench&bucket=${encodeURIComponent(`centre:${centreId}`)}`;
  const response = await staff.get(`/sync/pull?${query}`);
  const page: PullPage = await response.json();
  const row = page.rows.find(({ kind }) => kind === 'menu');
  if (row === undefined) throw new Error('the centre has no menu');
  return JSON.parse(JSON.stringify(row.data));
}
