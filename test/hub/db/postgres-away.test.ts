import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { id, type Mid } from '../../../src/kernel/ids.ts';
import { civilMoment } from '../../../src/kernel/time.ts';
import type { Browser } from '../../support/browser.ts';
import { LiveListener } from '../../support/live.ts';
import { movingAddress, type MovingAddress } from '../../support/moving-address.ts';
import { startPostgres, type PrivatePostgres } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';
import { problemIn, testHub, type TestHub } from '../http-support.ts';
import { newMid } from '../sync/centre.ts';

const SAMPLE = id<'CentreId'>('sample');

/** A kiosk that checks one elder after the other in, and sends each again until it is told how that ended. */
class Patient {
  readonly #browser: Browser;
  readonly #clientId: string;
  readonly #args: () => object;
  readonly acknowledged: Mid[] = [];
  /** What came instead of an answer. */
  readonly refused: string[] = [];
  #stopped = false;
  #waiting: { readonly count: number; readonly met: () => void } | null = null;

  constructor(browser: Browser, clientId: string, args: () => object) {
    this.#browser = browser;
    this.#clientId = clientId;
    this.#args = args;
  }

  async work(): Promise<void> {
    let prev: Mid | null = null;
    for (let seq = 1; !this.#stopped; seq += 1) {
      const mid = newMid();
      const claim = { mid, seq, prev, name: 'checkin.claim', v: 1, args: this.#args(), age: 0 };
      await this.#send({ ...claim, deviceTime: Date.now(), timeQuality: 'confirmed' }, mid);
      prev = mid;
    }
  }

  /** Resolves once so many more are acknowledged. */
  more(count: number): Promise<void> {
    return new Promise((met) => (this.#waiting = { count: this.acknowledged.length + count, met }));
  }

  stop(): void {
    this.#stopped = true;
  }

  async #send(claim: object, mid: Mid): Promise<void> {
    for (;;) {
      const response = await this.#browser.post('/sync/push', {
        clientId: this.#clientId,
        epoch: null,
        muts: [claim],
      });
      if (response.ok) {
        const answer = await response.json();
        assert.equal(answer.type, 'done', JSON.stringify(answer));
        assert.match(answer.results[0].status, /^(applied|merged)$/, JSON.stringify(answer));
        this.acknowledged.push(mid);
        if (this.#waiting !== null && this.acknowledged.length >= this.#waiting.count) this.#waiting.met();
        return;
      }
      const { status, code } = await problemIn(response);
      this.refused.push(`${status} ${code}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What would be lost: check-ins that an elder was told of, and a hub that somebody has to start again. */
describe('a PostgreSQL that goes while pushes wait', () => {
  let server: PrivatePostgres;
  let address: MovingAddress;
  let hub: TestHub;
  let kiosks: readonly Patient[];
  let kiosk: Browser;
  let live: LiveListener;
  let working: Promise<unknown>;

  before(async () => {
    server = await startPostgres({ synced: true });
  });
  after(() => server.stop());

  beforeEach(async () => {
    const url = new URL(await server.createDatabase());
    address = await movingAddress(Number(url.port));
    url.port = String(address.port);
    hub = await testHub({ databaseUrl: url.href });
    kiosk = await hub.opened(hub.links.json.kiosk);
    live = await LiveListener.open(kiosk);
    const [centre] = await hub.sync.read(SAMPLE, (tx) => tx.list('centre', 'centre'));
    const { date } = civilMoment(hub.sync.now(), centre?.utcOffsetMinutes ?? 480);
    const members = await hub.sync.read(SAMPLE, (tx) => tx.list('people', 'member'));
    let next = 0;
    kiosks = ['c1', 'c2', 'c3'].map(
      (clientId) =>
        new Patient(kiosk, clientId, () => {
          next += 1;
          return { sessionId: `baduanjin@${date}`, memberId: members[next % members.length]?.id };
        }),
    );
    working = Promise.all(kiosks.map((one) => one.work()));
    await eachMore(5);
  });
  afterEach(async () => {
    live.close();
    await hub.dispose();
    await address.close();
  });

  /** Rejects when one of them meets what it cannot go on from. */
  const eachMore = (count: number): Promise<unknown> =>
    Promise.race([working, Promise.all(kiosks.map((one) => one.more(count)))]);
  const stopAll = async (): Promise<void> => {
    for (const one of kiosks) one.stop();
    await working;
  };
  /** Each has met a hub without a database. */
  const allRefused = async (): Promise<void> => {
    for (const one of kiosks)
      while (one.refused.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const troubles = async (): Promise<string[]> => {
    const { troubles: all } = await (await hub.browser().get('/api/health')).json();
    return all.map(({ code }: { code: string }) => code);
  };
  /** Everything acknowledged is there once. */
  async function expectAll(): Promise<void> {
    const rows = await hub.sync.read(SAMPLE, (tx) => tx.list('people', 'attendance'));
    const claims = rows.flatMap((row) => row.claims.map(({ mid }) => mid));
    assert.equal(new Set(claims).size, claims.length);
    const there = new Set(claims);
    const lost = kiosks.flatMap(({ acknowledged }) => acknowledged.filter((mid) => !there.has(mid)));
    assert.deepEqual(lost, []);
  }

  test('pushes are told so till it is back, and then all that was acknowledged is there, once', async () => {
    await server.crash();
    await allRefused();
    assert.deepEqual([...new Set(kiosks.flatMap(({ refused }) => refused))], ['503 database-away']);
    assert.ok((await troubles()).includes('database-away'), 'staff are told');
    await server.startAgain();
    await eachMore(5);
    await stopAll();
    await expectAll();
    // The stream has stood all the while, and tells what has come.
    const page = await (await kiosk.get('/sync/pull?clientId=c1&bucket=kiosk:sample')).json();
    for (let told = 0; told < page.cursor.version;) {
      const { bucket, version } = await live.nextOf('poke');
      if (bucket === 'kiosk:sample') told = Number(version);
    }
    // Then nobody is told any more.
    await until(async () => !(await troubles()).includes('database-away'));
  });

  test('a standby that takes over has it all, though the address led to it before it took changes', async () => {
    const { epoch } = hub.sync;
    const standby = await server.standby();
    await eachMore(5);
    const newEpoch = new Promise<void>((resolve) => {
      hub.sync.onPoke((poke) => {
        if (poke.epoch !== epoch) resolve();
      });
    });
    address.moveTo(standby.port);
    await server.crash();
    await allRefused();
    assert.deepEqual([...new Set(kiosks.flatMap(({ refused }) => refused))], ['503 database-away']);
    // Long enough for the hub to have come to the standby as it is.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await standby.promote();
    await eachMore(5);
    await newEpoch;
    await stopAll();
    await expectAll();
    await server.startAgain();
  });
});
