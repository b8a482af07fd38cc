import { ContextConsumer } from '@lit/context';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { HelpCall } from '../model/help.ts';
import { t } from '../../../i18n/index.ts';
import { icon } from '../../../ui/common/icons.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { errorView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import '../../../ui/kiosk/button.ts';
import '../../../i18n/kiosk-page-texts.ts';

/**
 * 找人帮忙: opening the page is the call. It says honestly whether anybody can have heard it, shows the answer when
 * staff reply, and takes the call back.
 */
@customElement('ll-kiosk-help')
export class LlKioskHelp extends KioskPage {
  static override styles = [
    reset,
    pageStyles,
    stateStyles,
    css`
      .call {
        /* Short sentences break where they pause, not within a word. */
        word-break: keep-all;
        overflow-wrap: break-word;
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        min-height: 0;
        text-align: center;
      }
      .sign {
        display: flex;
        align-items: center;
        justify-content: center;
        flex: none;
        width: calc(var(--u) * 74);
        height: calc(var(--u) * 74);
        margin-bottom: calc(var(--u) * 9);
        border-radius: 50%;
        background: var(--cinnabar);
        color: var(--white);
      }
      .sign.coming {
        background: var(--pine);
      }
      .sign.away {
        background: var(--amber);
        color: var(--ink);
      }
      .sign svg {
        width: 60%;
        height: 60%;
      }
      :host([landscape]) .sign {
        width: calc(var(--u) * 48);
        height: calc(var(--u) * 48);
        margin-bottom: calc(var(--u) * 5);
      }
      .call h1 {
        min-height: 0;
        padding: 0;
        margin-bottom: calc(var(--u) * 4);
        font-size: calc(var(--u) * 22);
      }
      .call p {
        font-size: var(--text-large);
        line-height: 1.5;
      }
      .phone {
        margin-top: calc(var(--u) * 4);
        font-size: calc(var(--u) * 22) !important;
        font-weight: 900;
        white-space: nowrap;
      }
      .ways {
        display: grid;
        flex: none;
        grid-gap: var(--gap);
        margin-top: var(--gap);
      }
      .ways ll-button {
        height: calc(var(--u) * 34);
      }
    `,
  ];

  /** The call this visit is about, once it is known; it stays shown when it is over. */
  @state() private callId: string | null = null;
  @state() private failed = false;
  readonly #sync = new SyncState(this);
  readonly #change = new Change(this);
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      calls: await view.list('device', 'helpCall'),
      hotline: (await view.list('centre', 'centre'))[0]?.hotline,
    }),
    args: () => [],
  });
  #asked = false;
  /** Another person's 不用了 does not touch this one's call, nor theirs this one. */
  readonly #visit = `${Date.now()}`;

  constructor() {
    super();
    // Whether the call has waited too long is a question of time.
    new Ticker(this, 1000);
  }

  protected override willUpdate(): void {
    if (this.#asked || this.#rows.value === undefined) return;
    this.#asked = true;
    void this.#raise();
  }

  protected override render() {
    return this.#rows.render({
      pending: pendingView,
      empty: pendingView,
      error: errorView,
      complete: ({ calls, hotline }) => {
        const call = calls.find((one) => one.id === this.callId);
        return html`<div class="call" role="status">${this.#says(call, hotline)}</div>
          <div class="ways">${this.#ways(call)}</div>`;
      },
    });
  }

  #says(call: HelpCall | undefined, hotline: string | undefined) {
    if (this.failed)
      return this.#page('phone', 'away', t('kioskPages.help.failed'), t('kioskPages.help.else'), hotline);
    switch (call?.state) {
      case undefined:
        // Made, and kept, by a device whose rows are gone: nobody has heard it before the hub has.
        return this.callId === null
          ? pendingView()
          : this.#page('phone', 'away', t('kioskPages.help.away'), t('kioskPages.help.else'), hotline);
      case 'coming':
        return this.#page(
          'tick',
          'coming',
          t('kioskPages.help.coming'),
          t('kioskPages.help.comingBy', { name: call?.answeredBy ?? t('kioskPages.help.staff') }),
        );
      case 'done':
        return this.#page('tick', 'coming', t('kioskPages.help.helped'), t('kioskPages.help.helpedMore'));
      case 'withdrawn':
        return this.#page(
          'tick',
          'coming',
          t('kioskPages.help.withdrawn'),
          t('kioskPages.help.withdrawnMore'),
        );
      case 'waiting':
        if (this.#sync.cutOff === 'signed-out')
          return this.#page(
            'phone',
            'away',
            t('kioskPages.help.signedOut'),
            t('kioskPages.help.signedOutElse'),
            hotline,
          );
        // A hub that hangs takes the call as little as one that is away.
        return this.#sync.away || this.#sync.waitsLong
          ? this.#page('phone', 'away', t('kioskPages.help.away'), t('kioskPages.help.else'), hotline)
          : this.#page('bell', '', t('kioskPages.help.called'), t('kioskPages.help.sit'));
    }
  }

  #page(sign: 'bell' | 'tick' | 'phone', tone: string, title: string, words: string, phone?: string) {
    return html`<div class="sign ${tone}">${icon(sign)}</div>
      <h1>${title}</h1>
      <p>${words}</p>
      ${phone === undefined ? nothing : html`<p class="phone">${phone}</p>`}`;
  }

  #ways(call: HelpCall | undefined) {
    const open = call?.state === 'waiting' || call?.state === 'coming';
    const home = html`<ll-button kind="confirm" @click=${() => this.leave()}
      >${t('kioskPages.help.ok')}</ll-button
    >`;
    if (this.failed) {
      return html`<ll-button kind="confirm" @click=${() => void this.#raise()}
        >${t('kioskPages.help.again')}</ll-button
      >`;
    }
    if (call === undefined) return this.callId === null ? nothing : home;
    return open
      ? html`<ll-button data-careful @click=${() => void this.#withdraw(call)}
          >${t('kioskPages.help.withdraw')}</ll-button
        >`
      : home;
  }

  async #raise(): Promise<void> {
    const place = this.#device.value?.place;
    if (place === undefined) return;
    const made = await this.#change.run('help.raise', { place, visit: this.#visit });
    this.failed = !made.ok;
    if (made.ok) this.callId = made.mid;
    this.stepped();
  }

  async #withdraw(call: HelpCall): Promise<void> {
    await this.#change.run('help.withdraw', { callId: call.id, visit: this.#visit });
    this.stepped();
  }
}
