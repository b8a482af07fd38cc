import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { NoWayOut } from '../../src/ui/kiosk/no-way-out.ts';

class ShutGlass extends LitElement {
  readonly shut = new NoWayOut(this);
  protected override render() {
    return html`<p>今天吃什么</p>
      <input />`;
  }
}
customElements.define('test-shut-glass', ShutGlass);

describe('A kiosk', () => {
  let glass: ShutGlass;
  beforeEach(async () => {
    glass = new ShutGlass();
    document.body.append(glass);
    await glass.updateComplete;
  });
  afterEach(() => glass.remove());

  const inside = (name: string): Element => {
    const found = glass.renderRoot.querySelector(name);
    if (found === null) throw new Error(`no ${name}`);
    return found;
  };
  /** Whether the browser is kept from doing what it does at this. */
  const stopped = (event: Event, at = inside('p')): boolean => !at.dispatchEvent(event);
  const init = { bubbles: true, composed: true, cancelable: true };
  const key = (name: string, more: KeyboardEventInit = {}): KeyboardEvent =>
    new KeyboardEvent('keydown', { ...init, key: name, ...more });

  it('has no key that reloads, prints, searches, zooms, goes back or opens something', () => {
    for (const name of ['F1', 'F3', 'F5', 'F11', 'F12', 'BrowserBack', 'BrowserHome', 'ContextMenu'])
      expect(stopped(key(name)), name).to.equal(true);
    for (const name of ['r', 'p', 'f', 's', 'o', 'n', 't', 'w', '+', '-', '0', 'u'])
      expect(stopped(key(name, { ctrlKey: true })), `Ctrl+${name}`).to.equal(true);
    for (const name of ['ArrowLeft', 'ArrowRight', 'Home', 'd', 'F4'])
      expect(stopped(key(name, { altKey: true })), `Alt+${name}`).to.equal(true);
    expect(stopped(key('q', { metaKey: true }))).to.equal(true);
    expect(stopped(key('Backspace'))).to.equal(true);
  });

  it('leaves the keys that walk, press and type', () => {
    for (const name of ['Tab', 'Enter', ' ', 'ArrowLeft', 'Escape', '7', 'a'])
      expect(stopped(key(name)), name).to.equal(false);
    expect(stopped(key('Backspace'), inside('input'))).to.equal(false);
  });

  it('takes a key that is held for one press', () => {
    expect(stopped(key('Enter', { repeat: true }))).to.equal(true);
    expect(stopped(key(' ', { repeat: true }))).to.equal(true);
  });

  it('has no menu, drag, selection, zoom or way out by mouse', () => {
    for (const type of ['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart'])
      expect(stopped(new Event(type, init)), type).to.equal(true);
    expect(stopped(new WheelEvent('wheel', { ...init, ctrlKey: true }))).to.equal(true);
    for (const button of [1, 3, 4])
      for (const type of ['mousedown', 'mouseup', 'auxclick'])
        expect(stopped(new MouseEvent(type, { ...init, button })), `${type} ${button}`).to.equal(true);
    expect(stopped(new MouseEvent('mousedown', init))).to.equal(false);
    expect(getComputedStyle(document.documentElement).touchAction).to.equal('none');
    expect(getComputedStyle(document.documentElement).overscrollBehaviorX).to.equal('none');
  });

  it('lets go of the browser when it is taken away', () => {
    glass.remove();
    document.body.append(document.createElement('p'));
    expect(stopped(key('F5'), document.body)).to.equal(false);
    expect(getComputedStyle(document.documentElement).touchAction).to.equal('auto');
  });
});
