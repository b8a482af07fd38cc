import { isText, shape } from '../../kernel/guards.ts';
import { base64Of, bytesOf, newKey } from './key-bytes.ts';
import { KeyFiles, type KeyPlaces } from './key-places.ts';
import { alone } from './alone.ts';

const isKey = shape<{ readonly key: string }>({ key: isText });
/** Places that cannot be read are asked so often; then the rows are pulled anew under another key. */
const TRIES = 3;
const PAUSE_MS = 500;

/**
 * The key of a device that nobody unlocks. It lies on the device, since a kiosk starts in the morning without its hub
 * and without anybody: whoever takes the disk has it, until signing off or a sign-out destroys it.
 */
export function deviceKey(name: string, places: KeyPlaces = new KeyFiles()): Promise<Uint8Array> {
  return alone(name, async () => {
    const known = await patiently(() => places.read(name));
    const record = known === null ? null : parsed(known);
    if (isKey(record)) return bytesOf(record.key);
    const key = newKey();
    // A key that could not be kept serves until the page is closed: what it sealed is then pulled anew.
    await places
      .write(name, JSON.stringify({ turn: 1, key: base64Of(key) }))
      .catch((error: unknown) => console.error(error));
    return key;
  });
}

async function patiently<T>(read: () => Promise<T>): Promise<T | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read();
    } catch (error) {
      console.error(error);
      if (tries === TRIES) return null;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
