import { BY_PHONE } from '../../check-in/model/by-phone.ts';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { civilMoment, utcOffsetOf } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { formatDate, formatTimeAt, LocaleController, t, type TKey } from '../../../i18n/index.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { changedWords } from './changed-words.ts';
import { namesOf } from './record-names.ts';
import { changeName, subjectWords, type Names } from './record-words.ts';
import { aboutWords } from './refusal-words.ts';
import type { Refusal } from '../model/refusal.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-records': LlStaffRecords;
  }
}

type RecordKind = 'help' | 'audit';

/** One line of a record: when, and in the language of now what, by whom or where, and what more is known. */
interface Entry {
  readonly atMs: number | null;
  readonly words: () => {
    readonly what: string;
    readonly who: string;
    readonly detail: string;
    /** What was different, a line each. */
    readonly changed?: readonly string[];
  };
}

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
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    messageStyles,
    css`
      .entry {
        display: grid;
        grid-template-columns: 6.75rem minmax(0, 1fr);
        gap: 0 0.75rem;
        padding: 0.5rem 0;
        min-height: 0;
      }
      .what {
        font-weight: 700;
      }
      .detail {
        overflow-wrap: anywhere;
      }
    `,
  ];

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
              ${entries.map((entry) => renderEntry(entry, offset))}
            </ul>`,
        })}
      </section>
    `;
  }
}

function renderEntry({ atMs, words }: Entry, offset: number): TemplateResult {
  const { what, who, detail, changed = [] } = words();
  const at =
    atMs === null
      ? t('staff.records.timeUnknown')
      : `${formatDate(civilMoment(atMs, offset).date)} ${formatTimeAt(atMs, offset)}`;
  return html`
    <li class="entry">
      <span class="soft num">${at}</span>
      <div>
        <span class="what">${what}</span> <span class="soft">${who}</span>
        <div class="soft detail">${detail}</div>
        ${changed.map((line) => html`<div class="detail">${line}</div>`)}
      </div>
    </li>
  `;
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
    const names = await namesOf(view);
    const refusals = [...(await view.list('people', 'refusal')), ...(await view.list('staff', 'refusal'))];
    const recorded = new Map(refusals.map((one) => [`refusal/${one.id}`, one]));
    return rows.map((row) => ({
      atMs: row.receivedAtMs,
      words: () => ({
        what: changeName(row.name),
        who: personOf(row.by, names),
        detail: subjectWords(row.subject, withRecords(names, row.subject, recorded)),
        changed: changedWords(row, names),
      }),
    }));
  },
};

/** The hub's own daily work is signed by the hub, what a device did with the device, what came by a code as by telephone. */
function personOf(by: string, names: Names): string {
  if (by === 'hub') return t('staff.records.hub');
  return by === BY_PHONE ? t('staff.records.byPhone') : (names.get(`device/${by}`) ?? by);
}

/** The names, and of the records that were touched what each is about. */
const withRecords = (
  names: Names,
  subject: readonly string[],
  recorded: ReadonlyMap<string, Refusal>,
): Names =>
  new Map([
    ...names,
    ...subject.flatMap((one) => {
      const record = recorded.get(one);
      return record === undefined ? [] : [[one, aboutWords(record, names)] as const];
    }),
  ]);

function answer({ answeredBy, answeredAtMs, raisedAtMs }: RowOf<'helpCall'>): string {
  if (answeredBy === null) return '';
  if (answeredAtMs === null || raisedAtMs === null) return answeredBy;
  const tookMs = answeredAtMs - raisedAtMs;
  if (tookMs < 60_000) return t('staff.records.answeredAtOnce', { name: answeredBy });
  const minutes = Math.round(tookMs / 60_000);
  return t('staff.records.answered', { name: answeredBy, count: minutes });
}
