import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import {
  formatDate,
  formatNearDay,
  formatSpan,
  LocaleController,
  t,
  weekdayShort,
} from '../../../i18n/index.ts';
import {
  addDays,
  clockTime,
  momentOf,
  weekdayOf,
  type CivilDate,
  type TimeReading,
} from '../../../kernel/time.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { dayPlan, openOn, type Stretch } from '../model/day-plan.ts';
import type { Item } from '../model/item.ts';
import type { Daypart } from '../model/schedule.ts';
import type { Showing } from '../model/showing.ts';
import { plannedAt } from './planned-at.ts';
import type { Known, Screen } from './read-schedules.ts';
import { scheduleDayStyles } from './schedule-day-styles.ts';
import { daypartWords, itemWords } from './schedule-words.ts';

/** A part of the day is to be changed, or where nothing is planned another one written. */
export class PartWantedEvent extends Event {
  constructor(
    readonly part: Daypart | null,
    /** When the new one is to be. */
    readonly when: Pick<Daypart, 'from' | 'to' | 'weekdays'> | null = null,
  ) {
    super('ll-part-wanted');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-schedule-day': LlStaffScheduleDay;
  }
  interface HTMLElementEventMap {
    'll-part-wanted': PartWantedEvent;
  }
}

/** Draws what a screen shows as that screen will, made small; null where it cannot be seen here. */
export type Picture = (screenId: string, showing: Showing) => unknown;

const DAY = 1440;
const HOURS = [0, 6, 12, 18, 24] as const;
/** Shown where nobody knows which day it is. */
const MONDAY = '2026-01-05';

/**
 * One day of a screen hour by hour: what is on when, what is left open and what lies over what. Whichever is chosen is
 * seen as it will be on that glass, and changed or filled from there.
 * @event ll-part-wanted - What is to be changed or added.
 */
