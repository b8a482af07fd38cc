/** What is written on the panel's label, and how the browser sees it, in the orientation it is hung. */
export interface PanelSize {
  readonly diagonalInches: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** CSS pixels that one thing measures on this glass. */
interface Scale {
  /** One real millimetre. */
  readonly mm: number;
  /** One minute of arc at the farthest reader's distance; more where that would leave most of the glass empty. */
  readonly am: number;
  /** The kiosk's unit: a millimetre on the panel its pages are drawn for, more on larger ones, less on smaller. */
  readonly unit: number;
  /** The size of the face. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The pages of a kiosk are drawn on the glass of a 21.5-inch panel, in millimetres. */
const SHEET = { short: 267, long: 475 };
/** A very large panel is touched from as near as a small one: the sheet grows no further than this. */
const MOST_GROWTH = 1.6;
/**
 * On a small panel the sheet may shrink until the least type (6.75 mm of the sheet's capitals) is 4.8 mm high; on one
 * smaller still it stays whole, and its type is less. Either glass says that it is too small (`panel-fit.ts`).
 */
const MOST_SHRINKING = 0.72;
/** By so little the sheet may be too large one way: pages take what height and width there are. */
const NEARLY = 0.97;
/** A window that takes at least this much of the panel is the panel with a bar on it, not a preview on a desk. */
const SAME_GLASS = 0.9;
const MM_PER_INCH = 25.4;
/** A board is drawn on a sheet so many minutes of arc wide and high: nearer than that suits it, it fills its glass. */
const BOARD = { width: 990, height: 557 };
/**
 * On a panel small for its hall the sheet is so many times smaller, lying or upright: a heading, one row and a foot. On
 * one smaller still it is whole, and all of it too small: set-up and the device's page say so.
 */
const LEAST_LYING = 1.9;
const LEAST_UPRIGHT = 2.9;
const ARC_MINUTE = Math.PI / (180 * 60);

/**
 * Real millimetres of the kiosk's unit on a glass of so many: one where the sheet goes into it, more on a larger one; on
 * a smaller one fewer, and on one smaller still so few that the sheet is whole and nothing on it large enough.
 */
export function unitMm(widthMm: number, heightMm: number): number {
  const room = Math.min(Math.min(widthMm, heightMm) / SHEET.short, Math.max(widthMm, heightMm) / SHEET.long);
  const nearly = [1, MOST_SHRINKING].find((least) => room < least && room >= least * NEARLY);
  return Math.min(nearly ?? room, MOST_GROWTH);
}

/** A glass, or a window, in CSS pixels. */
export type Glass = Pick<PanelSize, 'widthPx' | 'heightPx'>;

/**
 * Every size of a face, from its panel and distance. CSS millimetres are no help: Chromium makes one 3.78 px whatever
 * the panel. In a window clearly smaller than the panel (a look at the kiosk on a desk) the whole glass is shown smaller.
 * @param glass what the window fills: it is what it is, whatever was set of its pixels or how it hangs, and only the
 * panel's diagonal is believed
 */
export function scaleOf(
  panel: PanelSize,
  distanceMm: number,
  window: { width: number; height: number },
  glass?: Glass,
): Scale {
  const fit = glass ? 1 : Math.min(window.width / panel.widthPx, window.height / panel.heightPx);
  const isGlass = fit >= SAME_GLASS;
  const seen = glass ?? panel;
  const mm =
    (Math.hypot(seen.widthPx, seen.heightPx) / (panel.diagonalInches * MM_PER_INCH)) * (isGlass ? 1 : fit);
  const widthPx = isGlass ? window.width : panel.widthPx * fit;
  const heightPx = isGlass ? window.height : panel.heightPx * fit;
  const fills = Math.min(widthPx / BOARD.width, heightPx / BOARD.height);
  return {
    mm,
    am: Math.min(
      Math.max(mm * distanceMm * Math.tan(ARC_MINUTE), fills),
      fills * (widthPx < heightPx ? LEAST_UPRIGHT : LEAST_LYING),
    ),
    unit: mm * unitMm(widthPx / mm, heightPx / mm),
    widthPx,
    heightPx,
  };
}

/** Minutes of arc between a board and what stands at the foot of its glass. */
export const FOOT_AM = 4;

let takenPx = 0;

/** Takes so much of the glass's foot away from the face, in CSS pixels: something else stands there. */
export function takeFoot(px: number): void {
  if (px === takenPx) return;
  takenPx = px;
  window.dispatchEvent(new Event('resize'));
}

/** A window that takes at least this much of the glass either way has it for itself. */
const FILLS = 0.95;

/** The whole glass, where this window fills it. */
export function filledGlass(): Glass | undefined {
  const { width, height } = screen;
  return innerWidth / width >= FILLS && innerHeight / height >= FILLS
    ? { widthPx: width, heightPx: height }
    : undefined;
}

/**
 * Sets `--mm`, `--am` and what follows from them on the document, now and when the window changes. Returns the disposer.
 * @param seen the glass as the browser sees it; without it the window is a look at a face, never the glass
 * @param isUpright the picture is turned by a quarter (`turn.ts`): what the window takes for its width is its height
 */
export function applyScale(
  panel: PanelSize,
  distanceMm: number,
  seen?: () => Glass | undefined,
  isUpright = false,
): () => void {
  const set = (): void => {
    const [width, height] = isUpright ? [innerHeight, innerWidth] : [innerWidth, innerHeight];
    const scale = scaleOf(panel, distanceMm, { width, height }, seen?.());
    const { style } = document.documentElement;
    // Nor is anything at least so many millimetres on a glass that has no room for it: it would be torn.
    style.setProperty('--mm', `${Math.min(scale.mm, scale.unit / MOST_SHRINKING)}px`);
    style.setProperty('--am', `${scale.am}px`);
    style.setProperty('--u', `${scale.unit}px`);
    style.setProperty('--panel-width', `${scale.widthPx}px`);
    const taken = Math.max(0, takenPx - (height - scale.heightPx));
    style.setProperty('--safe-foot', taken > 0 ? `${scale.am * FOOT_AM}px` : null);
    style.setProperty('--panel-height', `${scale.heightPx - taken}px`);
  };
  set();
  window.addEventListener('resize', set);
  return () => window.removeEventListener('resize', set);
}

/** A glass a board is drawn on: its size, and one minute of arc at its farthest seat, in CSS pixels. */
export interface BoardGlass {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly am: number;
  /** What old sets cut away above and below. */
  readonly safeYPx: number;
}

const SAFE_Y = 0.0556;

/**
 * The glass as `applyScale` has set it on the document.
 * @param host where a board may stand on a glass of its own, as a preview does: the nearest `--panel-width`,
 * `--panel-height` and `--am`, in pixels, are then its glass
 */
export function glassInPixels(host?: Element): BoardGlass {
  // The document's computed style would be found anew for the whole page each time.
  const style = host === undefined ? document.documentElement.style : getComputedStyle(host);
  const pixels = (name: string): number | null => {
    const value = style.getPropertyValue(name).trim();
    return value.endsWith('px') ? parseFloat(value) : null;
  };
  const heightPx = pixels('--panel-height') ?? window.innerHeight;
  return {
    widthPx: pixels('--panel-width') ?? window.innerWidth,
    heightPx,
    safeYPx: (pixels('--glass-height') ?? heightPx) * SAFE_Y,
    am: pixels('--am') ?? 1,
  };
}
