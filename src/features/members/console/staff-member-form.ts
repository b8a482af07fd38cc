import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { newId } from '../../../app/new-id.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { same } from '../../../kernel/same.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { refusedWords } from '../../../ui/console/refused-words.ts';
import { leaveSheet, SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { checkDraft, draftOf, memberOf, sharingPhone, type MemberDraft } from '../model/member-draft.ts';
import { collisions } from '../model/merge.ts';
import type { Member } from '../model/roster.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import { isMemberForm, type MemberForm } from './member-form-kept.ts';
import { fieldWords, maskedWords, valueWords } from './member-words.ts';
import '../../../ui/console/sheet.ts';
import './staff-card-field.ts';
import './staff-comfort-field.ts';
import './staff-pairs-field.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-member-form': LlStaffMemberForm;
  }
}

type Typed = 'name' | 'phone' | 'birthYear' | 'note';
/** Whatever the clock says, nobody is born later. */
const LAST_YEAR = 2100;

/**
 * Adds a member or changes one. What somebody else changes meanwhile is merged, and asked about where both have changed
 * the same.
 *
 * @event ll-sheet-close - It is done, or nothing is to be done.
 */
@customElement('ll-staff-member-form')
export class LlStaffMemberForm extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .two {
        display: grid;
        gap: 0.75rem;
      }
      .hint {
        margin-top: 0.25rem;
      }
      textarea {
        min-height: 5rem;
        resize: vertical;
      }
      @media (min-width: 32rem) {
        .two {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** Who is changed, as they were when the sheet was opened; null for somebody new. */
  @property({ attribute: false }) member: Member | null = null;
  /** All members as they stand now. */
  @property({ attribute: false }) members: readonly Member[] = [];

  /** Upon whom the form stands: as they were when somebody began with it, perhaps days ago. */
  @state() private base: Member | null = null;
  @state() private draft: MemberDraft = draftOf(null);
  @state() private tried = false;
  /** Somebody has been shown what collides, and may say that theirs counts. */
  @state() private collided: readonly (keyof Member)[] = [];

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #unfinished = new UnfinishedForm<MemberForm>(this, {
    what: 'member',
    is: isMemberForm,
    isPersonal: true,
    show: (left) => {
      this.base = left === null ? this.member : left.base;
      this.draft = left?.draft ?? draftOf(this.member);
      this.tried = false;
      this.collided = [];
    },
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (!this.open) return this.#unfinished.close();
    this.base = this.member;
    this.draft = draftOf(this.member);
    this.tried = false;
    this.collided = [];
    this.#change.forget();
    this.#unfinished.open(this.member?.id ?? 'new');
  }

  override render(): TemplateResult {
    const { open, member, draft } = this;
    const isOther =
      this.#unfinished.left === 'shown' ||
      !same(draft.card, member?.card) ||
      !same(draft.pairedWith, member?.pairedWith ?? []) ||
      !same(draft.comfort, member?.comfort);
    return html`<ll-sheet
      actions
      ?open=${open}
      ?written=${open && isOther}
      heading=${member === null ? t('members.form.add') : t('members.form.edit')}
      close-label=${t('staff.close')}
      problem=${this.#problem}
    >
      ${open ? this.#renderForm() : nothing}
      <button slot="actions" @click=${leaveSheet}>${t('members.form.cancel')}</button>
      <button slot="actions" class="confirm" ?disabled=${this.#change.running} @click=${this.#save}>
        ${this.collided.length === 0 ? t('members.form.save') : t('members.meanwhile.mine')}
      </button>
    </ll-sheet>`;
  }

  get #others(): readonly Member[] {
    return this.members.filter(({ id: one, left }) => one !== this.member?.id && left === undefined);
  }

  /** The member as it stands now; undefined for somebody new, and for somebody who has been deleted. */
  get #now(): Member | undefined {
    return this.members.find(({ id: one }) => one === this.member?.id);
  }

  get #problem(): string {
    const { refusal } = this.#change;
    if (this.collided.length > 0)
      return t('members.meanwhile.collides', {
        fields: this.collided.map(fieldWords).join(t('common.listJoin')),
      });
    if (refusal === null) return '';
    if (refusal.code === 'member-removed') return t('members.meanwhile.removed');
    return refusedWords(refusal.code, t('members.refused'));
  }

  #renderForm(): TemplateResult {
    const { base, draft, member } = this;
    const now = this.#now;
    const isOlder = base !== null && now !== undefined && !same(now, base);
    return html`<form class="stack" novalidate @submit=${this.#save}>
      ${unfinishedNote(this.#unfinished)}
      ${isOlder ? html`<p class="note" role="status">${t('members.meanwhile.changed')}</p>` : nothing}
      ${this.#renderField('name', html`<input id="name" autocomplete="off" .value=${draft.name} />`)}
      <div class="two">
        ${this.#renderField(
          'phone',
          html`<input id="phone" type="tel" autocomplete="off" .value=${draft.phone} />`,
          t('members.form.phoneHint'),
        )}
        ${this.#renderField(
          'birthYear',
          html`<input id="birthYear" inputmode="numeric" autocomplete="off" .value=${draft.birthYear} />`,
          t('members.form.yearHint'),
        )}
      </div>
      ${this.#renderSharing()}
      <ll-staff-card-field
        .card=${draft.card}
        .former=${member?.card}
        .centreId=${this.#change.store?.actor.centreId ?? null}
        .others=${this.#others}
        @ll-member-card=${({ card }: HTMLElementEventMap['ll-member-card']) => this.#put({ card })}
      ></ll-staff-card-field>
      ${this.#renderTheirs('card')}
      <ll-staff-pairs-field
        .chosen=${draft.pairedWith}
        .members=${this.#others}
        @ll-member-pairs=${({ pairedWith }: HTMLElementEventMap['ll-member-pairs']) => this.#put({ pairedWith })}
      ></ll-staff-pairs-field>
      ${this.#renderTheirs('pairedWith')}
      <ll-staff-comfort-field
        .comfort=${draft.comfort}
        @ll-member-comfort=${({ comfort }: HTMLElementEventMap['ll-member-comfort']) => this.#put({ comfort })}
      ></ll-staff-comfort-field>
      ${this.#renderTheirs('comfort')}
      ${this.#renderField(
        'note',
        html`<textarea id="note" .value=${draft.note}></textarea>`,
        t('members.form.noteHint'),
      )}
    </form>`;
  }

  #renderField(field: Typed, control: TemplateResult, hint?: string): TemplateResult {
    const problem = this.#problems.find((one) => one.field === field);
    return html`<div @input=${(event: Event) => this.#type(field, event)}>
      <label for=${field}>${t(`members.field.${field}`)}</label>
      ${control} ${hint === undefined ? nothing : html`<p class="soft hint">${hint}</p>`}
      ${
        problem === undefined
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${wrongWords(problem.code)}</p>`
      }
      ${this.#renderTheirs(field)}
    </div>`;
  }

  /** What somebody else has made of a field that both have changed. */
  #renderTheirs(field: keyof Member): TemplateResult | typeof nothing {
    const now = this.#now;
    if (now === undefined || !this.collided.includes(field)) return nothing;
    return html`<p class="problem" role="alert">
      ${consoleIcon('warning')}${t('members.meanwhile.theirs', { value: valueWords(now, field, this.members) })}
    </p>`;
  }

  #renderSharing(): TemplateResult | typeof nothing {
    const { those, sameName } = sharingPhone(this.draft, this.#others);
    const [first] = those;
    if (first === undefined) return nothing;
    return html`<p class="note warn" role="status">
      ${sameName ? t('members.same.both') : t('members.same.phone', { name: maskedWords(first) })}
    </p>`;
  }

  get #problems(): ReturnType<typeof checkDraft> {
    if (!this.tried) return [];
    return checkDraft(this.draft, Number(this.#ticker.dayAt()?.slice(0, 4) ?? LAST_YEAR));
  }

  override updated(): void {
    // A field's own words are a template's; which of them are wrong is said to those who listen.
    const wrong = new Set(this.#problems.map(({ field }) => field));
    for (const field of this.renderRoot.querySelectorAll('input, textarea'))
      field.setAttribute('aria-invalid', String(wrong.has(field.id)));
  }

  #type(field: Typed, { target }: Event): void {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      this.#put({ [field]: target.value });
  }

  #put(change: Partial<MemberDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.#unfinished.keep({ base: this.base, draft: this.draft });
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.tried = true;
    const [first] = this.#problems;
    if (first !== undefined) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`#${first.field}`)?.focus();
      return;
    }
    const { base } = this;
    const member = memberOf(this.draft, base?.id ?? newId(), base);
    const over = this.collided.length > 0;
    const made = await this.#change.run('member.save', {
      member,
      ...(base === null ? {} : { base }),
      ...(over ? { over } : {}),
    });
    if (made.ok) this.dispatchEvent(new SheetCloseEvent());
    else if (made.status === 'conflict' && base !== null && this.#now !== undefined)
      this.collided = collisions(base, member, this.#now);
  };
}

function wrongWords(code: string): string {
  switch (code) {
    case 'name':
    case 'name-long':
    case 'phone':
    case 'birthYear':
    case 'note':
      return t(`members.wrong.${code}`);
    default:
      return t('members.refused');
  }
}
