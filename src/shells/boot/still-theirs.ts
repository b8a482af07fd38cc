import { rememberedDevices, type RememberedDevice } from '../../app/remembered-devices.ts';

/**
 * Whether a device is still remembered as this page has opened it: a page that is about to go has let another have it, and
 * what it hears meanwhile would bring back whoever has left.
 */
export const isStillTheirs = ({ id, actorKey }: RememberedDevice): boolean =>
  rememberedDevices().every((one) => one.id !== id || one.actorKey === actorKey);
