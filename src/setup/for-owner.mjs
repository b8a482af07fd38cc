import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.mjs';

/**
 * What root starts by hand where folder and data are another account's (that of the service) runs as that account: what
 * root left in the data, the service could not use. What only root may have, a low port or a certificate's key, it keeps.
 * @returns {{ uid?: number, gid?: number }}
 */
export function forOwner() {
  const { LELING_DATA, PORT, TLS_KEY } = process.env;
  const wantsRoot = Number(PORT || 8080) < 1024 || Boolean(TLS_KEY);
  if (process.getuid?.() !== 0 || wantsRoot) return {};
  const data = statSync(resolve(LELING_DATA || 'data'), { throwIfNoEntry: false });
  if (data === undefined || data.uid === 0 || data.uid !== statSync(root).uid) return {};
  return { uid: data.uid, gid: data.gid };
}
