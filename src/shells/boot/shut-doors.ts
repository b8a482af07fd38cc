import { isText, oneOf, shape } from '../../kernel/guards.ts';
import { noteHealed } from '../../store/healed.ts';

/**
 * What the supervisor of a kiosk's box tells the page beside asking for a frame: whether it has mended something. A
 * box with a supervisor, and any other whose browser fills the glass, is nobody's desk: its page keeps the ways out of
 * it shut that no policy of the browser reaches. In a window on a desk, where somebody tries a face, all stays open.
 */
export function shutDoors(): void {
  let supervised = false;
  const alone = (): boolean => supervised || matchMedia('(display-mode: fullscreen)').matches;
  const shut = (event: Event): void => {
    if (alone()) event.preventDefault();
  };
  window.addEventListener('leling:supervisor', (event) => {
    supervised = true;
    if (!(event instanceof CustomEvent) || !isMended(event.detail)) return;
    noteHealed(event.detail.kind, event.detail.detail);
    // Told: it need not say so again.
    event.preventDefault();
  });
  for (const type of ['contextmenu', 'dragover', 'drop', 'auxclick']) window.addEventListener(type, shut);
  window.addEventListener('wheel', (event) => event.ctrlKey && shut(event), { passive: false });
  window.addEventListener('keydown', (event) => isOfTheBrowser(event) && shut(event), { capture: true });
}

/** A key by which a browser does something of its own. A card reader types letters and digits; they are the page's. */
const isOfTheBrowser = ({ key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  altKey ||
  metaKey ||
  (shiftKey && key === 'Escape') ||
  /^(F\d+|ContextMenu|Browser\w+)$/.test(key);

const isMended = shape({ kind: oneOf('browser-restarted', 'page-restarted'), detail: isText });
