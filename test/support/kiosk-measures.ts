import type { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { isShown, seenParts, type Box } from './kiosk-tour.ts';
import { deepAll } from './mount.ts';

/** CSS pixels of one real millimetre on the glass that is pretended. */
const mm = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));

/** Type of which a capital is 4.8 mm high. */
const LEAST_TYPE_MM = 6.6;
const TARGET_MM = 20;
const KEY_MM = 15;
const TILE_MM = 30;
const GAP_MM = 3;
const EDGE_MM = 20;
/** Half a pixel of a glass that is shown small. */
const NEARLY_MM = 0.4;

interface Words {
  readonly text: string;
  readonly in: HTMLElement;
}

/** Each piece of text that can be read on the glass, with what it stands in; through slots and shadow roots. */
function wordsOn(shell: LlKioskShell): readonly Words[] {
  const found: Words[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const parent =
        node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
      const text = node.data.trim();
      if (parent instanceof HTMLElement && text !== '' && isShown(parent)) found.push({ text, in: parent });
      return;
    }
    if (node instanceof HTMLStyleElement) return;
    if (node instanceof Element && node.shadowRoot !== null) walk(node.shadowRoot);
    for (const child of node.childNodes) walk(child);
  };
  walk(shell);
  return found;
}

const isForEarsOnly = (one: HTMLElement): boolean => one.closest('.heard, .sr') !== null;

/** What is seen of an element, in one box. */
function seen(one: Element): Box {
  const parts = seenParts(one);
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    top: Math.min(...parts.map(({ top }) => top)),
    right: Math.max(...parts.map(({ right }) => right)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
}

/** Words of which a line is cut, as at the foot of a card that is too small for them. */
export const cutText = (shell: LlKioskShell): readonly string[] =>
  wordsOn(shell).flatMap(({ text, in: one }) => {
    if (isForEarsOnly(one)) return [];
    const whole = [...one.getClientRects()].filter((part) =>
      seenParts(one).some(
        (half) =>
          half.left >= part.left - 1 &&
          half.right <= part.right + 1 &&
          half.top >= part.top - 1 &&
          half.bottom <= part.bottom + 1,
      ),
    );
    const area = (boxes: readonly Box[]): number =>
      boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
    return area(seenParts(one)) < 0.9 * area(whole) ? [`“${text}” is cut`] : [];
  });

/** Words of which a capital would be less than 4.8 mm high. */
export const smallText = (shell: LlKioskShell): readonly string[] =>
  wordsOn(shell)
    .filter((one) => !isForEarsOnly(one.in))
    .filter((one) => Number.parseFloat(getComputedStyle(one.in).fontSize) / mm() < LEAST_TYPE_MM - 0.01)
    .map(
      ({ text, in: at }) =>
        `“${text}” is ${(Number.parseFloat(getComputedStyle(at).fontSize) / mm()).toFixed(1)} mm`,
    );

const targets = (shell: LlKioskShell): readonly HTMLElement[] => deepAll(shell, 'button').filter(isShown);

const hostOf = (one: Element): string => {
  const root = one.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : '';
};

const labelOf = (one: HTMLElement): string => {
  const root = one.getRootNode();
  const slotted = root instanceof ShadowRoot ? root.host.textContent : '';
  return (one.getAttribute('aria-label') ?? (one.textContent?.trim() || slotted || ''))
    .trim()
    .replace(/\s+/g, ' ');
};

const leastOf = (one: HTMLElement): number =>
  hostOf(one) === 'll-keypad'
    ? KEY_MM
    : hostOf(one) === 'll-tile' && one.closest('.tiles') !== null
      ? TILE_MM
      : TARGET_MM;

/** Buttons that an old hand misses. */
export const tooSmall = (shell: LlKioskShell): readonly string[] =>
  targets(shell).flatMap((one) => {
    const { left, top, right, bottom } = seen(one);
    const least = Math.min(right - left, bottom - top) / mm();
    return least < leastOf(one) - NEARLY_MM ? [`“${labelOf(one)}” is ${least.toFixed(1)} mm`] : [];
  });

/** Buttons between which a finger does not know where it is. */
export function tooClose(shell: LlKioskShell): readonly string[] {
  const boxes = targets(shell).map((one) => ({ name: labelOf(one), box: seen(one) }));
  return boxes.flatMap(({ name, box }, i) =>
    boxes.slice(i + 1).flatMap((other) => {
      const across = Math.max(other.box.left - box.right, box.left - other.box.right);
      const down = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
      const apart = Math.max(across, down) / mm();
      return apart < GAP_MM - NEARLY_MM
        ? [`“${name}” and “${other.name}” are ${apart.toFixed(1)} mm apart`]
        : [];
    }),
  );
}

/** What stands in the outer 20 mm of the glass, or outside it, where a frame or a hand may hide it. */
export function tooNearTheEdge(shell: LlKioskShell): readonly string[] {
  const glass = shell.getBoundingClientRect();
  return [
    ...targets(shell),
    ...wordsOn(shell)
      .filter((one) => !isForEarsOnly(one.in))
      .map((one) => one.in),
  ].flatMap((one) => {
    const box = seen(one);
    const free =
      Math.min(
        box.left - glass.left,
        glass.right - box.right,
        box.top - glass.top,
        glass.bottom - box.bottom,
      ) / mm();
    return free < EDGE_MM - NEARLY_MM ? [`“${labelOf(one)}” is ${free.toFixed(1)} mm from the edge`] : [];
  });
}

/** Names of texts and blanks that nobody filled in. */
export const badText = (shell: LlKioskShell): readonly string[] =>
  wordsOn(shell)
    .filter(({ text }) =>
      /\b(kiosk|kioskPages|common|screen|staff)\.\w+|{{|}}|undefined|\bnull\b|NaN/.test(text),
    )
    .map(({ text }) => text);

/** Whether somebody has said that these words are Chinese. */
function isToldChinese(at: Element | null): boolean {
  if (at === null) return false;
  const { lang } = at instanceof HTMLElement ? at : { lang: '' };
  if (lang !== '') return lang.startsWith('zh');
  const root = at.getRootNode();
  return isToldChinese(at.parentElement ?? (root instanceof ShadowRoot ? root.host : null));
}

/** Chinese that those who listen in English would hear as English. */
export const foreignText = (shell: LlKioskShell): readonly string[] =>
  wordsOn(shell)
    .filter((one) => /\p{Script=Han}/u.test(one.text) && !isToldChinese(one.in))
    .map(({ text }) => text);
