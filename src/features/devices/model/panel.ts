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

/** A Han glyph's ink in ems of Noto Sans SC. */
const HAN_INK_EM = 0.92;
/** What must be read on a screen, in minutes of arc. */
const MUST_READ_ARCMIN = 40;
/** A board that cannot show fewer rows than these with their headings is none. */
const BOARD_ROWS = 6;
const ROW_LINE_HEIGHT = 1.3;
/** Shares of the glass that rows may take, after safe areas, heading and foot. */
const ROWS_SHARE = 0.62;

/** Whether a screen can show six rows of a menu large enough for its farthest seat. */
export function canShowMenu({ panel, distanceMm }: Pick<DeviceConfig, 'panel' | 'distanceMm'>): boolean {
  const rowPx = ((MUST_READ_ARCMIN * pxPerArcminute(panel, distanceMm)) / HAN_INK_EM) * ROW_LINE_HEIGHT;
  return rowPx * BOARD_ROWS <= panel.heightPx * ROWS_SHARE;
}
