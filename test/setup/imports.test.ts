import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { augmentedBy, circles, exportsOf, importsOf } from '../../src/setup/imports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'leling-imports-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, code: string): string {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
}

describe('what the house knows of its files', () => {
  it('exports are declarations and lists, not what a comment shows', () => {
    const path = file(
      'exports.ts',
      `// export const shown = 1;
export const a = 1;
export async function b() {}
export abstract class C {}
@customElement('ll-d')
export class LlD {}
export { e, type F as G } from './other.ts';
const inside = 2;
`,
    );
    assert.deepEqual(exportsOf(path), [
      { name: 'a', isElement: false },
      { name: 'b', isElement: false },
      { name: 'C', isElement: false },
      { name: 'LlD', isElement: true },
      { name: 'e', isElement: false },
      { name: 'G', isElement: false },
    ]);
  });

  it('imports are those of types, of lists handed on, and of what is loaded later', () => {
    const path = file(
      'imports.ts',
      `import { a, type B } from './a.ts';
import type { C } from './c.ts';
export { d } from './d.ts';
const later = () => import('./e.ts');
`,
    );
    const taken = importsOf(path).map(({ target, names, all, typeOnly }) => [target, names, all, typeOnly]);
    assert.deepEqual(taken, [
      [join(folder, 'a.ts'), ['a', 'B'], false, false],
      [join(folder, 'c.ts'), ['C'], false, true],
      [join(folder, 'd.ts'), ['d'], false, false],
      [join(folder, 'e.ts'), [], true, false],
    ]);
  });

  it('an interface that another file adds to is in use', () => {
    const path = file(
      'noun.ts',
      `declare module './rows.ts' {\n  interface Rows {\n    dish: Dish;\n  }\n}\n`,
    );
    assert.deepEqual(augmentedBy(path), [{ target: join(folder, 'rows.ts'), names: ['Rows'] }]);
  });

  it('a circle is found wherever one comes into it', () => {
    const graph = new Map([
      ['in', ['a']],
      ['a', ['b']],
      ['b', ['c', 'out']],
      ['c', ['a']],
      ['out', []],
    ]);
    assert.deepEqual(circles(graph), [['a', 'b', 'c', 'a']]);
  });
});
