import { expect } from 'chai';
import type { SyncStatus } from '../../src/protocol/client/api.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { placeOf } from '../../src/store/storage/place.ts';
import { until } from '../support/until.ts';
import { keepSwept, sweep } from '../../src/store/storage/sweep.ts';

describe('Sweeping what a store has let go of', () => {
  it('takes no row of the store, which goes on open meanwhile, and leaves one empty database', async () => {
    const name = `leling:test-${Math.random()}:device`;
    const storage = openStorage(name);
    await storage.write(async (tx) => {
      for (let at = 0; at < 50; at += 1) tx.put('outbox', [`m${at}`], { at });
    });
    await storage.write(async (tx) => tx.deletePrefix('outbox', ['m7']));
    await sweep(name);
    await sweep(name);
    await storage.write(async (tx) => tx.put('outbox', ['later'], { at: 50 }));
    expect(await storage.read((tx) => tx.list('outbox', []))).to.have.length(50);
    const { factory } = await placeOf(name);
    expect((await factory.databases()).filter((one) => one.name?.startsWith('swept'))).to.have.length(1);
    storage.close();
  });

  it('waits while anything is unsent, comes when something is forgotten, and a hub that is away keeps nothing on the disk', async () => {
    const { turns, becomes, soon, later, forgets, seals } = kept({ ...calm, outbox: 1 });
    soon();
    await allBegun();
    expect(turns, 'an elder’s ✓ is on its way').to.eql([]);
    seals.push(async () => Promise.reject(new Error('the hub is away')));
    becomes(calm);
    soon();
    await until(() => turns.length === 1);
    soon();
    await allBegun();
    expect(turns).to.eql(['swept']);
    forgets();
    forgets();
    soon();
    await until(() => turns.length === 3);
    expect(turns).to.eql(['swept', 'sealed', 'swept']);
    later();
    soon();
    await until(() => turns.length === 5);
  });

  it('seals what the hub has taken, once for a whole queue, and again where rows were yet to be pulled, and when the hub is back', async () => {
    const { turns, becomes, soon, later, seals } = kept(calm);
    soon();
    await until(() => turns.length === 2);
    seals.push(async () => true);
    for (const outbox of [1, 0, 1, 0]) becomes({ ...calm, outbox });
    soon();
    await allBegun();
    expect(turns, 'not between two in the queue').to.have.length(2);
    later();
    await until(() => turns.length === 4);
    soon();
    await until(() => turns.length === 6);
    becomes({ ...calm, link: 'away' });
    becomes(calm);
    later();
    soon();
    await until(() => turns.length > 6);
  });
});

const calm: SyncStatus = { link: 'live', outbox: 0, lastSyncMs: null, loaded: true, ended: [] };

/** What has been begun ends, none of which waits for anything but promises. */
const allBegun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A store that is kept swept, whose minutes go by when they are told to. */
function kept(first: SyncStatus) {
  let status = first;
  let told = (_status: SyncStatus): void => undefined;
  let forgets = (): void => undefined;
  let due: { readonly ms: number; readonly run: () => void }[] = [];
  const turns: string[] = [];
  /** What befalls the next sealings. */
  const seals: (() => Promise<boolean>)[] = [];
  const run = (isDue: (ms: number) => boolean): void => {
    const now = due.filter(({ ms }) => isDue(ms));
    due = due.filter(({ ms }) => !isDue(ms));
    for (const one of now) one.run();
  };
  keepSwept({
    store: {
      status: () => status,
      watchStatus: (next) => {
        told = next;
        return () => undefined;
      },
    },
    whenForgotten: (listener) => (forgets = listener),
    seal: async () => {
      const isLeft = (await seals.shift()?.()) ?? false;
      turns.push('sealed');
      return isLeft;
    },
    sweep: async () => void turns.push('swept'),
    timers: {
      after: (ms, run) => {
        due.push({ ms, run });
        return () => undefined;
      },
    },
  });
  return {
    turns,
    seals,
    forgets: () => forgets(),
    becomes: (next: SyncStatus) => told((status = next)),
    soon: () => run((ms) => ms < 60_000),
    later: () => run((ms) => ms >= 60_000),
  };
}
