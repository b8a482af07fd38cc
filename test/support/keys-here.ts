import { inputHere } from './input-here.ts';

const codes = { Tab: 9, Enter: 13, ' ': 32 } as const;

/** A real key of a keyboard or a switch, down and up. */
export async function pressKey(key: keyof typeof codes): Promise<void> {
  const code = codes[key];
  const text = key === 'Tab' ? undefined : key === 'Enter' ? '\r' : key;
  const event = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: code };
  await inputHere('key', { type: text === undefined ? 'rawKeyDown' : 'keyDown', text, ...event });
  await inputHere('key', { type: 'keyUp', ...event });
}
