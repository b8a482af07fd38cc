import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { ago } from '../../../ui/console/ago.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { nothingCardStyles } from '../../../ui/console/nothing-card-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { expectedHere, runOn } from './expected-here.ts';
import { glassPicture } from './glass-picture.ts';
import { glassStyles } from './glass-styles.ts';
import { chipOf, detailOf, nameOf } from './glass-words.ts';
import { readGlasses, type Known } from './read-glasses.ts';
import { missedWords, whyWords } from './why-words.ts';
import { glassState, parseShowing, type GlassState, type Showing } from './glass-state.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-glasses': LlStaffGlasses;
  }
}

/**
 * What is on each glass, by the glass's own word: not what was sent, but what was painted, and when it last said so.
 *
 * @slot - Beneath the words, where one screen is meant: its picture.
 */
@customElement('ll-staff-glasses')
export class LlStaffGlasses extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    chipStyles,
    messageStyles,
    nothingCardStyles,
    glassStyles,
  ];

  /** The one screen that is meant; all of them where it is absent. */
  @property() only: string | undefined;

  readonly #ticker = new Ticker(this, 1000);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, { query: readGlasses, args: () => ({ only: this.only ?? null }) });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`${this.#known.render<unknown>({
      ...rowStates('staff.glass.nonePaired', this.#sync),
      complete: (known) => known.screens.map((screen) => this.#renderGlass(known, screen)),
    })}`;
  }

  #renderGlass(known: Known, screen: Known['screens'][number]): TemplateResult {
    const { id: screenId, name } = screen;
    const glass = known.glasses.find(({ id }) => id === screenId);
    const expected = expectedHere(known, screenId, this.#ticker.time);
    const state = this.#stateOf(known, screen, expected);
    const { utcOffsetMinutes } = known.centre;
    const { nowMs } = this.#ticker.time;
    // What the timetable has begun has no row.
    const run = runOn(known, screenId, nowMs);
    const named = (what: Showing | null): string =>
      nameOf(what, known.programmes, run === undefined ? [] : [run]);
    const drawn = parseShowing(glass?.showing ?? null);
    const stale =
      state.type === 'silent' ||
      state.type === 'unpaired' ||
      state.type === 'unknown' ||
      state.type === 'signed-out' ||
      state.type === 'unheard';
    return html`
      <section class="card" aria-labelledby=${`glass-${screenId}`}>
        <div class="head">
          <h2 id=${`glass-${screenId}`}>${this.only === undefined ? name : t('staff.glass.headingOne')}</h2>
          ${chipOf(state)}
        </div>
        <div class="glass ${this.only === undefined ? '' : 'alone'}">
          ${
            this.only === undefined
              ? html`<div
                  class="picture ${drawn === null ? 'blank' : stale ? 'stale' : ''}"
                  aria-hidden="true"
                >
                  ${glassPicture(drawn, known.menus, named)}
                </div>`
              : nothing
          }
          <div>
            <p class="words">${detailOf(state, named, utcOffsetMinutes, expected?.version ?? null)}</p>
            ${this.#why(glass, stale, utcOffsetMinutes)}
            ${
              'heardMs' in state && nowMs !== null
                ? html`<p class="soft num">
                    ${t('staff.glass.confirmed', { ago: ago(Math.max(0, nowMs - state.heardMs)) })}
                  </p>`
                : nothing
            }
          </div>
        </div>
        <slot></slot>
      </section>
    `;
  }

  /** Why it shows that, and what it cannot show: of a glass that is not heard of neither is known to hold. */
  #why(
    glass: Known['glasses'][number] | undefined,
    stale: boolean,
    utcOffsetMinutes: number,
  ): TemplateResult | typeof nothing {
    if (glass === undefined || stale) return nothing;
    const missed = missedWords(glass);
    return html`<p class="soft num">${whyWords(glass, utcOffsetMinutes) ?? nothing}</p>
      ${missed === null ? nothing : html`<p class="warn">${missed}</p>`}`;
  }

  #stateOf(
    known: Known,
    device: Known['screens'][number],
    expected: ReturnType<typeof expectedHere>,
  ): GlassState {
    return glassState({
      device,
      glass: known.glasses.find(({ id }) => id === device.id),
      seenMs: known.healths.find(({ id }) => id === device.id)?.lastSeenMs ?? null,
      expected,
      nowMs: this.#ticker.time.nowMs,
      cutOff: this.#sync.cutOff,
    });
  }
}
