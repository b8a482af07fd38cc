import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { newId } from '../../../app/new-id.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatDate, locale, LocaleController, t } from '../../../i18n/index.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { parseSessionId, type Course } from '../model/sessions.ts';
import { leaderTold, roomTold } from '../model/told.ts';
import { courseName } from './clash-words.ts';
import { draftOf, newDraft } from './course-draft.ts';
import { whenWords } from './course-words.ts';
import type { OpenCourse } from './course-kept.ts';
import type { CourseChangedEvent, CourseEndEvent, Listed } from './staff-course-sheet.ts';
import { readTimetable, type Known } from './week.ts';
import './staff-course-sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-courses': LlStaffCourses;
  }
}

/** A course that has just been ended or changed, as it was and as it is. */
interface Done {
  readonly before: Course;
  readonly after: Course;
  /** Of one that was ended: how many stand on lists of meetings that there are no more. */
  readonly ended: { readonly people: number } | null;
}

/** What the centre holds, to be opened, changed and ended. What was ended stays to be looked at, and may go on. */
@customElement('ll-staff-courses')
export class LlStaffCourses extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
        padding: 0.5rem 0;
      }
      .what {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .name {
        font-weight: 700;
      }
      .note {
        margin-top: 0.625rem;
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  @state() private open: OpenCourse | null = null;
  @state() private done: Done | null = null;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, { query: readTimetable, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const known = this.#known.value ?? null;
    const today = this.#ticker.dayAt(known?.centre);
    const { open } = this;
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${t('staff.course.heading')}</h2>
          ${
            this.mayChange && today !== null
              ? html`<button @click=${() => this.#begin(today)}>
                  ${consoleIcon('plus')}${t('staff.course.new')}
                </button>`
              : nothing
          }
        </div>
        ${this.#known.render<unknown>({
          ...rowStates('staff.course.none', this.#sync),
          complete: (all) => this.#renderAll(all, today),
        })}
      </section>
      <ll-staff-course-sheet
        .open=${open}
        .now=${known?.courses.find(({ id }) => id === open?.draft.id)}
        .timetable=${known}
        .listed=${known === null ? [] : listedIn(known)}
        .today=${today ?? ''}
        @ll-course-changed=${({ before, after }: CourseChangedEvent) =>
          (this.done = { before, after, ended: null })}
        @ll-course-end=${({ course }: CourseEndEvent) => {
          this.open = null;
          if (known !== null && today !== null) void this.#end(course, known, today);
        }}
        @ll-sheet-close=${() => (this.open = null)}
      ></ll-staff-course-sheet>
    `;
  }

  #renderAll(known: Known, today: CivilDate | null): TemplateResult {
    const isOver = (course: Course): boolean => today !== null && lastDayOf(course) < today;
    const [going, over] = [
      known.courses.filter((course) => !isOver(course)),
      known.courses.filter(isOver),
    ].map((some) => [...some].sort((a, b) => (a.start + a.id < b.start + b.id ? -1 : 1)));
    return html`
      ${this.#renderDone()}
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${
        going === undefined || going.length === 0
          ? html`<p class="nothing">${t('staff.course.none')}</p>`
          : html`<ul class="rows">
              ${going.map((course) => this.#renderOne(course))}
            </ul>`
      }
      ${
        over === undefined || over.length === 0
          ? nothing
          : html`<details>
              <summary>${t('staff.course.over', { count: over.length })}${consoleIcon('back')}</summary>
              <ul class="rows">
                ${over.map((course) => this.#renderOne(course))}
              </ul>
            </details>`
      }
    `;
  }

  #renderDone() {
    const { done } = this;
    if (done === null) return nothing;
    const { before, after, ended } = done;
    const name = courseName(before);
    return html`<p class="note" role="status">
      <span>
        ${
          ended === null
            ? t('staff.course.changed', { name })
            : t('staff.course.ended', { name, day: formatDate(lastDayOf(after)) })
        }
        ${ended === null || ended.people === 0 ? nothing : t('staff.course.endedReaches', { count: ended.people })}
      </span>
      <button @click=${() => this.#takeBack(done)}>${t('staff.timetable.takeBack')}</button>
    </p>`;
  }

  #renderOne(course: Course): TemplateResult {
    const name = courseName(course);
    return html`<li>
      <div class="what">
        <span class="name">${name}</span>
        <span class="chip">${t(`staff.course.kinds.${course.kind}`)}</span>
        ${
          this.#unsent.about(['course.save'], course.id)
            ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.roll.unsent')}</span>`
            : nothing
        }
        <div class="soft num">${factsOf(course)}</div>
      </div>
      ${
        this.mayChange
          ? html`<button
              aria-label=${t('staff.course.changeThis', { name })}
              @click=${() => (this.open = { draft: draftOf(course), base: course })}
            >
              ${t('staff.timetable.change')}
            </button>`
          : nothing
      }
    </li>`;
  }

  #begin(today: CivilDate): void {
    this.open = { draft: newDraft(newId(), today), base: null };
  }

  /** Today's meeting is held still; one that has not begun yet is over before it began. */
  async #end(before: Course, known: Known, today: CivilDate): Promise<void> {
    const last = before.from > today ? addDays(today, -1) : today;
    const after = { ...before, from: before.from > last ? last : before.from, until: last };
    const people = listedIn(known)
      .filter(({ courseId, date }) => courseId === before.id && date > last)
      .reduce((sum, one) => sum + one.people, 0);
    const made = await this.#change.run('course.save', { course: after, base: before });
    this.done = made.ok ? { before, after, ended: { people } } : null;
  }

  async #takeBack({ before, after }: Done): Promise<void> {
    const made = await this.#change.run('course.save', { course: before, base: after });
    if (made.ok) this.done = null;
  }
}

const lastDayOf = ({ recurrence, until }: Course): CivilDate =>
  recurrence.every === 'once' ? recurrence.date : (until ?? '9999-12-31');

const listedIn = ({ enrolled }: Known): readonly Listed[] =>
  enrolled.flatMap(({ id, date, taken, waiting }) => {
    const courseId = parseSessionId(id)?.courseId;
    return courseId === undefined ? [] : [{ courseId, date, people: taken + waiting }];
  });

/** When, how long, where, by whom, for how many, and until when. */
function factsOf(course: Course): string {
  const { minutes, capacity, until } = course;
  const usual = { course, room: course.room, leader: course.leader ?? null };
  return [
    whenWords(course),
    t('staff.course.minutes', { count: minutes }),
    roomTold(usual, locale() === 'en'),
    leaderTold(usual, locale() === 'en') ?? '',
    capacity === null ? '' : t('staff.course.places', { count: capacity }),
    until === null ? '' : t('staff.course.until', { day: formatDate(until) }),
  ]
    .filter((words) => words !== '' && words !== undefined)
    .join(' · ');
}
