import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import { formatDay, LocaleController, t } from '../../../i18n/index.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import type { Made } from '../../../protocol/client/api.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { leaveSheet, SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import { clashesOfSession, type Timetable } from '../model/clashes.ts';
import { sessionId, type Session, type SessionChange } from '../model/sessions.ts';
import { clashWords, courseName } from './clash-words.ts';
import { changedByBoth, changeOf, draftOf, sessionBy, type SessionDraft } from './session-draft.ts';
import { isSessionForm, type SessionForm } from './session-kept.ts';

/** A meeting has been changed, and the change is safe on this device. */
export class SessionChangedEvent extends Event {
  constructor(
    readonly session: Session,
    /** What takes it back; resolves to whether it was. */
    readonly undo: (change: Change) => Promise<Made>,
    readonly draft: SessionDraft,
  ) {
    super('ll-session-changed');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-session-sheet': LlStaffSessionSheet;
  }
  interface HTMLElementEventMap {
    'll-session-changed': SessionChangedEvent;
  }
}

/** A meeting whose sheet is open, with what was different about it then: by that it is told who changed what. */
export interface OpenSession {
  readonly session: Session;
  readonly base: SessionChange | undefined;
}

/** Whom a change would reach. */
interface People {
  readonly enrolled: number;
  readonly came: number;
}

/**
 * Changes one meeting of a course: another day, time, room or leader, a word about it, or that it is not held. What
 * would clash is said before it is saved, and whom it reaches; it stays open until the change is made.
 *
 * @event ll-session-changed - It was changed.
 * @event ll-sheet-close - It is to be closed.
 */
@customElement('ll-staff-session-sheet')
export class LlStaffSessionSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.75rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .notes {
        display: grid;
        gap: 0.5rem;
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Null while nothing is being changed. */
  @property({ attribute: false }) open: OpenSession | null = null;
  /** What is different about the meeting now, while the sheet is open. */
  @property({ attribute: false }) now: SessionChange | undefined = undefined;
  @property({ attribute: false }) timetable: Timetable | null = null;
  @property({ attribute: false }) people: People = { enrolled: 0, came: 0 };
  @property({ attribute: false }) today: CivilDate = '';

  @state() private draft: SessionDraft | null = null;
  /** Upon what the sheet stands: what was different when somebody began with it, perhaps days ago. */
  @state() private base: SessionChange | undefined = undefined;

  readonly #change = new Change(this);
  readonly #unfinished = new UnfinishedForm<SessionForm>(this, {
    what: 'session',
    is: isSessionForm,
    show: (left) => {
      this.#begin();
      if (left === null) return;
      this.draft = left.draft;
      this.base = left.base ?? undefined;
    },
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.#begin();
    this.#change.forget();
    if (this.open === null) this.#unfinished.close();
    else this.#unfinished.open(this.open.session.id);
  }

  #begin(): void {
    this.draft = this.open === null ? null : draftOf(this.open.session);
    this.base = this.open?.base;
  }

  override render(): TemplateResult {
    const { open, draft } = this;
    return html`
      <ll-sheet
        actions
        ?open=${open !== null}
        heading=${open === null ? '' : `${courseName(open.session.course)} · ${formatDay(open.session.date)}`}
        close-label=${t('staff.close')}
        ?written=${this.#unfinished.left === 'shown'}
        problem=${open === null || draft === null ? '' : this.#problem(open.session, draft)}
      >
        ${open === null || draft === null ? nothing : this.#renderForm(open.session, draft)}
        <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
        <button slot="actions" class="confirm" ?disabled=${this.#change.running} @click=${this.#save}>
          ${t(this.#isConflict ? 'staff.timetable.mine' : 'staff.timetable.save')}
        </button>
      </ll-sheet>
    `;
  }

  get #isConflict(): boolean {
    return this.#change.refusal?.status === 'conflict';
  }

  #problem(session: Session, draft: SessionDraft): string {
    const { base } = this;
    const { refusal } = this.#change;
    if (refusal === null) return '';
    if (this.#isConflict) {
      const fields = changedByBoth(session, draft, base, this.now).map(fieldName);
      return t('staff.timetable.bothChanged', { what: fields.join(t('common.listJoin')) });
    }
    if (refusal.code === 'already-meets') return t('staff.timetable.refused.already');
    if (refusal.code === 'past-day') return t('staff.timetable.refused.past');
    if (refusal.code === 'unknown-session') return t('staff.timetable.refused.gone');
    return t('staff.today.notChanged');
  }

  #renderForm(session: Session, draft: SessionDraft): TemplateResult {
    return html`
      ${unfinishedNote(this.#unfinished)}
      <form novalidate @submit=${this.#save}>
        <label class="tick wide">
          <input
            id="cancelled"
            type="checkbox"
            .checked=${draft.cancelled}
            @change=${({ target }: Event) =>
              this.#set({ cancelled: target instanceof HTMLInputElement && target.checked })}
          />
          ${t('staff.timetable.cancel')}
        </label>
        ${
          draft.cancelled
            ? nothing
            : html`${this.#field('date', 'date', draft, { min: this.today })}
              ${this.#field('start', 'time', draft)} ${this.#field('room', 'text', draft, { maxLength: 40 })}
              ${this.#field('leader', 'text', draft, { maxLength: 40 })}`
        }
        <div class="wide">
          ${this.#field('note', 'text', draft, {
            maxLength: 120,
            label: draft.cancelled ? t('staff.timetable.why') : t('staff.timetable.note'),
          })}
        </div>
      </form>
      <div class="notes" aria-live="polite">
        ${this.#clashes(session, draft).map(
          (clash) =>
            html`<p class="note warn">${consoleIcon('warning')}<span>${clashWords(clash)}</span></p>`,
        )}
        ${this.#reaches(session, draft).map((words) => html`<p class="soft">${words}</p>`)}
      </div>
    `;
  }

  #field(
    name: Exclude<keyof SessionDraft, 'cancelled'>,
    type: 'date' | 'time' | 'text',
    draft: SessionDraft,
    more: { readonly min?: string; readonly maxLength?: number; readonly label?: string } = {},
  ): TemplateResult {
    return html`<div>
      <label for=${name}>${more.label ?? fieldName(name)}</label>
      <input
        id=${name}
        type=${type}
        min=${more.min ?? nothing}
        maxlength=${more.maxLength ?? nothing}
        autocomplete="off"
        .value=${draft[name]}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#set({ [name]: target.value });
        }}
      />
    </div>`;
  }

  #set(part: Partial<SessionDraft>): void {
    if (this.draft === null) return;
    this.draft = { ...this.draft, ...part };
    this.#unfinished.keep({ draft: this.draft, base: this.base ?? null });
    this.#change.forget();
  }

  #clashes(session: Session, draft: SessionDraft) {
    return this.timetable === null ? [] : clashesOfSession(sessionBy(session, draft), this.timetable);
  }

  /** What becomes of those who have put their name down or come already. */
  #reaches(session: Session, draft: SessionDraft): readonly string[] {
    const { enrolled, came } = this.people;
    const isMoved = !draft.cancelled && draft.date !== '' && draft.date !== session.date;
    const words: string[] = [];
    if (enrolled > 0 && draft.cancelled && !session.cancelled)
      words.push(t('staff.timetable.reaches.cancelled', { count: enrolled }));
    if (enrolled > 0 && isMoved) words.push(t('staff.timetable.reaches.moved', { count: enrolled }));
    if (came > 0 && (isMoved || (draft.cancelled && !session.cancelled)))
      words.push(t('staff.timetable.reaches.came', { count: came }));
    return words;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { open, draft } = this;
    if (open === null || draft === null || this.#change.running) return;
    const undo = await this.#make(open, draft);
    if (undo === null) return;
    this.dispatchEvent(new SessionChangedEvent(open.session, undo, draft));
    this.dispatchEvent(new SheetCloseEvent());
  };

  /** What takes the change back; null where it was not made. */
  async #make(
    { session, base: stood }: OpenSession,
    draft: SessionDraft,
  ): Promise<((change: Change) => Promise<Made>) | null> {
    const { base } = this;
    const change = changeOf(session, draft, base);
    if (draft.cancelled || draft.date === '' || draft.date === session.date) {
      const over = this.#isConflict;
      const made = await this.#change.run('session.change', { change, base: base ?? null, over });
      const before = changeOf(session, draftOf(session), stood);
      return made.ok ? (undo) => undo.run('session.change', { change: before, base: change }) : null;
    }
    const { start, room, leader, note } = change;
    const { date: to } = draft;
    const there = { start, room, leader, note };
    const made = await this.#change.run('session.move', { sessionId: session.id, to, ...there });
    const back = {
      sessionId: sessionId(session.course.id, to),
      to: session.date,
      start: stood?.start ?? null,
      room: stood?.room ?? null,
      leader: stood?.leader ?? null,
      note: stood?.note ?? null,
    };
    return made.ok ? (undo) => undo.run('session.move', back) : null;
  }
}

const FIELDS = {
  date: 'staff.timetable.day',
  start: 'staff.timetable.start',
  room: 'staff.timetable.room',
  leader: 'staff.timetable.leader',
  note: 'staff.timetable.note',
  cancelled: 'staff.timetable.cancelled',
} as const;

const fieldName = (field: string): string =>
  Object.entries(FIELDS).flatMap(([name, key]) => (name === field ? [t(key)] : []))[0] ?? '';
