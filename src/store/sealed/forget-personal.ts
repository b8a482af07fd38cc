import { forgetStore } from '../canary.ts';
import { openStorage } from '../storage/open-storage.ts';
import { destroyKeysOf } from './destroy-keys.ts';
import { checkKey, sealedStores } from './personal.ts';

/**
 * Lets go of what a device keeps of people, whoever's it is: first the keys, so that no copy of the rows opens any more,
 * then the rows, once nobody is using them any more. Work that is unsent is none of it. Where one store does not open the
 * others are let go of all the same, and then it fails with the reason.
 */
export async function forgetPersonal(
  deviceId: string,
  unused: Promise<void> = Promise.resolve(),
): Promise<void> {
  const stores = await destroyKeysOf(deviceId);
  await unused;
  const shut: unknown[] = [];
  for (const name of stores) {
    // Before it is empty: what is let go of on purpose is no loss to be told of.
    await forgetStore(name).catch((error: unknown) => console.error(error));
    await dropSealed(name).catch((error: unknown) => shut.push(error));
  }
  if (shut.length > 0) throw shut[0];
}

/** Drops what is sealed in a store. */
async function dropSealed(name: string): Promise<void> {
  const storage = openStorage(name, { diskOnly: true });
  try {
    await storage.write(async (tx) => {
      for (const prefix of sealedStores) tx.deletePrefix('base', prefix);
      tx.delete('base', checkKey);
    });
  } finally {
    storage.close();
  }
}
