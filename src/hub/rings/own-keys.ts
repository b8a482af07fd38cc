import { VaultTable, type Vault } from '../people/vault.ts';

/** By which push services know this hub again (VAPID, RFC 8292): base64url of the point, and of the number that is secret. */
interface OwnKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const keys = new VaultTable<OwnKeys>('ring-keys', 'standing');
/** There are one hub's. */
const OWN = 'own';

/** The hub's own keys: made once, and kept with its data, since what browsers have agreed to hangs on them. */
export async function ownKeys(vault: Vault): Promise<OwnKeys> {
  const kept = await vault.read((tx) => keys.get(tx, OWN));
  if (kept !== undefined) return kept;
  const made = await freshKeys();
  return vault.write(async (tx) => {
    const others = await keys.get(tx, OWN);
    if (others !== undefined) return others;
    await keys.put(tx, OWN, made);
    return made;
  });
}

async function freshKeys(): Promise<OwnKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { publicKey: Buffer.from(point).toString('base64url'), privateKey: d };
}
