import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../support/installed-hub.ts';

const ACCOUNT = 65_534;
const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** What root leaves in the data of a service, the service cannot use: it would not start again. */
describe(
  'npm start by root, where the hub is a service',
  { skip: process.getuid?.() !== 0 && 'needs root' },
  () => {
    let dir: string;
    let home: string;
    before(() => {
      dir = mkdtempSync(join(tmpdir(), 'leling-for-owner-'));
      chmodSync(dir, 0o755);
      home = join(dir, 'home');
      cpSync(join(checkout, 'src/setup'), join(home, 'src/setup'), { recursive: true });
      const nothing = 'export const ensureInstalled = () => {}; export const ensureBuilt = ensureInstalled;';
      writeFiles(home, {
        'package.json': JSON.stringify({ type: 'module', optionalDependencies: {} }),
        'src/setup/install.mjs': nothing,
        'src/setup/build.mjs': nothing,
        'src/hub/main.ts': `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.LELING_DATA + '/hub.sqlite', '');`,
      });
      execFileSync('chown', ['-R', `${ACCOUNT}:${ACCOUNT}`, home]);
    });
    after(() => rmSync(dir, { recursive: true, force: true }));

    /** Whose the data is that a start by root writes. */
    const startedBy = (owner: number, more: NodeJS.ProcessEnv = {}): number => {
      const dataDir = mkdtempSync(join(dir, 'data-'));
      execFileSync('chown', [String(owner), dataDir]);
      const { status, stderr } = spawnSync(process.execPath, [join(home, 'src/setup/start.mjs')], {
        env: { ...process.env, PORT: '', TLS_KEY: '', LELING_DATA: dataDir, ...more },
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
      return statSync(join(dataDir, 'hub.sqlite')).uid;
    };

    test('it runs as the account that folder and data are of', () => {
      assert.equal(startedBy(ACCOUNT), ACCOUNT);
    });

    test('and as root where the data is root’s, or what it is to have is only for root', () => {
      assert.equal(startedBy(0), 0);
      assert.equal(startedBy(1234), 0);
      assert.equal(startedBy(ACCOUNT, { PORT: '443' }), 0);
      assert.equal(startedBy(ACCOUNT, { TLS_KEY: '/etc/key.pem' }), 0);
    });
  },
);
