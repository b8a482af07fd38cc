import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Session, SessionChange } from '../model/sessions.ts';
import { clockTime } from '../../../kernel/time.ts';
import { formatDay, LocaleController, locale, t } from '../../../i18n/index.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import './staff-enrolments.ts';

/** What is to be different about one session. */
class SessionChangeEvent extends Event {
  constructor(readonly change: SessionChange) {
    super('ll-session-change');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-session-sheet': LlStaffSessionSheet;
  }
  interface HTMLElementEventMap {
    'll-session-change': SessionChangeEvent;
  }
}

/**
 * Changes one meeting of a course: cancels it, or another time, another room, a word about it; and who comes to it.
 *
 * @event ll-session-change - What is to be different.
 * @event ll-sheet-close - Nothing.
 */
@customElement('ll-staff-session-sheet')
export class LlStaffSessionSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.75rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  /** Null while nothing is being changed. */
  @property({ attribute: false }) session: Session | null = null;

  @query('#start') private readonly start!: HTMLInputElement;
  @query('#room') private readonly room!: HTMLInputElement;
  @query('#note') private readonly note!: HTMLInputElement;
  @query('#cancelled') private readonly cancelled!: HTMLInputElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { session } = this;
    return html`
      <ll-sheet
        actions
        ?open=${session !== null}
        heading=${session === null ? '' : `${nameOf(session)} · ${formatDay(session.date)}`}
        close-label=${t('staff.close')}
      >
        ${session === null ? nothing : this.#renderForm(session)}
        <button slot="actions" @click=${() => this.dispatchEvent(new SheetCloseEvent())}>
          ${t('staff.cancel')}
        </button>
        <button slot="actions" class="confirm" @click=${this.#save}>${t('staff.timetable.save')}</button>
      </ll-sheet>
    `;
  }

  #renderForm(session: Session): TemplateResult {
    return html`
      <form novalidate @submit=${this.#save}>
        <label class="tick wide">
          <input id="cancelled" type="checkbox" .checked=${session.cancelled} />
          ${t('staff.timetable.cancel')}
        </label>
        <div>
          <label for="start">${t('staff.timetable.start')}</label>
          <input id="start" type="time" .value=${clockTime(session.startMinute)} />
        </div>
        <div>
          <label for="room">${t('staff.timetable.room')}</label>
          <input id="room" maxlength="40" .value=${session.room} />
        </div>
        <div class="wide">
          <label for="note">${t('staff.timetable.note')}</label>
          <input id="note" maxlength="120" .value=${session.note ?? ''} />
        </div>
      </form>
      ${
        session.course.capacity === null
          ? nothing
          : html`<ll-staff-enrolments .session=${session}></ll-staff-enrolments>`
      }
    `;
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const { session } = this;
    if (session === null) return;
    const [start, room, note] = [this.start.value, this.room.value.trim(), this.note.value.trim()];
    this.dispatchEvent(
      new SessionChangeEvent({
        id: session.id,
        cancelled: this.cancelled.checked,
        start: start === '' || start === session.course.start ? null : start,
        room: room === '' || room === session.course.room ? null : room,
        note: note === '' ? null : note,
      }),
    );
  };
}

const nameOf = ({ course }: Session): string =>
  locale() === 'en' ? (course.nameEn ?? course.name) : course.name;
