/** The innermost element at a point, looking into shadow roots; null outside the page. */
function elementAt(x: number, y: number, root: DocumentOrShadowRoot = document): Element | null {
  const found = root.elementFromPoint(x, y);
  const inner = found?.shadowRoot ?? null;
  // A shadow root that has nothing there answers with its own host.
  if (inner === null || inner === root) return found;
  return elementAt(x, y, inner) ?? found;
}

/** An element and all it is in, innermost first, through slots and shadow roots. */
function around(element: Element | null): readonly Element[] {
  const all: Element[] = [];
  for (let at = element; at !== null;) {
    all.push(at);
    const root = at.getRootNode();
    at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return all;
}

export const isButton = (element: Element): element is HTMLButtonElement =>
  element instanceof HTMLButtonElement;

/** The button an element is in, through shadow roots; null when it is in none. */
export const buttonAround = (element: Element | null): HTMLButtonElement | null =>
  around(element).find(isButton) ?? null;

/** Whether a point is on a button, its rounded corners included, and nothing has been put over it there. */
export function isOn(button: HTMLButtonElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  if (x < left || x > right || y < top || y > bottom) return false;
  const found = elementAt(x, y);
  return found !== null && (buttonAround(found) === button || around(button).includes(found));
}

/**
 * What cannot be taken back easily is never pressed by a near miss: such a button, or something around it, carries
 * `data-careful`.
 */
export const isHarmless = (button: HTMLButtonElement): boolean =>
  !button.disabled && !around(button).some((one) => one.hasAttribute('data-careful'));

const DIRECTIONS = 16;

/** The nearest harmless button within a distance of a point that hit nothing; null when there is none. */
export function nearestHarmless(x: number, y: number, withinPx: number): HTMLButtonElement | null {
  for (const share of [0.25, 0.5, 0.75, 1]) {
    for (let step = 0; step < DIRECTIONS; step += 1) {
      const angle = (step / DIRECTIONS) * 2 * Math.PI;
      const radius = withinPx * share;
      const button = buttonAround(elementAt(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius));
      if (button !== null && isHarmless(button)) return button;
    }
  }
  return null;
}
