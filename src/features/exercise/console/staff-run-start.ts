import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Change } from '../../../app/change.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { formatClock, LocaleController, t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { Course, Session } from '../../classes/model/sessions.ts';
import { formAt, type Programme, type Run } from '../model/run.ts';
import { nameOf } from '../words/form-words.ts';
import { id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { timecode, titleOf } from './run-title.ts';
import { runStyles } from './run-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-run-start': LlStaffRunStart;
  }
}

/** How long after it was stopped a run may be gone on with from there. */
const GO_ON_WITHIN_MS = 30 * 60_000;

/** Starts an exercise on a screen, and on those beside it; or goes on with the one that was stopped there. */
@customElement('ll-staff-run-start')
export class LlStaffRunStart extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, fieldStyles, messageStyles, runStyles];

  @property({ attribute: false }) screenId!: RowOf<'device'>['id'];
  @property({ attribute: false }) programmes: readonly Programme[] = [];
  @property({ attribute: false }) session: Session | null = null;
  /** The run that was stopped here last. */
  @property({ attribute: false }) stopped: Run | undefined;
  /** Other screens in the same room. */
  @property({ attribute: false }) beside: readonly RowOf<'device'>[] = [];
  /** The courses of the room that have a programme. */
  @property({ attribute: false }) courses: readonly Course[] = [];
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) change!: Change;

  @state() private programmeId = '';
  @state() private together = true;
  readonly #sync = new SyncState(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('screenId')) this.programmeId = '';
    if (this.programmes.some((one) => one.id === this.programmeId)) return;
    const meant = this.session?.course.programmeId ?? this.stopped?.programmeId;
    this.programmeId = this.programmes.find((one) => one.id === meant)?.id ?? this.programmes[0]?.id ?? '';
  }

  override render(): TemplateResult {
    return html`<div class="start">
      ${this.#goOn()}
      <div>
        <label for="programme">${t('staff.run.programme')}</label>
        <select
          id="programme"
          @change=${({ target }: Event) => {
            if (target instanceof HTMLSelectElement) this.programmeId = target.value;
          }}
        >
          ${this.programmes.map(
            (one) =>
              html`<option value=${one.id} ?selected=${one.id === this.programmeId}>
                ${titleOf(one)} · ${timecode(one.durationMs)}
              </option>`,
          )}
        </select>
      </div>
      ${
        this.beside.length === 0
          ? nothing
          : html`<button aria-pressed=${this.together} @click=${() => (this.together = !this.together)}>
              ${this.together ? consoleIcon('check') : nothing}${t('staff.run.together', {
                screens: this.beside.map(({ name }) => name).join(t('common.listJoin')),
              })}
            </button>`
      }
      ${
        this.#sync.cutOff === null
          ? nothing
          : html`<p class="note warn">
              ${t(this.#sync.cutOff === 'away' ? 'staff.run.away' : 'staff.run.signedOut')}
            </p>`
      }
      <button class="confirm go" ?disabled=${this.change.running} @click=${() => this.#start()}>
        ${consoleIcon('play')}${t('staff.run.start')}
      </button>
      ${this.courses.map((course) => this.#selfStart(course))}
    </div>`;
  }

  /** Whether a course begins by itself on the screens of its room, five minutes of calling people in before it. */
  #selfStart(course: Course): TemplateResult {
    const name = inPageLanguage(course.name, course.nameEn);
    const startsItself = course.startsItself !== true;
    return html`<label class="tick">
      <input
        type="checkbox"
        .checked=${!startsItself}
        @change=${() => this.change.run('course.save', { course: { ...course, startsItself }, base: course })}
      />
      ${t('staff.run.startsItself', { time: formatClock(course.start), name })}
    </label>`;
  }

  /** Who stopped by mistake goes on from there. */
  #goOn(): TemplateResult | typeof nothing {
    const { stopped } = this;
    const programme = this.programmes.find((one) => one.id === stopped?.programmeId);
    if (stopped === undefined || programme === undefined) return nothing;
    // Of a session that has just ended too, which people often do a little longer; not into the next one.
    const now = this.session?.id ?? null;
    const wanted = stopped.sessionId === null || now === null || stopped.sessionId === now;
    if (stopped.state !== 'stopped' || !wanted || this.nowMs - stopped.asOfMs > GO_ON_WITHIN_MS)
      return nothing;
    if (stopped.positionMs <= 0 || stopped.positionMs >= programme.durationMs) return nothing;
    const form = formAt(programme, stopped.positionMs);
    return html`<button class="go" @click=${() => this.change.run('run.resume', { screenId: this.screenId })}>
      ${consoleIcon('play')}${t('staff.run.goOn', { form: form === null ? titleOf(programme) : nameOf(form) })}
    </button>`;
  }

  #start(): void {
    const all = [this.screenId, ...this.beside.map((screen) => screen.id)];
    void this.change.run('run.start', {
      screenId: this.screenId,
      programmeId: id(this.programmeId),
      sessionId: this.session?.id ?? null,
      formKey: null,
      ...(this.together && all.length > 1 ? { together: all } : {}),
    });
  }
}
