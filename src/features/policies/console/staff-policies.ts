import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { onStore } from '../../../app/on-store.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatDate, LocaleController, t } from '../../../i18n/index.ts';
import type { Actor } from '../../../kernel/mutation.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import type { Readings } from '../../../kernel/typed-words.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { expiryOf } from '../model/expiry.ts';
import { policiesByCategory } from '../model/policy.ts';
import { searchOf } from '../model/search.ts';
import { PolicyDraftStorage } from './policy-draft-storage.ts';
import { PolicyChooseEvent } from './policy-events.ts';
import { policyTitle } from './policy-title.ts';
import './policy-words.ts';
import { casesOf, policyChanges, readPolicies, type PolicyCase } from './read-policies.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policies': LlStaffPolicies;
  }
}

const filters = ['all', 'waiting', 'lapsed', 'soon', 'withdrawn'] as const;
type Filter = (typeof filters)[number];
/** So many are drawn at once; whoever looks for one among more asks for it by a word. */
const MOST = 80;
/** The sheet of what has no name yet. */
export const NEW = 'new';
const noReadings: Readings = () => [];

/**
 * All policies by their kinds, each with how it stands: published, waiting, sent back, withdrawn, about to run out.
 * @event ll-policy-choose - One is to be written on.
 */
@customElement('ll-staff-policies')
export class LlStaffPolicies extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    fieldStyles,
    buttonStyles,
    messageStyles,
    css`
      .find {
        margin: 0.75rem 0;
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        margin-bottom: 0.5rem;
      }
      .filters [aria-pressed='true'] {
        background: var(--pine);
        color: #fff;
      }
      h3 {
        margin-top: 1rem;
        color: var(--ink-soft);
      }
      li button {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        justify-content: flex-start;
        width: 100%;
        padding: 0.625rem 0.25rem;
        text-align: left;
      }
      li b {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private filter: Filter = 'all';
  @state() private looksFor = '';
  @state() private readings: Readings = noReadings;
  #owner: Actor | undefined;
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #rows = new LiveQuery(this, { query: readPolicies, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    onStore(this, ({ actor }) => {
      this.#owner = actor;
      this.requestUpdate();
    });
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${t('policyDesk.list.heading')}</h2>
        <button class="confirm" @click=${() => this.#open(NEW)}>
          ${consoleIcon('plus')}${t(this.#isBegun(NEW) ? 'policyDesk.list.goOn' : 'policyDesk.list.write')}
        </button>
      </div>
      ${this.#rows.render<unknown>({
        ...rowStates('policyDesk.list.none', this.#sync),
        complete: (rows) => this.#all(casesOf(rows), this.#ticker.dayAt(rows.centre)),
      })}
    </section>`;
  }

  #all(cases: readonly PolicyCase[], today: CivilDate | null): unknown {
    if (cases.length === 0) return html`<p class="nothing">${t('policyDesk.list.none')}</p>`;
    const kept = cases.filter((one) => isIn(one, this.filter, today));
    const looked = this.#looked(kept);
    return html`
      <div class="find">
        <label for="find">${t('policyDesk.list.find')}</label>
        <input
          id="find"
          type="search"
          autocomplete="off"
          placeholder=${t('policyDesk.list.findHint')}
          .value=${this.looksFor}
          @focus=${this.#bringReadings}
          @input=${this.#look}
        />
      </div>
      ${this.#filters(cases, today)}
      ${
        looked.length === 0
          ? html`<p class="nothing">${t('policyDesk.list.noneSuch')}</p>`
          : this.#groups(looked, today)
      }
      ${looked.length > MOST ? html`<p class="soft">${t('policyDesk.list.more', { count: looked.length - MOST })}</p>` : nothing}
    `;
  }

  /** The ways to stand that there are, with how many; nothing where all stand alike. */
  #filters(cases: readonly PolicyCase[], today: CivilDate | null): TemplateResult | typeof nothing {
    const counted = filters
      .map((one) => ({ one, count: cases.filter((some) => isIn(some, one, today)).length }))
      .filter(({ one, count }) => count > 0 || one === this.filter);
    if (counted.length < 2) return nothing;
    return html`<div class="filters" role="group" aria-label=${t('policyDesk.list.only')}>
      ${counted.map(
        ({ one, count }) =>
          html`<button
            aria-pressed=${one === this.filter ? 'true' : 'false'}
            @click=${() => (this.filter = one)}
          >
            ${t(`policyDesk.list.${one}`)} <span class="num">${count}</span>
          </button>`,
      )}
    </div>`;
  }

  /** In the order of what was asked for, else by their kinds. */
  #groups(cases: readonly PolicyCase[], today: CivilDate | null): unknown {
    const some = cases.slice(0, MOST);
    const rows = (of: readonly PolicyCase[]): TemplateResult =>
      html`<ul class="rows">
        ${of.map((one) => this.#row(one, today))}
      </ul>`;
    if (this.looksFor.trim() !== '') return rows(some);
    return policiesByCategory(some.map(({ text }) => text)).map(
      ({ category, policies }) =>
        html`<h3>${t(`kioskPages.policies.category.${category}`)}</h3>
          ${rows(policies.flatMap(({ id }) => some.filter((one) => one.id === id)))}`,
    );
  }

  #row(one: PolicyCase, today: CivilDate | null): TemplateResult {
    return html`<li>
      <button class="bare" @click=${() => this.#open(one.id)}>
        <b>${policyTitle(one.text)}</b>
        ${chipsOf(one, today).map(([kind, words]) => html`<span class="chip ${kind}">${words}</span>`)}
        ${
          one.published === undefined
            ? nothing
            : html`<span class="soft num"
                >${t('policyDesk.list.reviewed', { date: formatDate(one.published.reviewedOn) })}</span
              >`
        }
        ${this.#isBegun(one.id) ? html`<span class="chip">${t('policyDesk.list.begun')}</span>` : nothing}
        ${
          this.#unsent.about(policyChanges, one.id)
            ? html`<span class="chip warn">${consoleIcon('clock')}${t('policyDesk.unsent')}</span>`
            : nothing
        }
      </button>
    </li>`;
  }

  #looked(cases: readonly PolicyCase[]): readonly PolicyCase[] {
    if (this.looksFor.trim() === '') return cases;
    const found = searchOf(
      cases.map(({ text }) => text),
      this.readings,
    )(this.looksFor);
    return found.flatMap(({ id }) => cases.filter((one) => one.id === id));
  }

  /** Whether something is written of it on this device that nobody else has. */
  #isBegun(policyId: string): boolean {
    const { value: device } = this.#device;
    if (device === undefined || this.#owner?.type !== 'staff') return false;
    const storage = new PolicyDraftStorage(`${device.id}:${this.#owner.accountId}`);
    return storage.read(policyId).writing !== null;
  }

  #open(policyId: string): void {
    this.dispatchEvent(new PolicyChooseEvent(policyId));
  }

  readonly #look = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) this.looksFor = currentTarget.value;
  };

  /** How characters are read is a large table; without it words are found as they are written. */
  readonly #bringReadings = async (): Promise<void> => {
    if (this.readings !== noReadings) return;
    try {
      this.readings = (await import('../../../app/readings.ts')).readings;
    } catch (error) {
      console.error(error);
    }
  };
}

function isIn(
  { text, published, proposal, withdrawn }: PolicyCase,
  filter: Filter,
  today: CivilDate | null,
): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'waiting':
      return proposal !== undefined;
    case 'withdrawn':
      return withdrawn !== undefined && published === undefined;
    default:
      return published !== undefined && expiryOf(text, today) === filter;
  }
}

/** How a policy stands, each in a word. */
function chipsOf(
  { published, proposal, withdrawn }: PolicyCase,
  today: CivilDate | null,
): readonly (readonly [kind: string, words: string])[] {
  const chips: (readonly [string, string])[] = [];
  if (proposal !== undefined)
    chips.push(['warn', t(proposal.back === null ? 'policyDesk.is.waiting' : 'policyDesk.is.sentBack')]);
  if (published === undefined)
    return withdrawn === undefined ? chips : [...chips, ['', t('policyDesk.is.withdrawn')]];
  const date = published.expiresOn === null ? '' : formatDate(published.expiresOn);
  switch (expiryOf(published, today)) {
    case 'lapsed':
      return [...chips, ['alert', t('policyDesk.is.lapsed', { date })]];
    case 'soon':
      return [...chips, ['warn', t('policyDesk.is.soon', { date })]];
    default:
      return chips;
  }
}
