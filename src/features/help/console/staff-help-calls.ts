import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { mayDo } from '../../../kernel/mutation.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { notHere } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { sinceMs, type HelpCall } from '../model/help.ts';
import { kindOf, openCalls } from '../model/standing.ts';
import { helpAnswer } from '../model/staff.mutations.ts';
import { Alerts } from './alerts.ts';
import { Bell, type Ringing } from './bell.ts';
import { Heard } from './heard.ts';
import { helpCallsStyles } from './help-calls-styles.ts';
import './staff-forgotten-calls.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-help-calls': LlStaffHelpCalls;
  }
}

/** An answer that was just given, and what the call was before it. */
interface Given {
  readonly call: HelpCall;
  readonly reply: 'coming' | 'done';
  /** By the page's own clock, ms. */
  readonly at: number;
}

/** So long a slip can be taken back. */
const UNDO_MS = 60_000;

/** Who asks for a person right now, above everything else; nothing at all while nobody does. */
@customElement('ll-staff-help-calls')
export class LlStaffHelpCalls extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, messageStyles, helpCallsStyles];

  /** The last answer that was given here, as long as it may be taken back. */
  @state() private given: Given | null = null;

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this, 1000);
  readonly #heard = new Heard((callId) =>
    this.#change.store?.report({ type: 'helpHeard', of: callId, callId }),
  );
  readonly #bell = new Bell((ids) =>
    this.#heard.came(
      this.#open()
        .map(({ id }) => id)
        .filter((id) => ids.includes(id)),
    ),
  );
  readonly #alerts = new Alerts((callId) => this.#heard.came([callId]));
  readonly #calls = new LiveQuery(this, {
    query: async (view) => ({
      calls: await view.list('staff', 'helpCall'),
      names: new Map((await view.list('staff', 'device')).map(({ id, name }) => [id, name])),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#bell.rest();
    this.#alerts.rest();
  }

  override render(): TemplateResult {
    return html`
      <p class="sr" role="alert">${this.#announcement()}</p>
      ${this.#calls.render<unknown>({
        pending: () => nothing,
        empty: () => nothing,
        // Who calls is shown at once, whatever else has not come.
        missing: () => [notHere(this.#sync, t('staff.help.calls')), this.#renderCalls(this.#open())],
        error: () => html`<p class="problem">${consoleIcon('warning')}${t('staff.help.unreadable')}</p>`,
        complete: () => [this.#renderCalls(this.#open()), this.#renderGiven()],
      })}
      ${this.#mayAnswer ? html`<ll-staff-forgotten-calls></ll-staff-forgotten-calls>` : nothing}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const waiting = this.#waiting();
    this.#bell.ringFor(waiting.map((call) => this.#ringing(call)));
    this.#heard.rendered(() => this.#open().map(({ id }) => id));
    this.#alerts.show(
      waiting.map((call) => ({
        callId: call.id,
        key: `${call.id} ${call.reminders ?? 0}`,
        title: titleOf(call),
        body: this.#since(call),
      })),
    );
  }

  #open(): readonly HelpCall[] {
    return openCalls(this.#calls.value?.calls ?? [], this.#ticker.time.nowMs);
  }

  /** Who only looks on hears a call too, and can go there: what became of it others say. */
  get #mayAnswer(): boolean {
    const actor = this.#change.store?.actor;
    return actor !== undefined && mayDo(actor, helpAnswer.by);
  }

  #waiting(): readonly HelpCall[] {
    return this.#open().filter(({ state }) => state === 'waiting');
  }

  #ringing(call: HelpCall): Ringing {
    const { nowMs } = this.#ticker.time;
    const from = sinceMs(call);
    return {
      id: call.id,
      isEmergency: kindOf(call) === 'emergency',
      reminders: call.reminders ?? 0,
      waitedMs: from === null || nowMs === null ? 0 : nowMs - from,
    };
  }

  /** Said once for each new call, not at every second of its age. */
  #announcement(): string {
    const waiting = this.#waiting();
    if (waiting.length === 0) return '';
    const named = waiting.map((call) => (kindOf(call) === 'emergency' ? titleOf(call) : call.place));
    const places = named.join(t('common.listJoin'));
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
    const isEmergency = kindOf(call) === 'emergency';
    return html`
      <li class=${isEmergency ? 'emergency' : ''}>
        <div>
          <span class="place">${isEmergency ? titleOf(call) : call.place}</span>
          <div class="soft">
            ${this.#since(call)}${
              call.state === 'coming' ? t('staff.help.comes', { name: call.answeredBy ?? '' }) : nothing
            }${call.reminders === undefined ? nothing : t('staff.help.reminded', { count: call.reminders })}
          </div>
          ${this.#renderHeard(call)}
        </div>
        ${this.#mayAnswer ? this.#renderAnswers(call) : nothing}
      </li>
    `;
  }

  #renderAnswers(call: HelpCall): TemplateResult {
    return html`
      <div class="actions">
        ${
          call.state === 'waiting'
            ? html`<button
                class="primary"
                aria-label=${t('staff.help.comeTo', { place: call.place })}
                @click=${() => void this.#answer(call, 'coming')}
              >
                ${t('staff.help.come')}
              </button>`
            : nothing
        }
        <button
          class=${call.state === 'coming' ? 'confirm' : 'outline'}
          aria-label=${t('staff.help.doneAt', { place: call.place })}
          @click=${() => void this.#answer(call, 'done')}
        >
          ${t('staff.help.done')}
        </button>
      </div>
    `;
  }

  /** Where else the call stands: whoever sees it knows whether the others can. */
  #renderHeard({ heard = [] }: HelpCall): TemplateResult | typeof nothing {
    const own = this.#change.store?.actor.deviceId;
    const names = heard
      .filter(({ deviceId }) => deviceId !== own)
      .map(({ deviceId }) => this.#calls.value?.names.get(deviceId))
      .filter((name): name is string => name !== undefined);
    if (names.length === 0) return nothing;
    return html`<div class="soft">
      ${t('staff.help.alsoOn', { names: [...new Set(names)].join(t('common.listJoin')) })}
    </div>`;
  }

  #renderGiven(): TemplateResult | typeof nothing {
    if (this.given === null || performance.now() - this.given.at > UNDO_MS) return nothing;
    const { call, reply } = this.given;
    const words = reply === 'coming' ? 'staff.help.saidComing' : 'staff.help.saidDone';
    return html`<p class="note" role="status">
      <span>${t(words, { place: call.place })}</span>
      <button @click=${() => void this.#undo(call)}>${t('staff.help.undo')}</button>
    </p>`;
  }

  #since(call: HelpCall): string {
    const { nowMs } = this.#ticker.time;
    const from = sinceMs(call);
    if (call.ageUnknown || from === null || nowMs === null) return t('staff.help.someTimeAgo');
    return ago(nowMs - from);
  }

  async #answer(call: HelpCall, reply: 'coming' | 'done'): Promise<void> {
    const made = await this.#change.run('help.answer', { callId: call.id, reply });
    this.given = made.ok ? { call, reply, at: performance.now() } : null;
  }

  /** The call is again what it was. */
  async #undo({ id, state }: HelpCall): Promise<void> {
    this.given = null;
    await this.#change.run('help.reopen', { callId: id, as: state === 'coming' ? 'coming' : 'waiting' });
  }
}

function titleOf(call: HelpCall): string {
  const key = kindOf(call) === 'emergency' ? 'staff.help.emergencyAt' : 'staff.help.askedAt';
  return t(key, { place: call.place });
}
