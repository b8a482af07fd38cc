import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Ticker } from '../../../app/ticker.ts';
import { addDays, civilMoment, unixOf, type CivilDate } from '../../../kernel/time.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { OtherCanteen } from '../model/other-canteens.ts';
import { whenWords } from './life-words.ts';

/** The canteens that are to have it too were chosen. */
class PublishToEvent extends Event {
  constructor(readonly canteens: ReadonlySet<string>) {
    super('ll-publish-to', { bubbles: true });
  }
}

/** It is being said when, or no longer. */
export class PublishTimingEvent extends Event {
  constructor(readonly timing: boolean) {
    super('ll-publish-timing', { bubbles: true });
  }
}

/** It is to be published at a time. */
class PublishAtEvent extends Event {
  constructor(readonly atMs: number) {
    super('ll-publish-at', { bubbles: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-publish-how': LlStaffPublishHow;
  }
  interface HTMLElementEventMap {
    'll-publish-to': PublishToEvent;
    'll-publish-at': PublishAtEvent;
    'll-publish-timing': PublishTimingEvent;
  }
}

/** Nobody reads a menu before. */
const EARLY_MINUTE = 6 * 60 + 30;
const HALF_HOUR_MS = 30 * 60_000;

/**
 * Where else a menu goes, from one kitchen to several canteens, and when.
 *
 * @event ll-publish-to - Other canteens were chosen.
 * @event ll-publish-at - It is to go up at a time.
 * @event ll-publish-timing - It is being said when no longer.
 */
@customElement('ll-staff-publish-how')
export class LlStaffPublishHow extends LitElement {
  static override readonly styles = [
    textStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .tick {
        overflow-wrap: anywhere;
      }
      .time {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.375rem;
      }
      fieldset + .time,
      [role='status'] + .time {
        margin-top: 0.5rem;
      }
      label[for] {
        margin: 0;
      }
    `,
  ];

  /** The day of the meal: it is over at that day's end. */
  @property() date: CivilDate = '';
  @property({ attribute: false }) offset: number | null = null;
  @property({ attribute: false }) canteens: readonly OtherCanteen[] = [];
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set();
  /** Whether it is being said when: what else may be done with it waits. */
  @property({ type: Boolean }) timing = false;
  @property({ type: Boolean }) blocked = false;

  @state() private typed = '';
  @state() private problem: 'noTime' | 'past' | 'afterMeal' | null = null;
  @query('#at') private readonly field!: HTMLElement | null;

  readonly #ticker = new Ticker(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('timing') || !this.timing) return;
    this.problem = null;
    this.typed = this.#proposed();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('timing')) this.field?.focus();
  }

  override render(): TemplateResult {
    return html`
      ${this.canteens.length === 0 ? nothing : this.#renderCanteens()}
      ${this.timing ? this.#renderTime() : nothing}
    `;
  }

  #renderCanteens(): TemplateResult {
    const replaced = this.canteens.filter(({ id, isUp }) => isUp && this.chosen.has(id));
    return html`<fieldset>
        <legend class="label">${t('staff.publish.alsoTo')}</legend>
        ${this.canteens.map(
          ({ id, name }) =>
            html`<label class="tick">
              <input
                type="checkbox"
                .checked=${this.chosen.has(id)}
                @change=${() => this.#toggle(id)}
              />${name}
            </label>`,
        )}
      </fieldset>
      <div role="status">
        ${replaced.map(
          ({ name, version }) =>
            html`<p class="soft">${t('staff.publish.takesPlace', { name, version })}</p>`,
        )}
      </div>`;
  }

  #renderTime(): TemplateResult {
    const at = this.#read();
    return html`<div class="time">
      <label for="at">${t('staff.publish.when')}</label>
      <input
        id="at"
        type="datetime-local"
        .value=${this.typed}
        max=${`${this.date}T23:59`}
        aria-invalid=${this.problem !== null}
        aria-describedby=${this.problem === null ? nothing : 'at-problem'}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.typed = target.value;
          this.problem = null;
        }}
      />
      ${
        this.problem === null
          ? nothing
          : html`<p class="problem" id="at-problem" role="alert">
              ${consoleIcon('warning')}${t(`staff.publish.problem.${this.problem}`)}
            </p>`
      }
      <p class="soft">${t('staff.publish.atMeaning')}</p>
      <button class="confirm go" ?disabled=${this.blocked} @click=${this.#set}>
        ${at === null ? t('staff.publish.set') : t('staff.publish.setAt', { when: this.#words(at) })}
      </button>
      <button @click=${() => this.dispatchEvent(new PublishTimingEvent(false))}>
        ${t('staff.publish.notTimed')}
      </button>
    </div>`;
  }

  #words(atMs: number): string {
    const now = this.#ticker.time.nowMs;
    const { offset } = this;
    if (offset === null) return '';
    return whenWords(civilMoment(atMs, offset), now === null ? null : civilMoment(now, offset).date);
  }

  #toggle(canteen: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(canteen)) chosen.add(canteen);
    this.dispatchEvent(new PublishToEvent(chosen));
  }

  /** Early on the meal's day; where that is over, the next full half hour. */
  #proposed(): string {
    const { nowMs } = this.#ticker.time;
    const { offset } = this;
    if (nowMs === null || offset === null) return '';
    const early = unixOf(this.date, EARLY_MINUTE, offset);
    const next = (Math.floor(nowMs / HALF_HOUR_MS) + 1) * HALF_HOUR_MS;
    return fieldText(Math.max(early, next), offset);
  }

  /** The Unix time that is typed, on the centre's clock; null where it is none. */
  #read(): number | null {
    const parts = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(this.typed);
    if (parts === null || this.offset === null) return null;
    const [, date = '', hour, minute] = parts;
    return unixOf(date, Number(hour) * 60 + Number(minute), this.offset);
  }

  readonly #set = (): void => {
    const at = this.#read();
    const { nowMs } = this.#ticker.time;
    if (at === null) this.problem = 'noTime';
    else if (nowMs !== null && at <= nowMs) this.problem = 'past';
    else if (this.offset !== null && at >= unixOf(addDays(this.date, 1), 0, this.offset))
      this.problem = 'afterMeal';
    else return void this.dispatchEvent(new PublishAtEvent(at));
    this.field?.focus();
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

function fieldText(unixMs: number, offset: number): string {
  const { date, minute } = civilMoment(unixMs, offset);
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
