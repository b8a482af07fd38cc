import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asDevice } from '../bench/support/pusher.ts';
import { memberId, startSeededHub, type SeededHub } from '../bench/support/seeded-hub.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { tlsEnvironment } from '../support/certificate.ts';
import { HalfOpen } from '../support/half-open.ts';
import { inHubFile } from '../support/hub-file.ts';
import type { Chance } from '../sim/random.ts';
import { BusyDevice, type Batch } from './busy-device.ts';
import type { Outcome } from './fault.ts';

const DEVICES = 6;
/** So many that nobody is signed in more often in a thousand rounds than rules let one be. */
const MEMBERS = 5000;
/** A device rests after so many pushes, or rounds of a fast machine would overfill the attendances. */
const PUSHES = 80;
const HALVES = 1500;
/** What main.ts gives a stop. */
const STOPS_WITHIN_MS = 8000;
/** A hub that was started again answers by then. */
const ANSWERS_WITHIN_MS = 60_000;

/** A hub process and the kiosks that push to it while it is killed, round after round on one data folder. */
export class BusyHub {
  readonly #seeded: SeededHub;
  readonly #ends: readonly (() => Promise<unknown>)[];
  readonly #onTls: boolean;
  #people = 0;

  private constructor(seeded: SeededHub, ends: readonly (() => Promise<unknown>)[], onTls: boolean) {
    this.#seeded = seeded;
    this.#ends = ends;
    this.#onTls = onTls;
  }

  /** `onTls`: over https, and among fifteen hundred who say half a greeting. */
  static async open(onTls: boolean): Promise<BusyHub> {
    const ends: (() => Promise<unknown>)[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'leling-busy-'));
    ends.push(async () => rmSync(folder, { recursive: true, force: true }));
    const context = {
      appDir: fileURLToPath(new URL('../../dist/app/', import.meta.url)),
      afterwards: (end: () => Promise<unknown>) => void ends.unshift(end),
    };
    // Far from midnight: the session they sign in to is the day's.
    const config = centreWhereItIs(10, 35);
    ends.push(async () => config.remove());
    const env = onTls ? await tlsEnvironment(folder) : {};
    const devices = { kind: 'kiosk', count: DEVICES } as const;
    const wanted = { members: MEMBERS, devices, env, config: config.folder };
    return new BusyHub(await startSeededHub(context, wanted), ends, onTls);
  }

  async dispose(): Promise<void> {
    for (const end of this.#ends) await end();
  }

  /** All push; at a moment drawn from the chance the hub gets the signal; it is started again, and all push once more. */
  async round(chance: Chance, signal: 'SIGKILL' | 'SIGTERM'): Promise<Outcome> {
    const { hub, devices } = this.#seeded;
    const untrue: string[] = [];
    const halves = this.#onTls ? new HalfOpen(hub.port, HALVES) : null;
    await halves?.said;
    const pushing = devices.map((one) => {
      const args = (): Record<string, string> => this.#nextArgs();
      return new BusyDevice(asDevice(hub.url, one), chance.fork(), args);
    });
    // Between the first answers and the last: the moment is told in answers, not in time.
    const strikeAfter = chance.between(1, DEVICES * 12);
    const within = chance.next();
    let answers = 0;
    let strike: () => void = () => undefined;
    const struck = new Promise<void>((resolve) => (strike = resolve));
    const work = pushing.map((device) =>
      device.pushOn(PUSHES, () => {
        answers += 1;
        if (answers === strikeAfter) strike();
      }),
    );
    // A hub that answers nobody any more will not come to so many.
    await Promise.race([struck, Promise.all(work)]);
    // Somewhere within the next commits.
    await new Promise((resolve) => setTimeout(resolve, within * 20));
    const beganMs = performance.now();
    const ended = await hub.kill(signal);
    if (signal === 'SIGTERM') {
      // It gives itself up after eight seconds, which a machine that is busy enough may need.
      if (ended.code === 1 && performance.now() - beganMs > STOPS_WITHIN_MS)
        throw new Error(`not within ${STOPS_WITHIN_MS / 1000} s: it has stopped`);
      if (ended.code !== 0) untrue.push(`it stopped with code ${ended.code}: ${ended.output.slice(-400)}`);
    }
    const batches = await Promise.all(work);
    halves?.dispose();
    const before = this.#book();
    const told = batches.flat().filter(({ answer }) => answer !== null);
    const lost = midsOf(told).filter((mid) => !before.mids.has(mid) || before.claims(mid) === 0);
    untrue.push(...told.flatMap(notDone), ...batches.flat().flatMap((one) => halfThere(one, before)));

    const startedMs = performance.now();
    await hub.restart();
    const healedMs = performance.now() - startedMs;
    for (const [n, device] of pushing.entries()) {
      // What was answered last ends the same again; what was open is answered now.
      for (const { muts, answer } of batches[n]?.slice(-2) ?? []) {
        const again = await answered(() => device.again(muts));
        untrue.push(...notDone({ muts, answer: again }));
        if (answer?.type === 'done' && JSON.stringify(again) !== JSON.stringify(answer)) {
          const ends = again?.type === 'done' ? again.results : again;
          if (JSON.stringify(ends) !== JSON.stringify(answer.results))
            untrue.push(`answered ${JSON.stringify(ends)}, before ${JSON.stringify(answer.results)}`);
        }
      }
    }
    const after = this.#book();
    const all = midsOf(batches.flat());
    return {
      lost: new Set([...lost, ...all.filter((mid) => after.claims(mid) === 0)]).size,
      doubled: all.filter((mid) => after.claims(mid) > 1).length,
      untrue,
      healedMs,
    };
  }

  #nextArgs(): Record<string, string> {
    this.#people += 1;
    return { sessionId: this.#seeded.session(0), memberId: memberId(this.#people % MEMBERS) };
  }

  /** What is in the hub's database file, whether it runs or not. */
  #book(): Book {
    return inHubFile(this.#seeded.hub.dataDir, (file) => {
      const mids = file.prepare<[], string>('select mid from mutation').pluck().all();
      const rows = file
        .prepare<[], string>(
          `select data from row where bucket like 'people:%' and kind = 'attendance' and data is not null`,
        )
        .pluck()
        .all();
      const claims = new Map<string, number>();
      for (const row of rows) {
        const attendance: { claims: { mid: string }[] } = JSON.parse(row);
        for (const { mid } of attendance.claims) claims.set(mid, (claims.get(mid) ?? 0) + 1);
      }
      return { mids: new Set(mids), claims: (mid) => claims.get(mid) ?? 0 };
    });
  }
}

