/** A tap as of a wet finger at one moment and one spot, however long the page takes between two of them. */
export function tapAt(key: HTMLElement, atMs: number): void {
  const click = new MouseEvent('click', { bubbles: true, composed: true, detail: 1 });
  Object.defineProperty(click, 'timeStamp', { value: atMs });
  key.dispatchEvent(click);
}
