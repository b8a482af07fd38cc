import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { nothingCardStyles } from '../../../ui/console/nothing-card-styles.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { readRuns, type RunFacts } from './run-facts.ts';
import './staff-run.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-runs': LlStaffRuns;
  }
}

/** One screen at a time: which exercise it plays, and the controls of it. */
@customElement('ll-staff-runs')
export class LlStaffRuns extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    nothingCardStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
      @media (min-width: 60rem) {
        :host {
          gap: 1rem;
        }
      }
      .screens {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
      .screens button {
        background: transparent;
        border-color: #d6c7a9;
      }
      .screens button[aria-pressed='true'] {
        background: var(--ink);
        border-color: var(--ink);
        color: var(--paper);
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;
  @state() private chosen: string | null = null;

  readonly #sync = new SyncState(this);
  readonly #facts = new LiveQuery(this, { query: readRuns, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(): void {
    if (this.#facts.value) markReady();
  }

  override render(): TemplateResult {
    return html`${this.#facts.render<unknown>({
      ...rowStates('staff.glass.noScreens', this.#sync),
      complete: (facts) => this.#renderChoice(facts),
    })}`;
  }

  #renderChoice(facts: RunFacts): TemplateResult {
    const screen = facts.screens.find(({ id }) => id === this.chosen) ?? likeliest(facts);
    return html`
      ${
        facts.screens.length < 2
          ? nothing
          : html`<div class="screens" role="group" aria-label=${t('staff.run.which')}>
              ${facts.screens.map(
                ({ id, name }) =>
                  html`<button aria-pressed=${id === screen?.id} @click=${() => (this.chosen = id)}>
                    ${name}
                  </button>`,
              )}
            </div>`
      }
      ${
        screen === undefined
          ? nothing
          : html`<ll-staff-run
              ?may-change=${this.mayChange}
              .facts=${facts}
              .screen=${screen}
            ></ll-staff-run>`
      }
    `;
  }
}

/** The screen with a run on it, else the one in a room where people exercise. */
function likeliest({ screens, runs, configs, courses }: RunFacts) {
  const running = runs.find(({ state }) => state !== 'stopped');
  const rooms = courses.filter(({ programmeId }) => programmeId !== null).map(({ room }) => room);
  return (
    screens.find(({ id }) => id === running?.id) ??
    screens.find(({ id }) => rooms.includes(configs.find((one) => one.id === id)?.room ?? '')) ??
    screens[0]
  );
}
