/** Where an arrow leads from one of a list; null where the key leads nowhere. */
function aim(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * One Tab for a whole list of buttons: the arrows lead through it. Above its first stands what `before` is, a field.
 * @param event a key in the list, or in the field before it
 */
export function rove(event: KeyboardEvent, buttons: readonly HTMLElement[], before: HTMLElement): void {
  const at = buttons.findIndex((one) => one === event.composedPath()[0]);
  if (at === -1 && event.key !== 'ArrowDown') return;
  if (at === 0 && event.key === 'ArrowUp') {
    event.preventDefault();
    before.focus();
    return;
  }
  const to = aim(event.key, at, buttons.length);
  if (to === null) return;
  event.preventDefault();
  buttons[to]?.focus();
}
