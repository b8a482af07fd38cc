import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { deviceContext } from '../../app/contexts.ts';
import { knownTiles, rememberHouse } from '../../app/known-house.ts';
import { LiveQuery } from '../../app/live-query.ts';
import { markReady } from '../../app/ready.ts';
import { SyncState } from '../../app/sync-status.ts';
import { t } from '../../i18n/index.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { heard, reset } from '../../ui/common/shared-styles.ts';
import { homeStyles } from './home-styles.ts';
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
  static override styles = [reset, heard, homeStyles];

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

  protected override firstUpdated(): void {
    import('./making-room.ts').then(
      ({ MakingRoom }) => this.shadowRoot && new MakingRoom(this, this.shadowRoot),
      () => undefined,
    );
  }

  protected override render() {
    return html`<h1 class="heard">${t('kiosk.home.title')}</h1>
      <div class="today" @ll-painted=${this.#painted}>
        <ll-kiosk-date></ll-kiosk-date>
        <ll-kiosk-open-call></ll-kiosk-open-call>
        <ll-kiosk-meal-card></ll-kiosk-meal-card>
      </div>
      <div class="ways" @ll-painted=${this.#painted}>
        <ll-kiosk-notice-line></ll-kiosk-notice-line>
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
