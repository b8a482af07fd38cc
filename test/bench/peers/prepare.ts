import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const packages = ['pouchdb@9.0.0', 'express-pouchdb@4.2.0', 'rxdb@17.6.0', 'rxjs@7', 'express@4', 'events@3'];

/**
 * Fetches the peers once into a folder of their own and builds the page they race in.
 * @returns the folder of the peers' packages and the folder of the built page
 */
export async function preparePeers(
  cacheFolder: string,
  sourceFolder: string,
): Promise<{ peers: string; page: string }> {
  const peers = join(cacheFolder, 'peers');
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, 'package.json'), '{"private":true,"type":"module"}\n');
  if (
    !existsSync(join(peers, 'node_modules', 'rxdb')) ||
    !existsSync(join(peers, 'node_modules', 'express-pouchdb'))
  ) {
    console.error('· Fetching PouchDB and RxDB (once) …');
    const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
      cwd: peers,
      encoding: 'utf8',
    });
    if (npm.status !== 0) throw new Error(`The peers could not be installed: ${npm.stderr}`);
  }
  const source = join(peers, 'source');
  cpSync(sourceFolder, source, { recursive: true });
  const page = join(peers, 'page');
  await build({
    configFile: false,
    root: join(source, 'page'),
    base: '/page/',
    logLevel: 'warn',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    build: { outDir: page, emptyOutDir: true, target: 'es2022' },
  });
  return { peers, page };
}
