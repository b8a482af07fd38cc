import { ContextConsumer } from '@lit/context';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { deviceContext } from '../../app/contexts.ts';
import { knownTiles, rememberHouse } from '../../app/known-house.ts';
import { LiveQuery } from '../../app/live-query.ts';
import { markReady } from '../../app/ready.ts';
import { SyncState } from '../../app/sync-status.ts';
import { t } from '../../i18n/index.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { heard, reset } from '../../ui/common/shared-styles.ts';
import { OpenEvent } from './open-event.ts';
import { tileNamed, type Tile } from './kiosk-pages.ts';
import '../../features/classes/kiosk/kiosk-next-card.ts';
import '../../features/menus/kiosk/kiosk-meal-card.ts';
import '../../features/notices/kiosk/kiosk-notice-line.ts';
import '../../ui/kiosk/tile.ts';
import './kiosk-date.ts';

const MOST_TILES = 6;

/** Home: when I am, what there is to eat, what comes next and signing in for it, and where else to go. */
@customElement('ll-kiosk-home')
export class LlKioskHome extends KioskElement {
  static override styles = [
    reset,
    heard,
    css`
      :host {
        display: flex;
        flex-direction: column;
        font-size: var(--text);
      }
      .today,
      .ways {
        display: contents;
      }
      ll-kiosk-date,
      ll-kiosk-notice-line,
      ll-kiosk-open-call {
        flex: none;
      }
      ll-kiosk-meal-card {
        /* Room for what meal it is and where its dishes are, as long as the tiles can make way. */
        flex: 1 1 calc(var(--u) * 31 * var(--larger));
        min-height: 0;
        margin-top: var(--gap);
      }
      ll-kiosk-next-card {
        flex: none;
        margin-top: calc(var(--u) * 7);
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        flex: 0 100 auto;
        min-height: calc(var(--u) * 82);
        grid-auto-rows: minmax(calc(var(--u) * 38), calc(var(--u) * 48));
        grid-gap: var(--gap);
        margin-top: calc(var(--u) * 7);
      }
      .tiles[data-count='0'],
      .tiles[data-count='1'],
      .tiles[data-count='2'],
      .tiles[data-count='3'] {
        min-height: 0;
      }
      .tiles[data-count='1'] {
        grid-template-columns: 1fr;
      }
      .tiles[data-count='2'],
      .tiles[data-count='4'] {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .tiles[data-count='5'] {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
      .tiles[data-count='5'] ll-tile {
        grid-column: span 2;
      }
      .tiles[data-count='5'] ll-tile:nth-child(n + 4) {
        grid-column: span 3;
      }
      :host([landscape]) {
        flex-direction: row;
      }
      :host([landscape]) .today,
      :host([landscape]) .ways {
        display: flex;
        flex: 1 1 0;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      :host([landscape]) ll-kiosk-meal-card {
        flex-basis: 0;
      }
      :host([landscape]) .ways {
        margin-left: calc(var(--u) * 10);
      }
      /* Beside each other there is less height: the tiles keep theirs. */
      :host([landscape]) ll-kiosk-next-card {
        --text: calc(var(--u) * 10.9 * min(var(--larger), 1.3));
        --text-large: calc(var(--u) * 13.2 * min(var(--larger), 1.3));
        --text-title: calc(var(--u) * 15 * min(var(--larger), 1.2));
        --if-room: max(0px, calc((1.45 - var(--larger)) * 4000px));
        --lines: 2;
        --few: 1;
        --first: max(1.4em, calc((1.45 - var(--larger)) * 4000px));
        margin-top: 0;
      }
      :host([landscape]) ll-kiosk-meal-card {
        /* Where it lies there is no more than this for what is served, a notice above it: it grows from less. */
        --small: calc(var(--u) * (10.9 + 9.2 * (var(--larger) - 1)));
        --text-small: calc(var(--u) * (9.2 + 6.2 * (var(--larger) - 1)));
        --says: calc(var(--u) * (15 + 2.3 * (var(--larger) - 1)));
        --if-room: max(0px, calc((1.45 - var(--larger)) * 4000px));
      }
      :host([landscape]) .tiles {
        --text-small: calc(var(--u) * 9.2 * min(var(--larger), 1.4));
        flex: 1;
        min-height: 0;
        grid-auto-rows: minmax(calc(var(--u) * 30), 1fr);
      }
    `,
  ];

  readonly #centre = new LiveQuery(this, {
    query: async (view) => (await view.list('centre', 'centre'))[0],
    args: () => [],
  });
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #sync = new SyncState(this);
  readonly #awaited = new Set(['ll-kiosk-meal-card', 'll-kiosk-next-card']);

  get #deviceId(): string {
    return this.#device.value?.id ?? '';
  }

  protected override updated(): void {
    const centre = this.#centre.value;
    if (centre !== undefined) rememberHouse(this.#deviceId, centre);
  }

  protected override render() {
    return html`<h1 class="heard">${t('kiosk.home.title')}</h1>
      <div class="today" @ll-painted=${this.#painted}>
        <ll-kiosk-date></ll-kiosk-date>
        <ll-kiosk-notice-line></ll-kiosk-notice-line>
        <ll-kiosk-open-call></ll-kiosk-open-call>
        <ll-kiosk-meal-card></ll-kiosk-meal-card>
      </div>
      <div class="ways" @ll-painted=${this.#painted}>
        <ll-kiosk-next-card></ll-kiosk-next-card>
        ${this.#centre.render({
          pending: () => nothing,
          empty: () => this.#lost(),
          missing: () => this.#lost(),
          error: () => this.#tiles(knownTiles(this.#deviceId)),
          complete: (centre) => this.#tiles(centre.tiles),
        })}
      </div>`;
  }

  /** The ways stay open whatever the store holds, as they were last known. */
  #lost() {
    if (this.#sync.away) markReady();
    return this.#tiles(knownTiles(this.#deviceId));
  }

  #tiles(names: readonly string[]) {
    const ways = names.map(tileNamed).filter(isThere).slice(0, MOST_TILES);
    return html`<div class="tiles" data-count=${ways.length}>
      ${ways.map(
        (way) =>
          html`<ll-tile
            .icon=${way.icon}
            .label=${t(way.label)}
            @click=${() => this.dispatchEvent(new OpenEvent(way.to))}
          ></ll-tile>`,
      )}
    </div>`;
  }

  /** Home is useful once both answers are on the glass. */
  readonly #painted = (event: Event): void => {
    if (event.target instanceof HTMLElement) this.#awaited.delete(event.target.localName);
    if (this.#awaited.size === 0) markReady();
  };
}

const isThere = (tile: Tile | null): tile is Tile => tile !== null;
