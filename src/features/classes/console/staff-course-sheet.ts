import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { FieldProblem } from '../../../kernel/check.ts';
import { mergeFields } from '../../../kernel/merge.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { refusedWords } from '../../../ui/console/refused-words.ts';
import { leaveSheet, SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import { wholeCourse } from '../model/as-it-was.ts';
import { clashesOfCourse, type Timetable } from '../model/clashes.ts';
import { sessionOn, type Course } from '../model/sessions.ts';
import { clashWords } from './clash-words.ts';
import { courseOf, INTERVALS, KINDS, NTHS, problemsOf, WEEKDAYS, type CourseDraft } from './course-draft.ts';
import { EVERY, isOpenCourse, type OpenCourse } from './course-kept.ts';
import { courseSheetStyles } from './course-sheet-styles.ts';
import { fieldName, nthWord, weekdayWord } from './course-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-course-sheet': LlStaffCourseSheet;
  }
  interface HTMLElementEventMap {
    'll-course-end': CourseEndEvent;
    'll-course-changed': CourseChangedEvent;
  }
}

/** A course is to be held no more after today. */
export class CourseEndEvent extends Event {
  constructor(readonly course: Course) {
    super('ll-course-end');
  }
}

/** A course that was there before has been changed. */
export class CourseChangedEvent extends Event {
  constructor(
    readonly before: Course,
    readonly after: Course,
  ) {
    super('ll-course-changed');
  }
}

/** On how many lists of a session to come people stand. */
export interface Listed {
  readonly date: CivilDate;
  readonly courseId: string;
  readonly people: number;
}

type Texts = { [K in keyof CourseDraft]: CourseDraft[K] extends string ? K : never }[keyof CourseDraft];

/**
 * A course: what, where, by whom, when, for how many. What it would clash with and whom the change reaches is said
 * before it is saved; it stays open until it is.
 *
 * @event ll-course-changed - It is another, and it closes.
 * @event ll-course-end - It is to be ended.
 * @event ll-sheet-close - It is to be closed.
 */
