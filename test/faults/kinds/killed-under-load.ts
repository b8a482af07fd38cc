import { BusyHub } from '../busy-hub.ts';
import type { Fault } from '../fault.ts';

/** One hub and its data for all rounds of the kinds without a certificate, and one for those with. */
const hubs = new Map<boolean, Promise<BusyHub>>();

const underLoad = (name: string, says: string, signal: 'SIGKILL' | 'SIGTERM', onTls = false): Fault => ({
  name,
  says,
  async run(chance) {
    const hub = hubs.get(onTls) ?? BusyHub.open(onTls);
    hubs.set(onTls, hub);
    const busy = await hub;
    try {
      return await busy.round(chance, signal);
    } catch (error) {
      // The next round has a hub that nobody has left half started.
      hubs.delete(onTls);
      await busy.dispose();
      throw error;
    }
  },
  async end() {
    const open = hubs.get(onTls);
    hubs.delete(onTls);
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

export const hubStoppedOnTls = underLoad(
  'hub-stopped-on-tls',
  'the same over https, while fifteen hundred others have said half a greeting',
  'SIGTERM',
  true,
);
