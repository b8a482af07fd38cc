/** Whatever is read on the board; of the picture half is better than nothing. */
const READ_WHOLE = 'h1, p, .dots, .count > *, .code';

/**
 * Takes from the glass what the bar of the remote would cut through: half a line of characters is no line. Null puts all
 * of it back.
 * @returns whether the safety line is among it, which must be readable all the time
 */
export function hideUnder(board: ParentNode, barTopPx: number | null): boolean {
  let hidesSafety = false;
  for (const one of board.querySelectorAll(READ_WHOLE)) {
    const isUnder = barTopPx !== null && one.getBoundingClientRect().bottom > barTopPx;
    one.toggleAttribute('data-under', isUnder);
    if (isUnder && one.matches('.safety')) hidesSafety = true;
  }
  return hidesSafety;
}
