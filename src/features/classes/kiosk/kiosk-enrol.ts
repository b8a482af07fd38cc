import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { cardAsKept } from '../../../app/card-number.ts';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatNearDay, t } from '../../../i18n/index.ts';
import type { Mid } from '../../../kernel/ids.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { headingStyles, pageStyles, sentenceStyles, waysStyles } from '../../../ui/kiosk/page-styles.ts';
import { errorView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import { playSound } from '../../../ui/kiosk/sounds.ts';
import { EVERY_WAY, type LlWho, type WhoEvent } from '../../../ui/kiosk/who.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { finderOf } from '../../members/model/find-person.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import type { Session } from '../model/sessions.ts';
import { knownOf, type EnrolStep, type Known, type Person, type Wish } from './enrol-flow.ts';
import { enrolStyles } from './enrol-styles.ts';
import { askedView, failedView, leaveByStaffView, noNamesView, type EnrolWays } from './enrol-views.ts';
import { nameOf } from './session-words.ts';
import '../../../i18n/kiosk-page-texts.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/who.ts';

const ASKS: EnrolStep = { step: 'who' };
const CARD_ONLY = ['card'] as const;

/**
 * Puts somebody's name down for a session, or takes it off: who it is, then what the hub says. Off again goes a name only
 * by its owner's card: the end of a number is guessed too easily. Everything about the person lives in this element and
 * goes with it.
 */
@customElement('ll-kiosk-enrol')
export class LlKioskEnrol extends KioskPage {
  static override styles = [
    reset,
    pageStyles,
    headingStyles,
    stateStyles,
    waysStyles,
    sentenceStyles,
    enrolStyles,
  ];

  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) centre: Centre | null = null;
  @property({ attribute: false }) wish: Wish = 'join';
  @state() private step: EnrolStep = ASKS;
  @query('ll-who') private readonly who!: LlWho | null;
  /** What the last answer drawn said, so that another one is announced. */
  #told = '';
  readonly #ticker = new Ticker(this, 1000);
  readonly #sync = new SyncState(this);
  readonly #change = new Change(this);
  readonly #roster = new LiveQuery(this, {
    query: (view) => view.list('kiosk', 'roster'),
    args: () => [],
    isEmpty: () => false,
  });
  readonly #answer = new LiveQuery(this, {
    query: async (view, { mid }) => (await view.get('device', 'enrolmentAnswer', mid)) ?? null,
    args: () => (this.step.step === 'asked' ? { mid: this.step.mid } : null),
  });

  override get personal(): boolean {
    return this.step.step !== 'who' || this.who?.personal === true;
  }

  /** A wish is not taken back by going back. */
  override back(): boolean {
    if (this.step.step === 'who') return this.who?.back() === true;
    if (this.step.step !== 'failed') return false;
    this.#go(ASKS);
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.announce();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.step = ASKS;
    this.#told = '';
  }

  protected override updated(): void {
    const told = this.step.step === 'asked' ? this.#known(this.step).type : '';
    if (told === this.#told) return;
    const isNews = this.#told !== '' && told !== '';
    this.#told = told;
    if (isNews) this.stepped();
    // Heard as well as seen, where there is a place, or no longer one.
    if (this.step.step === 'asked' && this.#isDone(this.step)) playSound('done');
  }

  protected override render() {
    return this.#roster.render({
      pending: pendingView,
      error: errorView,
      empty: pendingView,
      complete: (roster) => this.#view(roster),
    });
  }

  #view(roster: readonly RosterEntry[]) {
    const { step, session, centre } = this;
    if (session === null || centre === null) return pendingView();
    const phone = centre.hotline;
    switch (step.step) {
      case 'who':
        return this.#who(session, centre, roster);
      case 'saving':
        return pendingView();
      case 'asked': {
        const when = formatNearDay(session.date, this.#ticker.dayAt(centre));
        return askedView(
          step,
          this.#known(step),
          { session, when, phone },
          this.#ways(step.person, step.mid),
        );
      }
      case 'failed':
        return failedView(step.unsure, phone, this.#ways(null, null));
    }
  }

  #who(session: Session, centre: Centre, roster: readonly RosterEntry[]) {
    if (roster.length === 0 && this.#sync.status?.loaded !== true)
      return this.#sync.away ? noNamesView(centre.hotline, () => this.leave()) : pendingView();
    const finder = finderOf(roster, (card) => cardAsKept(card, centre.id));
    const joins = this.wish === 'join';
    if (!joins && !finder.hasCards) return leaveByStaffView(centre.hotline, () => this.leave());
    return html`<ll-who
      ?landscape=${this.hasAttribute('landscape')}
      .heading=${nameOf(session)}
      .lead=${joins ? t('kioskPages.enrol.whoJoins') : t('kioskPages.enrol.leaveByCard', { phone: centre.hotline })}
      .ways=${joins ? EVERY_WAY : CARD_ONLY}
      .finder=${finder}
      @ll-who=${({ id, by }: WhoEvent) => {
        const person = roster.find((one) => one.id === id);
        if (person !== undefined) void this.#ask({ ...person, byCard: by === 'card' }, this.wish, null);
      }}
    ></ll-who>`;
  }

  #ways(person: Person | null, mid: Mid | null): EnrolWays {
    const ask = (wish: Wish, claim: Mid | null): void => {
      if (person !== null) void this.#ask(person, wish, claim);
    };
    return {
      undo: () => ask('leave', mid),
      leave: () => ask('leave', null),
      again: () => (person === null ? this.#go(ASKS) : ask('join', null)),
      finished: () => this.leave(),
    };
  }

  /** It is as they have wished: ✓. */
  #isDone(step: Extract<EnrolStep, { step: 'asked' }>): boolean {
    const known = this.#known(step);
    return known.type === 'answered' && known.answer.state === (step.wish === 'join' ? 'in' : 'left');
  }

  #known(step: Extract<EnrolStep, { step: 'asked' }>): Known {
    return knownOf(step, {
      answer: this.#answer.value ?? undefined,
      ended: this.#sync.status?.ended ?? [],
      away: this.#sync.away,
      nowMs: performance.now(),
    });
  }

  async #ask(person: Person, wish: Wish, claim: Mid | null): Promise<void> {
    const { session } = this;
    if (session === null) return;
    const saving: EnrolStep = { step: 'saving', person };
    this.#go(saving);
    const whom = { sessionId: session.id, memberId: person.id, seen: { name: person.maskedName } };
    const made =
      wish === 'join'
        ? await this.#change.run('enrol.join', whom)
        : await this.#change.run('enrol.leave', { ...whom, claim });
    // Whoever has left meanwhile is not shown anything, and the next person nothing of the last one.
    if (this.step !== saving) return;
    if (!made.ok) return this.#go({ step: 'failed', unsure: made.code === 'not-safe' });
    this.#go({ step: 'asked', wish, person, mid: made.mid, sinceMs: performance.now() });
  }

  #go(step: EnrolStep): void {
    if (!this.isConnected) return;
    this.step = step;
    this.stepped();
  }
}
