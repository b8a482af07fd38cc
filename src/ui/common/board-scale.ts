import { scaleOf, type PanelSize } from './scale.ts';

/** What a board draws itself by, for a panel that it does not stand on: CSS properties, and their values. */
export function boardScale(panel: PanelSize, distanceMm: number): Readonly<Record<string, string>> {
  const window = { width: panel.widthPx, height: panel.heightPx };
  const { mm, am, widthPx, heightPx } = scaleOf(panel, distanceMm, window, panel);
  return {
    '--mm': `${mm}px`,
    '--am': `${am}px`,
    '--panel-width': `${widthPx}px`,
    '--panel-height': `${heightPx}px`,
    // The page's own are of its own minute of arc.
    '--board-least': `${(am * 25) / 0.92}px`,
    '--board-read': `${(am * 40) / 0.92}px`,
    '--board-heading': `${(am * 55) / 0.92}px`,
  };
}
