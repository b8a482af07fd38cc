import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { civilMoment } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { formatTimeWithSeconds, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { whenWords } from './life-words.ts';
import { progressOf, versionBecome, type Progress } from './publish-progress.ts';
import type { SentElsewhere } from './publish-elsewhere.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-sent-elsewhere': LlStaffSentElsewhere;
  }
}

const readProgress = async (view: View) => ({
  menus: await view.list('centre', 'menu'),
  centre: (await view.list('centre', 'centre'))[0],
  refusals: await view.list('staff', 'refusal'),
  glasses: await view.list('staff', 'glass'),
  devices: await view.list('staff', 'device'),
  healths: await view.list('staff', 'deviceHealth'),
});

/** How far a menu has come in the other canteens it was sent to, each by itself. */
@customElement('ll-staff-sent-elsewhere')
export class LlStaffSentElsewhere extends LitElement {
  static override readonly styles = [
    textStyles,
    chipStyles,
    messageStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.375rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) sent: readonly SentElsewhere[] = [];

  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this);
  readonly #known = new LiveQuery(this, { query: readProgress, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`<div role="status">
      ${
        this.sent.length === 0
          ? nothing
          : html`<ul>
              ${this.sent.map((one) => this.#renderOne(one))}
            </ul>`
      }
    </div>`;
  }

  #renderOne(sent: SentElsewhere): TemplateResult {
    const known = this.#known.value;
    const { status } = this.#sync;
    if (known === undefined || status === null) return html``;
    const menu = known.menus.find(({ id }) => id === sent.menuId);
    // What goes up at a time has become none yet.
    const one = sent.atMs === null ? { ...sent, version: versionBecome(sent.version, menu) } : sent;
    const { nowMs } = this.#ticker.time;
    const progress = progressOf({ ...known, ...one, status, nowMs });
    if (progress.step === 'ended')
      return html`<li>
        <p class="problem">
          ${consoleIcon('warning')}<span
            >${t(`staff.publish.elsewhere.${progress.status}`, { name: one.name })}
            <a href="#menu/${one.menuId}">${t('staff.sync.look')}</a></span
          >
        </p>
      </li>`;
    return html`<li>${this.#words(one, progress)}</li>`;
  }

  #words({ name, version, atMs }: SentElsewhere, progress: Exclude<Progress, { step: 'ended' }>): string {
    const known = this.#known.value;
    const offset = this.#ticker.offsetOf(known?.centre);
    if (progress.step === 'saved') return t('staff.publish.elsewhere.saved', { name });
    if (atMs !== null && offset !== null) {
      const { date } = this.#ticker.momentAt(known?.centre) ?? { date: null };
      return t('staff.publish.elsewhere.due', { name, when: whenWords(civilMoment(atMs, offset), date) });
    }
    if (progress.step === 'shown' && progress.isNow && progress.sinceMs > 0 && offset !== null) {
      const screen =
        known?.devices.find(({ id }) => id === progress.screen)?.name ?? t('staff.devices.kind.screen');
      const time = formatTimeWithSeconds(progress.sinceMs, offset);
      return `${name} · ${t('staff.progress.shownSince', { screen, time, version: progress.version })}`;
    }
    return t('staff.publish.elsewhere.delivered', { name, version });
  }
}
