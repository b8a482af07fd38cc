/** Keys of a remote control. */
export const key = { left: 37, up: 38, right: 39, down: 40, ok: 13, back: 10009 } as const;

/** Presses a key of a remote control, as a television tells a page of it. */
export async function pressKey(keyCode: number): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { keyCode, cancelable: true }));
  // Where an arrow leads is asked of what is loaded with the first.
  await import('@bbc/tv-lrud-spatial/lib/lrud.js');
  await new Promise((resolve) => setTimeout(resolve));
}

/** What has the focus in an element's shadow root. */
export const focusIn = (host: HTMLElement): HTMLElement | null => {
  const one = host.shadowRoot?.activeElement;
  return one instanceof HTMLElement ? one : null;
};

const pressables = (host: HTMLElement): readonly HTMLElement[] =>
  [
    ...(host.shadowRoot?.querySelectorAll<HTMLElement>('button:not([disabled]), a[href], summary') ?? []),
  ].filter((one) => one.getClientRects().length > 0);

type Ways = ReadonlyMap<HTMLElement, ReadonlyMap<HTMLElement, number>>;

/** Where each arrow leads from each thing that can be pressed. */
async function waysIn(host: HTMLElement): Promise<Ways> {
  const before = focusIn(host);
  const ways = new Map<HTMLElement, Map<HTMLElement, number>>();
  for (const from of pressables(host)) {
    const to = new Map<HTMLElement, number>();
    for (const arrow of [key.left, key.up, key.right, key.down]) {
      from.focus();
      await pressKey(arrow);
      const there = focusIn(host);
      if (there !== null && there !== from) to.set(there, arrow);
    }
    ways.set(from, to);
  }
  before?.focus();
  return ways;
}

const reached = (ways: Ways, start: HTMLElement | null): ReadonlySet<HTMLElement> => {
  const seen = new Set(start === null ? [] : [start]);
  for (const one of seen) for (const next of ways.get(one)?.keys() ?? []) seen.add(next);
  return seen;
};

const wordsOf = (one: HTMLElement): string =>
  (one.getAttribute('aria-label') ?? one.textContent ?? '').trim();

/**
 * What of all that can be pressed no arrow leads to from what has the focus at first, and from what no arrows lead back to
 * that: by their words.
 */
export async function arrowFaults(host: HTMLElement): Promise<{ unreached: string[]; oneWay: string[] }> {
  const ways = await waysIn(host);
  const first = focusIn(host);
  const all = pressables(host);
  const fromFirst = reached(ways, first);
  return {
    unreached: all.filter((one) => !fromFirst.has(one)).map(wordsOf),
    oneWay: all.filter((one) => first === null || !reached(ways, one).has(first)).map(wordsOf),
  };
}

/** Goes by arrows alone, from what has the focus, to what is called so. */
export async function arrowTo(host: HTMLElement, name: RegExp): Promise<void> {
  const ways = await waysIn(host);
  const start = focusIn(host);
  if (start === null) throw new Error('nothing has the focus');
  const paths = new Map<HTMLElement, readonly number[]>([[start, []]]);
  for (const [one, path] of paths)
    for (const [next, arrow] of ways.get(one) ?? []) if (!paths.has(next)) paths.set(next, [...path, arrow]);
  const [, path] = [...paths].find(([one]) => name.test(wordsOf(one))) ?? [];
  if (path === undefined) throw new Error(`no arrows lead to ${String(name)}`);
  for (const arrow of path) await pressKey(arrow);
}
