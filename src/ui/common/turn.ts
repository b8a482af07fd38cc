import { applyScale, filledGlass, type Glass, type PanelSize } from './scale.ts';

/** Where the page's corner comes to lie, so that the turned page covers the glass. */
const moves: ReadonlyMap<number, string> = new Map([
  [90, 'translate(100vw, 0) rotate(90deg)'],
  [180, 'translate(100vw, 100vh) rotate(180deg)'],
  [270, 'translate(0, 100vh) rotate(270deg)'],
]);

interface Hung {
  readonly panel: PanelSize;
  readonly distanceMm: number;
  /** Degrees clockwise, in quarters; absent is 0. */
  readonly rotate?: number | undefined;
}

/**
 * As `applyScale`, in place of what was set before; and turns the picture of a television that is hung upright or upside
 * down and does not turn it itself. Its panel is stated as it hangs: what the browser takes for the width may be the height.
 */
export function fitGlass(
  { panel, distanceMm, rotate = 0 }: Hung,
  unscale: () => void,
  seen = filledGlass,
): () => void {
  unscale();
  turnPicture(rotate);
  const isUpright = rotate % 180 !== 0;
  const turned = (): Glass | undefined => {
    const glass = seen();
    return glass && isUpright ? { widthPx: glass.heightPx, heightPx: glass.widthPx } : glass;
  };
  return applyScale(panel, distanceMm, turned, isUpright);
}

function turnPicture(turn: number): void {
  const { style } = document.body;
  const move = moves.get(turn);
  if (move === undefined) {
    for (const name of ['position', 'top', 'left', 'width', 'height', 'transform-origin', 'transform'])
      style.removeProperty(name);
    return;
  }
  style.position = 'absolute';
  style.top = '0';
  style.left = '0';
  style.width = turn === 180 ? '100vw' : '100vh';
  style.height = turn === 180 ? '100vh' : '100vw';
  style.transformOrigin = '0 0';
  style.transform = move;
}
