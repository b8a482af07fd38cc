import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import type { Menu } from '../../menus/model/menu.ts';
import { parseMenuId } from '../../menus/model/menu.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { showingOn } from '../../schedules/model/showing.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { expectedOf } from './expected.ts';
import { chipOf, detailOf, nameOf } from './glass-words.ts';
import { glassState, parseShowing, type GlassState, type Showing } from './glass-state.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-glasses': LlStaffGlasses;
  }
}

/** What a picture of a glass has room for. */
const ROWS_DRAWN = 3;

async function readGlasses(view: View) {
  const [centre] = await view.list('centre', 'centre');
  const devices = await view.list('staff', 'device');
  const glasses = await view.list('staff', 'glass');
  // One that was never hung says nothing, and there is nothing to say of it here.
  const screens = devices.filter(
    ({ id, kind, pairedAtMs }) =>
      kind === 'screen' && (pairedAtMs !== null || glasses.some((glass) => glass.id === id)),
  );
  if (centre === undefined || screens.length === 0) return null;
  return {
    centre,
    screens,
    glasses,
    healths: await view.list('staff', 'deviceHealth'),
    menus: await view.list('centre', 'menu'),
    schedules: await view.list('centre', 'schedule'),
    configs: await view.list('staff', 'deviceConfig'),
    runs: await view.list('centre', 'run'),
    programmes: await view.list('city', 'programme'),
    notices: await view.list('centre', 'notice'),
    days: await view.list('city', 'calendarDay'),
  };
}

type Known = NonNullable<Awaited<ReturnType<typeof readGlasses>>>;

/** What is on each glass, by the glass's own word: not what was sent, but what was painted, and when it last said so. */
@customElement('ll-staff-glasses')
export class LlStaffGlasses extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    chipStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
      .glass {
        display: grid;
        grid-template-columns: 7.5rem minmax(0, 1fr);
        gap: 0.875rem;
        align-items: center;
        margin-top: 0.625rem;
      }
      .picture {
        display: flex;
        flex-direction: column;
        gap: 0.1875rem;
        height: 4.25rem;
        padding: 0.4375rem 0.5625rem;
        border-radius: 0.5rem;
        background: var(--night);
        color: var(--cream);
        font-size: 0.5625rem;
        font-weight: 700;
        line-height: 1.4;
        overflow: hidden;
      }
      .picture div {
        display: flex;
        justify-content: space-between;
        gap: 0.25rem;
        white-space: nowrap;
      }
      .picture i {
        color: var(--gold);
        font-style: normal;
      }
      .picture.stale {
        opacity: 0.6;
      }
      .picture.blank {
        border: 2px dashed var(--edge);
        background: transparent;
        opacity: 1;
      }
      .words {
        font-weight: 700;
        font-variant-numeric: tabular-nums;
        word-break: keep-all;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #ticker = new Ticker(this, 1000);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, { query: readGlasses, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`${this.#known.render<unknown>({
      ...consoleStates('staff.glass.noScreens'),
      complete: (known) => known.screens.map((screen) => this.#renderGlass(known, screen.id, screen.name)),
    })}`;
  }

  #renderGlass(known: Known, screenId: string, name: string): TemplateResult {
    const glass = known.glasses.find(({ id }) => id === screenId);
    const state = this.#stateOf(known, screenId);
    const { utcOffsetMinutes } = known.centre;
    const { nowMs } = this.#ticker.time;
    const named = (what: Showing | null): string => nameOf(what, known.programmes, known.runs);
    const drawn = parseShowing(glass?.showing ?? null);
    const stale =
      state.type === 'silent' ||
      state.type === 'unknown' ||
      state.type === 'signed-out' ||
      state.type === 'unheard';
    return html`
      <section class="card" aria-labelledby=${`glass-${screenId}`}>
        <div class="head">
          <h2 id=${`glass-${screenId}`}>${name}</h2>
          ${chipOf(state)}
        </div>
        <div class="glass">
          <div class="picture ${drawn === null ? 'blank' : stale ? 'stale' : ''}" aria-hidden="true">
            ${draw(drawn, known.menus, named)}
          </div>
          <div>
            <p class="words">
              ${detailOf(state, named, utcOffsetMinutes, this.#expectedVersion(known, screenId))}
            </p>
            ${
              'heardMs' in state && nowMs !== null
                ? html`<p class="soft num">
                    ${t('staff.glass.confirmed', { ago: ago(Math.max(0, nowMs - state.heardMs)) })}
                  </p>`
                : nothing
            }
          </div>
        </div>
      </section>
    `;
  }

  #stateOf(known: Known, screenId: string): GlassState {
    return glassState({
      glass: known.glasses.find(({ id }) => id === screenId),
      seenMs: known.healths.find(({ id }) => id === screenId)?.lastSeenMs ?? null,
      expected: this.#expected(known, screenId),
      nowMs: this.#ticker.time.nowMs,
      cutOff: this.#sync.cutOff,
    });
  }

  #expected(known: Known, screenId: string) {
    const run = known.runs.find(({ id }) => id === screenId);
    const isRest = restDays(known.days);
    const showing = showingOn({
      centre: known.centre,
      schedule: known.schedules.find(({ id }) => id === screenId),
      canteenId: known.configs.find(({ id }) => id === screenId)?.canteenId ?? null,
      run,
      programme: known.programmes.find(({ id }) => id === run?.programmeId),
      notices: known.notices,
      time: this.#ticker.time,
      isRest,
    });
    return expectedOf(
      showing,
      known.menus,
      known.centre.canteens.map(({ id }) => id),
    );
  }

  #expectedVersion(known: Known, screenId: string): number | null {
    return this.#expected(known, screenId)?.version ?? null;
  }
}

/** A small picture of the board: the menu's first dishes, or the name of what is on it. */
function draw(
  what: Showing | null,
  menus: readonly Menu[],
  named: (what: Showing | null) => string,
): TemplateResult | readonly TemplateResult[] | typeof nothing {
  if (what === null) return nothing;
  if (what.kind !== 'menu') return html`<div>${named(what)}</div>`;
  // Of a version that is not ours to look at only its number is known: today's prices are not on that glass.
  const menu = menus.find(({ id, version }) => id === what.id && version === what.version);
  if (menu === undefined) {
    return html`<div>${named(what)}</div>
      <div><i>${t('staff.glass.version', { version: what.version })}</i></div>`;
  }
  const parts = parseMenuId(menu.id);
  return [
    html`<div>${parts === null ? nothing : t(`common.meal.${parts.meal}`)}</div>`,
    ...menu.items.slice(0, ROWS_DRAWN).map(
      ({ name, priceFen, soldOut }) =>
        html`<div>
          <span>${name}</span>
          <i
            >${soldOut ? t('common.soldOut') : priceFen === null ? t('common.free') : formatPrice(priceFen)}</i
          >
        </div>`,
    ),
  ];
}
