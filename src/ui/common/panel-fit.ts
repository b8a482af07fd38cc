import { unitMm, type Glass, type PanelSize } from './scale.ts';

const MM_PER_INCH = 25.4;
/** A bank card, an identity card, a social-security card: ISO/IEC 7810 ID-1, in millimetres. */
export const CARD = { widthMm: 85.6, heightMm: 53.98 };
/** What is drawn in the kiosk's unit, each with the fewest millimetres that old eyes and fingers may be given of it. */
export const LEAST_SIZES = {
  bodyType: { units: 10.9, mm: 10.8 },
  edge: { units: 20, mm: 20 },
  tile: { units: 30, mm: 30 },
  target: { units: 20, mm: 20 },
  gap: { units: 3, mm: 3 },
} as const;
/** What a label and a browser may differ by: a bar of the system, a bezel's rounding. */
const SAME_SHAPE = 0.04;
const SAME_PIXELS = 0.05;

/** The diagonal of a glass, in inches to one place, on which a card is so many CSS pixels wide. */
export function diagonalByCard(cardPx: number, glass: Glass): number {
  const mm = Math.hypot(glass.widthPx, glass.heightPx) / (cardPx / CARD.widthMm);
  return Math.round((mm / MM_PER_INCH) * 10) / 10;
}

/** How many CSS pixels wide a card is on a glass of this diagonal. */
export const cardOn = (diagonalInches: number, glass: Glass): number =>
  (Math.hypot(glass.widthPx, glass.heightPx) / (diagonalInches * MM_PER_INCH)) * CARD.widthMm;

/** Why what is set for a kiosk's panel cannot be what it stands on. */
type PanelDoubt = 'orientation' | 'shape' | 'pixels' | 'small';

/**
 * Whether a kiosk's panel is as it is set, by the glass that the browser fills; null where nothing speaks against it.
 * `small`: type and buttons do not reach their least sizes on it.
 */
export function panelDoubt(panel: PanelSize, glass: Glass | undefined): PanelDoubt | null {
  if (glass !== undefined) {
    if (glass.widthPx > glass.heightPx !== panel.widthPx > panel.heightPx) return 'orientation';
    const shape = glass.widthPx / glass.heightPx / (panel.widthPx / panel.heightPx);
    if (Math.abs(shape - 1) > SAME_SHAPE) return 'shape';
    if (Math.abs(glass.widthPx / panel.widthPx - 1) > SAME_PIXELS) return 'pixels';
  }
  return isTooSmall(panel) ? 'small' : null;
}

/** Whether anything on a kiosk's pages is smaller on this panel than old eyes and fingers may be given. */
export function isTooSmall({ diagonalInches, widthPx, heightPx }: PanelSize): boolean {
  const mmPerPx = (diagonalInches * MM_PER_INCH) / Math.hypot(widthPx, heightPx);
  const unit = unitMm(widthPx * mmPerPx, heightPx * mmPerPx);
  return Object.values(LEAST_SIZES).some(({ units, mm }) => units * unit < mm);
}
