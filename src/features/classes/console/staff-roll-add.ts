import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { maskName } from '../../members/model/masking.ts';
import type { Session } from '../model/sessions.ts';
import type { Member, Roll } from './roll.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-roll-add': LlStaffRollAdd;
  }
}

/** So many names are offered; with more, more has to be typed. */
const MOST_NAMES = 6;

/** Puts somebody on a session's list, or on those of all the coming ones, and says whether they have a place. */
@customElement('ll-staff-roll-add')
export class LlStaffRollAdd extends LitElement {
  static override readonly styles = [
    textStyles,
    rowsStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        display: block;
        margin-top: 1rem;
      }
      .names {
        margin-top: 0.5rem;
      }
      .names button {
        width: 100%;
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) members: readonly Member[] = [];
  @property({ attribute: false }) roll: Roll | null = null;
  @property({ attribute: false }) coming: readonly Session[] = [];
  @property({ type: Boolean, attribute: 'has-begun' }) hasBegun = false;

  @state() private typed = '';
  @state() private everyOne = false;
  /** Who has just been put down, or who came and is to be. */
  @state() private added: Member | null = null;
  @state() private asks: Member | null = null;

  readonly #change = new Change(this);
  readonly #unsent = new UnsentChanges(this, new SyncState(this));

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('session')) return;
    const was = changed.get('session');
    if (was?.id === this.session?.id) return;
    this.typed = '';
    this.added = null;
    this.asks = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { session, roll } = this;
    if (session === null || roll === null) return nothing;
    const typed = this.typed.trim();
    const found = typed === '' ? [] : this.#found(roll, typed);
    return html`
      ${this.#renderAdded(roll, session)}
      <label for="find">${t(this.hasBegun ? 'staff.roll.addCame' : 'staff.enrolments.add')}</label>
      <input id="find" type="search" autocomplete="off" .value=${this.typed} @input=${this.#type} />
      ${
        !this.hasBegun && this.coming.length > 1
          ? html`<label class="tick">
              <input
                id="every"
                type="checkbox"
                .checked=${this.everyOne}
                @change=${({ target }: Event) => {
                  this.everyOne = target instanceof HTMLInputElement && target.checked;
                }}
              />
              ${t('staff.roll.every', { count: this.coming.length })}
            </label>`
          : nothing
      }
      ${typed !== '' && found.length === 0 ? html`<p class="nothing" role="status">${t('staff.history.nobody')}</p>` : nothing}
      <ul class="rows names">
        ${found.slice(0, MOST_NAMES).map(
          (member) =>
            html`<li>
              <button @click=${() => this.#add(session, member)}>
                <b>${maskName(member.name)}</b><span class="soft num">${tellsApart(member)}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${found.length > MOST_NAMES ? html`<p class="nothing" role="status">${t('staff.history.many')}</p>` : nothing}
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${
        this.asks === null
          ? nothing
          : html`<ll-staff-roll-reason
              name=${this.asks.name}
              came
              @ll-roll-reason=${({ reason }: HTMLElementEventMap['ll-roll-reason']) =>
                this.#came(session, reason)}
              @ll-roll-reason-left=${() => (this.asks = null)}
            ></ll-staff-roll-reason>`
      }
    `;
  }

  /** Whether who was just put down has a place or waits: by the list as it stands now. */
  #renderAdded({ listed, waiting }: Roll, session: Session) {
    const { added } = this;
    if (added === null) return nothing;
    // The place may be somebody else's by the time the hub hears of it.
    if (this.#unsent.about(['enrol.join'], session.id, added.id))
      return html`<p class="note warn" role="status">${t('staff.roll.nowNoted', { name: added.name })}</p>`;
    const place = waiting.findIndex(({ memberId }) => memberId === added.id);
    if (place >= 0)
      return html`<p class="note warn" role="status">
        ${t('staff.roll.nowWaiting', { name: added.name, place: place + 1 })}
      </p>`;
    return listed.some(({ memberId }) => memberId === added.id)
      ? html`<p class="note ok" role="status">${t('staff.roll.nowIn', { name: added.name })}</p>`
      : nothing;
  }

  #found({ listed, waiting, besides }: Roll, typed: string): readonly Member[] {
    const on = new Set<string>(
      (this.hasBegun ? [...besides, ...listed] : [...listed, ...waiting]).map(({ memberId }) => memberId),
    );
    return this.members.filter(
      ({ id, name, phone }) => !on.has(id) && (name.includes(typed) || phone?.endsWith(typed) === true),
    );
  }

  readonly #type = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.typed = event.target.value;
    this.added = null;
  };

  async #add(session: Session, member: Member): Promise<void> {
    this.typed = '';
    if (this.hasBegun) {
      this.asks = member;
      return;
    }
    const sessions = this.everyOne ? this.coming : [session];
    const who = { memberId: member.id, seen: { name: member.name } };
    for (const { id } of sessions) {
      const made = await this.#change.run('enrol.join', { sessionId: id, ...who });
      if (!made.ok) return;
    }
    this.added = member;
  }

  async #came({ id: sessionId }: Session, reason: string): Promise<void> {
    if (this.asks === null) return;
    const { id: memberId } = this.asks;
    const made = await this.#change.run('checkin.correct', { sessionId, memberId, came: true, reason });
    if (made.ok) this.asks = null;
  }
}

/** What tells people of the same masked name apart: the end of the telephone number, and the year they were born. */
const tellsApart = ({ phone, birthYear }: Member): string =>
  [phone?.slice(-4) ?? '', birthYear === null ? '' : t('staff.roll.born', { year: birthYear })]
    .filter((words) => words !== '')
    .join(' · ');
