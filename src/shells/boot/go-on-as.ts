import { noteMoved } from '../../app/restore-devices.ts';
import { addressOf } from './address-of.ts';

/** Opens the face of a glass that has just been paired by its code: staff stand before it. They may have said that it is another device now than it `was`. */
export function goOnAs(
  face: string,
  deviceId: string,
  was: string | undefined,
  open: (address: string) => void = (address) => location.replace(address),
): void {
  // What it holds unsent goes on with it.
  if (was !== undefined && was !== deviceId) noteMoved(was, deviceId);
  open(`${addressOf(`/${face}`, deviceId)}&paired=${was === deviceId ? 'same' : 'code'}`);
}
