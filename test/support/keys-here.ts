import { expect } from 'chai';
import { inputHere } from './input-here.ts';
import { pressableNamed, words } from './mount-kiosk.ts';
import { focused } from './mount.ts';
import { until } from './until.ts';

const codes = { Tab: 9, Enter: 13, ' ': 32, End: 35, Home: 36, ArrowLeft: 37, ArrowRight: 39 } as const;

/** A real key of a keyboard or a switch, down and up. */
export async function pressKey(key: keyof typeof codes): Promise<void> {
  const code = codes[key];
  const text = key === 'Enter' ? '\r' : key === ' ' ? key : undefined;
  const event = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: code };
  await inputHere('key', { type: text === undefined ? 'rawKeyDown' : 'keyDown', text, ...event });
  await inputHere('key', { type: 'keyUp', ...event });
}

/** More than any page of the kiosk has to stop at. */
const MOST_STOPS = 90;

const isSeenToHaveFocus = (one: HTMLElement): boolean => {
  const { boxShadow, outlineStyle } = getComputedStyle(one);
  return boxShadow !== 'none' || outlineStyle !== 'none';
};

/** Tab from stop to stop, each of which has to be seen, to the button of this name, and presses it. */
export async function pressByKeys(
  root: Element,
  name: string | RegExp,
  key: 'Enter' | ' ' = 'Enter',
): Promise<void> {
  const aim = await until(() => pressableNamed(root, name));
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await pressKey('Tab');
    const at = focused();
    if (at instanceof HTMLButtonElement)
      expect(isSeenToHaveFocus(at), `${words(at)} is seen to have the focus`).to.equal(true);
    passed.push(at === null ? '–' : words(at).trim());
    if (at === aim) return pressKey(key);
  }
  throw new Error(`no way to ${String(name)} by Tab, only to: ${passed.join(' | ')}`);
}
