import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { maskName } from '../model/masking.ts';
import type { Member } from '../model/roster.ts';
import { comfortWords, leftWords, maskedWords, tailWords } from './member-words.ts';
import '../../../ui/console/sheet.ts';

/** Somebody wants to change a member's details. */
class MemberEditEvent extends Event {
  constructor(readonly member: Member) {
    super('ll-member-edit', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-member': LlStaffMember;
  }
  interface HTMLElementEventMap {
    'll-member-edit': MemberEditEvent;
  }
}

/**
 * One member: masked until somebody asks to see, which is written down, and masked again once nobody has touched the
 * sheet for a while.
 *
 * @event ll-member-edit - The details are to be changed.
 * @event ll-sheet-close - The person wants it closed.
 */
@customElement('ll-staff-member')
export class LlStaffMember extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    chipStyles,
    messageStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: fit-content(50%) minmax(0, 1fr);
        gap: 0.5rem 1rem;
        margin-bottom: 0.75rem;
      }
      dt {
        color: var(--ink-soft);
      }
      dd a {
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
        margin: -0.625rem 0;
        color: inherit;
      }
      .body > * + * {
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Who is looked at; null closes the sheet. */
  @property({ attribute: false }) member: Member | null = null;
  /** All members, for whom they look after. */
  @property({ attribute: false }) members: readonly Member[] = [];
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;
  /** After so long without a touch the details are masked again, in milliseconds. */
  @property({ attribute: false }) restsMs = 60_000;

  @state() private revealed = false;
  @state() private asksRemoval = false;

  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);

  constructor() {
    super();
    new LocaleController(this);
    for (const touch of ['pointerdown', 'keydown', 'scroll'] as const)
      this.addEventListener(touch, () => this.#touched(), { capture: true, passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#hidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#mask();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('member');
    if (changed.has('member') && before?.id !== this.member?.id) {
      this.#mask();
      this.#change.forget();
    }
  }

  override render(): TemplateResult {
    const { member } = this;
    const heading =
      member === null
        ? ''
        : this.asksRemoval
          ? t('members.remove.heading', { name: member.name })
          : this.revealed
            ? member.name
            : maskName(member.name);
    return html`<ll-sheet
      ?open=${member !== null}
      ?actions=${member !== null}
      heading=${heading}
      close-label=${t('staff.close')}
      problem=${this.#problem}
    >
      ${member === null ? nothing : this.asksRemoval ? this.#renderRemoval() : this.#renderMember(member)}
      ${member === null ? nothing : this.#renderActions(member)}
    </ll-sheet>`;
  }

  get #problem(): string {
    const { refusal } = this.#change;
    if (refusal === null) return '';
    return refusal.code === 'card-taken' ? t('members.cardTaken') : t('members.refused');
  }

  #renderMember(member: Member): TemplateResult {
    const looksAfter = this.members.filter(({ id }) => member.pairedWith?.includes(id));
    const by = this.members.filter(({ pairedWith }) => pairedWith?.includes(member.id));
    const named = (those: readonly Member[]): string =>
      those.length === 0 ? t('members.nothing') : those.map(maskedWords).join(t('common.listJoin'));
    return html`<div class="body">
      ${member.left === undefined ? nothing : html`<p><span class="chip">${leftWords(member.left)}</span></p>`}
      <dl>
        ${this.revealed ? this.#renderDetails(member) : line('phone', tailWords(member))}
        ${line('card', typeof member.card === 'string' ? t('members.hasCard') : t('members.nothing'))}
        ${line('pairs', named(looksAfter))} ${by.length === 0 ? nothing : line('pairedBy', named(by))}
        ${line('comfort', comfortWords(member.comfort))}
      </dl>
      ${
        this.revealed
          ? html`<p class="soft">${t('members.reveal.closes')}</p>`
          : html`<p class="soft">${t('members.reveal.why')}</p>`
      }
      ${
        this.#unsent.about(['member.reveal'], member.id)
          ? html`<p class="note warn">${consoleIcon('clock')}<span>${t('members.reveal.queued')}</span></p>`
          : nothing
      }
      ${
        this.revealed && this.mayChange && member.left === undefined
          ? html`<p class="soft">${t('members.leaveMeaning')}</p>`
          : nothing
      }
    </div>`;
  }

  #renderDetails({ phone, birthYear, note }: Member): TemplateResult {
    const year = Number(this.#ticker.dayAt()?.slice(0, 4) ?? Number.NaN);
    return html`
      ${line('phone', phone === null ? t('members.noPhone') : html`<a class="num" href="tel:${phone}">${phone}</a>`)}
      ${line(
        'birthYear',
        birthYear === null
          ? t('members.nothing')
          : Number.isNaN(year)
            ? String(birthYear)
            : t('members.age', { year: birthYear, age: year - birthYear }),
      )}
      ${note === undefined ? nothing : line('note', note)}
    `;
  }

  #renderRemoval(): TemplateResult {
    return html`<div class="body">
      <p>${t('members.remove.goes')}</p>
      <p>${t('members.remove.stays')}</p>
      <p class="strong">${t('members.remove.backups')}</p>
    </div>`;
  }

  #renderActions(member: Member): TemplateResult {
    if (this.asksRemoval)
      return html`<button slot="actions" @click=${() => (this.asksRemoval = false)}>
          ${t('members.remove.keep')}
        </button>
        <button slot="actions" class="primary" @click=${() => this.#remove(member)}>
          ${t('members.remove.do', { name: member.name })}
        </button>`;
    if (!this.revealed)
      return html`<button slot="actions" class="confirm" @click=${() => this.#reveal(member)}>
        ${t('members.reveal.do')}
      </button>`;
    if (!this.mayChange)
      return html`<button slot="actions" @click=${() => this.dispatchEvent(new SheetCloseEvent())}>
        ${t('staff.close')}
      </button>`;
    const left = member.left !== undefined;
    return html`<button slot="actions" class="outline" @click=${() => (this.asksRemoval = true)}>
        ${t('members.remove.ask')}
      </button>
      <button slot="actions" @click=${() => this.#leave(member, !left)}>
        ${left ? t('members.back') : t('members.leave')}
      </button>
      <button slot="actions" class="confirm" @click=${() => this.dispatchEvent(new MemberEditEvent(member))}>
        ${t('members.edit')}
      </button>`;
  }

  async #reveal({ id }: Member): Promise<void> {
    const made = await this.#change.run('member.reveal', { memberId: id });
    if (!made.ok || this.member?.id !== id) return;
    this.revealed = true;
    this.#touched();
  }

  async #leave({ id }: Member, left: boolean): Promise<void> {
    await this.#change.run('member.leave', { memberId: id, left });
  }

  async #remove({ id }: Member): Promise<void> {
    const made = await this.#change.run('member.remove', { memberId: id });
    if (made.ok) this.dispatchEvent(new SheetCloseEvent());
  }

  #touched(): void {
    clearTimeout(this.#rest);
    if (this.revealed) this.#rest = setTimeout(() => this.#mask(), this.restsMs);
  }

  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.#mask();
  };

  #mask(): void {
    clearTimeout(this.#rest);
    this.revealed = false;
    this.asksRemoval = false;
  }
}

type Line = 'phone' | 'birthYear' | 'card' | 'pairs' | 'pairedBy' | 'comfort' | 'note';

const line = (field: Line, words: unknown): TemplateResult =>
  html`<dt>${t(`members.field.${field}`)}</dt>
    <dd>${words}</dd>`;
