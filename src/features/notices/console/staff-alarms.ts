import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { notHere } from '../../../ui/console/console-states.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import {
  alarmOff,
  alarmOn,
  alarmPlaces,
  allClearsToSay,
  type OffGlass,
  type Place,
} from '../model/alarm-on-glass.ts';
import { noticesNow, type Notice } from '../model/notice.ts';
import { offHeading, offWords, onHeading, onWords, type Said } from './alarm-words.ts';
import './staff-all-clear.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-alarms': LlStaffAlarms;
  }
}

const readAlarms = async (view: View) => ({
  offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
  notices: await view.list('centre', 'notice'),
  allClears: await view.list('staff', 'allClear'),
  places: alarmPlaces(
    await view.list('staff', 'device'),
    await view.list('staff', 'glass'),
    await view.list('staff', 'deviceHealth'),
  ),
});
type Known = Awaited<ReturnType<typeof readAlarms>>;

/** So often the hub is asked while an emergency is up: that it sends no hints may be that it is gone. */
const ASKS_EVERY_MS = 3000;

/**
 * The emergencies that are raised, each with its way out, and those just called off: on which glass each really is, by
 * the glass's own word, and where somebody has to go instead. Nothing at all while there is none.
 */
@customElement('ll-staff-alarms')
export class LlStaffAlarms extends LitElement {
  static override readonly styles = [
    textStyles,
    messageStyles,
    css`
      :host {
        display: block;
      }
      section {
        margin-bottom: 0.75rem;
        padding: 0.875rem 1.125rem;
        border-radius: var(--radius);
        background: var(--alarm);
        color: #fff;
      }
      section.over {
        border: 2px solid var(--alarm);
        background: var(--card);
        color: var(--ink);
      }
      .nothing {
        margin-bottom: 0.75rem;
        padding: 0.75rem 1.125rem;
        border-radius: var(--radius);
        background: var(--card);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
      }
      .line > div {
        flex: 1 1 14rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      h2 {
        font-size: 1.125rem;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
        gap: 0.25rem 1.25rem;
        margin: 0.625rem 0 0;
        padding: 0.5rem 0 0;
        border-top: 1px solid currentcolor;
        list-style: none;
      }
      li {
        display: flex;
        gap: 0.375rem;
        align-items: flex-start;
        font-variant-numeric: tabular-nums;
      }
      li svg {
        flex: none;
        margin-top: 0.1875rem;
      }
      .send {
        margin-top: 0.625rem;
        font-weight: 700;
      }
      .refused {
        margin-top: 0.5rem;
        font-weight: 700;
      }
    `,
  ];

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #ticker = new Ticker(this, 1000);
  readonly #rows = new LiveQuery(this, { query: readAlarms, args: () => [] });

  #askedMs = 0;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override updated(): void {
    const store = this.#change.store;
    const isUp = this.renderRoot.querySelector('section') !== null;
    if (store === undefined || !isUp) return;
    // While one is up nobody may go on believing what was true half a minute ago.
    const now = performance.now();
    if (now - this.#askedMs < ASKS_EVERY_MS) return;
    this.#askedMs = now;
    store.syncNow();
  }

  override render(): TemplateResult {
    return html`${this.#rows.render<unknown>({
      pending: () => nothing,
      empty: () => nothing,
      // What has come already is not kept back for what has not.
      missing: () => [
        notHere(this.#sync, t('staff.alarm.notices')),
        this.#rows.value === undefined ? nothing : this.#renderAll(this.#rows.value),
      ],
      error: () =>
        html`<section>
          <p class="line">${consoleIcon('warning')} ${t('staff.alarm.unreadable')}</p>
        </section>`,
      complete: (known) => this.#renderAll(known),
    })}`;
  }

  #renderAll(known: Known): readonly TemplateResult[] {
    const asked = this.#asked;
    const raised = noticesNow(known.notices, asked.nowMs).filter(({ level }) => level === 'emergency');
    const over = allClearsToSay(known.allClears, known.places, asked);
    return [
      ...raised.map((notice) => this.#renderRaised(notice, known)),
      ...over.map((one) => this.#renderOver(one, known)),
    ];
  }

  get #asked() {
    return { nowMs: this.#ticker.time.nowMs, cutOff: this.#sync.away };
  }

  #renderRaised(notice: Notice, { places, offset }: Known): TemplateResult {
    const all = places.map((place) => [place, alarmOn(place, notice, this.#asked)] as const);
    const states = all.map(([, state]) => state);
    const isUnsent = this.#unsent.about(['notice.alarm'], notice.id);
    const missing = states.length === 0 || states.some(({ type }) => type !== 'shows' && type !== 'awaited');
    return html`
      <section aria-label=${t('staff.notices.level.emergency')}>
        <div class="line">
          <div role="status">
            <h2>${isUnsent ? t('staff.alarm.unsent') : onHeading(states)}</h2>
            <div>${notice.title}</div>
          </div>
          <ll-staff-all-clear @ll-all-clear=${() => this.#withdraw(notice)}></ll-staff-all-clear>
        </div>
        ${renderPlaces(all.map(([place, state]) => [place, onWords(state, offset)] as const))}
        ${missing ? html`<p class="send">${t('staff.alarm.go')}</p>` : nothing}
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="refused" role="alert">${t('staff.alarm.refused')}</p>`
        }
      </section>
    `;
  }

  #renderOver(allClear: RowOf<'allClear'>, { places, offset }: Known): TemplateResult {
    const asked = this.#asked;
    const { cutOff } = asked;
    const isUnsent = this.#unsent.about(['notice.withdraw'], allClear.id);
    const had = places.flatMap((place): readonly (readonly [Place, OffGlass])[] => {
      // What the hub has not called off has left no glass by that.
      const state = isUnsent ? null : alarmOff(place, allClear, asked);
      return state === null ? [] : [[place, state]];
    });
    const open = had.some(([, { type }]) => type !== 'off') || (cutOff && had.length === 0);
    return html`
      <section class="over" aria-label=${t('staff.notices.level.emergency')}>
        <div class="line">
          <div role="status">
            <h2>
              ${
                isUnsent
                  ? t('staff.alarm.off.unsent')
                  : offHeading(
                      had.map(([, state]) => state),
                      cutOff,
                    )
              }
            </h2>
            <div>${allClear.title} · ${allClear.by}</div>
          </div>
        </div>
        ${renderPlaces(had.map(([place, state]) => [place, offWords(state, offset)] as const))}
        ${open ? html`<p class="send">${t('staff.alarm.off.go')}</p>` : nothing}
      </section>
    `;
  }

  #withdraw({ id, version }: Notice): void {
    void this.#change.run('notice.withdraw', { noticeId: id, baseVersion: version ?? 0 });
  }
}

const renderPlaces = (said: readonly (readonly [Place, Said])[]): TemplateResult | typeof nothing =>
  said.length === 0
    ? nothing
    : html`<ul>
        ${said.map(
          ([{ device }, { icon, words }]) =>
            html`<li>
              ${consoleIcon(icon)}<span><b>${device.name}</b> ${words}</span>
            </li>`,
        )}
      </ul>`;
