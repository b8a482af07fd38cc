import { expect } from 'chai';
import { LitElement } from 'lit';
import { Corners } from '../../src/ui/kiosk/corners.ts';
import { handsHere } from '../support/touch-here.ts';
import type { Hands } from '../support/touch.ts';

class CorneredGlass extends LitElement {
  readonly corners = new Corners(this);
}
customElements.define('test-cornered-glass', CorneredGlass);

describe('The corners of the glass', () => {
  let glass: CorneredGlass;
  let hands: Hands;
  let opened: number;
  const corners = {
    topLeft: { x: 20, y: 20 },
    topRight: { x: 580, y: 20 },
    bottomRight: { x: 580, y: 380 },
    bottomLeft: { x: 20, y: 380 },
  };
  const { topLeft, topRight, bottomRight, bottomLeft } = corners;

  beforeEach(() => {
    hands = handsHere();
    glass = new CorneredGlass();
    Object.assign(glass.style, {
      position: 'fixed',
      top: '0',
      left: '0',
      width: '600px',
      height: '400px',
      padding: '80px',
      boxSizing: 'border-box',
      touchAction: 'none',
    });
    opened = 0;
    glass.addEventListener('ll-corners', () => (opened += 1));
    document.body.append(glass);
  });
  afterEach(() => glass.remove());

  it('let staff in who go round them in order', async () => {
    for (const corner of [topLeft, topRight, bottomRight, bottomLeft]) await hands.tap(corner);
    expect(opened).to.equal(1);
  });

  it('let nobody in who goes another way, taps between, or takes longer than ten seconds', async () => {
    for (const corner of [topLeft, bottomLeft, bottomRight, topRight, topLeft]) await hands.tap(corner);
    for (const spot of [topLeft, topRight, { x: 300, y: 200 }, bottomRight, bottomLeft])
      await hands.tap(spot);
    for (const corner of [topLeft, topRight, bottomRight]) await hands.tap(corner);
    hands.pause(10_000);
    await hands.tap(bottomLeft);
    expect(opened).to.equal(0);
  });

  it('forgive a false start', async () => {
    for (const corner of [topLeft, topLeft, topRight, bottomRight, bottomLeft]) await hands.tap(corner);
    expect(opened).to.equal(1);
  });
});
