import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages } from './browser.mjs';

const versions = '/usr/lib/postgresql';

const isThere = () =>
  existsSync(versions) &&
  readdirSync(versions).some((name) => existsSync(join(versions, name, 'bin', 'initdb')));

/**
 * PostgreSQL's programs, installed where we may: once, before the tests that want them start side by side. Where we may
 * not, those tests say what is missing.
 */
export async function ensurePostgres() {
  const elsewhere = process.env['PATH']?.split(':').some((folder) => existsSync(join(folder, 'initdb')));
  if (elsewhere || isThere() || process.getuid?.() !== 0) return;
  await ensureDebianPackages(['postgresql']);
}
