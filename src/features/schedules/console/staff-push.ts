import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatTimeAt, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Push } from '../model/push.ts';
import { pushOnGlass } from '../model/push-on-glass.ts';
import { freeAgain, heldTogether, type HeldPush } from './pushes-held.ts';
import { readSchedules, type Known } from './read-schedules.ts';
import { itemWords } from './schedule-words.ts';
import type { PushedEvent } from './staff-push-sheet.ts';
import './staff-push-sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-push': LlStaffPush;
  }
}

/** What is put on screens at once, over their schedules: till when, by whom, whether the glass shows it, and its end. */
@customElement('ll-staff-push')
export class LlStaffPush extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.625rem 0;
      }
      li > div {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .chip {
        margin-top: 0.25rem;
        border-radius: 0.875rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.625rem;
        margin-top: 0.75rem;
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;
  @state() private asks = false;
  /** What was ended here last, as it held. */
  @state() private ended: readonly Push[] = [];

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this, 1000);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, { query: readSchedules, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const refused = this.#refused;
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.push.heading')}</h2>
        ${this.#known.render<unknown>({
          ...rowStates('staff.glass.noScreens', this.#sync),
          complete: (known) => this.#renderPushes(known),
        })}
        ${
          refused === '' || this.asks
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${refused}</p>`
        }
        ${
          this.mayChange && this.#known.value
            ? html`<div class="actions">
                <button class="primary" @click=${() => this.#ask(true)}>
                  ${consoleIcon('up')}${t('staff.push.open')}
                </button>
                ${this.#renderPutBack(this.#known.value)}
              </div>`
            : nothing
        }
      </section>
      <ll-staff-push-sheet
        ?open=${this.asks}
        refused=${refused}
        .known=${this.#known.value ?? null}
        .time=${this.#ticker.time}
        @ll-pushed=${this.#push}
        @ll-sheet-close=${() => this.#ask(false)}
      ></ll-staff-push-sheet>
    `;
  }

  get #refused(): string {
    const { refusal } = this.#change;
    if (refusal === null) return '';
    return t(refusal.code === 'unknown-time' ? 'staff.push.noTime' : 'staff.push.refused');
  }

  #ask(asks: boolean): void {
    this.asks = asks;
    this.#change.forget();
  }

  #renderPushes(known: Known): TemplateResult {
    const { nowMs } = this.#ticker.time;
    const held = nowMs === null ? [] : heldTogether(known, nowMs);
    const heldOn = held.flat().map(({ screen }) => screen.id);
    const ending = known.screens.filter(
      ({ id }) => !heldOn.includes(id) && this.#unsent.about(['screen.unpush'], id),
    );
    if (nowMs === null || held.length + ending.length === 0)
      return html`<p class="nothing">${t('staff.push.none')}</p>`;
    return html`<ul class="rows">
      ${held.map((together) => [
        this.#renderTogether(known, together),
        together.map((one) => this.#renderPush(known, one, nowMs)),
      ])}
      ${ending.map(
        ({ name }) =>
          html`<li>
            <div>
              <p class="strong">${name}</p>
              <span class="chip warn">${consoleIcon('clock')}${t('staff.push.endUnsent')}</span>
            </div>
          </li>`,
      )}
    </ul>`;
  }

  #renderTogether(known: Known, together: readonly HeldPush[]): TemplateResult | typeof nothing {
    const [first] = together;
    if (!this.mayChange || first === undefined || together.length === 1) return nothing;
    const count = together.length;
    const screens = together.map(({ screen }) => screen.name).join(t('common.listJoin'));
    return html`<li>
      <div>
        <p class="strong">${t('staff.push.together', { count, what: itemWords(first.push.item, known) })}</p>
      </div>
      <button
        aria-label=${t('staff.push.endAllThese', { screens })}
        ?disabled=${this.#change.running}
        @click=${() => void this.#end(together.map(({ push }) => push))}
      >
        ${t('staff.push.endAll')}
      </button>
    </li>`;
  }

  #renderPutBack(known: Known): TemplateResult | typeof nothing {
    const { nowMs } = this.#ticker.time;
    const free = nowMs === null ? [] : freeAgain(this.ended, known, nowMs);
    if (free.length === 0) return nothing;
    return html`<button ?disabled=${this.#change.running} @click=${() => void this.#putBack(free)}>
      ${consoleIcon('back')}${t('staff.push.putBack')}
    </button>`;
  }

  #renderPush(known: Known, { screen, push }: HeldPush, nowMs: number): TemplateResult {
    const until = formatTimeAt(push.untilMs, known.centre.utcOffsetMinutes);
    const { by, backBy, instead } = push;
    const standing = pushOnGlass(push, {
      pairedAtMs: screen.pairedAtMs,
      glass: known.glasses.find((one) => one.id === screen.id),
      health: known.healths.find((one) => one.id === screen.id),
      nowMs,
      cutOff: this.#sync.away,
    });
    const isUnsent = this.#unsent.about(['screen.push'], screen.id);
    const stands = isUnsent ? 'unsent' : standing;
    const isThere = stands === 'there';
    return html`<li>
      <div>
        <p class="strong">
          ${t('staff.push.line', { screen: screen.name, what: itemWords(push.item, known) })}
        </p>
        <p class="soft num">
          ${t('staff.push.by', { by, until })}${[
            backBy === undefined || backBy === by ? nothing : html` · ${t('staff.push.backBy', { backBy })}`,
            instead === undefined || instead === by
              ? nothing
              : html` · ${t('staff.push.instead', { by: instead })}`,
          ]}
        </p>
        <span class=${isThere ? 'chip ok' : 'chip warn'}
          >${consoleIcon(isThere ? 'check' : 'clock')}${t(`staff.push.${stands}`)}</span
        >
      </div>
      ${
        this.mayChange
          ? html`<button
              aria-label=${t('staff.push.endThis', { screen: screen.name })}
              ?disabled=${this.#change.running}
              @click=${() => void this.#end([push])}
            >
              ${t('staff.push.end')}
            </button>`
          : nothing
      }
    </li>`;
  }

  readonly #push = async ({ args }: PushedEvent): Promise<void> => {
    const made = await this.#change.run('screen.push', args);
    if (made.ok) this.asks = false;
  };

  /** Ends what one press has put up. */
  async #end(pushes: readonly Push[]): Promise<void> {
    const [first] = pushes;
    if (first === undefined) return;
    const { by, untilMs } = first;
    const screenIds = pushes.map(({ id }) => id);
    const made = await this.#change.run('screen.unpush', { screenIds, which: { by, untilMs } });
    if (made.ok) this.ended = pushes;
  }

  /** Puts up again what was ended with one press, till the time it had. */
  async #putBack(pushes: readonly Push[]): Promise<void> {
    const [first] = pushes;
    if (first === undefined) return;
    const screenIds = pushes.map(({ id }) => id);
    const made = await this.#change.run('screen.push', {
      screenIds,
      item: first.item,
      untilMs: first.untilMs,
      back: { by: first.by },
    });
    if (made.ok) this.ended = [];
  }
}
