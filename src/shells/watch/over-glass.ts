import { afterPaint } from '../../app/after-paint.ts';

/** Looked at so often whether an emergency has come, which nothing stands over. */
const LOOK_MS = 250;

/**
 * Puts something over the whole glass for a while. Resolves once it is painted, to whether it is. It goes by itself, at any
 * press, and at once where an emergency comes.
 */
export function putOverGlass(element: HTMLElement, forMs: number, alarmed: () => boolean): Promise<boolean> {
  if (alarmed()) return Promise.resolve(false);
  document.querySelectorAll(element.localName).forEach((before) => before.remove());
  const goesAt = performance.now() + forMs;
  const away = (): void => {
    clearInterval(timer);
    document.removeEventListener('keydown', away);
    document.removeEventListener('pointerdown', away);
    element.remove();
  };
  const timer = setInterval(() => {
    if (alarmed() || performance.now() > goesAt) away();
  }, LOOK_MS);
  document.addEventListener('keydown', away);
  document.addEventListener('pointerdown', away);
  document.body.append(element);
  return painted(element);
}

/** A page that nobody sees gets no frame: then it was not to be seen. */
function painted(element: HTMLElement): Promise<boolean> {
  if (document.visibilityState === 'hidden') return Promise.resolve(false);
  return new Promise((resolve) => afterPaint(() => resolve(element.isConnected)));
}
