import { expect } from 'chai';
import { html, render } from 'lit';
import { LlButton } from '../../src/ui/kiosk/button.ts';
import { applyScale } from '../../src/ui/common/scale.ts';
import { kioskConfig } from '../support/kiosk-centre.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';

/** Counts how often a button's size is asked for after something was set: each time the browser lays the page out. */
function countLayouts(): { readonly count: () => number; readonly stop: () => void } {
  const own = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollWidth');
  const read = own?.get;
  if (own === undefined || read === undefined) throw new Error('sizes are not read as they were');
  let count = 0;
  let isDirty = true;
  const set = CSSStyleDeclaration.prototype.setProperty;
  CSSStyleDeclaration.prototype.setProperty = function (...given) {
    isDirty = true;
    set.apply(this, given);
  };
  Object.defineProperty(Element.prototype, 'scrollWidth', {
    ...own,
    get(this: Element): unknown {
      if (isDirty) count += 1;
      isDirty = false;
      return read.call(this);
    },
  });
  return {
    count: () => count,
    stop: () => {
      CSSStyleDeclaration.prototype.setProperty = set;
      Object.defineProperty(Element.prototype, 'scrollWidth', own);
    },
  };
}

describe('Words that fit their buttons', () => {
  afterEach(unmountAll);

  async function buttons(words: readonly string[]): Promise<HTMLElement> {
    applyScale(kioskConfig.panel, kioskConfig.distanceMm)();
    const frame = document.createElement('div');
    frame.style.width = '600px';
    document.body.append(frame);
    render(
      words.map((one) => html`<ll-button>${one}</ll-button>`),
      frame,
    );
    for (const one of deepAll(frame, 'll-button')) if (one instanceof LlButton) await settled(one);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return frame;
  }

  it('are looked at together before they are painted: a page of buttons is not laid out once for each', async () => {
    const layouts = countLayouts();
    try {
      const frame = await buttons(Array.from({ length: 12 }, (_, n) => `第${n}`));
      expect(deepAll(frame, 'button')).to.have.length(12);
      expect(layouts.count()).to.be.within(1, 3);
    } finally {
      layouts.stop();
    }
  });
});
