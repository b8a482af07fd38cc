import { expect } from 'chai';
import { html } from 'lit';
import { KioskElement } from '../../src/ui/kiosk/kiosk-element.ts';
import { TapGuard } from '../../src/ui/kiosk/tap-guard.ts';

/** Something with a name on it, on a guarded glass. */
class NameOnTheGlass extends KioskElement {
  static override readonly properties = { name: {} };
  declare name: string;
  readonly guard = new TapGuard(this);
  protected override render() {
    return html`<button>${this.name}</button>`;
  }
}
customElements.define('test-name-on-the-glass', NameOnTheGlass);

describe('A finger whose end never arrives', () => {
  const own = { set: window.setTimeout, clear: window.clearTimeout };
  const due = new Map<number, { readonly run: () => void; readonly ms: number }>();
  let glass: NameOnTheGlass;

  beforeEach(async () => {
    glass = new NameOnTheGlass();
    glass.name = '王*兰';
    document.body.append(glass);
    await glass.updateComplete;
    let next = 1_000_000;
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => {
        next += 1;
        due.set(next, { run, ms });
        return next;
      },
      clearTimeout: (timer: number) => due.delete(timer),
    });
  });

  afterEach(() => {
    Object.assign(window, { setTimeout: own.set, clearTimeout: own.clear });
    due.clear();
    glass.remove();
  });

  /** Lets that much time pass at once. */
  async function pass(ms: number): Promise<void> {
    for (let again = true; again;) {
      const ripe = [...due].filter(([, timer]) => timer.ms <= ms);
      again = ripe.length > 0;
      for (const [key, { run }] of ripe) {
        due.delete(key);
        run();
      }
      for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
    }
  }
  const button = (): HTMLButtonElement => {
    const found = glass.renderRoot.querySelector('button');
    if (found === null) throw new Error('no button');
    return found;
  };
  const middle = () => {
    const { left, top } = button().getBoundingClientRect();
    return { clientX: left + 2, clientY: top + 2 };
  };
  const down = (): void =>
    void button().dispatchEvent(
      new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerId: 1, ...middle() }),
    );

  it('holds what is under it still, for some seconds and no longer', async () => {
    down();
    glass.name = '';
    await pass(9000);
    expect(button().textContent).to.equal('王*兰');
    await pass(10_000);
    expect(button().textContent).to.equal('');
  });

  it('leaves no button looking pressed once the page is another', () => {
    down();
    expect(button().hasAttribute('data-pressed')).to.equal(true);
    glass.guard.screenChanged();
    expect(button().hasAttribute('data-pressed')).to.equal(false);
  });

  it('holds nothing up once another finger has come and gone beside it', async () => {
    down();
    glass.name = '';
    const other = { bubbles: true, composed: true, pointerId: 2, ...middle() };
    button().dispatchEvent(new PointerEvent('pointerdown', other));
    button().dispatchEvent(new PointerEvent('pointerup', other));
    await pass(0);
    expect(button().textContent).to.equal('');
  });

  it('is over when it ends anywhere on the page', async () => {
    down();
    glass.name = '';
    document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerId: 1 }));
    await pass(0);
    expect(button().textContent).to.equal('');
    expect(button().hasAttribute('data-pressed')).to.equal(false);
  });
});
