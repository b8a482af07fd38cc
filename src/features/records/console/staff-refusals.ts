import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Refusal } from '../model/refusal.ts';
import { asksSomebody, isWaiting } from '../model/refusal.ts';
import { namesOf } from './record-names.ts';
import { changeName } from './record-words.ts';
import { aboutWords } from './refusal-words.ts';
import './staff-refusal.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-refusals': LlStaffRefusals;
  }
}

/** How many are read at a glance; the next come up as these are settled. */
const MOST = 20;

/** What was not done, for staff to do yet or let go: the newest first, what waits for somebody before what only tells. */
@customElement('ll-staff-refusals')
export class LlStaffRefusals extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    messageStyles,
    detailsStyles,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      h2 + .soft {
        padding-bottom: 0.5rem;
      }
      .settled {
        display: grid;
        gap: 0.125rem;
        padding: 0.5rem 0;
        min-height: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Whether whoever is signed in may decide. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, { query: readRefusals, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    return html`
      ${this.#renderDoubts(this.#known.value ?? null)}
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.refusals.heading')}</h2>
        ${this.#renderUnsent()}
        ${this.#known.render<unknown>({
          ...rowStates('staff.refusals.none', this.#sync),
          empty: () => this.#renderNone(),
          complete: (known) => this.#renderAll(known),
        })}
      </section>
    `;
  }

  #renderAll(known: Known): TemplateResult {
    const { undone, settled } = known;
    return html`
      ${undone.length === 0 ? this.#renderNone() : this.#renderList(undone, known)}
      ${settled.length === 0 ? nothing : this.#renderSettled(known)}
    `;
  }

  /** What nobody knows of yet whether it is done: only the hub can say. */
  #renderUnsent(): TemplateResult | typeof nothing {
    const waiting = this.#unsent.all;
    if (waiting.length === 0) return nothing;
    const what = [...new Set(waiting.map(({ name }) => changeName(name)))].join(t('common.listJoin'));
    return html`<p class="note warn">
      ${consoleIcon('clock')}<span>${t('staff.refusals.unsent', { count: waiting.length, what })}</span>
    </p>`;
  }

  /** That all was done is true of what the hub has answered, and of nothing since. */
  #renderNone(): TemplateResult | typeof nothing {
    if (this.#unsent.all.length > 0) return nothing;
    return html`<p class="nothing">
      ${t(this.#sync.away ? 'staff.refusals.noneHeard' : 'staff.refusals.none')}
    </p>`;
  }

  /** What was done and does not agree with something: it counts unless somebody says otherwise. */
  #renderDoubts(known: Known | null): TemplateResult | typeof nothing {
    if (known === null || known.doubts.length === 0) return nothing;
    return html`
      <section class="card" aria-labelledby="doubts">
        <h2 id="doubts">${t('staff.refusals.doubts.heading')}</h2>
        <p class="soft">${t('staff.refusals.doubts.meaning')}</p>
        ${this.#renderList(known.doubts, known)}
      </section>
    `;
  }

  #renderList(refusals: readonly Refusal[], known: Known): TemplateResult {
    const more = refusals.length - MOST;
    return html`
      <ul class="rows">
        ${repeat(
          refusals.slice(0, MOST),
          (refusal) => refusal.id,
          (refusal) =>
            html`<li>
              <ll-staff-refusal
                .refusal=${refusal}
                .names=${known.names}
                .timetable=${known.timetable}
                .offset=${known.offset}
                ?may-change=${this.mayChange}
              ></ll-staff-refusal>
            </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="soft">${t('staff.refusals.more', { count: more })}</p>` : nothing}
    `;
  }

  #renderSettled({ settled, names }: Known): TemplateResult {
    return html`
      <details>
        <summary>
          ${t('staff.refusals.settled.heading', { count: settled.length })}${consoleIcon('back')}
        </summary>
        <ul class="rows">
          ${settled.slice(0, MOST).map(
            (refusal) =>
              html`<li class="settled">
                <span>${aboutWords(refusal, names)}</span>
                <span class="soft">${settledWords(refusal)}</span>
              </li>`,
          )}
        </ul>
      </details>
    `;
  }
}

function settledWords({ settled, status }: Refusal): string {
  if (settled === null) return '';
  // What only told was looked at: nothing was given up.
  const onlyTold = settled.how === 'dismissed' && (status === 'expired' || status === 'done');
  const how = onlyTold ? 'seen' : settled.how;
  return t(`staff.refusals.settled.${how}`, { name: settled.by });
}

const isDoubt = ({ status }: Refusal): boolean => status === 'done';

type Known = NonNullable<Awaited<ReturnType<typeof readRefusals>>>;

async function readRefusals(view: View) {
  const [centre] = await view.list('centre', 'centre');
  const all = [...(await view.list('people', 'refusal')), ...(await view.list('staff', 'refusal'))].sort(
    (a, b) => b.receivedAtMs - a.receivedAtMs,
  );
  if (all.length === 0) return null;
  const waits = all.filter((one) => isWaiting(one) || asksSomebody(one));
  const tells = all.filter((one) => one.settled === null && !waits.includes(one));
  return {
    doubts: waits.filter(isDoubt),
    undone: [...waits.filter((one) => !isDoubt(one)), ...tells],
    settled: all
      .filter((one) => one.settled !== null)
      .sort((a, b) => (b.settled?.atMs ?? 0) - (a.settled?.atMs ?? 0)),
    names: await namesOf(view),
    timetable: {
      courses: await view.list('centre', 'course'),
      changes: await view.list('centre', 'sessionChange'),
      days: await view.list('city', 'calendarDay'),
    },
    offset: utcOffsetOf(centre),
  };
}
