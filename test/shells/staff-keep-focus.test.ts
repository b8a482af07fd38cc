import { expect } from 'chai';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import { at } from '../support/kiosk-centre.ts';
import { pressKey } from '../support/keys-here.ts';
import { button, deepAll, focused, mount, unmountAll } from '../support/mount.ts';
import { staff, staffStore } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

/** Whoever has no mouse begins each page anew with Tab where a press takes the focus away: fifty presses for one price. */
describe('The focus on the console', () => {
  let shell: LlStaffShell;
  let box: HTMLElement;
  let pressed: HTMLButtonElement;

  beforeEach(async () => {
    location.hash = '';
    shell = await mount(new LlStaffShell(), { store: staffStore(staff('canteen'), at(11, 2)) });
    box = document.createElement('section');
    box.innerHTML = '<p>午饭</p><button>发布</button>';
    deepAll(shell, '.section')[0]?.append(box);
    pressed = button(box, '发布');
    pressed.focus();
  });
  afterEach(unmountAll);

  it('goes to what a button stood in that went with its own press, and Tab goes on from there', async () => {
    pressed.addEventListener('click', () => {
      pressed.remove();
      box.insertAdjacentHTML('beforeend', '<button>撤销</button>');
    });
    await pressKey('Enter');
    await until(() => focused() === box);
    await pressKey('Tab');
    expect(focused()?.textContent).to.equal('撤销');
    expect(box.hasAttribute('tabindex'), 'it is no stop of its own').to.equal(false);
  });

  it('does so from wherever it has come within the same part of the page, which no event tells', async () => {
    const part = document.createElement('div');
    const inside = part.attachShadow({ mode: 'open' });
    inside.innerHTML = '<button>上一周</button><p>早饭 <button>搬动</button></p>';
    box.after(part);
    const lift = [...inside.querySelectorAll('button')][1];
    lift?.addEventListener('click', () => lift.remove());
    await pressKey('Tab');
    await pressKey('Tab');
    expect(focused()).to.equal(lift);
    await pressKey('Enter');
    await until(() => focused() === inside.querySelector('p'));
  });

  it('comes back to a button that was greyed while its change was stored', async () => {
    let isStored = false;
    pressed.addEventListener('click', () => {
      pressed.disabled = true;
      setTimeout(() => {
        pressed.disabled = false;
        isStored = true;
      }, 100);
    });
    await pressKey('Enter');
    await until(() => isStored && focused() === pressed);
  });

  it('is given to nothing that goes on its own to where somebody has put it', async () => {
    const next = button(shell, /：卖完$/);
    pressed.addEventListener('click', () => {
      pressed.remove();
      next.focus();
    });
    await pressKey('Enter');
    await until(() => !pressed.isConnected);
    // Longer than it would wait for a button to come back.
    const sinceMs = performance.now();
    await until(() => performance.now() - sinceMs > 600);
    expect(focused()).to.equal(next);
  });
});
