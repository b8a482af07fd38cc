import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { TimeReading } from '../../../kernel/time.ts';
import { same } from '../../../kernel/same.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Item } from '../model/item.ts';
import { planByMeals } from '../model/by-meals.ts';
import { scheduleIds, type Daypart } from '../model/schedule.ts';
import type { Known, Screen } from './read-schedules.ts';
import { roomFor } from './room-for.ts';
import { daypartWords, whenWords } from './schedule-words.ts';
import type { DaypartWrittenEvent } from './staff-daypart-sheet.ts';
import type { ItemChosenEvent } from './staff-item-field.ts';
import type { PartWantedEvent, Picture } from './staff-schedule-day.ts';
import './staff-daypart-sheet.ts';
import './staff-item-field.ts';
import './staff-schedule-copy.ts';
import './staff-schedule-day.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-schedule': LlStaffSchedule;
  }
}

type Schedule = RowOf<'schedule'>;
/** What a schedule says; null for none. */
type Plan = Pick<Schedule, 'dayparts' | 'default'> | null;

/** One schedule, part by part. Each change holds at once, and the last ones can be taken back. */
@customElement('ll-staff-schedule')
export class LlStaffSchedule extends LitElement {
  static override readonly styles = [
    textStyles,
    rowsStyles,
    buttonStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
        padding: 0.25rem 0 1rem;
      }
      h4 {
        margin: 0.5rem 0 0;
        font-size: 1.0625rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.5rem 0;
      }
      li > div:first-child {
        flex: 1 1 11rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) scheduleId = '';
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) known: Known | null = null;
  /** The schedule that is kept under this id; null where there is none. */
  @property({ attribute: false }) standing: Schedule | null = null;
  /** What holds now, also where it is another's: what a first change begins with. */
  @property({ attribute: false }) from: Schedule | null = null;

  /** Whose glass the plan is seen on; null where it is for none. */
  @property({ attribute: false }) screen: Screen | null = null;
  @property({ attribute: false }) time: TimeReading = { quality: 'unknown', nowMs: null };
  @property({ attribute: false }) picture: Picture | null = null;

  /** The part that is written, as it was when it was opened; `new` for another one; null while none is. */
  @state() private writes: Daypart | 'new' | null = null;
  /** When another one is to be, where somebody has pointed there. */
  @state() private when: PartWantedEvent['when'] = null;
  /** It is there no more: a colleague has changed it, or taken it away. */
  @state() private isGone = false;
  @state() private copies = false;
  /** What there was before each change made here, the oldest first. */
  @state() private undoable: readonly Plan[] = [];
  /** The version that the last of them made: what stands over it is a colleague's, and is not taken back. */
  #made = 0;
  /** Ends with the change before, and with what it made standing here: the next begins with that, however fast a hand is. */
  #before: Promise<unknown> = Promise.resolve();
  /** What stood before the last change, while it still stands here. */
  #leaving: { readonly stood: Schedule | null } | null = null;
  #arrived: () => void = () => undefined;

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override updated(): void {
    if (this.#leaving !== null && !same(this.#leaving.stood, this.standing)) this.#leaving = null;
    if (this.#leaving === null) this.#arrived();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#arrived();
  }

  override render(): TemplateResult | typeof nothing {
    const { known, writes } = this;
    if (known === null) return nothing;
    const { dayparts, default: otherwise } = this.#planOf(known);
    const refused = this.#refused;
    return html`
      <ll-staff-schedule-day
        .known=${known}
        .dayparts=${dayparts}
        .otherwise=${otherwise ?? { show: 'timetable' }}
        .screen=${this.screen}
        .time=${this.time}
        .picture=${this.picture}
        @ll-part-wanted=${({ part, when }: PartWantedEvent) => this.#write(part ?? 'new', when)}
      ></ll-staff-schedule-day>
      <h4>${t('staff.schedule.plan.allParts')}</h4>
      ${
        dayparts.length === 0
          ? html`<p class="nothing">${t('staff.schedule.empty')}</p>`
          : html`<ul class="rows">
              ${dayparts.map((part) => this.#renderPart(known, part))}
            </ul>`
      }
      <div class="actions">
        <button @click=${() => this.#write('new')}>${consoleIcon('plus')}${t('staff.schedule.add')}</button>
        ${
          this.undoable.length > 0
            ? html`<button ?disabled=${this.#change.running} @click=${this.#undo}>
                ${consoleIcon('back')}${t('staff.schedule.undo')}
              </button>`
            : nothing
        }
      </div>
      <ll-staff-item-field
        label=${t('staff.schedule.otherwise')}
        .item=${otherwise ?? { show: 'timetable' }}
        .choices=${known}
        .rooms=${roomFor(known, (screenId) => this.#own(known).some((one) => one.id === screenId), otherwise?.playlistId)}
        @ll-item-chosen=${({ item }: ItemChosenEvent) => this.#otherwise(item)}
      ></ll-staff-item-field>
      ${
        this.standing === null
          ? nothing
          : html`<div class="actions">
              ${
                known.screens.length > 1
                  ? html`<button @click=${() => (this.copies = true)}>${t('staff.schedule.copy')}</button>`
                  : nothing
              }
              <button class="outline" ?disabled=${this.#change.running} @click=${this.#clear}>
                ${t(this.#eatsThere(known) === false ? 'staff.schedule.clearToActivities' : 'staff.schedule.clear')}
              </button>
            </div>`
      }
      ${
        refused === '' || writes !== null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${refused}</p>`
      }
      <ll-staff-daypart-sheet
        .scheduleId=${this.scheduleId}
        .known=${known}
        refused=${refused}
        ?gone=${this.isGone}
        .writes=${writes}
        .when=${this.when}
        .screenIds=${this.#own(known).map((screen) => screen.id)}
        @ll-daypart-written=${this.#written}
        @ll-sheet-close=${() => this.#write(null)}
      ></ll-staff-daypart-sheet>
      <ll-staff-schedule-copy
        ?open=${this.copies}
        .known=${known}
        .standing=${this.standing}
        @ll-sheet-close=${() => (this.copies = false)}
      ></ll-staff-schedule-copy>
    `;
  }

  get #refused(): string {
    if (this.isGone) return t('staff.schedule.partGone');
    const { refusal } = this.#change;
    if (refusal === null) return '';
    return t(refusal.status === 'conflict' ? 'staff.schedule.conflict' : 'staff.schedule.refused');
  }

  #write(writes: Daypart | 'new' | null, when: PartWantedEvent['when'] = null): void {
    this.writes = writes;
    this.when = when;
    this.isGone = false;
    this.#change.forget();
  }

  get #plan(): NonNullable<Plan> {
    return this.known === null ? { dayparts: [] } : this.#planOf(this.known);
  }

  #planOf(known: Known): NonNullable<Plan> {
    return this.from ?? planByMeals(known.centre, this.#eatsThere(known) === true);
  }

  /** The screens that may go by it. */
  #own({ screens }: Known): readonly Screen[] {
    return screens.filter((screen) => scheduleIds(screen).includes(this.scheduleId));
  }

  /** Whether one of its screens hangs where people eat; undefined where it has none. */
  #eatsThere(known: Known): boolean | undefined {
    const own = this.#own(known);
    return own.length === 0 ? undefined : own.some(({ canteenId }) => canteenId !== null);
  }

  #renderPart(known: Known, part: Daypart): TemplateResult {
    const what = daypartWords(part, known);
    const when = whenWords(part);
    return html`<li>
      <div>
        <p class="strong num">${when}</p>
        <p>
          ${what}${(part.priority ?? 0) > 0 ? html` <span class="soft">· ${t('staff.schedule.goesFirst')}</span>` : nothing}
        </p>
      </div>
      <div class="actions">
        <button
          aria-label=${t('staff.schedule.changeThis', { when, what })}
          @click=${() => this.#write(part)}
        >
          ${t('staff.schedule.change')}
        </button>
        <button
          class="outline"
          aria-label=${t('staff.schedule.removeThis', { when, what })}
          ?disabled=${this.#change.running}
          @click=${() => this.#remove(part)}
        >
          ${t('staff.schedule.remove')}
        </button>
      </div>
    </li>`;
  }

  /** A part has no other name than what it says: a colleague may have put others before it. */
  #remove(part: Daypart): void {
    void this.#save((plan) => {
      const at = plan.dayparts.findIndex((one) => same(one, part));
      return at < 0 ? undefined : { ...plan, dayparts: plan.dayparts.filter((_, i) => i !== at) };
    });
  }

  readonly #written = async ({ daypart }: DaypartWrittenEvent): Promise<void> => {
    const { writes } = this;
    const isAnother = writes === 'new' || this.isGone;
    const isSaved = await this.#save((plan) => {
      const { dayparts } = plan;
      const at = isAnother ? dayparts.length : dayparts.findIndex((one) => same(one, writes));
      this.isGone = at < 0;
      if (at < 0) return undefined;
      return { ...plan, dayparts: [...dayparts.slice(0, at), daypart, ...dayparts.slice(at + 1)] };
    });
    if (isSaved) this.#write(null);
  };

  #otherwise(item: Item): void {
    void this.#save((plan) => ({ ...plan, default: item }));
  }

  readonly #clear = (): void => void this.#save(() => null);

  readonly #undo = (): Promise<void> =>
    this.#inTurn(async () => {
      const last = this.undoable[this.undoable.length - 1];
      if (last === undefined) return;
      if (await this.#put(last, this.#made)) this.undoable = this.undoable.slice(0, -1);
      else if (this.#change.refusal?.status === 'conflict') this.undoable = [];
    });

  /** Saves what a change makes of the plan as it stands then, and keeps what there was; undefined for nothing to save. */
  #save(change: (plan: NonNullable<Plan>) => Plan | undefined): Promise<boolean> {
    return this.#inTurn(async () => {
      this.#change.forget();
      const before = this.standing;
      const plan = change(this.#plan);
      const isNothing = plan === undefined || (plan === null && before === null);
      if (isNothing || !(await this.#put(plan, this.#version))) return false;
      this.undoable = [...this.undoable, before];
      return true;
    });
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#before.then(act);
    this.#before = done.then(() => this.#arrival());
    return done;
  }

  /** Resolves once what was changed last stands here, or what has come over it. */
  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived = resolve;
      this.requestUpdate();
    });
  }

  get #version(): number {
    return this.standing?.version ?? 0;
  }

  async #put(plan: Plan, baseVersion: number): Promise<boolean> {
    const stood = this.standing;
    const isDone = await this.#run(plan, baseVersion);
    if (!isDone) return false;
    this.#leaving = { stood };
    this.#made = plan === null ? 0 : baseVersion + 1;
    return true;
  }

  async #run(plan: Plan, baseVersion: number): Promise<boolean> {
    const scheduleId = id<'DeviceId'>(this.scheduleId);
    if (plan === null) return (await this.#change.run('schedule.remove', { id: scheduleId, baseVersion })).ok;
    const { dayparts, default: otherwise } = plan;
    const made = await this.#change.run('schedule.save', {
      schedule: {
        id: scheduleId,
        dayparts: [...dayparts].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
        ...(otherwise === undefined ? {} : { default: otherwise }),
      },
      baseVersion,
    });
    return made.ok;
  }
}
