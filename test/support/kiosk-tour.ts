import { OpenEvent } from '../../src/shells/kiosk/open-event.ts';
import { pages, type PageName } from '../../src/shells/kiosk/kiosk-pages.ts';
import type { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { deepAll, settled } from './mount.ts';
import { once } from './one-glance.ts';

/** What is done on a screen: a thing is pressed, or a telephone's end is typed. */
type Act = { readonly press: string } | { readonly type: string };

/** How a screen of the kiosk is reached from home. */
export interface Way {
  readonly page: PageName | 'home';
  readonly acts: readonly Act[];
}

export const nameOf = ({ page, acts }: Way): string =>
  [page, ...acts.map((act) => ('press' in act ? act.press : act.type))].join(' › ');

/** Two members have this number's end, one has the other. */
const TAILS = ['5678', '1234'];
/** A flow of questions of one kind ends within so many. */
const QUESTIONS = 40;

export const shownPage = (shell: LlKioskShell): HTMLElement => {
  const page = shell.shadowRoot?.querySelector<HTMLElement>('.visit:not([inert]) > .page');
  if (!page) throw new Error('there is no page on the glass');
  return page;
};

/** An element's parent on the glass: through slots and shadow roots. */
export function above(one: Element): Element | null {
  if (one.assignedSlot !== null) return one.assignedSlot;
  const root = one.getRootNode();
  return one.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

export const isEmpty = ({ left, top, right, bottom }: Box): boolean =>
  right - left < 0.5 || bottom - top < 0.5;

/** The part of the glass through which what stands in an element is seen: what it and all around it do not cut off. */
const opening = once((one: Element): Box => {
  const around = one.localName === 'll-kiosk-shell' ? null : above(one);
  const outer = around === null ? EVERYWHERE : opening(around);
  return one instanceof HTMLElement && getComputedStyle(one).overflow === 'hidden'
    ? common(outer, one.getBoundingClientRect())
    : outer;
});
const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** The parts of an element that stand on the glass: what a list holds on further sheets does not. */
export const seenParts = once((one: Element): readonly Box[] => {
  if (getComputedStyle(one).visibility !== 'visible') return [];
  const around = above(one);
  const through = around === null ? EVERYWHERE : opening(around);
  return [...one.getClientRects()].map((part) => common(part, through)).filter((part) => !isEmpty(part));
});

export const isShown = (one: Element): boolean => seenParts(one).length > 0;

/** What kind of thing it is, whatever its words say: where it hangs, by tags and classes. */
function kindOf(one: Element): string {
  const own = (element: Element): string =>
    [element.localName, ...[...element.classList].sort()].join('.') + (element.getAttribute('kind') ?? '');
  const path: string[] = [];
  for (let at: Element | null = one; at !== null && !at.classList.contains('page');) {
    path.unshift(own(at));
    const root: Node = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return path.join('/');
}

/** Turns the sheets of a list, of which there are as many as the type is large: no page behind it is another. */
function turnsSheets(one: Element): boolean {
  for (let at: Element | null = one; at !== null; at = above(at)) {
    const root = at.getRootNode();
    if (root instanceof ShadowRoot && root.host.localName === 'll-pages' && at.localName === 'nav')
      return true;
  }
  return false;
}

/** What can be pressed on the page, the first and the last of each kind. */
function pressables(shell: LlKioskShell): ReadonlyMap<string, HTMLElement> {
  const kinds = new Map<string, HTMLElement[]>();
  for (const one of deepAll(shownPage(shell), 'button:not([disabled])').filter(isShown)) {
    if (turnsSheets(one)) continue;
    const kind = kindOf(one);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const found = new Map<string, HTMLElement>();
  for (const [kind, all] of kinds) {
    if (kind.includes('ll-keypad')) continue;
    const short = kind.split('/').slice(-2).join('/');
    all.forEach((one, i) => {
      if (i === 0 || i === all.length - 1) found.set(`${short}#${i}`, one);
    });
  }
  return found;
}

/** What a screen is made of, whatever its words say. */
function makeOf(shell: LlKioskShell): string {
  const page = shownPage(shell);
  const own = deepAll(page, '*').filter((one) => isShown(one) && !turnsSheets(one));
  const parts = new Set(own.map(kindOf));
  return `${page.localName}: ${[...parts].sort().join(' ')}`;
}

const headingOf = (shell: LlKioskShell): string =>
  deepAll(shownPage(shell), 'h1')
    .map((one) => one.textContent?.trim())
    .join();

/** What measures itself takes a frame, and another for what it has found. */
export async function rest(shell: LlKioskShell): Promise<void> {
  await settled(shell);
  for (let frames = 0; frames < 2; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(shell);
  }
}

async function doIt(shell: LlKioskShell, act: Act): Promise<boolean> {
  if ('press' in act) {
    const thing = pressables(shell).get(act.press);
    thing?.click();
    await rest(shell);
    return thing !== undefined;
  }
  for (const digit of act.type) {
    deepAll(shownPage(shell), 'button')
      .find((one) => one.textContent?.trim() === digit)
      ?.click();
    await settled(shell);
  }
  await rest(shell);
  return true;
}

/** A page asks its store, and lays itself out, for so many rests at most. */
const RESTS = 30;

/** Goes a way on a kiosk that stands at home; false where it has come to an end before. */
export async function go(shell: LlKioskShell, { page, acts }: Way): Promise<boolean> {
  if (page !== 'home') shell.dispatchEvent(new OpenEvent({ page, about: null }));
  await rest(shell);
  for (const act of acts) {
    let isDone = await doIt(shell, act);
    for (let rests = 0; !isDone && rests < RESTS; rests += 1) isDone = await doIt(shell, act);
    if (!isDone) return false;
  }
  return true;
}

/** Where the tour begins: home, and each page that is opened from it. */
export const beginnings: readonly Way['page'][] = ['home', ...Object.keys(pages).filter(isPage)];

/**
 * Finds every screen an elder can come to from a page, each kind once, by pressing whatever can be pressed: they are
 * not named here, so that a new one is looked at as well. What leads home has its own beginning.
 * @param look at a kind of screen where it stands on the glass, which may be left as it likes
 */
export async function everyWay(
  page: Way['page'],
  fresh: () => Promise<LlKioskShell>,
  look: (shell: LlKioskShell, way: Way) => Promise<void>,
): Promise<void> {
  const seen = new Set<string>();
  const open: Way[] = [{ page, acts: [] }];
  for (let way = open.shift(); way !== undefined; way = open.shift()) {
    const shell = await fresh();
    await go(shell, way);
    let make = makeOf(shell);
    const last = way.acts[way.acts.length - 1];
    // One question after another looks alike: the flow is followed to where it ends.
    for (let asked = 0; last !== undefined && seen.has(make) && asked < QUESTIONS; asked += 1) {
      const heading = headingOf(shell);
      if (!(await doIt(shell, last)) || headingOf(shell) === heading) break;
      way = { page, acts: [...way.acts, last] };
      make = makeOf(shell);
    }
    const isHome = shownPage(shell).localName === 'll-kiosk-home';
    if (seen.has(make) || isHome !== (page === 'home')) continue;
    seen.add(make);
    const { acts } = way;
    if (page !== 'home') {
      for (const press of pressables(shell).keys()) open.push({ page, acts: [...acts, { press }] });
      if (deepAll(shownPage(shell), 'll-keypad').length > 0)
        for (const type of TAILS) open.push({ page, acts: [...acts, { type }] });
    }
    await look(shell, way);
  }
}

function isPage(name: string): name is PageName {
  return name in pages;
}
