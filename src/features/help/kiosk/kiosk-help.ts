import { ContextConsumer } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { knownPhone } from '../../../app/known-house.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { t } from '../../../i18n/index.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { playSound } from '../../../ui/kiosk/sounds.ts';
import type { HelpCall } from '../model/help.ts';
import { isOpen } from '../model/standing.ts';
import { stageOf, timesCalled, type Stage } from '../model/stage.ts';
import { callView } from './call-view.ts';
import { DirectCall } from './direct-call.ts';
import { asking, sayingOf, withNumbers, type HelpNumbers } from './call-words.ts';
import { helpStyles } from './help-styles.ts';
import {
  comesBackTo,
  isReminder,
  leftWith,
  mayBeAnother,
  newVisit,
  noteMade,
  type OwnCall,
} from './this-visit.ts';
import '../../../ui/kiosk/button.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** A store that answers at all has answered by then. */
const SOON_MS = 1000;
/** A call that could not even be kept here is tried again after so long. */
const TRY_AGAIN_MS = 10_000;

/**
 * 找人帮忙: opening the page is the call, or, by the same person within a minute, a reminder of it. It says no more than
 * is so: who has the call, who comes, and whom to ring while nobody does; it works where there is no store to keep a call.
 */
@customElement('ll-kiosk-help')
export class LlKioskHelp extends KioskPage {
  static override styles = [reset, pageStyles, helpStyles];

  /** The call this visit is about, from when it is kept; it stays shown when it is over. */
  @state() private own: OwnCall | null = null;
  @state() private failed = false;
  /** What is asked before something is done that cannot be taken back. */
  @state() private question: 'emergency' | 'whose' | null = null;

