import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatTimeAt, t } from '../../../i18n/index.ts';
import { icon } from '../../../ui/common/icons.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import { sinceMs, type HelpCall } from '../model/help.ts';
import { kindOf, openCalls } from '../model/standing.ts';
import { naming } from '../../../ui/kiosk/naming.ts';
import { madeHere } from './this-visit.ts';
import '../../../i18n/kiosk-page-texts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-kiosk-open-call': LlKioskOpenCall;
  }
}

/** On home: that somebody at this glass has called and who comes, for whoever called and whoever stands by; else nothing. */
@customElement('ll-kiosk-open-call')
export class LlKioskOpenCall extends KioskElement {
  static override styles = [
    reset,
    css`
      p {
        display: flex;
        align-items: center;
        margin-top: var(--gap);
        padding: calc(var(--u) * 2) calc(var(--u) * 8);
        background: var(--card);
        border: calc(var(--u) * 1) solid var(--cinnabar);
        border-radius: var(--radius);
        font-size: var(--text);
        font-weight: 700;
        /* It breaks where it pauses, and not within a name. */
        word-break: keep-all;
        overflow-wrap: break-word;
      }
      .coming {
        border-color: var(--pine);
      }
      .emergency {
        background: var(--alarm);
        border-color: var(--alarm);
        color: var(--white);
      }
      svg {
        display: var(--drawing-room, block);
        flex: none;
        width: calc(var(--u) * 14);
        height: calc(var(--u) * 14);
        margin-right: calc(var(--u) * 5);
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      calls: await view.list('device', 'helpCall'),
      centre: (await view.list('centre', 'centre'))[0],
    }),
    args: () => [],
  });

  protected override render() {
    const { calls = [], centre } = this.#rows.value ?? {};
    const open = openCalls(calls, this.#ticker.time.nowMs).filter((call) => this.#isOfToday(call));
    const [call] = open;
    if (call === undefined) return nothing;
    const { tone, words } = this.#saying(call, open.length, this.#ticker.offsetOf(centre));
    return html`<p class=${tone} role="status">
      ${icon(tone === 'coming' ? 'tick' : 'bell')}<span>${words}</span>
    </p>`;
  }

  /** A call whose age nobody knows is shown only where it was made since this kiosk started. */
  #isOfToday(call: HelpCall): boolean {
    return madeHere(call.id) || (this.#ticker.time.nowMs !== null && sinceMs(call) !== null);
  }

  #saying(call: HelpCall, count: number, offset: number | null) {
    const from = sinceMs(call);
    const time =
      from === null || offset === null ? t('kioskPages.help.openJust') : formatTimeAt(from, offset);
    if (call.state === 'coming') {
      const name = call.answeredBy ?? t('kioskPages.help.staff');
      return { tone: 'coming', words: naming(t('kioskPages.help.openComing', { time, name }), name) };
    }
    if (kindOf(call) === 'emergency')
      return { tone: 'emergency', words: t('kioskPages.help.openEmergency', { time }) };
    return {
      tone: '',
      words:
        count > 1
          ? t('kioskPages.help.openCalledMany', { count })
          : t('kioskPages.help.openCalled', { time }),
    };
  }
}
