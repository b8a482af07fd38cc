import { ContextProvider } from '@lit/context';
import type { LitElement } from 'lit';
import { deviceContext, storeContext } from '../../src/app/contexts.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { applyScale } from '../../src/ui/common/scale.ts';
import type { FakeStore } from './fake-store.ts';
import { kioskConfig } from './kiosk-centre.ts';
import { deepAll, settled } from './mount.ts';

let sheet: Promise<void> | null = null;

/** The sizes, the colours and the typeface's names that every page of the product starts from. */
export function tokens(): Promise<void> {
  sheet ??= new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/src/ui/common/tokens.css';
    link.onload = () => resolve();
    link.onerror = () => reject(new Error('no tokens.css'));
    document.head.append(link);
  });
  return sheet;
}

/** Puts an element of the kiosk on the page, on the glass of a 21.5-inch panel, and waits for its first answer. */
export async function mountKiosk<E extends LitElement>(
  element: E,
  store: FakeStore,
  device: RowOf<'deviceConfig'> = kioskConfig,
): Promise<E> {
  await tokens();
  applyScale(device.panel, device.distanceMm)();
  const root = document.createElement('div');
  new ContextProvider(root, { context: storeContext, initialValue: store });
  new ContextProvider(root, { context: deviceContext, initialValue: device });
  document.body.append(root);
  root.append(element);
  await settled(element);
  return element;
}

/** All words that can be read under a root, through shadow roots, styles left out. */
export function words(root: Element): string {
  const own = (node: Node): string => {
    if (node instanceof HTMLStyleElement) return '';
    if (node instanceof Text) return node.data;
    const inner = node instanceof Element && node.shadowRoot !== null ? own(node.shadowRoot) : '';
    return inner + [...node.childNodes].map(own).join('');
  };
  return own(root).replace(/\s+/g, ' ');
}

/** The button an elder would press by this name; the words of an elder-sized button stand in its slot. */
export function pressableNamed(root: Element, name: string | RegExp): HTMLButtonElement {
  const named = deepAll(root, 'button').find((one) => {
    const slotted = [...one.querySelectorAll('slot')].flatMap((slot) =>
      slot.assignedNodes({ flatten: true }),
    );
    const inside = [...slotted, one].map((node) => node.textContent ?? '').join(' ');
    const said = (one.getAttribute('aria-label') ?? inside).trim();
    return typeof name === 'string' ? said === name : name.test(said);
  });
  if (!(named instanceof HTMLButtonElement)) throw new Error(`no button named ${String(name)}`);
  return named;
}

/** Nothing that a page shows takes longer, on however busy a machine. */
const LONGEST_MS = 60_000;
/** The machine's own clock: a test may have put the page's ahead. */
const { now } = Date;

/** Waits, frame by frame, for words to appear; fails with what is there instead. */
export async function appears(root: Element, text: string): Promise<void> {
  const end = now() + LONGEST_MS;
  do {
    if (words(root).includes(text)) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  } while (now() < end);
  throw new Error(`not within ${LONGEST_MS / 1000} s: “${text}” in: ${words(root)}`);
}

/** Types digits on the keypad as the elder would. */
export async function typeDigits(page: LitElement, digits: string): Promise<void> {
  for (const digit of digits) {
    const key = deepAll(page, 'button').find((one) => one.textContent?.trim() === digit);
    if (key === undefined) throw new Error(`no key ${digit}`);
    key.click();
    await settled(page);
  }
}
