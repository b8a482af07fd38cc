/**
 * One Tab for a whole row of buttons of which one is chosen: the arrows, Home and End lead along it.
 * @param event a key in the row that listens
 */
export function roveAcross(event: KeyboardEvent): void {
  const { currentTarget: row, key, target } = event;
  if (!(row instanceof HTMLElement)) return;
  const buttons = [...row.querySelectorAll('button')];
  const at = buttons.findIndex((one) => one === target);
  const aims: Readonly<Record<string, number>> = {
    ArrowLeft: Math.max(at - 1, 0),
    ArrowRight: Math.min(at + 1, buttons.length - 1),
    Home: 0,
    End: buttons.length - 1,
  };
  const aim = aims[key];
  if (at === -1 || aim === undefined) return;
  event.preventDefault();
  buttons[aim]?.focus();
}

/** Where Tab comes to of a row: the chosen one, or the first where none is. */
export const tabStop = (index: number, chosen: number): 0 | -1 => (index === Math.max(chosen, 0) ? 0 : -1);
