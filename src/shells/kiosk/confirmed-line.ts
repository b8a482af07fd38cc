import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SyncState } from '../../app/sync-status.ts';
import { formatTimeAndDay, t } from '../../i18n/index.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { Ticker } from '../../app/ticker.ts';

/** Says quietly, while the hub does not answer, how fresh what is shown is, and that nobody can read it aloud now. */
@customElement('ll-confirmed-line')
export class LlConfirmedLine extends KioskElement {
  static override styles = [
    reset,
    css`
      p {
        font-size: var(--text);
        line-height: 1.3;
        color: var(--ink-soft);
        text-align: center;
      }
    `,
  ];

  /** Null before it is known: a time of day is said in the centre's own, or not at all. */
  @property({ attribute: false }) utcOffsetMinutes: number | null = null;
  /** What was to be read aloud could not be said. */
  @property({ attribute: false }) unsaid = false;
  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this);

  protected override render() {
    if (this.unsaid) return html`<p role="status">${t('kioskPages.reading.unsaid')}</p>`;
    if (!this.#sync.away) return nothing;
    return html`<p role="status">${this.#words(this.#sync.status?.lastSyncMs ?? null)}</p>`;
  }

  #words(lastMs: number | null): string {
    if (this.#sync.cutOff === 'signed-out') return t('kiosk.confirmed.signedOut');
    if (lastMs === null || this.utcOffsetMinutes === null) return t('kiosk.confirmed.never');
    // By a clock that nobody has confirmed, no day is today.
    const { quality, nowMs: now } = this.#ticker.time;
    const nowMs = quality === 'confirmed' ? now : null;
    return t('kiosk.confirmed.at', { time: formatTimeAndDay(lastMs, nowMs, this.utcOffsetMinutes) });
  }
}
