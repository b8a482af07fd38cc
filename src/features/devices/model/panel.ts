import type { RowOf } from '../../../kernel/rows.ts';

type DeviceConfig = RowOf<'deviceConfig'>;
type Panel = DeviceConfig['panel'];

const INCH_MM = 25.4;

/** CSS pixels in one real millimetre of a panel. */
export const pxPerMm = ({ diagonalInches, widthPx, heightPx }: Panel): number =>
  Math.sqrt(widthPx * widthPx + heightPx * heightPx) / (diagonalInches * INCH_MM);

/** CSS pixels in one minute of arc for the farthest reader. */
export const pxPerArcminute = (panel: Panel, distanceMm: number): number =>
  Math.tan(Math.PI / 180 / 60) * distanceMm * pxPerMm(panel);

/** A board is drawn on a sheet at most so many minutes of arc wide and high: nearer than that suits it, it fills its glass. */
const SHEET = { width: 990, height: 557 };
/** On a panel small for its hall the sheet is so many times smaller, lying or upright; then all of it is too small. */
const LEAST_LYING = 1.9;
const LEAST_UPRIGHT = 2.9;
/** The share of the glass within its safe area, and what heading and foot take of it, in minutes of arc. */
const SAFE = 0.8888;
const TAKEN_AM = 123;
/** A dish with its price, the small portion's, and a line of what is said of it. */
const DISH_AM = 100;
const MOST_DISHES = 6;
/** A menu of which one dish at a time can be shown is none. */
const FEWEST_DISHES = 2;

type Hall = Pick<DeviceConfig, 'panel' | 'distanceMm'>;

/**
 * How many dishes a page of the menu holds on a screen, large enough for its farthest seat: what the board draws, which
 * never sets anything smaller. 0 where the panel is so small that the board has to, and is not as large as it ought to be.
 */
export function dishesOnPage({ panel, distanceMm }: Hall): number {
  const { widthPx, heightPx } = panel;
  const fills = Math.min(widthPx / SHEET.width, heightPx / SHEET.height);
  const truePx = pxPerArcminute(panel, distanceMm);
  if (truePx > fills * (widthPx < heightPx ? LEAST_UPRIGHT : LEAST_LYING)) return 0;
  const heightAm = (heightPx / Math.max(truePx, fills)) * SAFE;
  return Math.max(1, Math.min(MOST_DISHES, Math.floor((heightAm - TAKEN_AM) / DISH_AM)));
}

/** A row holds at most so many Han characters of what must be read, each so many minutes of arc across. */
const ROW_CHARACTERS = 14;
const CHARACTER_AM = 40 / 0.92;
/** What the safe area leaves of the glass across, and what a price with its unit takes of a row. */
const SAFE_ACROSS = 0.9;
const PRICE_AM = 130;
/** How wide a letter is beside a Han character, spaces among them: about. */
const LETTER = 0.55;
/** A name can be written in so many, wherever it stands. */
const FEWEST_LETTERS = 8;

/** About how many letters of a dish's name stand in one row of a screen's menu, beside the price. */
export function lettersInRow({ panel, distanceMm }: Hall): number {
  const { widthPx, heightPx } = panel;
  const fills = Math.min(widthPx / SHEET.width, heightPx / SHEET.height);
  const acrossAm = (widthPx / Math.max(pxPerArcminute(panel, distanceMm), fills)) * SAFE_ACROSS - PRICE_AM;
  const rowAm = Math.min(acrossAm, ROW_CHARACTERS * CHARACTER_AM);
  return Math.max(FEWEST_LETTERS, Math.floor(rowAm / (CHARACTER_AM * LETTER)));
}

/** Whether a screen can show a menu to its farthest seat. */
export const canShowMenu = (hall: Hall): boolean => dishesOnPage(hall) >= FEWEST_DISHES;

/** From how far away a menu can still be read on a panel, in millimetres, to the half metre below. */
export function farthestFor(panel: Panel): number {
  const step = 500;
  let distanceMm = step;
  while (distanceMm < 20_000 && canShowMenu({ panel, distanceMm: distanceMm + step })) distanceMm += step;
  return distanceMm;
}

/** How large a panel of this shape must at least be for its farthest reader, in whole inches. */
export function leastInchesFor(panel: Panel, distanceMm: number): number {
  let diagonalInches = 3;
  while (diagonalInches < 300 && !canShowMenu({ panel: { ...panel, diagonalInches }, distanceMm }))
    diagonalInches += 1;
  return diagonalInches;
}
