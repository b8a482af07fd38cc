/**
 * A card reader's keys, ended by Enter. They follow one another as quickly as a reader types, also where the machine
 * stands still between two of them: an event's own time is when it was made, and a busy machine tears a card in two.
 */
export function readCard(text: string, target: EventTarget = document.body): void {
  const now = performance.now();
  for (const key of [...text, 'Enter']) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(event, 'timeStamp', { value: now });
    target.dispatchEvent(event);
  }
}
