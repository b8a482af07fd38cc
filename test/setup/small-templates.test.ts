import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smallCss, smallMarkup } from '../../src/setup/small-templates.mjs';

describe('what the build takes out of templates', () => {
  it('changes nothing that a style sheet says', () => {
    const written = `
      :host([landscape]) .a > .b *,
      button:focus:not(:focus-visible) {
        /* why; and {what} */
        margin: calc(var(--u) * 2 - 1px) 0;
        font: 700 1em / 1.2 'Noto Sans SC', sans-serif;
      }
      @media (min-width: 10px) {
        p::before { content: 'a b'; }
      }`;
    assert.equal(
      smallCss(written).trim(),
      ":host([landscape]) .a > .b *,button:focus:not(:focus-visible){margin:calc(var(--u) * 2 - 1px) 0;font:700 1em / 1.2 'Noto Sans SC',sans-serif}@media (min-width:10px){p::before{content:'a b'}}",
    );
  });

  it('leaves a space where words or elements stood on lines of their own', () => {
    assert.equal(
      smallMarkup('<b>鱼</b>\n    <small\n      class="x y">  两 份</small>'),
      '<b>鱼</b> <small class="x y">  两 份</small>',
    );
  });
});
