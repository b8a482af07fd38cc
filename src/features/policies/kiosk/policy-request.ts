import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { cardAsKept } from '../../../app/card-number.ts';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { id, type Mid } from '../../../kernel/ids.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { finderOf } from '../../members/model/find-person.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import { t } from '../../../i18n/index.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import { LeaveEvent, StepEvent } from '../../../ui/kiosk/kiosk-page.ts';
import { naming } from '../../../ui/kiosk/naming.ts';
import { sign } from '../../../ui/kiosk/sign.ts';
import { playSound } from '../../../ui/kiosk/sounds.ts';
import { callStyles } from '../../../ui/kiosk/call-styles.ts';
import { pageStyles, sentenceStyles } from '../../../ui/kiosk/page-styles.ts';
import { errorView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import type { LlWho, WhoEvent } from '../../../ui/kiosk/who.ts';
import { requestStyles } from './request-styles.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/own-comfort.ts';
import '../../../ui/kiosk/who.ts';

/**
 * 请顾问联系我: who it is, or nobody by name who waits here; then what became of it, which is said as far as it is known
 * and no further.
 */
@customElement('ll-policy-request')
export class LlPolicyRequest extends KioskElement {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    stateStyles,
    sentenceStyles,
    callStyles,
    requestStyles,
  ];

  /** What it is about; null for anything. */
  @property({ attribute: false }) policyId: string | null = null;
  @property({ attribute: false }) centre: Centre | undefined;
  @state() private requestId: Mid | null = null;
  /** They have not said who they are, and wait here. */
  @state() private nameless = false;
  @state() private withdrawn = false;
  @state() private failed = false;
  @query('ll-who') private readonly who!: LlWho | null;
  #heard = false;
  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      roster: await view.list('kiosk', 'roster'),
      answers: await view.list('device', 'requestAnswer'),
    }),
    args: () => [],
  });

  /** Whether anything of a person is on the glass. */
  get personal(): boolean {
    return this.requestId !== null || this.who?.personal === true;
  }

  /** Goes back one step; false where there is none. */
  back(): boolean {
    return this.requestId === null && this.who?.back() === true;
  }

  /** Heard as well as seen, once the advisor's list has it. */
  protected override updated(): void {
    const handedOver = this.#answer?.state === 'waiting';
    if (handedOver && !this.#heard) playSound('done');
    this.#heard = handedOver;
  }

  get #answer() {
    return this.#rows.value?.answers.find((one) => one.id === this.requestId);
  }

  protected override render() {
    return this.#rows.render({
      pending: pendingView,
      empty: pendingView,
      error: errorView,
      complete: ({ roster }) => {
        if (this.failed) return this.#failed();
        if (this.requestId === null) return this.#who(roster);
        const answer = this.#answer;
        // Taken back here: the hub hears of it when it does.
        const state = this.withdrawn ? 'withdrawn' : (answer?.state ?? 'noted');
        return this.#said(state, answer?.answeredBy ?? null);
      },
    });
  }

  #who(roster: readonly RosterEntry[]) {
    const centreId = this.centre?.id;
    if (centreId === undefined) return pendingView();
    return html`<ll-who
      ?landscape=${this.hasAttribute('landscape')}
      .heading=${t('kioskPages.policies.callMe')}
      .finder=${finderOf(roster, (card) => cardAsKept(card, centreId))}
      @ll-who=${({ id: memberId }: WhoEvent) => {
        const person = roster.find((one) => one.id === memberId);
        if (person !== undefined) void this.#raise(person);
      }}
    >
      <ll-button slot="ways" kind="edge" @click=${() => void this.#raise(null)}
        >${t('kioskPages.request.waitHere')}</ll-button
      >
    </ll-who>`;
  }

  #said(state: 'noted' | 'waiting' | 'taken' | 'done' | 'withdrawn', by: string | null) {
    const away = state === 'noted' && (this.#sync.away || this.#sync.waitsLong);
    const phone = this.centre?.hotline;
    const title = {
      noted: away ? 'kioskPages.request.noted' : 'kioskPages.request.sending',
      waiting: 'kioskPages.request.handedOver',
      taken: this.nameless ? 'kioskPages.request.comes' : 'kioskPages.request.taken',
      done: 'kioskPages.request.done',
      withdrawn: 'kioskPages.request.withdrawn',
    } as const;
    const more = {
      noted: away ? 'kioskPages.request.notedMore' : 'kioskPages.request.sendingMore',
      waiting: this.nameless ? 'kioskPages.request.sitHere' : 'kioskPages.request.handedOverMore',
      taken: this.nameless ? 'kioskPages.request.sitHere' : 'kioskPages.request.takenMore',
      done: 'kioskPages.request.doneMore',
      withdrawn: 'kioskPages.request.withdrawnMore',
    } as const;
    const name = by ?? t('kioskPages.help.staff');
    return html`<div class="call" role="status">
        ${state === 'noted' ? sign('phone', 'noted') : sign('tick')}
        <h1>${naming(t(title[state], { name }), name)}</h1>
        <p>${t(more[state])}</p>
        ${away && phone !== undefined ? html`<p class="phone">${phone}</p>` : nothing}
      </div>
      <div class="ways">
        <ll-button kind="confirm" @click=${() => this.dispatchEvent(new LeaveEvent())}
          >${t('kioskPages.request.finished')}</ll-button
        >
        ${
          state === 'noted' || state === 'waiting'
            ? html`<ll-button data-careful @click=${() => void this.#withdraw()}
                >${t('kioskPages.request.withdraw')}</ll-button
              >`
            : nothing
        }
        ${this.nameless ? nothing : html`<ll-own-comfort></ll-own-comfort>`}
      </div>`;
  }

  #failed() {
    return html`<div class="call" role="alert">
        <h1>${t('kioskPages.request.failed')}</h1>
        <p>${t('kioskPages.request.failedMore')}</p>
        <p class="phone">${this.centre?.hotline}</p>
      </div>
      <div class="ways">
        <ll-button kind="confirm" @click=${() => this.#go(false)}>${t('kioskPages.request.again')}</ll-button>
      </div>`;
  }

  async #raise(person: RosterEntry | null): Promise<void> {
    const place = this.#device.value?.place;
    if (place === undefined || this.#change.running) return;
    const made = await this.#change.run('request.raise', {
      memberId: person?.id ?? null,
      policyId: this.policyId === null ? null : id(this.policyId),
      place,
      seen: person === null ? null : { name: person.maskedName },
    });
    if (!this.isConnected) return;
    this.nameless = person === null;
    if (made.ok) this.requestId = made.mid;
    this.#go(!made.ok);
  }

  async #withdraw(): Promise<void> {
    if (this.requestId === null) return;
    const made = await this.#change.run('request.withdraw', { requestId: this.requestId });
    if (!this.isConnected) return;
    this.withdrawn = made.ok;
    this.#go(false);
  }

  #go(failed: boolean): void {
    this.failed = failed;
    this.dispatchEvent(new StepEvent());
  }
}
