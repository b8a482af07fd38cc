// The drawing library is needed only by who renders the video anew, so it is no dependency of the product: it is
// installed on demand into a cache folder.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@napi-rs/canvas@0.1.100';
const CACHE = fileURLToPath(new URL('../../../.cache/canvas/', import.meta.url));

export function loadCanvas() {
  if (!existsSync(join(CACHE, 'node_modules/@napi-rs/canvas'))) {
    mkdirSync(CACHE, { recursive: true });
    const done = spawnSync('npm', ['install', '--prefix', CACHE, '--no-audit', '--no-fund', PACKAGE], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) throw new Error(`${PACKAGE} could not be installed; it draws the frames.`);
  }
  return createRequire(join(CACHE, 'index.js'))('@napi-rs/canvas');
}
