import '../../i18n/panel-texts.ts';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { panelDoubt } from '../../ui/common/panel-fit.ts';
import { filledGlass } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { bandStyles } from './band-styles.ts';

/** Says to staff, in the edge of a kiosk's glass, that its panel is not as it is set, or that nobody has said how large it is. */
@customElement('ll-panel-line')
export class LlPanelLine extends LitElement {
  static override styles = [reset, bandStyles];

  @property({ attribute: false }) config!: RowOf<'deviceConfig'>;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', this.#resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#resized);
  }

  override render() {
    const trouble = panelTrouble(this.config);
    return trouble === null
      ? nothing
      : html`<section class="strip" aria-label=${t('panel.check.name')}>
          ${t(`panel.line.${trouble}`)}
        </section>`;
  }

  readonly #resized = (): void => this.requestUpdate();
}

/** What is to be said of a panel; null where it is as it is set. */
export const panelTrouble = ({ panel, panelGuessed }: RowOf<'deviceConfig'>) =>
  panelDoubt(panel, filledGlass()) ?? (panelGuessed === true ? 'guessed' : null);

/** Says on a kiosk what is not as it should be with its panel. */
export function watchPanel(store: LocalStore, device: RememberedDevice): void {
  const line = new LlPanelLine();
  line.config = device.config;
  document.body.append(line);
  store.watch(
    (view) => view.get('device', 'deviceConfig', device.id),
    (config) => (line.config = config ?? line.config),
    (error) => console.error(error),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'll-panel-line': LlPanelLine;
  }
}
