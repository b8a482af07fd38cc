import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { openCalls, type HelpCall } from '../model/help.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { Bell } from './bell.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-help-calls': LlStaffHelpCalls;
  }
}

/** Who asks for a person right now, above everything else; nothing at all while nobody does. */
@customElement('ll-staff-help-calls')
export class LlStaffHelpCalls extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      .calls {
        padding: 0.875rem 1.125rem 0.375rem;
        border: 3px solid var(--cinnabar);
        border-radius: var(--radius);
        background: var(--card);
        box-shadow: 0 0.375rem 1rem rgb(34 28 21 / 0.22);
      }
      .calls.waiting {
        border-left-width: 0.875rem;
      }
      /* A finger on its way to something else does not press what has just come under it. */
      .calls {
        animation: arrive 700ms;
      }
      @keyframes arrive {
        from,
        to {
          pointer-events: none;
        }
      }
      h2 {
        display: flex;
        gap: 0.625rem;
        align-items: center;
        color: var(--cinnabar);
        font-weight: 900;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.5rem 0;
      }
      .place {
        font-size: 1.25rem;
        font-weight: 900;
      }
      .calls.waiting h2 svg {
        animation: nod 1.2s ease-in-out 3;
      }
      @keyframes nod {
        50% {
          transform: rotate(-14deg) scale(1.15);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .calls.waiting h2 svg {
          animation: none;
        }
      }
    `,
  ];

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this, 1000);
  readonly #bell = new Bell();
  readonly #calls = new LiveQuery(this, {
    query: (view) => view.list('staff', 'helpCall'),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#bell.rest();
  }

  override render(): TemplateResult {
    return html`
      <p class="sr" role="alert">${this.#announcement()}</p>
      ${this.#calls.render<unknown>({
        pending: () => nothing,
        empty: () => nothing,
        error: () => html`<p class="problem">${consoleIcon('warning')}${t('staff.help.unreadable')}</p>`,
        complete: (calls) => this.#renderCalls(openCalls(calls, this.#ticker.time.nowMs)),
      })}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#bell.ringFor(this.#waiting().map(({ id }) => id));
  }

  #waiting(): readonly HelpCall[] {
    return openCalls(this.#calls.value ?? [], this.#ticker.time.nowMs).filter(
      ({ state }) => state === 'waiting',
    );
  }

  /** Said once for each new call, not at every second of its age. */
  #announcement(): string {
    const waiting = this.#waiting();
    if (waiting.length === 0) return '';
    const places = waiting.map(({ place }) => place).join(t('common.listJoin'));
    return `${t('staff.help.waiting', { count: waiting.length })} ${places}`;
  }

  #renderCalls(calls: readonly HelpCall[]): TemplateResult | typeof nothing {
    if (calls.length === 0) return nothing;
    const waiting = this.#waiting().length;
    return html`
      <section class="calls ${waiting > 0 ? 'waiting' : ''}" aria-labelledby="heading">
        <h2 id="heading">
          ${consoleIcon('hand')}
          ${waiting > 0 ? t('staff.help.waiting', { count: waiting }) : t('staff.help.onTheWay')}
        </h2>
        <ul>
          ${calls.map((call) => this.#renderCall(call))}
        </ul>
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="problem">${consoleIcon('warning')}${t('staff.help.refused')}</p>`
        }
      </section>
    `;
  }

  #renderCall(call: HelpCall): TemplateResult {
    return html`
      <li>
        <div>
          <span class="place">${call.place}</span>
          <div class="soft">
            ${this.#since(call)}${
              call.state === 'coming' ? t('staff.help.comes', { name: call.answeredBy ?? '' }) : nothing
            }
          </div>
        </div>
        <div class="actions">
          ${
            call.state === 'waiting'
              ? html`<button
                  class="primary"
                  aria-label=${t('staff.help.comeTo', { place: call.place })}
                  @click=${() => this.#answer(call, 'coming')}
                >
                  ${t('staff.help.come')}
                </button>`
              : nothing
          }
          <button
            class=${call.state === 'coming' ? 'confirm' : 'outline'}
            aria-label=${t('staff.help.doneAt', { place: call.place })}
            @click=${() => this.#answer(call, 'done')}
          >
            ${t('staff.help.done')}
          </button>
        </div>
      </li>
    `;
  }

  #since({ raisedAtMs, ageUnknown }: HelpCall): string {
    const { nowMs } = this.#ticker.time;
    if (ageUnknown || raisedAtMs === null || nowMs === null) return t('staff.help.someTimeAgo');
    return ago(nowMs - raisedAtMs);
  }

  #answer(call: HelpCall, reply: 'coming' | 'done'): void {
    void this.#change.run('help.answer', { callId: call.id, reply });
  }
}