@customElement('ll-staff-schedule-day')
export class LlStaffScheduleDay extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, fieldStyles, scheduleDayStyles];

  @property({ attribute: false }) known: Known | null = null;
  @property({ attribute: false }) dayparts: readonly Daypart[] = [];
  @property({ attribute: false }) otherwise: Item = { show: 'timetable' };
  /** Whose glass it is seen on; null where the plan is for no screen. */
  @property({ attribute: false }) screen: Screen | null = null;
  @property({ attribute: false }) time: TimeReading = { quality: 'unknown', nowMs: null };
  @property({ attribute: false }) picture: Picture | null = null;

  /** How many days from today. */
  @state() private ahead = 0;
  /** A minute of the stretch that is looked at; null for what is on now. */
  @state() private chosen: number | null = null;
  /** Which of several that take turns is looked at. */
  @state() private turn = 0;

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('screen')) this.chosen = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { known } = this;
    if (known === null) return nothing;
    const moment = momentOf(this.time, known.centre.utcOffsetMinutes);
    const date = addDays(moment?.date ?? MONDAY, this.ahead);
    const now = moment?.date === date ? moment.minute : null;
    const stretches = dayPlan(this.dayparts, date, houseOf(known));
    const at = this.chosen ?? now ?? DAY / 2;
    const looked = stretches.find((one) => isAt(one, at));
    return html`<section aria-labelledby="heading">
      <div class="top">
        <h4 id="heading">${t('staff.schedule.plan.heading')}</h4>
        ${moment === null ? nothing : this.#renderDays(moment.date)}
      </div>
      ${moment === null ? html`<p class="soft">${t('staff.schedule.plan.noTime')}</p>` : nothing}
      <p class="soft">${this.#sum(stretches)}</p>
      ${this.#renderStrip(stretches, looked, now)}
      <div class="beside">
        <ol @keydown=${this.#stepped}>
          ${stretches.map((one) => this.#renderStretch(known, one, one === looked, now))}
        </ol>
        ${looked === undefined ? nothing : this.#renderLooked(known, date, looked, now)}
      </div>
    </section>`;
  }

  #renderDays(today: CivilDate): TemplateResult {
    const days = [0, 1, 2, 3, 4, 5, 6];
    return html`<div class="day">
      <label for="day">${t('staff.schedule.plan.day')}</label>
      <select
        id="day"
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.ahead = Number(target.value);
          this.chosen = null;
          this.turn = 0;
        }}
      >
        ${days.map((ahead) => {
          const date = addDays(today, ahead);
          const named = ahead < 2 ? `${formatNearDay(date, today)} ` : '';
          return html`<option value=${ahead} ?selected=${ahead === this.ahead}>
            ${named}${weekdayShort(date)} ${formatDate(date)}
          </option>`;
        })}
      </select>
    </div>`;
  }

  #sum(stretches: readonly Stretch[]): string {
    const gaps = stretches.filter(({ part }) => part === null).length;
    const overlaps = stretches.filter(({ under }) => under.length > 0).length;
    const said = [
      ...(gaps === 0 ? [] : [t('staff.schedule.plan.gaps', { count: gaps })]),
      ...(overlaps === 0 ? [] : [t('staff.schedule.plan.overlaps', { count: overlaps })]),
    ];
    return said.length === 0 ? t('staff.schedule.plan.tidy') : said.join(t('common.listJoin'));
  }

  /** The day to scale, for the eye and the mouse: the list under it says and does the same. */
  #renderStrip(
    stretches: readonly Stretch[],
    looked: Stretch | undefined,
    now: number | null,
  ): TemplateResult {
    const share = (minutes: number): string => `${(minutes / DAY) * 100}%`;
    return html`<div class="strip" aria-hidden="true">
      <div class="bar">
        ${stretches.map(
          (one) =>
            html`<div
              class="piece ${one.part === null ? 'open' : ''} ${one.under.length > 0 ? 'over' : ''} ${one === looked ? 'looked' : ''}"
              style=${styleMap({ left: share(one.startMinute), width: share(one.endMinute - one.startMinute) })}
              @click=${() => this.#look(one)}
            ></div>`,
        )}
        ${now === null ? nothing : html`<div class="now" style=${styleMap({ left: share(now) })}></div>`}
      </div>
      <div class="hours num">
        ${HOURS.map((hour) => html`<span style=${styleMap({ left: share(hour * 60) })}>${hour}</span>`)}
      </div>
    </div>`;
  }

  #renderStretch(known: Known, one: Stretch, isLooked: boolean, now: number | null): TemplateResult {
    const when = spanWords(one);
    const isNow = isAt(one, now);
    return html`<li>
      <button
        class="stretch ${one.part === null ? 'open' : ''}"
        aria-pressed=${isLooked ? 'true' : 'false'}
        @click=${() => this.#look(one)}
      >
        <span class="num when"
          >${when}${isNow ? html` <b>${t('staff.schedule.plan.now')}</b>` : nothing}</span
        >
        <span class="what"
          >${
            one.part === null
              ? t('staff.schedule.plan.open', { what: itemWords(this.otherwise, known) })
              : daypartWords(one.part, known)
          }</span
        >
        ${
          one.under.length === 0
            ? nothing
            : html`<span class="under"
                >${consoleIcon('warning')}${t('staff.schedule.plan.over', {
                  what: one.under.map((part) => daypartWords(part, known)).join(t('common.listJoin')),
                })}</span
              >`
        }
      </button>
    </li>`;
  }

  #renderLooked(known: Known, date: CivilDate, one: Stretch, now: number | null): TemplateResult {
    const { part } = one;
    const items: readonly Item[] = part === null ? [this.otherwise] : (part.turns ?? [part]);
    const item = items[this.turn] ?? items[0] ?? this.otherwise;
    return html`<div class="looked-at">
      ${
        items.length < 2
          ? nothing
          : html`<div class="actions">
              ${items.map(
                (_, i) =>
                  html`<button
                    aria-label=${t('staff.schedule.plan.turn', { number: i + 1 })}
                    aria-pressed=${item === items[i] ? 'true' : 'false'}
                    @click=${() => (this.turn = i)}
                  >
                    ${i + 1}
                  </button>`,
              )}
            </div>`
      }
      ${this.#renderPicture(known, date, isAt(one, now) ? now : one.startMinute, item)}
      <div class="actions">
        ${
          part === null
            ? html`<button @click=${() => this.#fill(known, date, one)}>
                ${consoleIcon('plus')}${t('staff.schedule.plan.fill')}
              </button>`
            : html`<button @click=${() => this.dispatchEvent(new PartWantedEvent(part))}>
                ${t('staff.schedule.plan.edit')}
              </button>`
        }
      </div>
      <p class="soft">${t('staff.schedule.plan.before')}</p>
    </div>`;
  }

  #renderPicture(known: Known, date: CivilDate, minute: number, item: Item): unknown {
    const { screen, picture } = this;
    if (screen === null || picture === null) return nothing;
    const showing = plannedAt(known, screen, item, date, minute);
    return html`<p class="soft pictured">${t('staff.schedule.plan.pictured', { name: screen.name })}</p>
      ${picture(screen.id, showing) ?? html`<p class="soft">${t('staff.schedule.plan.noPicture', { what: itemWords(item, known) })}</p>`}`;
  }

  #look(one: Stretch): void {
    this.chosen = one.startMinute;
    this.turn = 0;
  }

  /** Up and down go along the day. */
  readonly #stepped = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.stretch')];
    const at = buttons.findIndex((one) => one === event.target);
    const next = buttons[at + step];
    if (step === 0 || at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  };

  /** On all the days of the week to come on which the very same is left open. */
  #fill(known: Known, date: CivilDate, one: Stretch): void {
    const week = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(date, day));
    const days = openOn(this.dayparts, one, week, houseOf(known));
    this.dispatchEvent(
      new PartWantedEvent(null, {
        from: clockTime(one.startMinute),
        to: clockTime(one.endMinute % DAY),
        weekdays: days.map(weekdayOf),
      }),
    );
  }
}

const houseOf = ({ centre, days }: Known) => ({ centre, isRest: restDays(days) });

const isAt = ({ startMinute, endMinute }: Stretch, minute: number | null): minute is number =>
  minute !== null && startMinute <= minute && minute < endMinute;

const spanWords = ({ startMinute, endMinute }: Stretch): string =>
  startMinute === 0 && endMinute === DAY
    ? t('staff.schedule.allDay')
    : formatSpan(clockTime(startMinute), clockTime(endMinute));
