import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { canShowMenu, dishesOnPage, farthestFor, leastInchesFor } from '../model/panel.ts';
import { measureIn } from './measure.ts';
import { HANGS, hangsIn, hangsOf, hung } from './side-by-side.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device-panel': LlStaffDevicePanel;
  }
}

/** How large a device's panel is and how far its last reader sits, whether a menu can be read there, and changing it. */
@customElement('ll-staff-device-panel')
export class LlStaffDevicePanel extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      form {
        display: grid;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .note,
      .problem {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: 'device-id' }) deviceId = '';
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  @state() private changing = false;
  @state() private wrong = false;

  @query('#inches') private readonly inches!: HTMLInputElement | null;
  @query('#metres') private readonly metres!: HTMLInputElement | null;
  @query('#hangs') private readonly hangs!: HTMLSelectElement | null;

  readonly #change = new Change(this);
  readonly #unsent = new UnsentChanges(this, new SyncState(this));
  readonly #config = new LiveQuery(this, {
    query: (view, [id]: readonly [string]) => view.get('staff', 'deviceConfig', id),
    args: () => [this.deviceId] as const,
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const config = this.#config.value;
    if (config == null || config.kind === 'console') return nothing;
    const { panel, distanceMm } = config;
    return html`
      <section class="card" aria-labelledby="panel">
        <div class="head">
          <h2 id="panel">${t('staff.panel.heading')}</h2>
          ${
            this.mayChange && !this.changing
              ? html`<button @click=${() => (this.changing = true)}>${t('staff.panel.change')}</button>`
              : nothing
          }
        </div>
        <p>
          ${t('staff.panel.found', {
            inches: panel.diagonalInches,
            width: panel.widthPx,
            height: panel.heightPx,
            metres: distanceMm / 1000,
          })}
        </p>
        ${
          config.continues === undefined
            ? nothing
            : html`<p class="soft">${t(`staff.panel.hangs.${hangsOf(config)}`)}</p>`
        }
        ${config.panelGuessed === true ? html`<p class="note warn">${t('staff.panel.guessed')}</p>` : nothing}
        ${config.kind === 'screen' ? legibility(config) : nothing}
        ${
          this.#unsent.about(['device.configure'], config.id)
            ? html`<p class="note warn">${t('staff.panel.unsent')}</p>`
            : nothing
        }
        ${this.changing ? this.#renderForm(config) : nothing}
      </section>
    `;
  }

  #renderForm(config: RowOf<'deviceConfig'>): TemplateResult {
    const { panel, distanceMm } = config;
    return html`
      <form novalidate @submit=${this.#submit}>
        <div>
          <label for="inches">${t('staff.panel.inches')}</label>
          <input id="inches" inputmode="decimal" autocomplete="off" .value=${String(panel.diagonalInches)} />
        </div>
        <div>
          <label for="metres">${t('staff.panel.metres')}</label>
          <input id="metres" inputmode="decimal" autocomplete="off" .value=${String(distanceMm / 1000)} />
        </div>
        ${config.kind === 'screen' ? beside(config) : nothing}
        <div role="alert">
          ${this.wrong ? html`<p class="problem">${t('staff.panel.wrong')}</p>` : nothing}
          ${this.#change.refusal === null ? nothing : html`<p class="problem">${t('staff.panel.refused')}</p>`}
        </div>
        <div class="actions">
          <button type="button" @click=${this.#leave}>${t('staff.cancel')}</button>
          <button class="confirm" ?disabled=${this.#change.running}>${t('staff.panel.save')}</button>
        </div>
      </form>
    `;
  }

  readonly #leave = (): void => {
    this.changing = false;
    this.wrong = false;
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const config = this.#config.value;
    const measure = measureIn(this.inches?.value ?? '', this.metres?.value ?? '');
    this.wrong = measure === null;
    if (config == null || measure === null) return;
    const { diagonalInches, distanceMm } = measure;
    const changed = {
      ...hung(config, hangsIn(this.hangs?.value) ?? hangsOf(config)),
      panel: { ...config.panel, diagonalInches },
      distanceMm,
      panelGuessed: false,
    };
    const made = await this.#change.run('device.configure', { config: changed });
    if (made.ok) this.#leave();
  };
}

/** Whether its menu goes on on a second one beside it. */
function beside(config: RowOf<'deviceConfig'>): TemplateResult {
  return html`<div>
    <label for="hangs">${t('staff.panel.beside')}</label>
    <select id="hangs" aria-describedby="besideHow">
      ${HANGS.map(
        (one) =>
          html`<option value=${one} ?selected=${one === hangsOf(config)}>
            ${t(`staff.panel.hangs.${one}`)}
          </option>`,
      )}
    </select>
    <p class="soft" id="besideHow">${t('staff.panel.besideHow')}</p>
  </div>`;
}

function legibility({ panel, distanceMm }: RowOf<'deviceConfig'>): TemplateResult {
  const inches = panel.diagonalInches;
  const dishes = dishesOnPage({ panel, distanceMm });
  if (canShowMenu({ panel, distanceMm }))
    return html`<p class="soft">${t('staff.panel.good', { dishes })}</p>`;
  const most = farthestFor(panel) / 1000;
  const least = leastInchesFor(panel, distanceMm);
  return html`<p class="note warn">
    ${t(dishes === 0 ? 'staff.panel.tiny' : 'staff.panel.small', { inches, dishes, most, metres: distanceMm / 1000, least })}
  </p>`;
}
