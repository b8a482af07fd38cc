import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'vite';
import { tooNew } from '../../src/setup/old-engines.mjs';

const faults = (code: string): readonly string[] => tooNew(parseAst(code), code);

describe('the check that keeps a television from staying black', () => {
  for (const [what, code] of [
    ['optional chaining', 'a?.b'],
    ['the ?? operator', 'a ?? b'],
    ['logical assignment', 'a ??= b'],
    ['a private method', 'class A { #m() {} }'],
    ['a static block', 'class A { static {} }'],
    ['an array counted from its end', 'list.at(-1)'],
    ['replaceAll', "text.replaceAll('a', 'b')"],
    ['structuredClone', 'structuredClone(a)'],
    ['inset in a style', 'css`.a { inset: 0 }`'],
    ['aspect-ratio in a style', 'css`.a { aspect-ratio: 1 }`'],
  ] as const) {
    it(`finds ${what}`, () => assert.equal(faults(code).length, 1));
  }

  it('lets pass what Chromium 79 can', () => {
    const fine = `class A { #field = 1; m() { return this.#field; } } chain.at(3); css\`.a { clip-path: inset(50%) }\`;`;
    assert.deepEqual(faults(`${fine} async () => { await import('x'); for await (const a of b) {} };`), []);
  });
});
