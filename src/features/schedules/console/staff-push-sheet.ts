import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { id } from '../../../kernel/ids.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import { minuteOf, momentOf, unixOf, type TimeReading } from '../../../kernel/time.ts';
import { formatTimeAt, LocaleController, t } from '../../../i18n/index.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { currentMeal, minutesUntilSitting, type Sitting } from '../../menus/model/meals.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { leaveSheet } from '../../../ui/console/sheet.ts';
import type { Item } from '../model/item.ts';
import { MENU_UP_BEFORE_MINUTES } from '../model/schedule.ts';
import type { Known } from './read-schedules.ts';
import { roomFor } from './room-for.ts';
import type { ItemChosenEvent } from './staff-item-field.ts';
import './staff-item-field.ts';

/** Something is to stand on screens at once. */
export class PushedEvent extends Event {
  constructor(readonly args: ArgsOf<'screen.push'>) {
    super('ll-pushed');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-push-sheet': LlStaffPushSheet;
  }
  interface HTMLElementEventMap {
    'll-pushed': PushedEvent;
  }
}

type Until = 'half' | 'hour' | 'meal' | 'clock';
const MINUTE_MS = 60_000;

/**
 * Asks what is to stand on which screens, and till when.
 * @event ll-pushed - That.
 * @event ll-sheet-close - Nothing.
 */
