import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../i18n/members-texts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { rove } from '../../../ui/console/roving.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { maskName } from '../model/masking.ts';
import type { Member } from '../model/roster.ts';
import { inNameOrder, isAmong, searchMembers, type Among, type Readings } from '../model/search-members.ts';
import { leftWords, tailWords } from './member-words.ts';
import './staff-member.ts';
import './staff-member-form.ts';
import './staff-member-import.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-members': LlStaffMembers;
  }
}

/** So many stand on the page, and so many more when its end comes near: nobody waits for five thousand. */
const AT_ONCE = 50;
const groups: readonly Among[] = ['here', 'with-card', 'without-card', 'left'];
const changes = ['member.save', 'member.leave', 'member.import', 'member.revert'] as const;

/** What stands over the list. */
type Over =
  | { readonly what: 'member'; readonly memberId: string }
  | { readonly what: 'form'; readonly member: Member | null }
  | { readonly what: 'import' };

/** The members of the centre, masked: found by name, by how it is read, and by the end of the telephone. */
@customElement('ll-staff-members')
export class LlStaffMembers extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .asked {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
        margin: 0.75rem 0 0.25rem;
      }
      .row {
        flex-wrap: wrap;
        justify-content: space-between;
        width: 100%;
        min-height: 3.25rem;
        border-radius: 0;
        background: transparent;
        font-weight: 500;
        text-align: start;
        padding: 0.375rem 0.25rem;
      }
      .row:hover {
        background: var(--line);
      }
      .who {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: baseline;
      }
      .chips {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
      .further {
        width: 100%;
        margin-top: 0.5rem;
      }
      @media (min-width: 44rem) {
        .asked {
          grid-template-columns: minmax(0, 1fr) 12rem;
        }
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  @state() private typed = '';
  @state() private among: Among = 'here';
  @state() private shown = AT_ONCE;
  @state() private over: Over | null = null;
  @state() private readings: Readings = () => [];

  @query('#find') private readonly field!: HTMLInputElement | null;

  /** Draws on before whoever scrolls comes to the end. */
  readonly #end = new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) this.shown += AT_ONCE;
    },
    { rootMargin: '0px 0px 50% 0px' },
  );
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #members = new LiveQuery(this, {
    query: async (view) => inNameOrder(await view.list('people', 'member')),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    this.addEventListener('ll-sheet-close', () => (this.over = null));
    this.addEventListener('ll-member-edit', ({ member }) => (this.over = { what: 'form', member }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end.disconnect();
  }

  /** Looked at anew each time: what was drawn may not have moved the end out of sight. */
  protected override updated(): void {
    this.#end.disconnect();
    const further = this.renderRoot.querySelector('.further');
    if (further !== null) this.#end.observe(further);
  }

  override render(): TemplateResult {
    const members = this.#members.value ?? [];
    const { over } = this;
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${t('members.heading')}</h2>
          ${
            this.mayChange
              ? html`<div class="actions">
                  <button @click=${() => (this.over = { what: 'import' })}>${t('members.import')}</button>
                  <button class="confirm" @click=${() => (this.over = { what: 'form', member: null })}>
                    ${consoleIcon('plus')}${t('members.add')}
                  </button>
                </div>`
              : nothing
          }
        </div>
        ${this.#members.render<unknown>({
          ...rowStates('members.none', this.#sync),
          complete: (all) => this.#renderList(all),
        })}
      </section>
      <ll-staff-member
        .member=${over?.what === 'member' ? (members.find(({ id }) => id === over.memberId) ?? null) : null}
        .members=${members}
        ?may-change=${this.mayChange}
      ></ll-staff-member>
      <ll-staff-member-form
        ?open=${over?.what === 'form'}
        .member=${over?.what === 'form' ? over.member : null}
        .members=${members}
      ></ll-staff-member-form>
      <ll-staff-member-import ?open=${over?.what === 'import'} .members=${members}></ll-staff-member-import>
    `;
  }

  #renderList(all: readonly Member[]): TemplateResult {
    const among = all.filter((one) => isAmong(one, this.among));
    const typed = this.typed.trim();
    const found = searchMembers(among, typed, this.readings);
    const further = Math.min(AT_ONCE, found.length - this.shown);
    return html`
      <div class="asked">
        <div>
          <label for="find">${t('members.search')}</label>
          <input
            id="find"
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${this.typed}
            @focus=${this.#load}
            @input=${this.#type}
            @keydown=${(event: KeyboardEvent) => this.#press(event, found)}
          />
        </div>
        <div>
          <label for="among">${t('members.among.label')}</label>
          <select id="among" @change=${this.#choose}>
            ${groups.map(
              (one) =>
                html`<option value=${one} ?selected=${one === this.among}>
                  ${t(`members.among.${one}`)}
                </option>`,
            )}
          </select>
        </div>
      </div>
      <p class="soft num" role="status">
        ${
          found.length > 0
            ? t('members.count', { count: found.length })
            : typed === ''
              ? t('members.noneAmong')
              : t('members.notFound', { typed })
        }
      </p>
      <ul class="rows" @keydown=${(event: KeyboardEvent) => this.#press(event, found)}>
        ${found.slice(0, this.shown).map((member, at) => html`<li>${this.#renderRow(member, at === 0)}</li>`)}
      </ul>
      ${
        further > 0
          ? html`<button class="further" data-repeats @click=${() => (this.shown += AT_ONCE)}>
              ${t('members.more', { count: further })}
            </button>`
          : nothing
      }
    `;
  }

  #renderRow(member: Member, isFirst: boolean): TemplateResult {
    const chips = [
      ...(this.#unsent.about(changes, member.id)
        ? [html`<span class="chip warn">${consoleIcon('clock')}${t('members.unsent')}</span>`]
        : []),
      ...(member.left === undefined ? [] : [html`<span class="chip">${leftWords(member.left)}</span>`]),
      ...(typeof member.card === 'string' ? [html`<span class="chip">${t('members.card')}</span>`] : []),
    ];
    return html`<button class="row" tabindex=${isFirst ? 0 : -1} @click=${() => this.#open(member)}>
      <span class="who"
        ><b>${maskName(member.name)}</b> <span class="soft num">${tailWords(member)}</span></span
      >
      ${chips.length === 0 ? nothing : html`<span class="chips">${chips}</span>`}
    </button>`;
  }

  #open({ id: memberId }: Member): void {
    this.over = { what: 'member', memberId };
  }

  /** The arrows lead from the field through the list, and on where it has not all been drawn. Enter opens the only one. */
  #press(event: KeyboardEvent, found: readonly Member[]): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
    const [from] = event.composedPath();
    const [first] = found;
    if (event.key === 'ArrowDown' && from === rows[rows.length - 1] && rows.length < found.length) {
      event.preventDefault();
      void this.#goOn(rows.length);
    } else if (event.key === 'Enter' && from === this.field && first !== undefined && found.length === 1) {
      this.#open(first);
    } else if (this.field !== null) {
      rove(event, rows, this.field);
    }
  }

  async #goOn(to: number): Promise<void> {
    this.shown += AT_ONCE;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.row')[to]?.focus();
  }

  readonly #type = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.typed = target.value;
    this.shown = AT_ONCE;
  };

  readonly #choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    this.among = groups.find((one) => one === target.value) ?? 'here';
    this.shown = AT_ONCE;
  };

  /** How names are read weighs more than the page. Without it, who types finds by characters and figures still. */
  readonly #load = (): void => {
    import('../../../app/readings.ts').then(
      ({ readings }) => (this.readings = readings),
      (error: unknown) => console.error(error),
    );
  };
}
