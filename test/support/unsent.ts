import { id } from '../../src/kernel/ids.ts';
import { link, newClient } from '../../src/protocol/client/chain.ts';
import type { StoreTx } from '../../src/protocol/client/ports.ts';
import { writeClient, writeUnsent } from '../../src/protocol/client/records.ts';
import { deviceRandom } from '../../src/store/device-ports.ts';

/** A unit of work as a kiosk leaves it: chained, and not with the hub. */
export async function makeUnsent(tx: StoreTx): Promise<string> {
  const mid = id<'Mid'>(deviceRandom.uuid7(Date.now()));
  const { client, mut } = link(newClient(deviceRandom, Date.now()), {
    mid,
    name: 'help.raise',
    v: 1,
    args: { place: '大厅' },
    deviceTime: null,
    timeQuality: 'unknown' as const,
    age: null,
  });
  writeClient(tx, client);
  writeUnsent(tx, { mut, touched: null, madeAtMono: 0, bootId: '' });
  return mid;
}
