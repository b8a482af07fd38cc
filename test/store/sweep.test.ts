import { expect } from 'chai';
import type { SyncStatus } from '../../src/protocol/client/api.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { placeOf } from '../../src/store/storage/place.ts';
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

  it('waits while anything is unsent, and comes when something is forgotten', async () => {
    const calm: SyncStatus = { link: 'live', outbox: 0, lastSyncMs: null, loaded: true, ended: [] };
    let status: SyncStatus = { ...calm, outbox: 1 };
    let forgotten = (): void => undefined;
    let sweeps = 0;
    let due: { readonly ms: number; readonly run: () => void }[] = [];
    const soon = (): void => {
      const [now, later] = [due.filter(({ ms }) => ms < 60_000), due.filter(({ ms }) => ms >= 60_000)];
      due = later;
      for (const { run } of now) run();
    };
    keepSwept({
      store: { status: () => status },
      whenForgotten: (listener) => (forgotten = listener),
      sweep: async () => {
        sweeps += 1;
      },
      timers: {
        after: (ms, run) => {
          due.push({ ms, run });
          return () => undefined;
        },
      },
    });
    soon();
    expect(sweeps, 'an elder’s ✓ is on its way').to.equal(0);
    status = calm;
    soon();
    expect(sweeps, 'of what earlier pages left').to.equal(1);
    soon();
    expect(sweeps).to.equal(1);
    forgotten();
    forgotten();
    soon();
    expect(sweeps).to.equal(2);
    const [daily] = due;
    due = [];
    daily?.run();
    soon();
    expect(sweeps, 'of what ended with its day').to.equal(3);
  });
});
