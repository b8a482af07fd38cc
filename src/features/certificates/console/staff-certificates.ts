import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { HubAnswer } from '../../../app/hub-answer.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatMoment, LocaleController, t } from '../../../i18n/index.ts';
import { addDays, isCivilDate, utcOffsetOf, type CivilDate } from '../../../kernel/time.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { consoleStates, rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Course } from '../../classes/model/sessions.ts';
import {
  certificateId,
  finishersOf,
  isCourseAttendance,
  type Certificate,
  type CourseAttendance,
} from '../model/finished.ts';
import { certificateStyles } from './certificate-styles.ts';
import { printCertificates } from './print-certificates.ts';
import {
  calledNow,
  courseName,
  isCertified,
  nameIn,
  readCertificates,
  type Came,
  type Certified,
  type Known,
} from './read-certificates.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-certificates': LlStaffCertificates;
  }
}

/** The hub tells of no more at once. */
const MOST_DAYS = 400;

/**
 * Who has finished a course, who nearly has, and their certificates: a leader confirms them, prints them and takes back
 * what was given by mistake.
 */
@customElement('ll-staff-certificates')
export class LlStaffCertificates extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    detailsStyles,
    certificateStyles,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  @state() private courseId: string | null = null;
  @state() private from: CivilDate = '';
  @state() private until: CivilDate = '';
  /** What was last taken back, to be given again by one press. */
  @state() private withdrawn: { readonly given: Certificate; readonly name: string } | null = null;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, { query: readCertificates, args: () => [] });
  readonly #answer = new HubAnswer(this, {
    path: () => {
      const course = this.#course;
      const span = course === null ? null : this.#spanOf(course);
      if (course === null || span === null) return null;
      return `/api/attendance/courses/${encodeURIComponent(course.id)}?from=${span.from}&until=${span.until}`;
    },
    isAnswer: isCourseAttendance,
    isEmpty: ({ held }) => held.length === 0,
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  get #course(): Certified | null {
    const certified = this.#known.value?.courses.filter(isCertified) ?? [];
    return certified.find(({ id }) => id === this.courseId) ?? certified[0] ?? null;
  }

  /** The days that are looked at: from the course's first to its last, or to today; null where they are none. */
  #spanOf({ from, until }: Course): { readonly from: CivilDate; readonly until: CivilDate } | null {
    const today = this.#ticker.dayAt(this.#known.value?.centre);
    if (today === null) return null;
    const last = this.until === '' ? (until !== null && until < today ? until : today) : this.until;
    if (!isCivilDate(last)) return null;
    const earliest = addDays(last, -MOST_DAYS);
    const first = this.from === '' ? (from < earliest ? earliest : from) : this.from;
    return isCivilDate(first) && first >= earliest && first <= last ? { from: first, until: last } : null;
  }

  override render(): TemplateResult | typeof nothing {
    const known = this.#known.value;
    // Where no course gives certificates there is nothing to say of them.
    if (known !== undefined && known !== null && this.#course === null) return nothing;
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('staff.certificate.heading')}</h2>
      ${this.#known.render<unknown>({
        ...rowStates('staff.certificate.none', this.#sync),
        complete: (all) => this.#renderCourse(all),
      })}
    </section>`;
  }

  #renderCourse(known: Known) {
    const course = this.#course;
    if (course === null) return nothing;
    const span = this.#spanOf(course);
    const states = consoleStates('staff.certificate.notHeld');
    return html`${this.#renderFields(known, course, span)} ${this.#renderWithdrawn()}
    ${
      this.#change.refusal === null
        ? nothing
        : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
    }
    ${
      span === null
        ? html`<p class="problem" role="alert">
            ${consoleIcon('warning')}${t('staff.certificate.badSpan', { days: MOST_DAYS })}
          </p>`
        : this.#answer.render<unknown>({
            ...states,
            error: () =>
              html`<p class="problem" role="alert">
                ${consoleIcon('warning')}${t('staff.attendance.error')}
              </p>`,
            complete: (answer, older) => this.#renderAnswer(known, course, answer, older),
          })
    }`;
  }

  #renderFields(known: Known, course: Certified, span: { from: CivilDate; until: CivilDate } | null) {
    const day = (name: 'from' | 'until', value: CivilDate): TemplateResult =>
      html`<div>
        <label for=${name}>${t(`staff.certificate.${name}`)}</label>
        <input
          id=${name}
          type="date"
          .value=${value}
          @change=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this[name] = target.value;
          }}
        />
      </div>`;
    return html`<div class="fields">
      <div class="wide">
        <label for="course">${t('staff.certificate.course')}</label>
        <select
          id="course"
          @change=${({ target }: Event) => {
            if (!(target instanceof HTMLSelectElement)) return;
            this.courseId = target.value;
            this.from = '';
            this.until = '';
            this.withdrawn = null;
          }}
        >
          ${known.courses
            .filter(isCertified)
            .map(
              (one) =>
                html`<option value=${one.id} ?selected=${one.id === course.id}>${courseName(one)}</option>`,
            )}
        </select>
      </div>
      ${day('from', span?.from ?? this.from)} ${day('until', span?.until ?? this.until)}
    </div>`;
  }

  #renderAnswer(known: Known, course: Certified, answer: CourseAttendance, older: boolean): TemplateResult {
    const { needed, finished, nearly, others } = finishersOf(answer, course.certificatePercent);
    const toGive = finished.filter(
      (one) => this.#givenTo(known, answer, one) === undefined && nameIn(known, one) !== null,
    );
    const given = known.given.filter((one) => one.courseId === course.id && one.until === answer.until);
    return html`
      <p class="rule soft num" role="status">
        ${t('staff.certificate.rule', { held: answer.held.length, needed, percent: course.certificatePercent })}
        ${answer.asOfMs === 0 ? nothing : html`· ${t('staff.attendance.asked', { when: this.#when(known, answer) })}`}
        ${older ? html`· ${t('staff.attendance.older')}` : nothing}
      </p>
      ${this.#renderPart(known, course, answer, t('staff.certificate.finished', { count: finished.length }), finished)}
      ${
        (this.mayChange && toGive.length > 0) || given.length > 0
          ? html`<div class="actions">
              ${
                this.mayChange && toGive.length > 0
                  ? html`<button
                      class="confirm"
                      ?disabled=${this.#change.running}
                      @click=${() => this.#giveAll(course, answer, toGive)}
                    >
                      ${t('staff.certificate.giveAll', { count: toGive.length })}
                    </button>`
                  : nothing
              }
              ${
                given.length > 0
                  ? html`<button @click=${() => this.#print(known, given)}>
                      ${t('staff.certificate.printAll', { count: given.length })}
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }
      ${
        nearly.length === 0
          ? nothing
          : this.#renderPart(
              known,
              course,
              answer,
              t('staff.certificate.nearly', { count: nearly.length }),
              nearly,
            )
      }
      ${
        others.length === 0
          ? nothing
          : html`<details>
              <summary>
                ${t('staff.certificate.others', { count: others.length })}${consoleIcon('back')}
              </summary>
              <ul class="rows">
                ${others.map((one) => this.#renderOne(known, course, answer, one))}
              </ul>
            </details>`
      }
    `;
  }

  #when({ centre }: Known, { asOfMs }: CourseAttendance): string {
    return formatMoment(asOfMs, this.#ticker.time, utcOffsetOf(centre));
  }

  #renderPart(
    known: Known,
    course: Certified,
    answer: CourseAttendance,
    heading: string,
    some: readonly Came[],
  ): TemplateResult {
    return html`<h3>${heading}</h3>
      <ul class="rows">
        ${some.map((one) => this.#renderOne(known, course, answer, one))}
      </ul>`;
  }

  #renderOne(known: Known, course: Certified, answer: CourseAttendance, one: Came): TemplateResult {
    const name = nameIn(known, one);
    const given = this.#givenTo(known, answer, one);
    return html`<li>
      <span class="who">
        <b>${name ?? t('staff.enrolments.gone')}</b>
        <span class="soft num">
          ${t('staff.certificate.cameOf', { count: one.days, held: answer.held.length })}
        </span>
      </span>
      ${this.#renderWays(known, course, answer, one, { name, given })}
    </li>`;
  }

  #renderWays(
    known: Known,
    course: Certified,
    answer: CourseAttendance,
    one: Came,
    { name, given }: { readonly name: string | null; readonly given: Certificate | undefined },
  ) {
    if (name === null) return nothing;
    if (given === undefined)
      return this.mayChange
        ? html`<button
            aria-label=${t('staff.certificate.giveThis', { name })}
            @click=${() => this.#giveAll(course, answer, [one])}
          >
            ${t('staff.certificate.give')}
          </button>`
        : nothing;
    const isUnsent = this.#unsent.about(['certificate.issue'], one.memberId, course.id);
    return html`${
        isUnsent
          ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.roll.unsent')}</span>`
          : html`<span class="chip ok">${consoleIcon('check')}${t('staff.certificate.given')}</span>`
      }
      <button
        aria-label=${t('staff.certificate.printThis', { name })}
        @click=${() => this.#print(known, [given])}
      >
        ${t('staff.certificate.print')}
      </button>
      ${
        this.mayChange
          ? html`<button
              class="bare"
              aria-label=${t('staff.certificate.withdrawThis', { name })}
              @click=${() => this.#withdraw(given, name)}
            >
              ${t('staff.certificate.withdraw')}
            </button>`
          : nothing
      }`;
  }

  #renderWithdrawn() {
    const { withdrawn } = this;
    if (withdrawn === null) return nothing;
    return html`<p class="note" role="status">
      <span>${t('staff.certificate.withdrawn', { name: withdrawn.name })}</span>
      <button @click=${() => this.#putBack(withdrawn.given)}>${t('staff.timetable.takeBack')}</button>
    </p>`;
  }

  #givenTo({ given }: Known, { courseId, until }: CourseAttendance, { memberId }: Came) {
    const key = certificateId({ memberId, courseId, until });
    return given.find(({ id }) => id === key);
  }

  async #giveAll(course: Certified, answer: CourseAttendance, to: readonly Came[]): Promise<void> {
    this.withdrawn = null;
    for (const { memberId, days } of to) {
      const made = await this.#change.run('certificate.issue', {
        courseId: course.id,
        memberId,
        courseName: course.name,
        from: answer.from,
        until: answer.until,
        held: answer.held.length,
        attended: days,
      });
      if (!made.ok) return;
    }
  }

  async #withdraw(given: Certificate, name: string): Promise<void> {
    const { courseId, memberId, until } = given;
    const made = await this.#change.run('certificate.withdraw', { courseId, memberId, until });
    if (made.ok) this.withdrawn = { given, name };
  }

  async #putBack({ id: _, issuedOn: __, issuedBy: ___, ...what }: Certificate): Promise<void> {
    const made = await this.#change.run('certificate.issue', what);
    if (made.ok) this.withdrawn = null;
  }

  #print(known: Known, some: readonly Certificate[]): void {
    const named = some.flatMap((one) => {
      const name = nameIn(known, one);
      return name === null ? [] : [{ ...one, name, courseName: calledNow(known, one) }];
    });
    void printCertificates(named, known.centre.name);
  }
}
