/** The innermost element at a point, looking into shadow roots; null outside the page. */
function deepElementFrom(root: DocumentOrShadowRoot, x: number, y: number): Element | null {
  const found = root.elementFromPoint(x, y);
  const inner = found?.shadowRoot ?? null;
  // A shadow root that has nothing there answers with its own host.
  if (inner === null || inner === root) return found;
  return deepElementFrom(inner, x, y) ?? found;
}

/** The button an element is in, through shadow roots; null when it is in none. */
export function buttonAround(element: Element | null): HTMLButtonElement | null {
  for (let at: Element | null = element; at !== null;) {
    if (at instanceof HTMLButtonElement) return at;
    const root = at.getRootNode();
    at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return null;
}

/**
 * What cannot be taken back easily is never pressed by a near miss: such a button, or something around it, carries
 * `data-careful`.
 */
const harmless = (button: HTMLButtonElement): boolean =>
  !button.disabled && button.closest('[data-careful]') === null && !hostIsCareful(button);

function hostIsCareful(button: HTMLButtonElement): boolean {
  const root = button.getRootNode();
  return root instanceof ShadowRoot && root.host.closest('[data-careful]') !== null;
}

const DIRECTIONS = 12;

/** The nearest harmless button within a distance of a point that hit nothing; null when there is none. */
export function nearestHarmless(x: number, y: number, withinPx: number): HTMLButtonElement | null {
  for (const share of [0.35, 0.7, 1]) {
    for (let step = 0; step < DIRECTIONS; step += 1) {
      const angle = (step / DIRECTIONS) * 2 * Math.PI;
      const radius = withinPx * share;
      const at = deepElementFrom(document, x + Math.cos(angle) * radius, y + Math.sin(angle) * radius);
      const button = buttonAround(at);
      if (button !== null && harmless(button)) return button;
    }
  }
  return null;
}
