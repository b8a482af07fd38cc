import { expect } from 'chai';
import { html, LitElement, type CSSResultGroup } from 'lit';
import { setLocale } from '../../src/i18n/index.ts';
import { reset } from '../../src/ui/common/shared-styles.ts';
import { buttonStyles } from '../../src/ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../src/ui/console/styles/field-styles.ts';
import { textStyles } from '../../src/ui/console/styles/text-styles.ts';
import { tokens } from '../support/mount-kiosk.ts';

const page = () => html`
  <p class="own">Chef’s</p>
  <p class="en" lang="en">Chef’s</p>
  <p class="zh" lang="zh-CN">“软”米饭</p>
  <label for="field">English</label>
  <input class="en" id="field" lang="en" value="Chef’s" />
  <button class="en" lang="en">Chef’s</button>
`;

/** A page of a glass, and one of the console. */
const faces: Readonly<Record<string, CSSResultGroup>> = {
  glass: [reset],
  console: [textStyles, buttonStyles, fieldStyles],
};

for (const [face, styles] of Object.entries(faces)) {
  customElements.define(
    `own-widths-${face}`,
    class extends LitElement {
      static override readonly styles = styles;
      override render() {
        return page();
      }
    },
  );
}

/** The typeface draws ’ and “ ” as wide as a Chinese character: in English words a hole gapes after each. */
describe('Marks of a language', () => {
  after(() => setLocale('zh-CN'));
  for (const face of Object.keys(faces))
    it(`have their own widths in words of it, on a page in the other one too: ${face}`, async () => {
      await tokens();
      const host = document.createElement(`own-widths-${face}`);
      document.body.append(host);
      if (host instanceof LitElement) await host.updateComplete;
      const all = (selector: string): readonly boolean[] =>
        [...(host.shadowRoot?.querySelectorAll(selector) ?? [])].map((one) =>
          getComputedStyle(one).fontFamily.startsWith('"English Marks"'),
        );
      for (const [locale, own] of [
        ['zh-CN', false],
        ['en', true],
      ] as const) {
        await setLocale(locale);
        expect(all('.own'), `${locale}: the page's own`).to.deep.equal([own]);
        expect(new Set(all('.en')), `${locale}: English`).to.deep.equal(new Set([true]));
        expect(all('.zh'), `${locale}: Chinese`).to.deep.equal([false]);
      }
      host.remove();
    });
});
