import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages } from './browser.mjs';

/** espeak-ng, the voice that the tests hear, installed where we may; where we may not, those tests say what is missing. */
export async function ensureEspeak() {
  const isThere = process.env['PATH']?.split(':').some((folder) => existsSync(join(folder, 'espeak-ng')));
  if (isThere || process.getuid?.() !== 0) return;
  await ensureDebianPackages(['espeak-ng']);
}
