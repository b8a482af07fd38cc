import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { TapGuard } from '../../src/ui/kiosk/tap-guard.ts';
import { handsHere, middleOf } from '../support/touch-here.ts';
import type { Hands, Point } from '../support/touch.ts';

/** Some buttons on a glass of four pixels a millimetre: harmless ones, a careful one, and keys. */
class GuardedGlass extends LitElement {
  readonly guard = new TapGuard(this);
  pressed: string[] = [];
  protected override render() {
    const key = (name: string, repeats = false) =>
      html`<button id=${name} ?data-repeats=${repeats} @click=${() => this.pressed.push(name)}>
        <b>${name}</b>
      </button>`;
    return html`${key('a')} ${key('b')} ${key('8', true)}
      <p data-careful>${key('undo')}</p>`;
  }
}
customElements.define('test-guarded-glass', GuardedGlass);

const MM = 4;
const at = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx * MM, y: y + dy * MM });

describe('A finger on the kiosk', () => {
  const trueNow = performance.now.bind(performance);
  let hands: Hands;
  let glass: GuardedGlass;
  let a: Point;
  let eight: Point;
  let undo: Point;

  beforeEach(async () => {
    hands = handsHere();
    document.documentElement.style.setProperty('--mm', `${MM}px`);
    glass = new GuardedGlass();
    Object.assign(glass.style, {
      display: 'block',
      position: 'fixed',
      top: '0',
      left: '0',
      width: '800px',
      height: '600px',
      touchAction: 'none',
    });
    document.body.append(glass);
    await glass.updateComplete;
    for (const [key, left, top] of [
      ['a', 100, 100],
      ['b', 400, 100],
      ['undo', 100, 400],
      ['8', 400, 400],
    ] as const) {
      Object.assign(find(key).style, {
        position: 'absolute',
        left: `${left}px`,
        top: `${top}px`,
        width: `${20 * MM}px`,
        height: `${20 * MM}px`,
        padding: '0',
      });
    }
    a = middleOf(find('a'));
    eight = middleOf(find('8'));
    undo = middleOf(find('undo'));
  });

  afterEach(async () => {
    await hands.takeBack();
    performance.now = trueNow;
    glass.remove();
  });

  const find = (key: string): HTMLElement => {
    const found = glass.shadowRoot?.getElementById(key);
    if (!(found instanceof HTMLElement)) throw new Error(`no ${key}`);
    return found;
  };
  /** No time passes on the page but what a test lets pass: on a busy machine the rest after a new screen is over before the finger is down. */
  const standsStill = (laterMs = 0): void => {
    const now = performance.now() + laterMs;
    performance.now = () => now;
  };
  const looksPressed = (key: string): boolean => find(key).hasAttribute('data-pressed');

  it('presses what it hits, once', async () => {
    await hands.tap(a);
    // A click that the browser makes of the first touch has come before the second.
    await hands.tap(middleOf(find('b')));
    expect(glass.pressed).to.deep.equal(['a', 'b']);
  });

  it('shows the press while it lasts, before anything happens', async () => {
    await hands.put(1, a);
    expect(looksPressed('a')).to.equal(true);
    expect(glass.pressed).to.deep.equal([]);
    await hands.lift(1);
    expect(looksPressed('a')).to.equal(false);
  });

  it('may tremble over the whole button', async () => {
    await hands.put(1, at(a, -9, -9));
    for (const [dx, dy] of [
      [-5, 3],
      [4, -3],
      [9, 8],
    ] as const)
      await hands.slide(1, at(a, dx, dy));
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('types a doubled digit at the speed people type it', async () => {
    await hands.tap(eight);
    hands.pause(250);
    await hands.tap(eight);
    expect(glass.pressed).to.deep.equal(['8', '8']);
  });

  it('types one digit where the contact breaks', async () => {
    await hands.tap(eight);
    hands.pause(50);
    await hands.tap(eight);
    expect(glass.pressed).to.deep.equal(['8']);
  });

  it('may stay as long as it likes', async () => {
    await hands.put(1, a);
    performance.now = () => trueNow() + 60_000;
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('works beside a palm that rests on nothing', async () => {
    await hands.put(7, { x: 700, y: 500 });
    await hands.tap(a);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('works beside a hand that rests on another button, which then presses nothing', async () => {
    await hands.put(7, undo);
    await hands.tap(a);
    await hands.lift(7);
    expect(glass.pressed).to.deep.equal(['a']);
    expect(looksPressed('undo')).to.equal(false);
  });

  it('works when a second finger comes and goes while it presses', async () => {
    await hands.put(1, a);
    await hands.put(2, { x: 700, y: 500 });
    await hands.lift(2);
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('lets two fingers type one after the other, the next down before the first is up', async () => {
    await hands.put(1, a);
    await hands.put(2, eight);
    await hands.lift(1);
    await hands.lift(2);
    expect(glass.pressed).to.deep.equal(['a', '8']);
  });

  it('is no finger when it is as large as a palm', async () => {
    await hands.put(7, a, 25 * MM);
    expect(looksPressed('a')).to.equal(false);
    await hands.lift(7);
    expect(glass.pressed).to.deep.equal([]);
  });

  it('cancels when it slides off, and no longer looks pressed', async () => {
    await hands.put(1, a);
    await hands.slide(1, at(a, 0, 12));
    expect(looksPressed('a')).to.equal(false);
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal([]);
  });

  it('cancels when it slides from one button to another', async () => {
    await hands.put(1, a);
    await hands.slide(1, middleOf(find('b')));
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal([]);
  });

  it('cancels when the panel takes it back', async () => {
    await hands.put(1, a);
    await hands.takeBack();
    expect(looksPressed('a')).to.equal(false);
    await hands.tap(a);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('gives a miss within 5 mm to the button it was meant for, and no farther one', async () => {
    await hands.tap(at(a, 0, -17.5));
    expect(glass.pressed).to.deep.equal([]);
    await hands.tap(at(a, 13, -13));
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('never takes something back by a miss', async () => {
    await hands.tap(at(undo, 0, -12));
    expect(glass.pressed).to.deep.equal([]);
    await hands.tap(undo);
    expect(glass.pressed).to.deep.equal(['undo']);
  });

  it('counts the double tap of a trembling hand once', async () => {
    await hands.tap(a);
    await hands.tap(at(a, 1, 0.5));
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('takes nothing just after the screen has changed, and shows no press it will not take', async () => {
    standsStill();
    glass.guard.screenChanged();
    await hands.put(1, a);
    expect(looksPressed('a')).to.equal(false);
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal([]);
  });

  it('takes the press that began in that rest and went on after it', async () => {
    standsStill();
    glass.guard.screenChanged();
    await hands.put(1, a);
    standsStill(401);
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal(['a']);
  });

  it('presses nothing of the next screen with a press of the last', async () => {
    await hands.put(1, a);
    standsStill();
    glass.guard.screenChanged();
    standsStill(401);
    await hands.lift(1);
    expect(glass.pressed).to.deep.equal([]);
    expect(looksPressed('a')).to.equal(false);
  });

  it('leaves the mouse, the keyboard and assistive devices what they were: one press each', () => {
    const button = find('a');
    button.click();
    expect(glass.pressed).to.deep.equal(['a']);
  });
});
