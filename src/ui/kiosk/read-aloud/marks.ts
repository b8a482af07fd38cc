/** Marks on the glass what is being read, over whatever it is; it takes no taps. */
export class Marks {
  readonly #layer = document.createElement('div');

  constructor(root: HTMLElement | DocumentFragment) {
    this.#layer.className = 'reading-marks';
    this.#layer.setAttribute('aria-hidden', 'true');
    root.append(this.#layer);
  }

  show(rects: readonly DOMRect[]): void {
    this.#layer.textContent = '';
    for (const rect of rects) this.#layer.append(markAt(rect));
  }

  remove(): void {
    this.#layer.remove();
  }
}

/** Under and behind the words, so that they stay as dark as they are. Through the object model: the hub's policy forbids `style` in markup. */
function markAt({ left, top, width, height }: DOMRect): HTMLElement {
  const mark = document.createElement('div');
  const { style } = mark;
  style.position = 'fixed';
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
  style.boxSizing = 'border-box';
  style.borderBottom = 'calc(var(--u) * 1.4) solid var(--cinnabar)';
  style.background = 'var(--reading)';
  style.pointerEvents = 'none';
  return mark;
}
