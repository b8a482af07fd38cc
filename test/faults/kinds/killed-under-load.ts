import { BusyHub } from '../busy-hub.ts';
import type { Fault } from '../fault.ts';

/** One hub and its data for all rounds of both kinds. */
let hub: Promise<BusyHub> | undefined;

const underLoad = (name: string, says: string, signal: 'SIGKILL' | 'SIGTERM'): Fault => ({
  name,
  says,
  async run(chance) {
    hub ??= BusyHub.open();
    const busy = await hub;
    try {
      return await busy.round(chance, signal);
    } catch (error) {
      // The next round has a hub that nobody has left half started.
      hub = undefined;
      await busy.dispose();
      throw error;
    }
  },
  async end() {
    const open = hub;
    hub = undefined;
    await (await open)?.dispose();
  },
});

export const hubKilledUnderLoad = underLoad(
  'hub-killed',
  'the hub is killed while six kiosks push as fast as it answers; all it has acknowledged is there, once',
  'SIGKILL',
);

export const hubStoppedUnderLoad = underLoad(
  'hub-stopped',
  'the hub is told to stop while six kiosks push; it ends in time, and what it has acknowledged is there, once',
  'SIGTERM',
);
