/** Marks on the glass what is being read, over whatever it is, and takes no taps. */
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

/** Through the object model: the hub's policy forbids `style` in markup. */
function markAt({ left, top, width, height }: DOMRect): HTMLElement {
  const mark = document.createElement('div');
  mark.style.left = `${left}px`;
  mark.style.top = `${top}px`;
  mark.style.width = `${width}px`;
  mark.style.height = `${height}px`;
  return mark;
}
