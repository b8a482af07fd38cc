import { SEALED } from '../../src/protocol/wire/sealed-item.ts';
import type { HubTamper } from './sim-hub.ts';

/** Whatever a device has sealed comes to the hub under no key of its own. */
export const shut: NonNullable<HubTamper['push']> = (request, push) =>
  push({
    ...request,
    muts: request.muts.map((mut) =>
      mut.name === SEALED ? { ...mut, args: { by: 'nobody', box: '' } } : mut,
    ),
  });
