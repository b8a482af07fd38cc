import { alone } from './alone.ts';
import { KeyFiles, type KeyPlaces } from './key-places.ts';

/** Destroys the key of one store: what it sealed can be read by nobody any more, wherever a copy lies. */
export const destroyKey = (name: string, places: KeyPlaces = new KeyFiles()): Promise<void> =>
  alone(name, () => places.remove(name));

/** Of a device that was signed off: everybody's on it. Returns the stores they were of. */
export async function destroyKeysOf(
  deviceId: string,
  places: KeyPlaces = new KeyFiles(),
): Promise<readonly string[]> {
  const names = (await places.names()).filter((name) => name.startsWith(`leling:${deviceId}:`));
  for (const name of names) await destroyKey(name, places);
  return names;
}
