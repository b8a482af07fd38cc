import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HubHealthState } from '../../app/hub-health.ts';
import { SyncState } from '../../app/sync-status.ts';
import { Ticker } from '../../app/ticker.ts';
import type { SyncStatus } from '../../protocol/client/api.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { anotherHubAnswers } from '../../store/not-believed.ts';
import { ago } from '../../ui/console/ago.ts';
import { consoleIcon } from '../../ui/console/console-icons.ts';
import { buttonStyles } from '../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../ui/console/styles/text-styles.ts';
import { readText, writeText } from '../../app/local-texts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-sync-line': LlStaffSyncLine;
  }
}

/** The newest of the changes not carried out that somebody has been told of; mids sort by their time. */
const readKey = 'leling:staff:ended-read';

/** How the console stands with its hub, when there is anything to say: what waits, what it cannot hear. */
@customElement('ll-staff-sync-line')
export class LlStaffSyncLine extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      :host(:not([hidden])) {
        display: block;
      }
      p + p {
        margin-top: 0.5rem;
      }
      span {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
      }
    `,
  ];

  /** Why the hub takes no changes though it answers, where that is so. */
  @property({ attribute: false }) stuck: HubHealthState['stuck'] = null;

  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this, 1000);

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(): void {
    const { status } = this.#sync;
    this.hidden = status === null || (this.#words(status, null) === null && this.#unread(status) === 0);
  }

  #words(status: SyncStatus, nowMs: number | null): string | null {
    return words(status, nowMs, this.#sync.waitsLong, this.stuck);
  }

  override render(): TemplateResult | typeof nothing {
    const { status } = this.#sync;
    if (status === null) return nothing;
    const { nowMs } = this.#ticker.time;
    const line = this.#words(status, nowMs);
    const unread = this.#unread(status);
    return html`<div role="status">
      ${
        unread === 0
          ? nothing
          : html`<p class="note warn">
              <span>${consoleIcon('warning')}${t('staff.sync.ended', { count: unread })}</span>
              <a class="button" href="#more" @click=${this.#read}>${t('staff.sync.look')}</a>
            </p>`
      }
      ${
        line === null
          ? nothing
          : html`<p class="note ${status.link === 'away' ? 'warn' : ''}">
              <span>${consoleIcon(status.link === 'away' ? 'silent' : 'clock')}${line}</span>
            </p>`
      }
    </div>`;
  }

  /** How many of this person's changes the hub did not carry out since they last looked. */
  #unread({ ended }: SyncStatus): number {
    const read = readText(readKey) ?? '';
    return ended.filter(({ mid }) => mid > read).length;
  }

  readonly #read = (): void => {
    const mids = (this.#sync.status?.ended ?? []).map(({ mid }) => String(mid)).sort();
    writeText(readKey, mids[mids.length - 1] ?? '');
    this.requestUpdate();
  };
}

function words(
  { link, outbox, lastSyncMs, loaded }: SyncStatus,
  nowMs: number | null,
  long: boolean,
  stuck: HubHealthState['stuck'],
): string | null {
  // Signing in again is asked for over the page.
  if (link === 'signed-out') return null;
  // It answers, and takes nothing: that it cannot be reached would not be true.
  if (stuck !== null && outbox > 0) return t(`staff.sync.stuckWaiting.${stuck}`, { count: outbox });
  if (stuck !== null && link === 'away') return t(`staff.sync.stuck.${stuck}`);
  if (link === 'away') {
    if (anotherHubAnswers())
      return outbox > 0 ? t('staff.sync.otherHubWaiting', { count: outbox }) : t('staff.sync.otherHub');
    // Each card says so of itself; calls and emergencies have none while there is nothing to show.
    if (!loaded) return t('staff.sync.unknown');
    if (outbox > 0) return t('staff.sync.awayWaiting', { count: outbox });
    return lastSyncMs === null || nowMs === null
      ? t('staff.sync.away')
      : t('staff.sync.awaySince', { ago: ago(Math.max(0, nowMs - lastSyncMs)) });
  }
  if (outbox > 0 && long) return t('staff.sync.waiting', { count: outbox });
  return null;
}