@customElement('ll-staff-push-sheet')
export class LlStaffPushSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    css`
      fieldset {
        display: grid;
        margin: 0;
        padding: 0;
        border: 0;
      }
      input[type='time'] {
        width: auto;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** Why it has not been done, in words; empty where nothing went wrong. */
  @property() refused = '';
  @property({ attribute: false }) known: Known | null = null;
  @property({ attribute: false }) time: TimeReading = { quality: 'unknown', nowMs: null };

  @state() private item: Item = { show: 'menu' };
  /** The screens that somebody has ticked; null while nobody has touched them. */
  @state() private ticked: ReadonlySet<string> | null = null;
  @state() private until: Until = 'half';
  @state() private clock = '';
  @state() private problem: 'staff.push.noScreen' | 'staff.push.timeGone' | 'staff.push.noTime' | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.ticked = null;
    this.item = { show: 'menu' };
    this.until = this.#meal === null ? 'half' : 'meal';
    this.problem = null;
  }

  override render(): TemplateResult {
    return html`<ll-sheet
      actions
      ?open=${this.open}
      heading=${t('staff.push.heading')}
      problem=${this.problem === null ? this.refused : t(this.problem)}
      close-label=${t('staff.close')}
    >
      ${this.open && this.known !== null ? this.#renderForm(this.known) : nothing}
      <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
      <button slot="actions" class="primary" @click=${this.#go}>${t('staff.push.go')}</button>
    </ll-sheet>`;
  }

  #renderForm(known: Known): TemplateResult {
    return html`<div class="stack">
      <ll-staff-item-field
        label=${t('staff.push.what')}
        .item=${this.item}
        .choices=${known}
        .rooms=${roomFor(known, (screenId) => this.#screens.has(screenId), this.item.playlistId)}
        @ll-item-chosen=${({ item }: ItemChosenEvent) => (this.item = item)}
      ></ll-staff-item-field>
      <fieldset>
        <legend class="label">${t('staff.push.screens')}</legend>
        ${known.screens.map(
          ({ id: screenId, name, pairedAtMs }) =>
            html`<label class="tick">
              <input
                type="checkbox"
                .checked=${this.#screens.has(screenId)}
                @change=${() => this.#toggle(screenId)}
              /><span
                >${name}${pairedAtMs !== null ? nothing : html`<span class="soft"> · ${t('staff.push.unpairedShort')}</span>`}</span
              >
            </label>`,
        )}
      </fieldset>
      <fieldset>
        <legend class="label">${t('staff.push.until')}</legend>
        ${this.#renderMeal()} ${this.#choice('half', t('staff.push.half', { time: this.#said('half') }))}
        ${this.#choice('hour', t('staff.push.hour', { time: this.#said('hour') }))}
        ${this.#choice('clock', t('staff.push.clock'))}
        ${
          this.until === 'clock'
            ? html`<input
                type="time"
                aria-label=${t('staff.push.clock')}
                .value=${this.clock}
                @input=${(event: Event) => {
                  if (event.target instanceof HTMLInputElement) this.clock = event.target.value;
                }}
              />`
            : nothing
        }
      </fieldset>
    </div>`;
  }

  #renderMeal(): TemplateResult | typeof nothing {
    const sitting = this.#meal;
    if (sitting === null) return nothing;
    const meal = t(`common.meal.${sitting.meal}`);
    return this.#choice('meal', t('staff.push.meal', { meal, time: this.#said('meal') }));
  }

  /** The meal being served, or the one that is about to be: till its end is what a kitchen means. */
  get #meal(): Sitting | null {
    const { known } = this;
    const moment = known && momentOf(this.time, known.centre.utcOffsetMinutes);
    if (known === null || moment === null) return null;
    const sitting = currentMeal(known.centre, moment, restDays(known.days));
    return sitting !== null && minutesUntilSitting(sitting, moment) <= MENU_UP_BEFORE_MINUTES
      ? sitting
      : null;
  }

  /** A menu goes to the dining hall unless somebody says otherwise, all else where it is sent; to none that cannot show it. */
  get #screens(): ReadonlySet<string> {
    if (this.ticked !== null) return this.ticked;
    const all = this.known?.screens ?? [];
    const isMenu = this.item.show === 'menu' || this.item.show === 'weekly-menu';
    const meant = all.length === 1 ? all : isMenu ? all.filter(({ canteenId }) => canteenId !== null) : [];
    return new Set(meant.filter(({ pairedAtMs }) => pairedAtMs !== null).map((one) => one.id));
  }

  #choice(until: Until, words: string): TemplateResult {
    return html`<label class="tick num">
      <input
        type="radio"
        name="until"
        .checked=${this.until === until}
        @change=${() => (this.until = until)}
      />
      ${words}
    </label>`;
  }

  #said(until: Until): string {
    const untilMs = this.#untilMs(until);
    return untilMs === null ? '' : formatTimeAt(untilMs, this.known?.centre.utcOffsetMinutes ?? 0);
  }

  /** The time that a choice means; null where there is none. */
  #untilMs(until: Until): number | null {
    const { known } = this;
    const { nowMs } = this.time;
    const moment = known && momentOf(this.time, known.centre.utcOffsetMinutes);
    if (known === null || moment === null || nowMs === null) return null;
    const at = (date: string, minute: number): number => unixOf(date, minute, known.centre.utcOffsetMinutes);
    switch (until) {
      case 'half':
        return nowMs + 30 * MINUTE_MS;
      case 'hour':
        return nowMs + 60 * MINUTE_MS;
      case 'meal': {
        const sitting = this.#meal;
        return sitting && at(sitting.date, sitting.endMinute);
      }
      case 'clock':
        return /^\d\d:\d\d$/.test(this.clock) ? at(moment.date, minuteOf(this.clock)) : null;
    }
  }

  #toggle(screenId: string): void {
    const screens = new Set(this.#screens);
    if (!screens.delete(screenId)) screens.add(screenId);
    this.ticked = screens;
  }

  readonly #go = (): void => {
    const { nowMs } = this.time;
    const untilMs = this.#untilMs(this.until);
    if (nowMs === null) this.problem = 'staff.push.noTime';
    else if (this.#screens.size === 0) this.problem = 'staff.push.noScreen';
    else if (untilMs === null || untilMs <= nowMs) this.problem = 'staff.push.timeGone';
    else {
      this.problem = null;
      const screenIds = [...this.#screens].map((one) => id<'DeviceId'>(one));
      this.dispatchEvent(new PushedEvent({ screenIds, item: this.item, untilMs }));
    }
  };
}
