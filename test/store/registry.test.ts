import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import type { Actor, DeviceKind } from '../../src/kernel/mutation.ts';
import { mayDo } from '../../src/kernel/mutation.ts';
import { mutations } from '../../src/features/registry.ts';
import { registryFor } from '../../src/store/registry.ts';

const device = (deviceKind: DeviceKind): Actor => ({
  type: 'device',
  deviceId: id('d'),
  deviceKind,
  centreId: id('sample'),
});

describe('the mutations a device has with it', () => {
  for (const kind of ['kiosk', 'screen', 'console'] as const) {
    it(`are, on a ${kind}, at least all that it may make`, async () => {
      const registry = await registryFor(device(kind));
      for (const mutation of Object.values(mutations)) {
        if (mayDo(device(kind), mutation.by)) expect(registry[mutation.name]?.v).to.equal(mutation.v);
      }
    });
  }

  it('are all of them for a member of staff', async () => {
    const staff: Actor = {
      type: 'staff',
      deviceId: id('d'),
      centreId: id('sample'),
      accountId: id('a'),
      name: '王经理',
      role: 'manager',
    };
    expect(await registryFor(staff)).to.equal(mutations);
  });
});
