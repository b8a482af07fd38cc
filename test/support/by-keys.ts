import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** Nothing on a page of the console lies farther off than that. */
const MOST_STOPS = 150;

/** Where the focus stands in a page. */
interface Stand {
  /** What has it, as a person would call it; null where nothing has. */
  readonly at: string | null;
  /** Why whoever looks for it would not find it; null where they would. */
  readonly unseen: string | null;
  /** Whether it is on what was asked about. */
  readonly there: boolean;
}

/**
 * Somebody at a desk with a keyboard and nothing else. Wherever they come it has to be seen where they are, and after each
 * press they have to be somewhere: from nowhere Tab begins at the top.
 */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Tab by Tab, or backwards, to what is wanted; each stop on the way has to be seen. How many presses it took. */
  async to(wanted: Locator, { back = false } = {}): Promise<number> {
    await wanted.waitFor();
    const passed: string[] = [];
    for (let presses = 1; presses <= MOST_STOPS; presses += 1) {
      await this.#page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const { at, unseen, there } = await wanted.evaluate(stand);
      assert.equal(unseen, null, `${at ?? 'nothing'}, after ${passed.join(' | ')}`);
      if (there) return presses;
      passed.push(at ?? '–');
    }
    throw new Error(`no way there by Tab, only to: ${passed.join(' | ')}`);
  }

  /** Presses where they are. Once what that does is there, they still have to be somewhere. */
  async press(key: string, done: Locator): Promise<void> {
    await this.#page.keyboard.press(key);
    await done.waitFor();
    await this.#isSomewhere(this.#page.locator('body'), () => true);
  }

  /** Without a press of theirs the focus comes to this, and they see it. */
  comesTo(wanted: Locator): Promise<void> {
    return this.#isSomewhere(wanted, ({ there }) => there);
  }

  /** Types where they are, over what is marked there. */
  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  async #isSomewhere(asked: Locator, enough: (found: Stand) => boolean): Promise<void> {
    let last: Stand | undefined;
    await until(async () => {
      last = await asked.evaluate(stand);
      return last.at !== null && enough(last);
    }).catch(() => assert.fail(`the focus is on ${last?.at ?? 'nothing'}`));
    assert.equal(last?.unseen, null, last?.at ?? 'nothing');
  }
}

/** Runs in a page. */
function stand(asked: Element): Stand {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === null || at === document.body) return { at: null, unseen: null, there: false };
  const words = at.getAttribute('aria-label') ?? at.closest('label')?.textContent ?? at.textContent;
  const named = `${at.localName} ${(words ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}`;
  return { at: named, unseen: whyUnseen(at), there: at === asked };

  function whyUnseen(one: Element): string | null {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    // A page's heading is where a page begins, and nothing that is pressed.
    if (!isMarked && one.localName !== 'h1') return 'it is not marked';
    return isOnTop(one) ? null : 'it lies under something or off the glass';
  }

  /** Whether any of it is on the glass with nothing over it. */
  function isOnTop(one: Element): boolean {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    const across = [Math.max(left, 0), Math.min(right, innerWidth)] as const;
    const down = [Math.max(top, 0), Math.min(bottom, innerHeight)] as const;
    const parts = [0.1, 0.5, 0.9];
    const between = ([from, to]: readonly [number, number], part: number): number =>
      from + (to - from) * part;
    return parts.some((x) =>
      parts.some((y) => belongsTo(topmost(between(across, x), between(down, y)), one)),
    );
  }

  function topmost(x: number, y: number): Element | null {
    let found = document.elementFromPoint(x, y);
    for (;;) {
      const inside = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
      if (inside === null || inside === found) return found;
      found = inside;
    }
  }

  /** Whether it is that or something in it, through the shadow roots on the way. */
  function belongsTo(inner: Element | null, outer: Element): boolean {
    for (let one: Node | null = inner; one !== null;) {
      if (one === outer) return true;
      const parent: Node | null =
        one instanceof Element && one.assignedSlot ? one.assignedSlot : one.parentNode;
      one = parent instanceof ShadowRoot ? parent.host : parent;
    }
    return false;
  }
}
