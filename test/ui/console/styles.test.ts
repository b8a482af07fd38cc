import { expect } from 'chai';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { buttonStyles } from '../../../src/ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../src/ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../src/ui/console/styles/message-styles.ts';
import { textStyles } from '../../../src/ui/console/styles/text-styles.ts';
import { deepAll, mount, unmountAll } from '../../support/mount.ts';

@customElement('ll-test-sheets')
class LlTestSheets extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        --wheat: #f4e3bf;
        --card: #fffdf8;
      }
      .few {
        width: 4rem;
      }
      .narrow {
        width: 6rem;
      }
    `,
  ];

  override render() {
    return html`<input class="few" aria-label="few" />
      <label class="tick narrow"><input type="checkbox" />Words that take several lines</label>
      <p class="note"><span>Left from last time.</span><button>Begin anew</button></p>
      <p class="note"><span>A draft.</span><a class="button" href="#menu">Look</a></p>`;
  }
}

describe('The house’s sheets', () => {
  afterEach(unmountAll);

  const sheets = (): Promise<LlTestSheets> => mount(new LlTestSheets(), {});

  it('leave a field as narrow as its element says: a wide one leaves a dish no room for its name', async () => {
    const [few] = deepAll(await sheets(), '.few');
    expect(few?.offsetWidth).to.equal(64);
  });

  it('leave a box to tick its size beside words of several lines', async () => {
    const [box] = deepAll(await sheets(), '[type="checkbox"]');
    expect(box?.offsetWidth).to.equal(22);
  });

  it('draw a quiet button on a note as one: of the note’s own colour it passed for words', async () => {
    for (const note of deepAll(await sheets(), '.note')) {
      const [press] = note.querySelectorAll('button, a');
      if (press === undefined) throw new Error('there is nothing to press');
      expect(getComputedStyle(press).backgroundColor).to.not.equal(getComputedStyle(note).backgroundColor);
    }
  });
});
