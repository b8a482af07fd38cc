import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { boardStyles } from '../../src/ui/board/board-styles.ts';
import { glassInPixels } from '../../src/ui/common/scale.ts';
import { unmountAll } from '../support/mount.ts';

class HeadedBoard extends LitElement {
  static override readonly styles = boardStyles;
  override render = () => html`<header class="head"><h1>午餐</h1></header>`;
}
customElements.define('ll-headed-board', HeadedBoard);

describe('a board in a preview', () => {
  afterEach(unmountAll);

  it('is drawn on the glass that stands around it, not on that of the page: staff see what the hall will see', async () => {
    const glass = document.createElement('div');
    const sizes = { '--panel-width': '1920px', '--panel-height': '1080px', '--am': '3.1px' };
    for (const [name, value] of Object.entries(sizes)) glass.style.setProperty(name, value);
    const board = new HeadedBoard();
    glass.append(board);
    document.body.append(glass);
    await board.updateComplete;
    expect(glassInPixels(board)).to.include({ widthPx: 1920, heightPx: 1080, am: 3.1 });
    const { width, height } = board.getBoundingClientRect();
    expect([width, height]).to.deep.equal([1920, 1080]);
    const heading = board.shadowRoot?.querySelector('h1');
    const size = Number.parseFloat(heading ? getComputedStyle(heading).fontSize : '');
    expect(size).to.be.closeTo((55 / 0.92) * 3.1, 0.01);
  });
});
