import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';

export type FreshKind = 'kiosk' | 'screen';

interface Fresh {
  readonly kind: FreshKind;
  readonly choose: (kind: FreshKind) => void;
  /** It has been sent without a name or a place. */
  readonly isEmpty: boolean;
}

/** What is asked of a device that the centre has not had yet. */
export const freshFields = ({ kind: chosen, choose, isEmpty }: Fresh): TemplateResult => html`
  <fieldset>
    <legend class="sr">${t('staff.pair.fresh')}</legend>
    <div class="actions" role="radiogroup" aria-label=${t('staff.pair.kind')}>
      ${(['screen', 'kiosk'] as const).map(
        (kind) =>
          html`<label class="tick">
            <input type="radio" name="kind" .checked=${chosen === kind} @change=${() => choose(kind)} />
            ${t(`staff.devices.kind.${kind}`)}
          </label>`,
      )}
    </div>
    <div>
      <label for="name">${t('staff.pair.name')}</label>
      <input id="name" maxlength="40" aria-invalid=${isEmpty} />
    </div>
    <div>
      <label for="place">${t('staff.pair.place')}</label>
      <input id="place" maxlength="40" aria-invalid=${isEmpty} />
    </div>
    ${
      chosen === 'screen'
        ? html`<div>
              <label for="inches">${t('staff.panel.inches')}</label>
              <input id="inches" inputmode="decimal" autocomplete="off" aria-describedby="ask" />
            </div>
            <div>
              <label for="metres">${t('staff.panel.metres')}</label>
              <input id="metres" inputmode="decimal" autocomplete="off" aria-describedby="ask" />
            </div>
            <p id="ask" class="soft">${t('staff.panel.asks')}</p>`
        : nothing
    }
  </fieldset>
`;
