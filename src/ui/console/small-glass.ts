import { css, html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { boardScale } from '../common/board-scale.ts';
import type { PanelSize } from '../common/scale.ts';

/** A glass drawn small: whose panel it is, how far its farthest seat is (mm), how wide it may be here (CSS pixels). */
interface SmallGlass {
  readonly panel: PanelSize;
  readonly distanceMm: number;
  readonly widthPx: number;
  /** What it is, for whoever hears it. */
  readonly label: string;
}

export const smallGlassStyles = css`
  .frame {
    position: relative;
    overflow: hidden;
    border-radius: 0.5rem;
    background: var(--night);
  }
  .frame.other {
    height: 0 !important;
    visibility: hidden;
  }
  .glass {
    position: absolute;
    top: 0;
    left: 0;
    transform-origin: 0 0;
    pointer-events: none;
  }
`;

/** A board in its panel's own pixels, made smaller as a whole. `isOther`: it is laid out and not shown. */
export function smallGlass(
  { panel, distanceMm, widthPx, label }: SmallGlass,
  board: TemplateResult,
  isOther = false,
): TemplateResult {
  const scale = widthPx / panel.widthPx;
  return html`<div
    class="frame ${isOther ? 'other' : ''}"
    style=${styleMap({ height: `${panel.heightPx * scale}px` })}
    role="img"
    aria-label=${label}
  >
    <div
      class="glass"
      aria-hidden="true"
      style=${styleMap({
        ...boardScale(panel, distanceMm),
        width: `${panel.widthPx}px`,
        height: `${panel.heightPx}px`,
        transform: `scale(${scale})`,
      })}
    >
      ${board}
    </div>
  </div>`;
}
