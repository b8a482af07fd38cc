import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, t, type TKey } from '../../../i18n/index.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { auditWords } from './audit-words.ts';
import { entryLine, entryStyles, whenOf, type Entry } from './entry-lines.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-records': LlStaffRecords;
  }
}

type RecordKind = 'help' | 'audit';

/** How many lines are read at a glance; older ones are the hub's. */
const MOST = 100;

const headings: Readonly<Record<RecordKind, TKey>> = {
  help: 'staff.records.help',
  audit: 'staff.records.audit',
};
const nothingKeys: Readonly<Record<RecordKind, TKey>> = {
  help: 'staff.records.noHelp',
  audit: 'staff.records.noAudit',
};

/** What has happened, the newest first: calls for help, who changed what. */
@customElement('ll-staff-records')
export class LlStaffRecords extends LitElement {
  static override readonly styles = [textStyles, cardStyles, rowsStyles, messageStyles, entryStyles];

  @property() kind: RecordKind = 'help';

  readonly #sync = new SyncState(this);
  readonly #entries = new LiveQuery(this, {
    query: readNewest,
    args: () => ({ kind: this.kind }),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t(headings[this.kind])}</h2>
        ${this.#entries.render<unknown>({
          ...rowStates(nothingKeys[this.kind], this.#sync),
          complete: ({ entries, offset }) =>
            html`<ul class="rows">
              ${entries.map((entry) => entryLine(entry, whenOf(entry, offset)))}
            </ul>`,
        })}
      </section>
    `;
  }
}

async function readNewest(view: View, { kind }: { readonly kind: RecordKind }) {
  const [centre] = await view.list('centre', 'centre');
  const entries = await read[kind](view);
  const newest = [...entries].sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0)).slice(0, MOST);
  return newest.length === 0 ? null : { entries: newest, offset: utcOffsetOf(centre) };
}

/** Each kind of record from the rows it is made of. */
const read: Readonly<Record<RecordKind, (view: View) => Promise<readonly Entry[]>>> = {
  async help(view) {
    const rows = await view.list('staff', 'helpCall');
    return rows.map((row) => ({
      atMs: row.raisedAtMs,
      words: () => ({ what: row.place, who: t(`staff.records.call.${row.state}`), detail: answer(row) }),
    }));
  },
  async audit(view) {
    const rows = await view.list('audit', 'audit');
    const known = await auditWords(view);
    return rows.map((row) => ({ atMs: row.receivedAtMs, words: () => known.of(row) }));
  },
};

function answer({ answeredBy, answeredAtMs, raisedAtMs }: RowOf<'helpCall'>): string {
  if (answeredBy === null) return '';
  if (answeredAtMs === null || raisedAtMs === null) return answeredBy;
  const tookMs = answeredAtMs - raisedAtMs;
  if (tookMs < 60_000) return t('staff.records.answeredAtOnce', { name: answeredBy });
  const minutes = Math.round(tookMs / 60_000);
  return t('staff.records.answered', { name: answeredBy, count: minutes });
}
