import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'vite';
import { styleTooNew, tooNew } from '../../src/setup/old-engines.mjs';

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
    ['a flag of newer regular expressions', '/a/v'],
    ['what a newer object has', 'AbortSignal.timeout(5)'],
    ['what a newer object makes', "new Intl.Segmenter('zh')"],
    ['a promise for any of several', 'Promise.any(all)'],
    ['a listener that is taken away by a signal', "a.addEventListener('click', b, { signal })"],
    ['a rounded shape on a canvas', 'canvas.roundRect(0, 0, 1, 1, 1)'],
    ['attributes of an import', "import a from 'a' with { type: 'json' }"],
    ['inset in a style', 'css`.a { inset: 0 }`'],
    ['aspect-ratio in a style', 'css`.a { aspect-ratio: 1 }`'],
  ] as const) {
    it(`finds ${what}`, () => assert.equal(faults(code).length, 1));
  }

  for (const [what, style] of [
    ['a gap in a flex box', '.a { display: flex; gap: 1rem }'],
    ['a gap that stands first', '.a{row-gap:1rem;display:inline-flex}'],
    ['a logical shorthand', '.a { margin-inline: 1rem }'],
    ['a property that turns', '.a { rotate: 90deg }'],
    ['a visible focus', 'a:focus-visible { outline: 1px }'],
    ['a parent by its child', '.a:has(b) { color: red }'],
    ['a list of what is not', '.a:not(b, c) { color: red }'],
    ['a container query', '@container (width > 1px) { a { color: red } }'],
    ['a layer', '@layer base;'],
    ['a range in a media query', '@media (width >= 600px) { a { color: red } }'],
    ['a mixed colour', '.a { color: color-mix(in srgb, red, blue) }'],
    ['a height of the small viewport', '.a { height: 100dvh }'],
    ['a nested rule', '.a { color: red; &:hover { color: blue } }'],
  ] as const) {
    it(`finds ${what}`, () => assert.notEqual(styleTooNew(style), undefined));
  }

  for (const [what, style] of [
    ['a gap in a grid', '.a { display: grid; gap: 1rem } .b { display: flex }'],
    ['single logical sides', '.a { margin-inline-start: 1rem; padding-block-end: 0 }'],
    ['a comparison of lengths', '.a { width: clamp(1rem, min(5vw, 3rem), max(2rem, 3vh)) }'],
    ['a turn in a transform', '.a { transform: rotate(90deg) translate(0, 1px) scale(2) }'],
    ['an outline taken away where it is not needed', 'button:focus:not(:focus-visible) { outline: 0 }'],
    ['what stands behind @supports', '@supports (gap: 1px) { .a { display: flex; gap: 1px } }'],
    [
      'a query behind @supports',
      '@supports (container-type: size) { @container (min-width: 1px) { .a { color: red } } }',
    ],
    ['a grace that may be missing', '.a { text-wrap: balance; accent-color: red }'],
    ['a comment', '/* .a { inset: 0 } */ .a { top: 0 }'],
    ['a prefixed mask', '.a { -webkit-mask-image: url(a.svg) }'],
  ] as const) {
    it(`lets pass ${what}`, () => assert.equal(styleTooNew(style), undefined));
  }

  it('holds a console to Chromium 80, and in its looks to 86, as somebody in the office has one', () => {
    const console = { code: 80, style: 86 };
    const asked = (code: string): readonly string[] => tooNew(parseAst(code), code, console);
    assert.deepEqual(asked("new DecompressionStream('deflate'); css`.a { display: flex; gap: 1rem }`;"), []);
    for (const code of [
      'crypto.randomUUID()',
      "a.replaceAll('a', 'b')",
      'a.showPopover()',
      'css`.a { inset: 0 }`',
    ])
      assert.equal(asked(code).length, 1, code);
  });

  it('lets pass what Chromium 79 can', () => {
    const fine = `class A { #field = 1; m() { return this.#field; } } chain.at(3); css\`.a { clip-path: inset(50%) }\`;`;
    assert.deepEqual(faults(`${fine} async () => { await import('x'); for await (const a of b) {} };`), []);
  });
});
