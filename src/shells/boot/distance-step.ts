import { html, nothing, type TemplateResult } from 'lit';
import {
  canShowMenu,
  dishesOnPage,
  farthestFor,
  leastInchesFor,
} from '../../features/devices/model/panel.ts';
import { t } from '../../i18n/index.ts';
import type { PanelSize } from '../../ui/common/scale.ts';

/** Where the last row sits in halls there are, in metres. */
const METRES = [3, 4, 5, 6, 7, 8, 9, 10, 12] as const;

interface Distance {
  readonly panel: PanelSize;
  readonly distanceMm: number;
  readonly saving: boolean;
  readonly failed: boolean;
  readonly take: (distanceMm: number) => void;
  readonly back: () => void;
  readonly save: () => void;
  readonly leave: () => void;
}

/** How far the last row sits: with a dish as large as its board will write it, and whether six of them find room. */
export function distanceStep(now: Distance): TemplateResult {
  const { panel, distanceMm, saving, failed } = now;
  const metres = distanceMm / 1000;
  return html`<h1 tabindex="-1">${t('panel.distance.title')}</h1>
    <p>${t('panel.distance.how')}</p>
    <div class="row known">
      ${METRES.map(
        (one) =>
          html`<button aria-pressed=${one === metres} @click=${() => now.take(one * 1000)}>
            ${t('panel.distance.metres', { metres: one })}
          </button>`,
      )}
    </div>
    <p class="dish" aria-hidden="true">${t('panel.distance.dish')}</p>
    ${verdict(panel, distanceMm)}
    <p role="status">${saving ? t('panel.saving') : failed ? t('panel.failed') : nothing}</p>
    <div class="row">
      <button class="quiet-button" @click=${now.back}>${t('panel.distance.back')}</button>
      ${
        failed
          ? html`<button class="quiet-button" @click=${now.leave}>${t('panel.distance.leave')}</button>`
          : nothing
      }
      <button autofocus @click=${now.save}>${t('panel.distance.yes', { metres })}</button>
    </div>`;
}

function verdict(panel: PanelSize, distanceMm: number): TemplateResult {
  const { diagonalInches: inches } = panel;
  const dishes = dishesOnPage({ panel, distanceMm });
  if (canShowMenu({ panel, distanceMm }))
    return html`<p class="found" role="status">${t('panel.distance.good', { inches, dishes })}</p>`;
  const most = farthestFor(panel) / 1000;
  const least = leastInchesFor(panel, distanceMm);
  return html`<p class="small" role="status">
    ${t(dishes === 0 ? 'panel.distance.tiny' : 'panel.distance.small', { inches, dishes, most, metres: distanceMm / 1000, least })}
  </p>`;
}
