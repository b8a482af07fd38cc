import { ContextProvider } from '@lit/context';
import type { LitElement } from 'lit';
import { deviceContext, storeContext } from '../../src/app/contexts.ts';
import { hubClientContext, type HubClient } from '../../src/app/hub-client.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { FakeStore } from './fake-store.ts';

interface Around {
  readonly store?: FakeStore;
  readonly api?: HubClient;
}

/** Some browser a member of staff sits at. */
export const consoleConfig: RowOf<'deviceConfig'> = {
  id: id('console-1'),
  kind: 'console',
  name: '办公室电脑',
  place: '办公室',
  panel: { diagonalInches: 14, widthPx: 1440, heightPx: 900 },
  distanceMm: 600,
  canteenId: null,
  room: null,
  oneDecoder: false,
  mediaBudgetMB: 256,
  locale: 'zh-CN',
};

/** Puts an element on the page with the contexts it reads, and waits for its first answer from the store. */
export async function mount<E extends LitElement>(element: E, { store, api }: Around): Promise<E> {
  const root = document.createElement('div');
  if (store !== undefined) new ContextProvider(root, { context: storeContext, initialValue: store });
  if (api !== undefined) new ContextProvider(root, { context: hubClientContext, initialValue: api });
  new ContextProvider(root, { context: deviceContext, initialValue: consoleConfig });
  document.body.append(root);
  root.append(element);
  await settled(element);
  return element;
}

/** Takes everything off the page. */
export function unmountAll(): void {
  document.body.replaceChildren();
}

const { port1: hears, port2: tells } = new MessageChannel();
const waiting: (() => void)[] = [];
hears.onmessage = () => waiting.shift()?.();

/** Lets what the page has still to do be done: what comes by a message comes behind it. */
export const turn = (): Promise<void> =>
  new Promise((done) => {
    waiting.push(done);
    tells.postMessage(null);
  });

/** Waits until the store has answered and every element inside has rendered what it says. */
export async function settled(element: LitElement): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await turn();
    await element.updateComplete;
  }
}

/** All elements under a root, through shadow roots, in document order. */
export function deepAll(root: Element | ShadowRoot, selector: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot !== null) found.push(...deepAll(element.shadowRoot, selector));
  }
  return root instanceof Element && root.shadowRoot !== null
    ? [...deepAll(root.shadowRoot, selector), ...found]
    : found;
}

/** The button people know by this name (its label, else its words). */
export function button(root: Element, name: string | RegExp): HTMLButtonElement {
  const named = deepAll(root, 'button').find((one) => {
    const words = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
    return typeof name === 'string' ? words === name : name.test(words);
  });
  if (!(named instanceof HTMLButtonElement)) throw new Error(`no button named ${String(name)}`);
  return named;
}

/** What the sheets that stand over a page say went wrong. */
export const toldInSheet = (root: Element): readonly string[] =>
  deepAll(root, 'dialog[open] > .problem').map((one) => one.textContent?.trim() ?? '');

/** Fills a field in as a person would. */
export function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** The element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
