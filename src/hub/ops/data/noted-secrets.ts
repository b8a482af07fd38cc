import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NotedSecrets } from '../../sync/sealed-items.ts';

/** More lost databases than this no house has had. */
const MOST = 20;

/**
 * Keeps the secrets by which devices have sealed what a hub had of them in a file beside the data too. Where the database
 * was lost and a new one begun in its place, what devices bring again of the old one's time still opens.
 */
export async function notedSecrets(dataDir: string): Promise<NotedSecrets> {
  const file = join(dataDir, 'hub-secrets');
  const text = await readFile(file, 'utf8').catch(() => '');
  const former = text.split('\n').filter((line) => /^[\w-]{16,}$/.test(line));
  return {
    former,
    async note(secret) {
      if (former.includes(secret)) return;
      await writeFile(file, `${[secret, ...former].slice(0, MOST).join('\n')}\n`, { mode: 0o600 });
    },
  };
}
