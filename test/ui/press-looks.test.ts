import { expect } from 'chai';
import { html, render } from 'lit';
import { LlKioskBar } from '../../src/shells/kiosk/kiosk-bar.ts';
import { LlButton } from '../../src/ui/kiosk/button.ts';
import { LlKeypad } from '../../src/ui/kiosk/keypad.ts';
import { LlSegments } from '../../src/ui/kiosk/segments.ts';
import { LlTile } from '../../src/ui/kiosk/tile.ts';
import { colourOf, contrast, type Colour } from '../support/colours.ts';
import { FakeStore } from '../support/fake-store.ts';
import { mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';

/** A colour as the browser draws it under a filter. */
function filtered(colour: Colour, filter: string): Colour {
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d');
  if (drawing === null) throw new Error('no canvas');
  drawing.filter = filter;
  drawing.fillStyle = `rgb(${colour.join(',')})`;
  drawing.fillRect(0, 0, 8, 8);
  const [r = 0, g = 0, b = 0] = drawing.getImageData(4, 4, 1, 1).data;
  return [r, g, b];
}

/** Everything an old hand presses, on paper. */
async function everyButton(): Promise<readonly HTMLButtonElement[]> {
  const root = await mountKiosk(new LlKioskBar(), new FakeStore());
  root.atHome = false;
  const more = document.createElement('div');
  root.after(more);
  const segments = new LlSegments();
  segments.items = [
    { key: 'a', label: '今天' },
    { key: 'b', label: '明天' },
  ];
  segments.chosen = 'a';
  const tile = new LlTile();
  tile.label = '吃饭';
  render(
    html`${['quiet', 'confirm', 'action', 'edge'].map(
      (kind) => html`<ll-button kind=${kind}>好</ll-button>`,
    )}${segments}${tile}${new LlKeypad()}${new LlButton()}`,
    more,
  );
  await settled(root);
  const { parentElement } = root;
  if (parentElement === null) throw new Error('not on the page');
  const found = deepAll(parentElement, 'button').filter((one) => one instanceof HTMLButtonElement);
  expect(found.length).to.be.greaterThan(20);
  return found;
}

const nameOf = (button: HTMLButtonElement): string =>
  `${button.className} ${button.textContent?.trim() ?? ''} ${button.parentElement?.className ?? ''}`;

describe('What an old hand presses', () => {
  afterEach(unmountAll);
  const paper: Colour = [0xf8, 0xf2, 0xe6];

  it('has an edge or a face of 3:1 against the page', async () => {
    for (const button of await everyButton()) {
      const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(button);
      const edge = Number.parseFloat(borderTopWidth) > 0 ? contrast(colourOf(borderTopColor), paper) : 1;
      const face = contrast(colourOf(backgroundColor), paper);
      expect(Math.max(edge, face), nameOf(button)).to.be.at.least(3);
    }
  });

  it('changes its colour by 3:1 while it is pressed, and sinks', async () => {
    for (const button of await everyButton()) {
      const { backgroundColor } = getComputedStyle(button);
      button.setAttribute('data-pressed', '');
      const { filter, transform } = getComputedStyle(button);
      const at = colourOf(backgroundColor);
      expect(contrast(filtered(at, filter), at), nameOf(button)).to.be.at.least(3);
      expect(transform, nameOf(button)).to.match(/^matrix\(1, 0, 0, 1, 0, [1-9]/);
    }
  });
});
