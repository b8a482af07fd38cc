import { BY_PHONE } from '../../check-in/model/by-phone.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import type { FieldProblem } from '../../../kernel/check.ts';
import { id } from '../../../kernel/ids.ts';
import type { Json } from '../../../kernel/json.ts';
import { civilMoment } from '../../../kernel/time.ts';
import { formatDate, formatTimeAt, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { canRedo, type Refusal } from '../model/refusal.ts';
import { claimIn, witnessed, type ClaimChoices, type Timetable } from './claim-choices.ts';
import { currentArgs, fieldAt, withField } from './corrections.ts';
import type { Names } from './record-words.ts';
import { aboutWords, fieldName, fieldProblems, remedyWords, whyWords } from './refusal-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-refusal': LlStaffRefusal;
  }
}

/** One thing that was not done: what, who, when and why in words, and what staff can do about it with one tap. */
@customElement('ll-staff-refusal')
export class LlStaffRefusal extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        gap: 0.375rem;
        padding: 0.75rem 0;
      }
      .about {
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      .soft,
      .why {
        overflow-wrap: anywhere;
      }
      .fields {
        display: grid;
        gap: 0.5rem;
        max-width: 26rem;
      }
    `,
  ];

  @property({ attribute: false }) refusal: Refusal | null = null;
  @property({ attribute: false }) names: Names = new Map();
  @property({ attribute: false }) timetable: Timetable | null = null;
  /** The centre's minutes east of UTC. */
  @property({ attribute: false }) offset = 0;
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;
  /** Fields as they are being mended, by their path; the session that is chosen. */
  @state() private mended: Readonly<Record<string, string>> = {};
  @state() private session: string | null = null;

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { refusal } = this;
    if (refusal === null) return nothing;
    return html`
      <div class="about">${aboutWords(refusal, this.names)}</div>
      <div class="soft">${this.#maker(refusal)} · ${this.#when(refusal)}</div>
      ${this.#mendable(refusal).length > 0 ? nothing : html`<div class="why">${whyWords(refusal)}</div>`}
      ${this.mayChange && refusal.args !== null ? this.#renderChoices(refusal) : nothing}
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">
              ${consoleIcon('warning')}${t('staff.refusals.refusedHere')}
            </p>`
      }
    `;
  }

  #renderChoices(refusal: Refusal): TemplateResult {
    const claim = this.timetable === null ? null : claimIn(refusal, this.names, this.timetable);
    if (claim !== null && refusal.status !== 'expired') return this.#renderClaim(refusal, claim);
    const problems = this.#mendable(refusal);
    if (problems.length > 0) {
      return html`
        <form class="fields" @submit=${(event: Event) => this.#mend(event, refusal)}>
          ${problems.map(
            (problem) =>
              html`<div>
                <label for=${problem.field}>${fieldName(problem.field)}</label>
                <input
                  id=${problem.field}
                  .value=${this.mended[problem.field] ?? fieldAt(refusal, problem.field) ?? ''}
                  aria-describedby="${problem.field}-remedy"
                  @input=${(event: InputEvent) => this.#typed(problem.field, event)}
                />
                <p class="problem" id="${problem.field}-remedy">${remedyWords(problem)}</p>
              </div>`,
          )}
          <div class="actions">
            <button class="confirm" ?disabled=${this.#change.running}>${t('staff.refusals.mend')}</button>
            ${this.#dismissButton(refusal)}
          </div>
        </form>
      `;
    }
    return html`
      <div class="actions">
        ${canRedo(refusal) ? this.#redoButton(refusal) : nothing} ${this.#dismissButton(refusal)}
      </div>
    `;
  }

  /** What is wrong with the fields that can be mended here: they say it themselves. */
  #mendable(refusal: Refusal): readonly FieldProblem[] {
    if (!this.mayChange || !canRedo(refusal)) return [];
    return fieldProblems(refusal).filter(({ field }) => fieldAt(refusal, field) !== null);
  }

  /** A person came, and the timetable or the list says otherwise: that is for a person to say. */
  #renderClaim(refusal: Refusal, { sessions, name }: ClaimChoices): TemplateResult {
    const isDone = refusal.status === 'done';
    return html`
      ${
        isDone || sessions.length === 0
          ? nothing
          : html`<div class="fields">
              <label for="session">${t('staff.refusals.session')}</label>
              <select id="session" @change=${this.#chose}>
                <option value="">${t('staff.refusals.asSigned')}</option>
                ${sessions.map((one) => html`<option value=${one.id}>${one.words}</option>`)}
              </select>
            </div>`
      }
      <div class="actions">
        <button
          class="confirm"
          ?disabled=${this.#change.running}
          @click=${() =>
            isDone
              ? this.#settle(refusal, 'record.keep')
              : this.#redo(refusal, witnessed(refusal, name, this.session))}
        >
          ${t('staff.refusals.came')}
        </button>
        <button
          ?disabled=${this.#change.running}
          @click=${() => (isDone ? this.#notCome(refusal) : this.#settle(refusal, 'record.dismiss'))}
        >
          ${t(isDone ? 'staff.refusals.notCome' : 'staff.refusals.dismiss')}
        </button>
      </div>
    `;
  }

  #redoButton(refusal: Refusal): TemplateResult {
    const isConflict = refusal.status === 'conflict';
    return html`<button
      class="confirm"
      ?disabled=${this.#change.running}
      @click=${() => this.#redo(refusal, null)}
    >
      ${t(isConflict ? 'staff.refusals.overwrite' : 'staff.refusals.redo')}
    </button>`;
  }

  #dismissButton(refusal: Refusal): TemplateResult {
    const tellsOnly = refusal.status === 'expired' || refusal.status === 'done';
    return html`<button
      type="button"
      ?disabled=${this.#change.running}
      @click=${() => this.#settle(refusal, 'record.dismiss')}
    >
      ${t(tellsOnly ? 'staff.refusals.seen' : 'staff.refusals.dismiss')}
    </button>`;
  }

  #redo({ id: mid }: Refusal, corrected: { readonly v: number; readonly args: Json } | null): void {
    void this.#change.run('record.redo', { mid: id(mid), corrected });
  }

  #settle({ id: mid }: Refusal, word: 'record.dismiss' | 'record.keep' | 'record.takeBack'): void {
    void this.#change.run(word, { mid: id(mid) });
  }

  async #notCome(refusal: Refusal): Promise<void> {
    const claim = this.timetable === null ? null : claimIn(refusal, this.names, this.timetable);
    if (claim === null) return;
    const { sessionId, memberId } = claim;
    const made = await this.#change.run('checkin.withdraw', {
      claim: id(refusal.id),
      sessionId: id(sessionId),
      memberId: id(memberId),
    });
    if (made.ok) this.#settle(refusal, 'record.takeBack');
  }

  #mend(event: Event, refusal: Refusal): void {
    event.preventDefault();
    const { v, args } = currentArgs(refusal);
    const mended = Object.entries(this.mended).reduce<Json>(
      (all, [path, text]) => withField(all, path, text.trim()),
      args,
    );
    this.#redo(refusal, { v, args: mended });
  }

  #typed(path: string, { target }: InputEvent): void {
    if (target instanceof HTMLInputElement) this.mended = { ...this.mended, [path]: target.value };
  }

  readonly #chose = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) this.session = target.value === '' ? null : target.value;
  };

  #maker({ by, deviceId }: Refusal): string {
    const device = this.names.get(`device/${deviceId}`);
    if (by === 'hub') return t('staff.records.hub');
    if (by === BY_PHONE) return t('staff.records.byPhone');
    return by === deviceId ? (device ?? by) : by;
  }

  #when({ madeAtMs, timeQuality, receivedAtMs }: Refusal): string {
    const atMs = madeAtMs !== null && timeQuality === 'confirmed' ? madeAtMs : receivedAtMs;
    return `${formatDate(civilMoment(atMs, this.offset).date)} ${formatTimeAt(atMs, this.offset)}`;
  }
}
