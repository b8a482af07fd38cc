import { atLeast, median, rounded, type Measure } from '../figures.ts';
import { expectAttendance } from '../support/hub-rows.ts';
import { asDevice, Pusher } from '../support/pusher.ts';
import { memberId, startSeededHub } from '../support/seeded-hub.ts';

const CLIENTS = 8;
const BATCH = 100;

/** How many check-ins a second the hub takes in, each with its effects and all on the disk before they are acknowledged. */
export const inserts: Measure = async (context) => {
  const members = context.quick ? 4000 : 16_000;
  const { hub, centreId, session, devices } = await startSeededHub(context, {
    members,
    devices: { kind: 'kiosk', count: CLIENTS },
  });
  const rates: number[] = [];
  // The first lap warms the hub up; its rate does not count.
  for (let lap = 0; lap < 4; lap += 1) {
    const sessionId = session(lap);
    const started = performance.now();
    await Promise.all(
      devices.map(async (device, client) => {
        const pusher = new Pusher(asDevice(hub.url, device));
        for (let from = client * BATCH; from < members; from += CLIENTS * BATCH) {
          const all = Array.from({ length: BATCH }, (_, n) => ({ sessionId, memberId: memberId(from + n) }));
          await pusher.push('checkin.claim', all);
        }
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    const wanted = Array.from({ length: members }, (_, n) => memberId(n));
    expectAttendance(hub.dataDir, centreId, sessionId, wanted);
    if (lap > 0) rates.push(members / seconds);
  }
  const detail = { clients: CLIENTS, batch: BATCH, laps: rates.map(rounded) };
  return [atLeast('check-ins a second taken in by the hub, synced to the disk', median(rates), null, detail)];
};
