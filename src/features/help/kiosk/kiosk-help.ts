import { ContextConsumer } from '@lit/context';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { knownPhone } from '../../../app/known-house.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
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
import { emergencyAnswers, waysOf, whoseAnswers } from './help-ways.ts';
import { OwnCalls } from './own-calls.ts';
import { Presence } from './presence.ts';
import { comesBackTo, isReminder, leftWith, type OwnCall } from './this-visit.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** A store that answers at all has answered by then. */
const SOON_MS = 1000;

/**
 * 找人帮忙: opening the page is the call, or, by the same person within a minute, a reminder of it. It says no more than
 * is so: who has the call, who comes, and whom to ring while nobody does; it works where there is no store to keep a call.
 */
@customElement('ll-kiosk-help')
export class LlKioskHelp extends KioskPage {
  static override styles = [reset, pageStyles, helpStyles];

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
  readonly #calls: OwnCalls = new OwnCalls(this, {
    change: this.#change,
    direct: this.#direct,
    device: () => this.#device.value,
    mayBeAnother: () => this.#presence.isAnother,
    made: () => {
      this.#presence.isAnother = false;
      this.#comingSince = null;
      this.#sounded = 0;
    },
    // What somebody is just asked stands over it.
    stepped: () => {
      if (this.question === null) this.stepped();
    },
  });
  #openedAt = 0;
  /** Whether another may stand before the glass by now. */
  readonly #presence = new Presence(this);
  #pressed = false;
  #comingSince: number | null = null;
  #sounded = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    const now = performance.now();
    this.#openedAt = now;
    const before = comesBackTo(now);
    if (before !== null) this.#calls.goOnWith(before);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#own !== null && !this.#presence.isAnother) leftWith(this.#own, performance.now());
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
    } else this.#calls.tryAgain(now);
    this.#comingSince = this.#call?.state === 'coming' ? (this.#comingSince ?? now) : null;
    this.#soundAgain();
  }

  /** Whoever stands by hears each minute that somebody waits here; what lies here is offered to the hub once more. */
  #soundAgain(): void {
    const times = timesCalled(this.#waitedMs);
    if (this.#own === null || times === this.#sounded || !WAITING.has(this.#stage())) return;
    this.#sounded = times;
    playSound('call');
    this.#change.store?.syncNow();
  }

  protected override render() {
    const numbers = this.#numbers();
    if (this.question !== null) return callView(asking(this.question, numbers), this.#answers(this.question));
    const stage = this.#stage();
    const saying = sayingOf(stage, {
      isEmergency: this.#own?.kind === 'emergency',
      call: this.#call,
      times: timesCalled(this.#waitedMs),
      offset: this.#ticker.offsetOf(this.#rows.value?.centre),
    });
    return callView(withNumbers(saying, numbers), this.#ways(stage));
  }

  get #own(): OwnCall | null {
    return this.#calls.own;
  }

  get #call(): HelpCall | undefined {
    const kept = this.#rows.value?.calls.find(({ id }) => id === this.#own?.callId);
    return kept ?? this.#direct.of(this.#own?.callId) ?? undefined;
  }

  get #waitedMs(): number {
    return performance.now() - (this.#own?.madeAt ?? this.#openedAt);
  }

  /** A press waits a moment for the rows that say whether there is a call to remind of; for a call alone, for none. */
  #canTell(now: number): boolean {
    return this.#own === null || this.#rows.value !== undefined || now - this.#openedAt >= SOON_MS;
  }

  /** The house's phones; the one that was known last where its row cannot be read. */
  #numbers(): HelpNumbers {
    const { centre } = this.#rows.value ?? {};
    const hotline = centre?.hotline ?? knownPhone(this.#device.value?.id ?? '');
    return { hotline, emergency: centre?.emergencyNumber ?? hotline };
  }

  #stage(): Stage {
    if (this.#calls.failed) return this.#direct.asking && this.#waitedMs < 2 * SOON_MS ? 'calling' : 'lost';
    if (this.#own === null) return 'calling';
    const isUnheard = this.#own.direct && this.#direct.of(this.#own.callId) === null;
    if (isUnheard) return this.#direct.asking ? 'calling' : 'cut';
    const { cutOff, waitsLong } = this.#sync;
    const reached = this.#direct.reaches ? 'there' : 'cut';
    return stageOf({
      call: this.#call,
      waitedMs: this.#waitedMs,
      comingMs: this.#comingSince === null ? 0 : performance.now() - this.#comingSince,
      // A hub that hangs takes the call as little as one that is away.
      hub: this.#own.direct ? reached : (cutOff ?? (waitsLong ? 'away' : 'there')),
    });
  }

  #ways(stage: Stage): unknown {
    const own = this.#own;
    return waysOf(stage, own?.kind ?? null, {
      leave: () => this.leave(),
      again: () => this.#raise('help'),
      arrived: () => void this.#end(true),
      notYet: () => this.#raise(own?.kind ?? 'help', own),
      emergency: () => this.#ask('emergency'),
      withdraw: this.#withdraw,
    });
  }

  #answers(question: 'emergency' | 'whose'): unknown {
    return question === 'emergency'
      ? emergencyAnswers({ yes: () => this.#raise('emergency'), no: () => this.back() })
      : whoseAnswers({ other: () => this.#raise('help'), mine: () => void this.#end(false) });
  }

  /** What was asked is answered, and the question gone, whatever the disk takes. */
  #raise(...call: Parameters<OwnCalls['raise']>): void {
    this.question = null;
    void this.#calls.raise(...call);
    this.stepped();
  }

  #ask(question: 'emergency' | 'whose'): void {
    this.question = question;
    this.stepped();
  }

  readonly #withdraw = (): void => {
    if (this.#presence.isAnother) this.#ask('whose');
    else void this.#end(false);
  };

  /** Who presses calls: anew, or, where this person's call of just now still stands, once more for that. */
  async #press(): Promise<void> {
    const own = this.#own;
    const call = this.#call;
    const stands = call !== undefined && isOpen(call, this.#ticker.time.nowMs);
    if (own === null || !stands || this.#presence.isAnother || !isReminder(own, performance.now()))
      return this.#calls.raise('help');
    await this.#change.run('help.remind', { callId: own.callId, visit: own.visit });
    this.#change.store?.syncNow();
    this.stepped();
  }

  async #end(helped: boolean): Promise<void> {
    const own = this.#own;
    this.question = null;
    this.#presence.isAnother = false;
    if (own !== null) await this.#calls.takeBack(own, helped);
    this.stepped();
  }
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
