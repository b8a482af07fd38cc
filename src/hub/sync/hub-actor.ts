import { id, type CentreId, type DeviceId } from '../../kernel/ids.ts';
import type { Actor } from '../../kernel/mutation.ts';

/** The hub itself, as who makes a change in a centre; under another name where it does so for somebody who has no device. */
export const hubActor = (centreId: CentreId, deviceId: DeviceId = id('hub')): Actor => ({
  type: 'hub',
  deviceId,
  centreId,
});