@customElement('ll-staff-course-sheet')
export class LlStaffCourseSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    detailsStyles,
    courseSheetStyles,
  ];

  /** Null while none is being changed. */
  @property({ attribute: false }) open: OpenCourse | null = null;
  /** The course as it stands now, while the sheet is open. */
  @property({ attribute: false }) now: Course | undefined = undefined;
  @property({ attribute: false }) timetable: Timetable | null = null;
  @property({ attribute: false }) listed: readonly Listed[] = [];
  @property({ attribute: false }) today: CivilDate = '';

  @state() private draft: CourseDraft | null = null;
  /** Upon what the sheet stands: the course as it was when somebody began with it, perhaps days ago. */
  @state() private base: Course | null = null;
  /** Told once somebody has wanted to save. */
  @state() private tells = false;

  readonly #change = new Change(this);
  readonly #unfinished = new UnfinishedForm<OpenCourse>(this, {
    what: 'course',
    is: isOpenCourse,
    show: (left) => this.#begin(left ?? this.open),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.#begin(this.open);
    this.#change.forget();
    if (this.open === null) this.#unfinished.close();
    else this.#unfinished.open(this.open.base?.id ?? 'new');
  }

  #begin(from: OpenCourse | null): void {
    this.draft = from?.draft ?? null;
    this.base = from?.base ?? null;
    this.tells = false;
  }

  override render(): TemplateResult {
    const { open, draft } = this;
    return html`
      <ll-sheet
        actions
        ?open=${open !== null}
        heading=${open === null ? '' : open.base === null ? t('staff.course.new') : open.base.name}
        close-label=${t('staff.close')}
        ?written=${this.#unfinished.left === 'shown'}
        problem=${draft === null ? '' : this.#problem(draft)}
      >
        ${draft === null ? nothing : this.#renderForm(draft)}
        ${open === null || open.base === null ? nothing : this.#renderEnd(open.base)}
        <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
        <button slot="actions" class="confirm" ?disabled=${this.#change.running} @click=${this.#save}>
          ${t(this.#isConflict ? 'staff.timetable.mine' : 'staff.timetable.save')}
        </button>
      </ll-sheet>
    `;
  }

  #renderEnd(course: Course) {
    const { until, recurrence } = course;
    const goesOn = until === null || until > this.today;
    if (recurrence.every === 'once' || !goesOn) return nothing;
    return html`<button
      slot="actions"
      class="outline"
      @click=${() => this.dispatchEvent(new CourseEndEvent(course))}
    >
      ${t('staff.course.end')}
    </button>`;
  }

  get #isConflict(): boolean {
    return this.#change.refusal?.status === 'conflict';
  }

  #problem(draft: CourseDraft): string {
    const { base } = this;
    if (this.tells && problemsOf(draft, base).length > 0) return t('staff.course.look');
    const { refusal } = this.#change;
    if (refusal === null) return '';
    if (!this.#isConflict || base === null) return refusedWords(refusal.code, t('staff.today.notChanged'));
    const { collides } = mergeFields(
      wholeCourse(base),
      wholeCourse(courseOf(draft, base)),
      wholeCourse(this.now ?? base),
    );
    const names = collides.map(fieldName).filter((name) => name !== '');
    return t('staff.course.bothChanged', { what: [...new Set(names)].join(t('common.listJoin')) });
  }

  #renderForm(draft: CourseDraft): TemplateResult {
    const { base } = this;
    const wrong = this.tells ? problemsOf(draft, base) : [];
    return html`
      ${unfinishedNote(this.#unfinished)}
      <form novalidate @submit=${this.#save}>
        <div class="fields">
          ${this.#text('name', draft, wrong, { max: 40, wide: true })}
          ${this.#choice('kind', KINDS, draft.kind, (one) => t(`staff.course.kinds.${one}`))}
          ${this.#text('leader', draft, wrong, { max: 40, list: this.#known('leader') })}
          ${this.#text('room', draft, wrong, { max: 40, list: this.#known('room'), wide: true })}
          ${this.#choice('every', EVERY, draft.every, (one) => t(`staff.course.every.${one}`))}
          ${this.#renderWhen(draft, wrong)} ${this.#text('start', draft, wrong, { type: 'time' })}
          ${this.#text('minutes', draft, wrong, { mode: 'numeric', max: 3 })}
          ${this.#text('from', draft, wrong, { type: 'date', label: t(draft.every === 'once' ? 'staff.timetable.day' : 'staff.course.field.from') })}
          ${draft.every === 'once' ? nothing : this.#text('until', draft, wrong, { type: 'date' })}
          ${this.#text('capacity', draft, wrong, { mode: 'numeric', max: 4 })}
          <div class="wide">
            ${this.#tick('checkIn', draft)}
            ${draft.every === 'once' ? nothing : this.#tick('skipsHolidays', draft)}
            ${draft.every === 'once' ? nothing : this.#tick('certifies', draft)}
          </div>
          ${
            draft.certifies && draft.every !== 'once'
              ? this.#text('percent', draft, wrong, { mode: 'numeric', max: 3, wide: true })
              : nothing
          }
          ${this.#text('about', draft, wrong, { max: 120, wide: true })}
          ${this.#text('bring', draft, wrong, { max: 120, wide: true })}
        </div>
        <details>
          <summary>${t('staff.course.english')}${consoleIcon('back')}</summary>
          <div class="fields">
            ${(['nameEn', 'leaderEn', 'roomEn', 'aboutEn', 'bringEn'] as const).map((name) =>
              this.#text(name, draft, wrong, {
                max: name === 'roomEn' || name === 'leaderEn' ? 40 : 120,
                wide: true,
                lang: 'en',
              }),
            )}
          </div>
        </details>
      </form>
      <div class="notes" aria-live="polite">${this.#renderNotes(draft, base)}</div>
    `;
  }

  #renderWhen(draft: CourseDraft, wrong: readonly FieldProblem[]) {
    if (draft.every === 'once') return nothing;
    if (draft.every === 'month')
      return html`${this.#choice('nth', NTHS, draft.nth, nthWord)}
      ${this.#choice('weekday', WEEKDAYS, draft.weekday, weekdayWord)}`;
    const isWrong = wrong.some(({ field }) => field === 'weekdays');
    return html`${this.#choice('interval', INTERVALS, draft.interval, (weeks) =>
        weeks === 1 ? t('staff.course.each') : t('staff.course.eachOf', { weeks }),
      )}
      <fieldset class="wide" aria-describedby=${isWrong ? 'weekdays-wrong' : nothing}>
        <legend class="label">${t('staff.course.field.weekdays')}</legend>
        <div class="weekdays">
          ${WEEKDAYS.map(
            (one) =>
              html`<label class="tick">
                <input
                  type="checkbox"
                  name="weekdays"
                  value=${one}
                  .checked=${draft.weekdays.includes(one)}
                  @change=${({ target }: Event) => {
                    const others = draft.weekdays.filter((day) => day !== one);
                    const is = target instanceof HTMLInputElement && target.checked;
                    this.#set({ weekdays: is ? [...others, one] : others });
                  }}
                />
                ${weekdayWord(one)}
              </label>`,
          )}
        </div>
        ${this.#remedy('weekdays', wrong)}
      </fieldset>`;
  }

  /** What it would clash with, and whom it reaches. */
  #renderNotes(draft: CourseDraft, base: Course | null) {
    if (problemsOf(draft, base).length > 0) return nothing;
    const course = courseOf(draft, base);
    const { timetable, today } = this;
    const clashes = timetable === null ? [] : clashesOfCourse(course, timetable, today);
    const lost = this.#lost(course);
    return html`${clashes.map(
      (clash) => html`<p class="note warn">${consoleIcon('warning')}<span>${clashWords(clash)}</span></p>`,
    )}
    ${lost === 0 ? nothing : html`<p class="note warn">${consoleIcon('warning')}<span>${t('staff.course.reaches', { count: lost })}</span></p>`}`;
  }

  /** How many stand on lists of meetings that there would be no more. */
  #lost(course: Course): number {
    const { timetable } = this;
    if (timetable === null) return 0;
    return this.listed
      .filter(({ courseId, date }) => courseId === course.id && date >= this.today)
      .filter(({ date }) => {
        const change = timetable.changes.find((one) => one.id === `${course.id}@${date}`);
        return sessionOn(course, date, change, timetable.isRest) === null;
      })
      .reduce((sum, { people }) => sum + people, 0);
  }

  #known(field: 'room' | 'leader'): readonly string[] {
    const all = (this.timetable?.courses ?? []).map((course) => course[field] ?? '');
    return [...new Set(all)].filter((one) => one !== '').sort((a, b) => a.localeCompare(b, 'zh-CN'));
  }

  #text(
    name: Texts,
    draft: CourseDraft,
    wrong: readonly FieldProblem[],
    more: {
      readonly type?: 'date' | 'time';
      readonly mode?: 'numeric';
      readonly max?: number;
      readonly list?: readonly string[];
      readonly label?: string;
      readonly lang?: string;
      readonly wide?: boolean;
    },
  ): TemplateResult {
    const isWrong = wrong.some(({ field }) => field === name);
    return html`<div class=${more.wide === true ? 'wide' : ''}>
      <label for=${name}>${more.label ?? fieldName(name)}</label>
      <input
        id=${name}
        type=${more.type ?? 'text'}
        inputmode=${more.mode ?? nothing}
        maxlength=${more.max ?? nothing}
        lang=${more.lang ?? nothing}
        list=${more.list === undefined ? nothing : `${name}s`}
        autocomplete="off"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `${name}-wrong` : nothing}
        .value=${draft[name]}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#set({ [name]: target.value });
        }}
      />
      ${
        more.list === undefined
          ? nothing
          : html`<datalist id="${name}s">
              ${more.list.map((one) => html`<option value=${one}></option>`)}
            </datalist>`
      }
      ${this.#remedy(name, wrong)}
    </div>`;
  }

  #remedy(name: string, wrong: readonly FieldProblem[]) {
    const problem = wrong.find(({ field }) => field === name);
    if (problem === undefined) return nothing;
    const code = REMEDIES.find((one) => one === problem.code) ?? 'other';
    return html`<p class="problem" id="${name}-wrong">${t(`staff.course.wrong.${code}`)}</p>`;
  }

  #choice<V extends string | number>(
    name: 'kind' | 'every' | 'interval' | 'nth' | 'weekday',
    choices: readonly V[],
    chosen: V | number,
    word: (one: V) => string,
  ): TemplateResult {
    return html`<div>
      <label for=${name}>${fieldName(name)}</label>
      <select
        id=${name}
        @change=${({ target }: Event) => {
          const one = choices.find(
            (choice) => target instanceof HTMLSelectElement && String(choice) === target.value,
          );
          if (one !== undefined) this.#set({ [name]: one });
        }}
      >
        ${choices.map((one) => html`<option value=${one} ?selected=${one === chosen}>${word(one)}</option>`)}
      </select>
    </div>`;
  }

  #tick(name: 'checkIn' | 'skipsHolidays' | 'certifies', draft: CourseDraft): TemplateResult {
    return html`<label class="tick">
      <input
        id=${name}
        type="checkbox"
        .checked=${draft[name]}
        @change=${({ target }: Event) =>
          this.#set({ [name]: target instanceof HTMLInputElement && target.checked })}
      />
      ${fieldName(name)}
    </label>`;
  }

  #set(part: Partial<CourseDraft>): void {
    if (this.draft === null) return;
    this.draft = { ...this.draft, ...part };
    this.#unfinished.keep({ draft: this.draft, base: this.base });
    this.#change.forget();
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { base, draft } = this;
    if (draft === null || this.#change.running) return;
    this.tells = true;
    const [first] = problemsOf(draft, base);
    if (first !== undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`#${first.field}, [name='${first.field}']`)?.focus();
      return;
    }
    const course = courseOf(draft, base);
    const made = await this.#change.run('course.save', { course, base, over: this.#isConflict });
    if (!made.ok) return;
    if (base !== null) this.dispatchEvent(new CourseChangedEvent(base, course));
    this.dispatchEvent(new SheetCloseEvent());
  };
}

const REMEDIES = ['empty', 'noDay', 'minutes', 'places', 'percent', 'before-start'] as const;
