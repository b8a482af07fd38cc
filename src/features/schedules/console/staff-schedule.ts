import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
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
import type { Known } from './read-schedules.ts';
import { daypartWords, whenWords } from './schedule-words.ts';
import type { DaypartWrittenEvent } from './staff-daypart-sheet.ts';
import type { ItemChosenEvent } from './staff-item-field.ts';
import './staff-daypart-sheet.ts';
import './staff-item-field.ts';
import './staff-schedule-copy.ts';

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

  /** The part that is written, as it was when it was opened; `new` for another one; null while none is. */
  @state() private writes: Daypart | 'new' | null = null;
  /** It is there no more: a colleague has changed it, or taken it away. */
  @state() private isGone = false;
  @state() private copies = false;
  /** What there was before each change made here, the oldest first. */
  @state() private undoable: readonly Plan[] = [];
  /** The version that the last of them made: what stands over it is a colleague's, and is not taken back. */
  #made = 0;

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { known, writes } = this;
    if (known === null) return nothing;
    const { dayparts, default: otherwise } = this.#planOf(known);
    const refused = this.#refused;
    return html`
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
        @ll-item-chosen=${({ item }: ItemChosenEvent) => this.#otherwise(item)}
      ></ll-staff-item-field>
      <div class="actions">
        ${
          this.standing !== null && known.screens.length > 1
            ? html`<button @click=${() => (this.copies = true)}>${t('staff.schedule.copy')}</button>`
            : nothing
        }
        ${
          this.standing === null
            ? nothing
            : html`<button class="outline" ?disabled=${this.#change.running} @click=${this.#clear}>
                ${t('staff.schedule.clear')}
              </button>`
        }
      </div>
      ${
        refused === '' || writes !== null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${refused}</p>`
      }
      <ll-staff-daypart-sheet
        .known=${known}
        refused=${refused}
        ?gone=${this.isGone}
        .writes=${writes}
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

  #write(writes: Daypart | 'new' | null): void {
    this.writes = writes;
    this.isGone = false;
    this.#change.forget();
  }

  get #plan(): NonNullable<Plan> {
    return this.known === null ? { dayparts: [] } : this.#planOf(this.known);
  }

  #planOf({ centre, screens }: Known): NonNullable<Plan> {
    const own = screens.filter((screen) => scheduleIds(screen).includes(this.scheduleId));
    const inCanteen = own.some(({ canteenId }) => canteenId !== null);
    return this.from ?? planByMeals(centre, inCanteen);
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
    const { dayparts } = this.#plan;
    const at = dayparts.findIndex((one) => same(one, part));
    if (at >= 0) void this.#save({ ...this.#plan, dayparts: dayparts.filter((_, i) => i !== at) });
  }

  readonly #written = async ({ daypart }: DaypartWrittenEvent): Promise<void> => {
    const { dayparts } = this.#plan;
    const { writes } = this;
    const isAnother = writes === 'new' || this.isGone;
    const at = isAnother ? dayparts.length : dayparts.findIndex((one) => same(one, writes));
    if (at < 0) {
      this.#change.forget();
      this.isGone = true;
      return;
    }
    const next = [...dayparts.slice(0, at), daypart, ...dayparts.slice(at + 1)];
    if (await this.#save({ ...this.#plan, dayparts: next })) this.#write(null);
  };

  #otherwise(item: Item): void {
    void this.#save({ ...this.#plan, default: item });
  }

  readonly #clear = (): void => void this.#save(null);

  readonly #undo = async (): Promise<void> => {
    const last = this.undoable[this.undoable.length - 1];
    if (last === undefined) return;
    if (await this.#put(last, this.#made)) this.undoable = this.undoable.slice(0, -1);
    else if (this.#change.refusal?.status === 'conflict') this.undoable = [];
  };

  /** Saves, and keeps what there was. */
  async #save(plan: Plan): Promise<boolean> {
    const before = this.standing;
    if (!(await this.#put(plan, this.#version))) return false;
    this.undoable = [...this.undoable, before];
    return true;
  }

  get #version(): number {
    return this.standing?.version ?? 0;
  }

  async #put(plan: Plan, baseVersion: number): Promise<boolean> {
    const isDone = await this.#run(plan, baseVersion);
    if (isDone) this.#made = plan === null ? 0 : baseVersion + 1;
    return isDone;
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
