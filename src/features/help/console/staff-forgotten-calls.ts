import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatTimeAndDay, LocaleController, t } from '../../../i18n/index.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { sinceMs, type HelpCall } from '../model/help.ts';
import { forgottenCalls } from '../model/standing.ts';
import { helpCallsStyles } from './help-calls-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-forgotten-calls': LlStaffForgottenCalls;
  }
}

/** As many as are read at once; the others come up as these are closed. */
const MOST = 5;

/** Calls of which nobody has said how they ended: too old to go to, and not to be lost sight of. */
@customElement('ll-staff-forgotten-calls')
export class LlStaffForgottenCalls extends LitElement {
  static override readonly styles = [textStyles, cardStyles, buttonStyles, messageStyles, helpCallsStyles];

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      calls: await view.list('staff', 'helpCall'),
      offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { calls = [], offset = utcOffsetOf(null) } = this.#rows.value ?? {};
    const forgotten = forgottenCalls(calls, this.#ticker.time.nowMs);
    if (forgotten.length === 0) return nothing;
    return html`
      <section class="card forgotten" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">
            ${consoleIcon('clock')}${t('staff.help.forgotten', { count: forgotten.length })}
          </h2>
          ${
            forgotten.length > 1
              ? html`<button @click=${() => void this.#close(forgotten)}>${t('staff.help.closeAll')}</button>`
              : nothing
          }
        </div>
        <ul>
          ${forgotten.slice(0, MOST).map((call) => this.#renderCall(call, offset))}
        </ul>
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="problem">${consoleIcon('warning')}${t('staff.help.refused')}</p>`
        }
      </section>
    `;
  }

  #renderCall(call: HelpCall, offset: number): TemplateResult {
    const from = sinceMs(call);
    const when =
      from === null ? t('staff.help.someTimeAgo') : formatTimeAndDay(from, this.#ticker.time.nowMs, offset);
    const told =
      call.answeredBy === null
        ? t('staff.help.nobodyAnswered')
        : t('staff.help.answeredOnly', { name: call.answeredBy });
    return html`<li>
      <div>
        <strong>${call.place}</strong> <span class="soft num">${when}</span>
        <div class="soft">${told}</div>
      </div>
      <button
        aria-label=${t('staff.help.closeAt', { place: call.place })}
        @click=${() => void this.#close([call])}
      >
        ${t('staff.help.close')}
      </button>
    </li>`;
  }

  async #close(calls: readonly HelpCall[]): Promise<void> {
    for (const { id } of calls) await this.#change.run('help.answer', { callId: id, reply: 'done' });
  }
}
