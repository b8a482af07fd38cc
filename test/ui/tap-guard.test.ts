import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { TapGuard } from '../../src/ui/kiosk/tap-guard.ts';

/** Two buttons on a glass of four pixels a millimetre: one harmless, one that is not taken back easily. */
class GuardedGlass extends LitElement {
  readonly guard = new TapGuard(this);
  pressed: string[] = [];
  protected override render() {
    return html`<button id="a" @click=${() => this.pressed.push('a')}>去</button>
      <p data-careful><button id="b" @click=${() => this.pressed.push('b')}>撤销</button></p>`;
  }
}
customElements.define('test-guarded-glass', GuardedGlass);

describe('A finger on the kiosk', () => {
  let glass: GuardedGlass;

  beforeEach(async () => {
    document.documentElement.style.setProperty('--mm', '4px');
    glass = new GuardedGlass();
    Object.assign(glass.style, { display: 'block', width: '600px', height: '400px', position: 'relative' });
    document.body.append(glass);
    await glass.updateComplete;
    place('a', 100, 100);
    place('b', 100, 300);
  });

  afterEach(() => glass.remove());

  const find = (key: string): HTMLElement => {
    const found = glass.renderRoot.querySelector<HTMLElement>(`#${key}`);
    if (found === null) throw new Error(`no ${key}`);
    return found;
  };

  function place(key: string, left: number, top: number): void {
    Object.assign(find(key).style, {
      position: 'absolute',
      left: `${left}px`,
      top: `${top}px`,
      width: '80px',
      height: '80px',
    });
  }

  /** A tap at a point of the glass, as the browser tells of one: down, up, and a click where both are one element. */
  function tap(x: number, y: number, upX = x, upY = y): void {
    const box = glass.getBoundingClientRect();
    const under = (atX: number, atY: number): Element =>
      glass.shadowRoot?.elementFromPoint(box.left + atX, box.top + atY) ?? glass;
    const send = (type: string, target: Element, atX: number, atY: number): void => {
      const init = { bubbles: true, composed: true, cancelable: true, detail: 1 };
      const place = { clientX: box.left + atX, clientY: box.top + atY };
      const Kind = type === 'click' ? MouseEvent : PointerEvent;
      target.dispatchEvent(new Kind(type, { ...init, ...place }));
    };
    const [first, last] = [under(x, y), under(upX, upY)];
    send('pointerdown', first, x, y);
    send('pointerup', last, upX, upY);
    if (first === last) send('click', first, x, y);
  }

  it('presses what it hits', () => {
    tap(140, 140);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('shows the press while it lasts, before anything happens', () => {
    const button = find('a');
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(button.hasAttribute('data-pressed')).to.equal(true);
    button.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
    expect(button.hasAttribute('data-pressed')).to.equal(false);
    expect(glass.pressed).to.deep.equal([]);
  });

  it('gives a miss within 5 mm to the button it was meant for, and no farther one', () => {
    tap(140, 100 - 16);
    expect(glass.pressed).to.deep.equal(['a']);
    tap(140, 100 - 30);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('never takes something back by a miss', () => {
    tap(140, 300 - 8);
    expect(glass.pressed).to.deep.equal([]);
    tap(140, 340);
    expect(glass.pressed).to.deep.equal(['b']);
  });

  it('cancels when the finger slides off', () => {
    tap(140, 140, 400, 140);
    expect(glass.pressed).to.deep.equal([]);
  });

  it('counts the double tap of a trembling hand once', () => {
    tap(140, 140);
    tap(144, 142);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('takes nothing just after the screen has changed', () => {
    glass.guard.screenChanged();
    tap(140, 140);
    expect(glass.pressed).to.deep.equal([]);
  });
});
