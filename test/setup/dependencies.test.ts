import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const textOf = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

interface Manifest {
  readonly allowScripts?: Readonly<Record<string, boolean>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const manifest: Manifest = JSON.parse(textOf('package.json'));
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(textOf('package-lock.json'));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const named = {
  ...manifest.dependencies,
  ...manifest.optionalDependencies,
  ...manifest.devDependencies,
};

/** A centre's hub runs what others wrote: what that is is known to the byte, and why it is there. */
describe('what comes from others', () => {
  it('is pinned to the byte, the runtime too', () => {
    const loose = Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
    const unproved = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    assert.deepEqual(unproved, []);
    const runtimes = packages.filter(([path]) => /^node_modules\/node-(linux|win|darwin)-/.test(path));
    assert.ok(runtimes.length >= 3);
  });

  it('runs no script of its own when it is installed', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    assert.deepEqual(
      scripted.map(([path]) => path),
      [],
    );
    assert.deepEqual(
      Object.values(manifest.allowScripts ?? {}).filter((allowed) => allowed),
      [],
    );
  });

  it('has its reason in the list, and the list names nothing else', () => {
    const listed = new Set<string>();
    for (const [line] of textOf('src/setup/dependencies.md').matchAll(/^\| `.*$/gm)) {
      const cell = line.split('|')[1] ?? '';
      for (const [, name = ''] of cell.matchAll(/`([^`]+)`/g)) listed.add(name);
    }
    const wanted = [...Object.keys(named), ...Object.keys(manifest.overrides ?? {})];
    assert.deepEqual([...listed].sort(), wanted.sort());
  });

  it('may be passed on: no licence asks for more than its name', () => {
    const free =
      /\b(MIT|MIT-0|Apache-2\.0|BSD-[23]-Clause|0BSD|ISC|OFL-1\.1|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0)\b/;
    // Tools of the build and of the tests, used and never passed on; two say MIT in their text only.
    const tools = /^node_modules\/(lightningcss|axe-core|only|combine-errors)\b/;
    const others = packages.filter(([path, { license }]) => !free.test(license ?? '') && !tools.test(path));
    assert.deepEqual(
      others.map(([path, { license }]) => `${path}: ${license}`),
      [],
    );
  });
});
