/** OK on a remote control, and on a keyboard. */
export const OK_KEY = 13;

/** Back on a remote control (webOS, Tizen; 166 where it drives a plain browser's box), and on a keyboard. */
const BACK_KEYS: readonly number[] = [8, 27, 166, 461, 10009];
export const isBackKey = (keyCode: number): boolean => BACK_KEYS.includes(keyCode);

/** Left, up, right and down, on any remote control. */
export const isArrowKey = (keyCode: number): boolean => keyCode >= 37 && keyCode <= 40;
