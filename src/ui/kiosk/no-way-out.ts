import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keys that a browser takes for itself. */
const TAKEN = new Set([
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12'],
  ...['BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserHome', 'BrowserSearch', 'BrowserFavorites'],
  ...['BrowserStop', 'ContextMenu', 'Help', 'Print', 'PrintScreen', 'GoBack', 'Exit', 'LaunchMail'],
  ...['LaunchApplication1', 'LaunchApplication2', 'ZoomIn', 'ZoomOut', 'ZoomToggle', 'Find', 'Open', 'Save'],
]);

/** What is stopped whatever it is. */
const ALWAYS = ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart'] as const;
const ASKED = ['keydown', 'wheel', 'mousedown', 'mouseup', 'auxclick', 'selectstart'] as const;

/**
 * Keeps whoever stands there on the face: no menu, selection, drag, zoom, search, print dialog, other page or second
 * press by a key that is held. What a page cannot stop, the flags and the policy of the box do (kiosk-config/linux).
 * What is typed is still heard by who listens for it: a card reader's keys among them.
 */
export class NoWayOut implements ReactiveController {
  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    const options = { capture: true, passive: false };
    for (const type of ALWAYS) window.addEventListener(type, prevent, options);
    for (const type of ASKED) window.addEventListener(type, preventWayOut, options);
    // Nor by a swipe from the edge, a pinch or a pull.
    document.documentElement.style.touchAction = 'none';
    document.documentElement.style.setProperty('overscroll-behavior', 'none');
  }

  hostDisconnected(): void {
    for (const type of ALWAYS) window.removeEventListener(type, prevent, true);
    for (const type of ASKED) window.removeEventListener(type, preventWayOut, true);
    document.documentElement.style.touchAction = '';
    document.documentElement.style.removeProperty('overscroll-behavior');
  }
}

const prevent = (event: Event): void => event.preventDefault();

function preventWayOut(event: Event): void {
  if (leadsOut(event)) event.preventDefault();
}

function leadsOut(event: Event): boolean {
  if (event instanceof KeyboardEvent) return isTaken(event);
  if (event instanceof WheelEvent) return event.ctrlKey;
  // The middle button opens and scrolls, the others go back and forth.
  if (event instanceof MouseEvent) return event.button !== 0;
  return !isField(event);
}

function isTaken(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, repeat } = event;
  // A key that is held presses once.
  if (repeat && (key === 'Enter' || key === ' ')) return true;
  // In old browsers the key that erases goes back a page.
  if (key === 'Backspace' && !isField(event)) return true;
  const third = event.getModifierState('AltGraph');
  return TAKEN.has(key) || metaKey || (!third && (ctrlKey || altKey));
}

const isField = (event: Event): boolean => event.composedPath()[0] instanceof HTMLInputElement;
