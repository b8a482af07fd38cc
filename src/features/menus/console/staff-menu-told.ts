import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { onStore } from '../../../app/on-store.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import type { LocalStore, View } from '../../../protocol/client/api.ts';
import { formatTimeWithSeconds, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { othersAt } from '../model/menu-editing.ts';
import { isUp } from '../model/menu.ts';
import { glassesWith, type Shown } from './publish-progress.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-told': LlStaffMenuTold;
  }
}

const readTold = async (view: View, { menuId }: { readonly menuId: MenuId }) => ({
  menu: await view.get('centre', 'menu', menuId),
  centre: (await view.list('centre', 'centre'))[0],
  editing: await view.list('staff', 'menuEditing'),
  glasses: await view.list('staff', 'glass'),
  devices: await view.list('staff', 'device'),
  healths: await view.list('staff', 'deviceHealth'),
});
type Told = Awaited<ReturnType<typeof readTold>>;

/** What is heard of a menu just now: on which glass it stands and since when, and who else is writing it. */
@customElement('ll-staff-menu-told')
export class LlStaffMenuTold extends LitElement {
  static override readonly styles = [
    textStyles,
    messageStyles,
    css`
      ul,
      p:first-child {
        margin: 0.5rem 0;
      }
      p + p,
      ul + p {
        margin-top: 0.375rem;
      }
      ul {
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: 0.25rem;
        align-items: baseline;
        color: var(--pine-deep);
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      li > svg,
      li > span:first-child:not(:last-child) {
        flex: none;
      }
    `,
  ];

  @property({ attribute: 'menu-id' }) menuId!: MenuId;

  #store: LocalStore | undefined;
  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this);
  readonly #known = new LiveQuery(this, { query: readTold, args: () => ({ menuId: this.menuId }) });

  constructor() {
    super();
    new LocaleController(this);
    onStore(this, (store) => (this.#store = store));
  }

  /** Cut off from the hub nobody knows what is on a glass, nor who is at it. */
  override render(): TemplateResult {
    const known = this.#known.value;
    const heard = known !== undefined && this.#sync.status !== null && !this.#sync.away;
    return html`<div role="status">
      ${heard ? [this.#renderProof(known), this.#renderOthers(known)] : nothing}
    </div>`;
  }

  #renderProof({ menu, ...known }: Told): TemplateResult | typeof nothing {
    const { status } = this.#sync;
    if (status === null || !isUp(menu)) return nothing;
    const { id: menuId, version } = menu;
    const { nowMs } = this.#ticker.time;
    const shown = glassesWith({ ...known, menuId, version, status, nowMs }).filter(({ isNow }) => isNow);
    if (shown.length === 0) return nothing;
    const offset = this.#ticker.offsetOf(known.centre);
    return html`<ul>
      ${shown.map(
        (one) =>
          html`<li>${consoleIcon('check')}<span>${proofWords(one, nameIn(known, one), offset)}</span></li>`,
      )}
    </ul>`;
  }

  #renderOthers({ editing }: Told): TemplateResult | typeof nothing {
    const actor = this.#store?.actor;
    if (actor === undefined) return nothing;
    const rows = othersAt(editing, this.menuId, actor.deviceId, this.#ticker.time.nowMs);
    const own = actor.type === 'staff' ? actor.name : null;
    const names = [...new Set(rows.map(({ by }) => (by === own ? t('staff.menu.yourself') : by)))];
    return names.length === 0
      ? nothing
      : html`<p class="note others">
          ${consoleIcon('people')}<span
            >${t('staff.menu.alsoEditing', { names: names.join(t('common.listJoin')) })}</span
          >
        </p>`;
  }
}

const nameIn = ({ devices }: Told | Omit<Told, 'menu'>, { screen }: Shown): string =>
  devices.find(({ id }) => id === screen)?.name ?? t('staff.devices.kind.screen');

/** Where it has been since when, to the second as the glass has said it; a time nobody was sure of is not told. */
const proofWords = ({ sinceMs, version }: Shown, screen: string, offset: number | null): string =>
  sinceMs === 0 || offset === null
    ? t('staff.progress.shownNow', { version, screen })
    : t('staff.progress.shownSince', { version, screen, time: formatTimeWithSeconds(sinceMs, offset) });
