import { deepAll } from './mount.ts';

/**
 * Boxes that would wrap what is in them with a gap between the lines, and have nothing in them: Chromium 86 makes such a one
 * sixteen million pixels high, and the page around it blank.
 */
export const hollow = (root: Element): readonly string[] =>
  deepAll(root, '*')
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const { display, flexWrap, rowGap } = getComputedStyle(one);
      return /flex/.test(display) && flexWrap !== 'nowrap' && parseFloat(rowGap) > 0 && !holds(one);
    })
    .map((one) => `nothing in ${one.localName}.${one.className}`);

/** Whether an element lays something out within itself. */
function holds(one: Element): boolean {
  if (getComputedStyle(one, '::before').content !== 'none') return true;
  const within = one instanceof HTMLSlotElement ? one.assignedNodes() : (one.shadowRoot ?? one).childNodes;
  return [...within].some((node) => {
    if (node instanceof Text) return node.data.trim() !== '';
    if (!(node instanceof Element)) return false;
    const { display, position } = getComputedStyle(node);
    if (display === 'none' || position === 'absolute' || position === 'fixed') return false;
    return display !== 'contents' || holds(node);
  });
}
