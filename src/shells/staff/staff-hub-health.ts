import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient } from '../../app/hub-client.ts';
import type { HubTroubleLine } from '../../app/hub-health.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { consoleIcon } from '../../ui/console/console-icons.ts';
import { buttonStyles } from '../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../ui/console/styles/card-styles.ts';
import { textStyles } from '../../ui/console/styles/text-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-hub-health': LlStaffHubHealth;
  }
}

/** Each with its words: what is the matter and what to do. The clock and the configuration have places of their own. */
const WORDS = [
  'disk-full',
  'storage-damaged',
  'read-only',
  'disk-failing',
  'database-away',
  'data-lost',
  'certificate-ended',
  'certificate-ends',
  'certificate-unusable',
  'disk-low',
  'backup-late',
  'media-damaged',
  'folder-open',
  'strangers',
] as const;
const ELSEWHERE: readonly string[] = ['clock-unsure', 'config-fallback'];

/** What is the matter with the hub, for the manager, with the remedy of each. */
@customElement('ll-staff-hub-health')
export class LlStaffHubHealth extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    css`
      :host(:not([hidden])) {
        display: block;
      }
      .card {
        border: 2px solid #d98a1f;
      }
      li + li {
        margin-top: 0.75rem;
      }
      ul {
        margin: 0.75rem 0 0;
        padding: 0;
        list-style: none;
      }
      h2 {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) troubles: readonly HubTroubleLine[] = [];

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private known = false;
  @state() private failed = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(): void {
    this.hidden = this.#told.length === 0;
  }

  get #told(): readonly HubTroubleLine[] {
    return this.troubles.filter(
      ({ code }) => !ELSEWHERE.includes(code) && !(this.known && code === 'data-lost'),
    );
  }

  override render(): TemplateResult | typeof nothing {
    const told = this.#told;
    if (told.length === 0) return nothing;
    return html`<section class="card" role="status">
      <h2>${consoleIcon('warning')}${t('staff.hub.title')}</h2>
      <ul>
        ${told.map((one) => this.#line(one.code))}
      </ul>
    </section>`;
  }

  #line(code: string): TemplateResult {
    const word = WORDS.find((one) => one === code);
    if (word === undefined) return html`<li>${t('staff.hub.other')}</li>`;
    return html`<li>
      <strong>${t(`staff.hub.what.${word}`)}</strong>
      <div>${t(`staff.hub.remedy.${word}`)}</div>
      ${
        word === 'data-lost'
          ? html`<button @click=${this.#confirm}>${t('staff.hub.confirm')}</button>
              ${this.failed ? html`<p class="soft">${t('staff.hub.failed')}</p>` : nothing}`
          : nothing
      }
    </li>`;
  }

  readonly #confirm = async (): Promise<void> => {
    if (this.hub === undefined) return;
    const done = await this.hub.confirmLoss();
    this.failed = !done.ok;
    this.known = done.ok;
  };
}
