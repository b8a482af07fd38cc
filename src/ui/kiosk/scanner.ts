/** A card or a code was read. Whoever takes it prevents the event's default; what nobody takes waits a moment. */
export class ScanEvent extends Event {
  static readonly type = 'll-scan';
  constructor(readonly text: string) {
    super(ScanEvent.type, { cancelable: true });
  }
}

declare global {
  interface WindowEventMap {
    'll-scan': ScanEvent;
  }
}

/** A reader types a key every few milliseconds; no hand is so quick, but by chance from one key to the next. */
const FAST_MS = 50;
/** A busy page hears of keys later than they were pressed: so long it is not said that none follows. */
const HOLDS_MS = 120;
/** More keys on end than this come from no hand, also where no Enter ends them. */
const MOST_BY_HAND = 4;
/** No card and no code of a centre is longer. */
const MOST_KEYS = 128;
/** So long a card waits for the page it opens. */
const WAITS_MS = 10_000;
/** A card that lies on its reader is read again and again: between two times that it is held there is a pause. */
const LIES_MS = 2000;

interface Field {
  readonly element: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
}

/** Keys that came fast one after another, held back till it is known whose they are. */
interface Burst {
  readonly keys: readonly { readonly char: string; readonly event: KeyboardEvent }[];
  readonly lastMs: number;
  /** The field they went into, as it was before. */
  readonly field: Field | null;
}

const none: Burst = { keys: [], lastMs: Number.NEGATIVE_INFINITY, field: null };

let burst = none;
let timer: ReturnType<typeof setTimeout> | undefined;
let watchers = 0;
let untaken: string | null = null;
let forgetting: ReturnType<typeof setTimeout> | undefined;
/** When the last key came of what was read last. */
let endedMs = Number.NEGATIVE_INFINITY;
let lying: string | null = null;
let lifting: ReturnType<typeof setTimeout> | undefined;
const released = new WeakSet<Event>();

/**
 * Hears a reader that types what it reads and ends with Enter: those keys reach no field and press no button, and are
 * told as one `ll-scan` at the window. What a person types comes through a moment later. The same reader watched twice
 * is heard once.
 * @returns how to stop
 */
export function watchScanner(): () => void {
  if (watchers === 0) window.addEventListener('keydown', keyDown, true);
  watchers += 1;
  let stopped = false;
  return () => {
    if (stopped) return;
    stopped = true;
    watchers -= 1;
    if (watchers > 0) return;
    window.removeEventListener('keydown', keyDown, true);
    clearTimeout(timer);
    burst = none;
    endedMs = Number.NEGATIVE_INFINITY;
    forgetScans();
  };
}

/** Whether a card was read that nobody has taken yet. */
export const scanWaits = (): boolean => untaken !== null;

/** The card that was read and that nobody has taken yet; from then on it is taken. Null where there is none. */
export function takeScan(): string | null {
  const text = untaken;
  forgetUntaken();
  return text;
}

/** Whoever held a card to it has gone: the next person is not taken for them, and nothing of it stays in memory. */
export function forgetScans(): void {
  forgetUntaken();
  clearTimeout(lifting);
  lying = null;
}

function forgetUntaken(): void {
  clearTimeout(forgetting);
  untaken = null;
}

function keyDown(event: KeyboardEvent): void {
  if (released.has(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.timeStamp - burst.lastMs > FAST_MS) release();
  const isWithin = burst.keys.length > 0;
  const isBehind = event.timeStamp - endedMs <= FAST_MS;
  if (isEnter(event) || (event.key === 'Tab' && (isWithin || isBehind))) {
    if (isWithin) read(event);
    // Some readers end with two keys.
    else if (isBehind) swallow(event);
    return;
  }
  const char = charOf(event);
  if (char === null) return;
  // What lies on a key types nothing.
  if (event.repeat && fieldOf(event) === null) return stop(event);
  // A space alone presses the button that has the focus.
  if (char === ' ' && burst.keys.length === 0) return;
  hold(char, event);
}

function hold(char: string, event: KeyboardEvent): void {
  const field = burst.keys.length === 0 ? fieldOf(event) : burst.field;
  burst = {
    keys: [...burst.keys, { char, event }].slice(0, MOST_KEYS + 1),
    lastMs: event.timeStamp,
    field,
  };
  if (field === null) stop(event);
  clearTimeout(timer);
  timer = setTimeout(release, HOLDS_MS);
}

const isEnter = ({ key, code }: KeyboardEvent): boolean => code === 'Enter' || key === 'Enter';

function swallow(event: KeyboardEvent): void {
  stop(event);
  endedMs = event.timeStamp;
}

function read(event: KeyboardEvent): void {
  swallow(event);
  tell();
}

/** It was a reader: its keys become one word, and a field they went into is as it was. */
function tell(): void {
  clearTimeout(timer);
  const { keys, field } = burst;
  burst = none;
  if (field !== null) {
    field.element.value = field.value;
    field.element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  // What is longer than any card says nothing.
  const text = keys.length > MOST_KEYS ? '' : keys.map(({ char }) => char).join('');
  const lies = text === lying;
  clearTimeout(lifting);
  lying = text;
  lifting = setTimeout(() => (lying = null), LIES_MS);
  if (lies) return;
  const isUntaken = window.dispatchEvent(new ScanEvent(text));
  clearTimeout(forgetting);
  untaken = isUntaken ? text : null;
  if (isUntaken) forgetting = setTimeout(forgetUntaken, WAITS_MS);
}

/** It was a person after all, unless no hand types so: what they typed goes where it was typed. */
function release(): void {
  if (burst.keys.length > MOST_BY_HAND) return tell();
  clearTimeout(timer);
  const { keys, field } = burst;
  burst = none;
  if (field !== null) return;
  for (const { event } of keys) {
    const again = new KeyboardEvent('keydown', {
      key: event.key,
      code: event.code,
      shiftKey: event.shiftKey,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    released.add(again);
    (event.target ?? window).dispatchEvent(again);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What a key types, also where an input method has swallowed it; null where it types nothing. */
function charOf({ key, code, shiftKey }: KeyboardEvent): string | null {
  if ([...key].length === 1) return key;
  if (key !== 'Process') return null;
  const [, digit, letter] = /^(?:(?:Digit|Numpad)(\d)|Key([A-Z]))$/.exec(code) ?? [];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  return digit ?? null;
}

function fieldOf(event: Event): Field | null {
  const [element] = event.composedPath();
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? { element, value: element.value }
    : null;
}