  readonly #sync = new SyncState(this);
  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this, 1000);
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      calls: await view.list('device', 'helpCall'),
      centre: (await view.list('centre', 'centre'))[0],
    }),
    args: () => [],
  });
  readonly #direct = new DirectCall(this);
  #visit = newVisit();
  #openedAt = 0;
  #touchedAt = 0;
  /** True once the glass lay untouched so long that another may stand before it; until they say who they are. */
  #isAnother = false;
  #pressed = false;
  #triedAt = 0;
  #tried: OwnCall['kind'] = 'help';
  #comingSince: number | null = null;
  #sounded = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    const now = performance.now();
    this.#openedAt = now;
    this.#touchedAt = now;
    const before = comesBackTo(now);
    if (before !== null) {
      this.own = before;
      this.#visit = before.visit;
      if (before.direct) void this.#direct.resume(this.#device.value?.id ?? '', before);
    }
    for (const type of TOUCHES) window.addEventListener(type, this.#touched, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of TOUCHES) window.removeEventListener(type, this.#touched, { capture: true });
    if (this.own !== null && !this.#isAnother) leftWith(this.own, performance.now());
  }

  /** 返回 leaves a question, not the call. */
  override back(): boolean {
    if (this.question === null) return false;
    this.question = null;
    this.stepped();
    return true;
  }

  /** 找人帮忙 was pressed on this very page: somebody, perhaps another, asks again. */
  override again(): void {
    this.question = null;
    void this.#press();
  }

  protected override willUpdate(): void {
    const now = performance.now();
    if (!this.#pressed && this.#canTell(now)) {
      this.#pressed = true;
      void this.#press();
    } else if (this.failed && now - this.#triedAt >= TRY_AGAIN_MS) void this.#raise(this.#tried);
    this.#comingSince = this.#call?.state === 'coming' ? (this.#comingSince ?? now) : null;
    this.#soundAgain();
  }

  /** Whoever stands by hears each minute that somebody waits here; what lies here is offered to the hub once more. */
  #soundAgain(): void {
    const times = timesCalled(this.#waitedMs);
    if (this.own === null || times === this.#sounded || !WAITING.has(this.#stage())) return;
    this.#sounded = times;
    playSound('call');
    this.#change.store?.syncNow();
  }

  protected override render() {
    const numbers = this.#numbers();
    if (this.question !== null) return callView(asking(this.question, numbers), this.#answers(this.question));
    const stage = this.#stage();
    const saying = sayingOf(stage, {
      isEmergency: this.own?.kind === 'emergency',
      call: this.#call,
      times: timesCalled(this.#waitedMs),
      offset: this.#ticker.offsetOf(this.#rows.value?.centre),
    });
    return callView(withNumbers(saying, numbers), this.#ways(stage));
  }

  get #call(): HelpCall | undefined {
    const kept = this.#rows.value?.calls.find(({ id }) => id === this.own?.callId);
    return kept ?? this.#direct.of(this.own?.callId) ?? undefined;
  }

  get #waitedMs(): number {
    return performance.now() - (this.own?.madeAt ?? this.#openedAt);
  }

  /** A press waits a moment for the rows that say whether there is a call to remind of; for a call alone, for none. */
  #canTell(now: number): boolean {
    return this.own === null || this.#rows.value !== undefined || now - this.#openedAt >= SOON_MS;
  }

  /** The house's phones; the one that was known last where its row cannot be read. */
  #numbers(): HelpNumbers {
    const { centre } = this.#rows.value ?? {};
    const hotline = centre?.hotline ?? knownPhone(this.#device.value?.id ?? '');
    return { hotline, emergency: centre?.emergencyNumber ?? hotline };
  }

  #stage(): Stage {
    if (this.failed) return this.#direct.asking && this.#waitedMs < 2 * SOON_MS ? 'calling' : 'lost';
    if (this.own === null) return 'calling';
    const isUnheard = this.own.direct && this.#direct.of(this.own.callId) === null;
    if (isUnheard) return this.#direct.asking ? 'calling' : 'cut';
    const { cutOff, waitsLong } = this.#sync;
    const reached = this.#direct.reaches ? 'there' : 'cut';
    return stageOf({
      call: this.#call,
      waitedMs: this.#waitedMs,
      comingMs: this.#comingSince === null ? 0 : performance.now() - this.#comingSince,
      // A hub that hangs takes the call as little as one that is away.
      hub: this.own.direct ? reached : (cutOff ?? (waitsLong ? 'away' : 'there')),
    });
  }

  #ways(stage: Stage): unknown {
    const emergency = html`<ll-button class="emergency" kind="action" @click=${() => this.#ask('emergency')}
      >${t('kioskPages.help.emergency')}</ll-button
    >`;
    switch (stage) {
      case 'helped':
      case 'withdrawn':
        return this.#button('confirm', t('kioskPages.help.ok'), () => this.leave());
      case 'lost':
        return html`${emergency}${this.#button('confirm', t('kioskPages.help.again'), () => void this.#raise('help'))}`;
      case 'late':
        return html`${this.#button('confirm', t('kioskPages.help.arrived'), () => void this.#end(true))}
        ${this.#button('action', t('kioskPages.help.notYet'), () => void this.#raise(this.own?.kind ?? 'help', this.own))}`;
      default:
        return html`${this.own?.kind === 'emergency' ? nothing : emergency}
          <ll-button data-careful @click=${this.#withdraw}>${t('kioskPages.help.withdraw')}</ll-button>`;
    }
  }

  #answers(question: 'emergency' | 'whose'): unknown {
    return question === 'emergency'
      ? html`${this.#button('action', t('kioskPages.help.emergencyYes'), () => void this.#raise('emergency'))}
        ${this.#button('quiet', t('kioskPages.help.emergencyNo'), () => this.back())}`
      : html`${this.#button('confirm', t('kioskPages.help.whoseOther'), () => void this.#raise('help'))}
        ${this.#button('quiet', t('kioskPages.help.whoseMine'), () => void this.#end(false))}`;
  }

  #button(kind: 'confirm' | 'action' | 'quiet', words: string, press: () => void): TemplateResult {
    return html`<ll-button kind=${kind} @click=${press}>${words}</ll-button>`;
  }

  #ask(question: 'emergency' | 'whose'): void {
    this.question = question;
    this.stepped();
  }

  readonly #withdraw = (): void => {
    if (this.#isAnother) this.#ask('whose');
    else void this.#end(false);
  };

  /** Who presses calls: anew, or, where this person's call of just now still stands, once more for that. */
  async #press(): Promise<void> {
    const { own } = this;
    const call = this.#call;
    const stands = call !== undefined && isOpen(call, this.#ticker.time.nowMs);
    if (own === null || !stands || this.#isAnother || !isReminder(own, performance.now()))
      return this.#raise('help');
    await this.#change.run('help.remind', { callId: own.callId, visit: own.visit });
    this.#change.store?.syncNow();
    this.stepped();
  }

  /** @param before the call whose place it takes: one person is one call */
  async #raise(kind: OwnCall['kind'], before = this.#isAnother ? null : this.own): Promise<void> {
    const place = this.#device.value?.place;
    // What is tried again is the same call.
    if (before === null && (!this.failed || this.#isAnother)) this.#visit = newVisit();
    const visit = this.#visit;
    this.#triedAt = performance.now();
    this.#tried = kind;
    const made =
      place === undefined ? null : await this.#change.run('help.raise', { place, visit, ...kindIf(kind) });
    this.failed = made?.ok !== true;
    if (made?.ok === true)
      await this.#became({ callId: made.mid, visit, kind, madeAt: this.#triedAt }, before);
    else void this.#raiseDirectly(visit, kind, before);
    this.question = null;
    this.stepped();
  }

  /** There is no store to keep a call in: the hub itself is told, and nothing is said that it has not said. */
  async #raiseDirectly(visit: string, kind: OwnCall['kind'], before: OwnCall | null): Promise<void> {
    const madeAt = this.#triedAt;
    const call = await this.#direct.raise(this.#device.value?.id ?? '', visit, kind);
    if (call === null || !this.isConnected || !this.failed) return;
    this.failed = false;
    await this.#became({ callId: call.id, visit, kind, madeAt, direct: true }, before);
    this.stepped();
  }

  /** @param before the call whose place it takes */
  async #became(own: OwnCall, before: OwnCall | null): Promise<void> {
    noteMade(own.callId);
    this.own = own;
    this.#isAnother = false;
    this.#comingSince = null;
    this.#sounded = 0;
    if (before !== null) await this.#takeBack(before, false);
  }

  async #end(helped: boolean): Promise<void> {
    const { own } = this;
    this.question = null;
    this.#isAnother = false;
    if (own !== null) await this.#takeBack(own, helped);
    this.stepped();
  }

  async #takeBack(own: OwnCall, helped: boolean): Promise<void> {
    if (own.direct) return this.#direct.end(own, helped);
    const { callId, visit } = own;
    await this.#change.run('help.withdraw', { callId, visit, ...(helped ? { helped } : {}) });
  }

  readonly #touched = (): void => {
    const now = performance.now();
    if (mayBeAnother(now - this.#touchedAt)) this.#isAnother = true;
    this.#touchedAt = now;
  };
}

/** While these stand somebody is still wanted. */
const WAITING: ReadonlySet<Stage> = new Set([
  'calling',
  'called',
  'unseen',
  'unanswered',
  'nobody',
  'away',
  'cut',
]);
const TOUCHES = ['pointerdown', 'keydown'] as const;
const kindIf = (kind: OwnCall['kind']): { readonly kind?: 'emergency' } =>
  kind === 'emergency' ? { kind } : {};
