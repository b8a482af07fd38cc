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

/** A reader types a key every few milliseconds; no hand is so quick four times on end. */
const FAST_MS = 50;
/** A busy page hears of keys later than they were pressed: so long it is not said that none follows. */
const HOLDS_MS = 120;
const LEAST_KEYS = 4;
/** No card and no code of a centre is longer. */
const MOST_KEYS = 128;
/** So long a card waits for the page it opens. */
const WAITS_MS = 10_000;

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
    forgetScan();
  };
}

/** The card that was read and that nobody has taken yet; from then on it is taken. Null where there is none. */
export function takeScan(): string | null {
  const text = untaken;
  forgetScan();
  return text;
}

/** Whoever held a card to it has gone: the next person is not taken for them, and nothing of it stays in memory. */
function forgetScan(): void {
  clearTimeout(forgetting);
  untaken = null;
}

function keyDown(event: KeyboardEvent): void {
  if (released.has(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const isFast = event.timeStamp - burst.lastMs <= FAST_MS;
  if (!isFast) release();
  if (event.code === 'Enter' || event.key === 'Enter' || (event.key === 'Tab' && isFast)) {
    if (isFast && burst.keys.length >= LEAST_KEYS) read(event);
    else release();
    return;
  }
  const char = charOf(event);
  if (char === null) return;
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

/** It was a reader: its keys become one word, and a field they went into is as it was. */
function read(event: KeyboardEvent): void {
  stop(event);
  clearTimeout(timer);
  const { keys, field } = burst;
  burst = none;
  if (field !== null) {
    field.element.value = field.value;
    field.element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  // What is longer than any card says nothing.
  const text = keys.length > MOST_KEYS ? '' : keys.map(({ char }) => char).join('');
  clearTimeout(forgetting);
  forgetting = setTimeout(forgetScan, WAITS_MS);
  untaken = text;
  if (!window.dispatchEvent(new ScanEvent(text))) forgetScan();
}

/** It was a person after all: what they typed goes where it was typed. */
function release(): void {
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
