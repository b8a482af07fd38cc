import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { isTooSmall } from '../../ui/common/panel-fit.ts';
import type { PanelSize } from '../../ui/common/scale.ts';

/** The panels that are sold most, in inches. */
const KNOWN = {
  kiosk: [10.1, 15.6, 21.5, 27, 32, 43, 55],
  screen: [32, 43, 50, 55, 65, 75, 86],
} as const;
/** What a press changes the outline by: to come near, and to fit. */
const COARSE = 1.08;
const FINE = 1.01;

interface Size {
  readonly kind: 'kiosk' | 'screen';
  readonly panel: PanelSize;
  /** The sample could not be read: perhaps the outline was smaller than the card. */
  readonly again: boolean;
  /** The outline becomes so many times as large. */
  readonly grow: (by: number) => void;
  readonly take: (inches: number) => void;
  readonly fits: () => void;
  readonly leave: () => void;
}

/** How large a panel is: by a card that is held to an outline, or by its label. */
export function sizeStep({ kind, panel, again, grow, take, fits, leave }: Size): TemplateResult {
  const { diagonalInches, widthPx, heightPx } = panel;
  const way = t(widthPx > heightPx ? 'panel.way.landscape' : 'panel.way.portrait');
  const steps = [
    [1 / COARSE, 'panel.muchSmaller'],
    [1 / FINE, 'panel.smaller'],
    [FINE, 'panel.larger'],
    [COARSE, 'panel.muchLarger'],
  ] as const;
  const near = [...KNOWN[kind]].sort(
    (a, b) => Math.abs(a - diagonalInches) - Math.abs(b - diagonalInches),
  )[0];
  return html`<h1 tabindex="-1">${t('panel.title')}</h1>
    <p>${t(again ? 'panel.again' : kind === 'screen' ? 'panel.howByRemote' : 'panel.how')}</p>
    <div class="card">${t('panel.card')}</div>
    <p class="found" role="status">${t('panel.found', { inches: diagonalInches, way })}</p>
    ${kind === 'kiosk' && isTooSmall(panel) ? html`<p class="small" role="status">${t('panel.small')}</p>` : nothing}
    <div class="row">
      ${steps.map(
        ([by, name]) => html`<button class="quiet-button" @click=${() => grow(by)}>${t(name)}</button>`,
      )}
    </div>
    <p>${t('panel.known')}</p>
    <div class="row known">
      ${KNOWN[kind].map(
        (inches) =>
          html`<button ?autofocus=${inches === near} @click=${() => take(inches)}>
            ${t('panel.inches', { inches })}
          </button>`,
      )}
    </div>
    <div class="row">
      <button class="quiet-button" @click=${leave}>
        ${t(kind === 'screen' ? 'panel.distance.leave' : 'panel.later')}
      </button>
      <button @click=${fits}>${t('panel.fits')}</button>
    </div>`;
}

interface Clear {
  readonly saving: boolean;
  readonly failed: boolean;
  readonly unclear: () => void;
  readonly save: () => void;
  readonly leave: () => void;
}

/** A sample of a kiosk's page at its true size, and whether it can be read. */
export const clearStep = ({ saving, failed, unclear, save, leave }: Clear): TemplateResult =>
  html`<h1 tabindex="-1">${t('panel.clear')}</h1>
    <p>${t('panel.clearHow')}</p>
    <div class="sample">
      <p>${t('panel.sample')}</p>
      <p>${t('panel.sampleSmall')}</p>
    </div>
    <p role="status">${saving ? t('panel.saving') : failed ? t('panel.failed') : nothing}</p>
    <div class="row">
      <button class="quiet-button" ?disabled=${saving} @click=${unclear}>${t('panel.no')}</button>
      <button ?disabled=${saving} @click=${save}>${t('panel.yes')}</button>
    </div>
    ${
      failed
        ? html`<div class="row">
            <button class="quiet-button" @click=${leave}>${t('panel.later')}</button>
          </div>`
        : nothing
    }`;
