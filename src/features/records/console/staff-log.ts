import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { formatTimeAt, LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { civilMoment, isCivilDate, utcOffsetOf, type CivilDate } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { yearDay } from '../../../ui/console/year-day.ts';
import { isAuditFound, isFound, newestFirst, type AuditSearch } from '../model/audit-search.ts';
import { auditWords, type AuditWords } from './audit-words.ts';
import { entryLine, entryStyles } from './entry-lines.ts';
import { changesCalled, type Names } from './record-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-log': LlStaffLog;
  }
}

type Row = RowOf<'audit'>;

/** What has been found so far. `here`: the hub did not answer, and this is what the console itself holds. */
interface Found {
  readonly rows: readonly Row[];
  readonly earlier: CivilDate | null;
  readonly here: boolean;
}

/** No more is sent of what a text may stand for: a word that names half of the house finds nothing anyway. */
const MOST_NAMES = 200;

/** Who changed what, from today back to the first day: found by person, day or words, before and after in words. */
@customElement('ll-staff-log')
export class LlStaffLog extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    entryStyles,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
        max-width: 56rem;
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
        gap: 0.75rem;
        align-items: end;
        margin-top: 0.625rem;
      }
      .entry {
        grid-template-columns: 4.75rem minmax(0, 1fr);
      }
      h3 {
        margin-top: 1rem;
      }
      .more {
        margin-top: 0.75rem;
      }
    `,
  ];

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private found: Found | null = null;
  @state() private asking = false;
  /** Further back could not be looked: what was found stays. */
  @state() private stuck = false;

  @query('#text') private readonly textField!: HTMLInputElement;
  @query('#by') private readonly bySelect!: HTMLSelectElement;
  @query('#day') private readonly dayField!: HTMLInputElement;

  readonly #known = new LiveQuery(this, { query: readKnown, args: () => [] });
  #search: AuditSearch = {};
  /** Counts the questions: an answer to one before says nothing. */
  #turn = 0;
  #begun = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (this.#begun || this.hub === undefined || this.#known.value === undefined) return;
    this.#begun = true;
    void this.#look(null);
  }

  override render(): TemplateResult {
    const known = this.#known.value ?? null;
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.records.audit')}</h2>
        <form role="search" @submit=${this.#submit}>
          <div>
            <label for="text">${t('staff.log.text')}</label>
            <input id="text" type="search" maxlength="60" autocomplete="off" />
          </div>
          <div>
            <label for="by">${t('staff.log.by')}</label>
            <select id="by">
              <option value="">${t('staff.log.anybody')}</option>
              ${(known?.people ?? []).map((name) => html`<option value=${name}>${name}</option>`)}
              <option value="hub">${t('staff.records.hub')}</option>
            </select>
          </div>
          <div>
            <label for="day">${t('staff.log.day')}</label>
            <input id="day" type="date" />
          </div>
          <button class="confirm">${t('staff.log.find')}</button>
        </form>
      </section>
      <section class="card" aria-busy=${this.asking}>
        ${known === null || this.found === null ? this.#renderPending() : this.#renderFound(this.found, known)}
      </section>
    `;
  }

  #renderPending(): TemplateResult {
    return html`<p class="nothing" role="status">${t('kiosk.state.pending')}</p>`;
  }

  #renderFound({ rows, earlier, here }: Found, { words, offset }: Known): TemplateResult {
    const days = [...new Set(rows.map((row) => civilMoment(row.receivedAtMs, offset).date))];
    return html`
      ${
        here
          ? html`<p class="note warn" role="status">
              <span>${consoleIcon('silent')}${t('staff.log.hereOnly')}</span>
              <button @click=${() => this.#look(null)}>${t('staff.log.again')}</button>
            </p>`
          : nothing
      }
      ${rows.length === 0 ? html`<p class="nothing" role="status">${this.#none()}</p>` : nothing}
      ${days.map(
        (day) => html`
          <h3>${yearDay(day)}</h3>
          <ul class="rows">
            ${repeat(
              rows.filter((row) => civilMoment(row.receivedAtMs, offset).date === day),
              (row) => row.id,
              (row) =>
                entryLine(
                  { atMs: row.receivedAtMs, words: () => words.of(row) },
                  formatTimeAt(row.receivedAtMs, offset),
                ),
            )}
          </ul>
        `,
      )}
      ${this.stuck ? html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.log.stuck')}</p>` : nothing}
      ${
        earlier === null
          ? nothing
          : html`<button class="more" ?disabled=${this.asking} @click=${() => this.#look(earlier)}>
              ${t(this.asking ? 'staff.log.looking' : 'staff.log.earlier')}
            </button>`
      }
    `;
  }

  #none(): string {
    return Object.keys(this.#search).length === 0 ? t('staff.records.noAudit') : t('staff.log.none');
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const text = this.textField.value.trim();
    const day = this.dayField.value;
    const names = this.#known.value?.words.names ?? new Map<string, string>();
    this.#search = {
      ...(text === ''
        ? {}
        : { text, names: changesCalled(text).slice(0, MOST_NAMES), subjects: called(text, names) }),
      ...(this.bySelect.value === '' ? {} : { by: this.bySelect.value }),
      ...(isCivilDate(day) ? { first: day, last: day } : {}),
    };
    void this.#look(null);
  };

  /** Looks from a day back; null: from the newest, in place of what was found before. */
  async #look(from: CivilDate | null): Promise<void> {
    if (this.hub === undefined) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.asking = true;
    this.stuck = false;
    const body = { ...this.#search, ...(from === null ? {} : { last: from }) };
    const reply = await this.hub.ask('/api/audit/search', isAuditFound, { method: 'POST', body });
    if (turn !== this.#turn) return;
    this.asking = false;
    const before = from === null ? [] : (this.found?.rows ?? []);
    if (reply.ok) {
      this.found = { rows: [...before, ...reply.value.rows], earlier: reply.value.earlier, here: false };
    } else if (from === null) this.found = this.#foundHere();
    else this.stuck = true;
  }

  /** What the console holds of it, while the hub does not answer. */
  #foundHere(): Found {
    const { rows = [], offset = 0 } = this.#known.value ?? {};
    const { first, last } = this.#search;
    const found = rows.filter((row) => {
      const day = civilMoment(row.receivedAtMs, offset).date;
      return isFound(row, this.#search) && day >= (first ?? '') && day <= (last ?? '9999');
    });
    return { rows: newestFirst(found), earlier: null, here: true };
  }
}

/** The things whose names say it, as `KIND/ID`. */
const called = (text: string, names: Names): string[] =>
  [...names].flatMap(([ref, name]) => (name.includes(text) ? [ref] : [])).slice(0, MOST_NAMES);

interface Known {
  readonly words: AuditWords;
  readonly rows: readonly Row[];
  readonly people: readonly string[];
  readonly offset: number;
}

async function readKnown(view: View): Promise<Known> {
  return {
    words: await auditWords(view),
    rows: await view.list('audit', 'audit'),
    people: [...new Set((await view.list('staff', 'account')).map(({ name }) => name))].sort(),
    offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
  };
}