/** What it comes to, or null where nothing has for a long time. */
async function answered<T>(ask: () => Promise<T | null>): Promise<T | null> {
  const giveUpAt = performance.now() + ANSWERS_WITHIN_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null || performance.now() > giveUpAt) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

interface Book {
  readonly mids: ReadonlySet<string>;
  /** How often a claim of this name is in the attendances. */
  readonly claims: (mid: string) => number;
}

const midsOf = (batches: readonly Batch[]): string[] =>
  batches.flatMap(({ muts }) => muts.map(({ mid }) => mid));

/** What a device was told of a push, if it is anything but that all of it was carried out. */
function notDone({ muts, answer }: Batch): readonly string[] {
  if (answer === null) return [`a push of ${muts.length} was not answered`];
  if (answer.type !== 'done') return [`a push ended as ${answer.type}`];
  const bad = answer.results.filter(({ status }) => status !== 'applied' && status !== 'merged');
  return [
    ...bad.map((one) => `a claim ended as ${JSON.stringify(one)}`),
    ...(answer.results.length === muts.length ? [] : [`${answer.results.length} ends for ${muts.length}`]),
  ];
}

/** A push is one transaction: all of it is there or nothing, and with a mutation what it does. */
function halfThere({ muts }: Batch, book: Book): readonly string[] {
  const there = muts.filter(({ mid }) => book.mids.has(mid)).length;
  const claimed = muts.filter(({ mid }) => book.claims(mid) > 0).length;
  if ((there === 0 || there === muts.length) && claimed === there) return [];
  return [`of a push of ${muts.length} there are ${there}, and ${claimed} in the attendances`];
}
