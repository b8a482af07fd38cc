import { noteMoved } from '../../app/restore-devices.ts';

/** The page of a device. */
export const addressOf = (face: string, deviceId: string): string =>
  `/${face}?device=${encodeURIComponent(deviceId)}`;

/** Opens the face of a glass that has just been paired. Staff may have said that it is another device now than it `was`. */
export function goOnAs(face: string, deviceId: string, was: string | undefined): void {
  // What it holds unsent goes on with it.
  if (was !== undefined && was !== deviceId) noteMoved(was, deviceId);
  location.replace(`${addressOf(face, deviceId)}&paired`);
}
