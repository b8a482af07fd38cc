import { ContextConsumer } from '@lit/context';
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { t } from '../../../i18n/index.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { NextPersonEvent } from '../../../ui/kiosk/own-comfort.ts';
import { choiceStyles } from '../../../ui/kiosk/choice-styles.ts';
import { headingStyles, pageStyles, sentenceStyles, waysStyles } from '../../../ui/kiosk/page-styles.ts';
import { Scans } from '../../../ui/kiosk/scans.ts';
import { LlWho } from '../../../ui/kiosk/who.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { errorView, missingView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import { AskWho } from './ask-who.ts';
import {
  afterScan,
  attendeeOf,
  backFrom,
  firstStep,
  isAsking,
  isPersonal,
  whoIsIt,
  withCompanion,
  type AskedWho,
  type Signed,
  type Step,
  type Target,
} from './check-in-flow.ts';
import { asItStands, readCheckIn, targetsOf, type CheckInRows } from './check-in-rows.ts';
import {
  failedView,
  neighboursView,
  notHeldView,
  targetView,
  undoingView,
  visitorView,
  withdrawnView,
} from './check-in-views.ts';
import { Closing } from './closing.ts';
import { WhatCameOfIt } from './come-of-claim.ts';
import { doneStyles } from './done-styles.ts';
import { doneView } from './done-view.ts';
import { newVisitor } from './new-visitor.ts';
import { SigningIn } from './signing-in.ts';

/**
 * Signing in for a session: which one, who, ✓. One question a page. Everything about the person lives in this element
 * and goes with it.
 */
@customElement('ll-kiosk-check-in')
export class LlKioskCheckIn extends KioskPage {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    headingStyles,
    stateStyles,
    waysStyles,
    sentenceStyles,
    choiceStyles,
    doneStyles,
  ];

  /** The session that was meant where this page was opened; null where that is to be asked, if there are several. */
  @property({ attribute: false }) session: string | null = null;
  /** The glass is wider than high. */
  @property({ type: Boolean, reflect: true }) landscape = false;
  /** Null until the rows that decide the first step are there. */
  @state() private step: Step | null = null;
  /** Counts the questions, so that each begins with nothing of the one before. */
  #question = 0;
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #change = new Change(this);
  readonly #signing = new SigningIn(this.#change, {
    step: () => this.step,
    go: (step) => this.#go(step),
    scanned: () => this.#scanned(),
  });
  readonly #ask = new AskWho();
  readonly #cameOf = new WhatCameOfIt(this, () => this.step);
  readonly #closing: Closing = new Closing(this, () => this.#close());
  readonly #rows = new LiveQuery(this, { query: readCheckIn, args: () => [] });

  override get personal(): boolean {
    if (this.step === null) return false;
    return this.step.step === 'who' ? this.#who?.personal === true : isPersonal(this.step);
  }

  constructor() {
    super();
    new Scans(this, () => this.#scanned());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.step = null;
  }

  override back(): boolean {
    if (this.step?.step === 'who' && this.#who?.back() === true) return true;
    const step = this.step === null ? null : backFrom(this.step, this.#targets());
    if (step === null) return false;
    this.#go(step);
    return true;
  }

  protected override willUpdate(): void {
    if (this.step === null && this.#rows.value !== undefined)
      this.step = firstStep(this.#targets(), this.session);
  }

  protected override render() {
    return this.#rows.render({
      pending: pendingView,
      empty: pendingView,
      error: () => this.#titled(errorView()),
      complete: (rows) =>
        rows.centre === undefined
          ? this.#titled(missingView(this.#sync.away))
          : html`<div class="step">${this.#view(rows)}</div>`,
    });
  }

  #titled(content: unknown) {
    return html`<h1>${t('kioskPages.checkin.title')}</h1>
      ${content}`;
  }

  #view(rows: CheckInRows) {
    const { step } = this;
    if (step === null || step.step === 'saving') return pendingView();
    const home = () => this.leave();
    const target = 'target' in step ? asItStands(step.target, rows) : null;
    if (target?.type === 'session' && target.session.cancelled && isAsking(step))
      return notHeldView(target, home);
    const again = () => 'target' in step && this.#go(whoIsIt(step.target));
    switch (step.step) {
      case 'target':
        return targetView(rows, this.#ticker.momentAt(rows.centre), this.#targets(), (target) =>
          this.#go(whoIsIt(target)),
        );
      case 'who':
        return this.#askedWho(step, rows);
      case 'neighbours':
        return neighboursView(step.neighbours, {
          choose: (neighbour) =>
            void this.#signing.signIn(step.target, attendeeOf(neighbour, step.companion)),
          other: () => this.#go(whoIsIt(step.target, 'neighbour', step.companion)),
        });
      case 'visitor':
        return visitorView({
          yes: () => void this.#signing.signIn(step.target, newVisitor()),
          no: again,
        });
      case 'done':
      case 'already':
        return this.#signedView(step, rows);
      case 'undoing':
        return undoingView(step.of, {
          yes: () => void this.#signing.takeBack(step.of),
          no: () => this.#go(step.of),
        });
      case 'withdrawn':
        return withdrawnView({ again, home });
      case 'failed':
        return failedView(rows.centre, step.unsure === true, { again, home });
    }
  }

  #askedWho(step: AskedWho, rows: CheckInRows) {
    const target = asItStands(step.target, rows);
    return keyed(
      this.#question,
      this.#ask.view(
        { ...step, target },
        rows,
        {
          landscape: this.landscape,
          allowed: this.#device.value?.checkInWays,
          centreId: this.#change.store?.actor.centreId ?? '',
          lacksRoster: rows.roster.length === 0 && this.#sync.status?.loaded !== true,
          away: this.#sync.away,
        },
        {
          said: (id) => this.#signing.said({ ...step, target }, id, rows.roster),
          companion: () => this.#go(whoIsIt(target, 'companion')),
          visitor: () => this.#go({ step: 'visitor', target }),
          home: () => this.leave(),
        },
      ),
    );
  }

  #signedView(signed: Signed, rows: CheckInRows) {
    const own = rows.roster.find(({ id }) => id === signed.attendee.memberId);
    const { target } = signed;
    return doneView(
      { ...signed, target: asItStands(target, rows) },
      {
        moment: this.#ticker.momentAt(rows.centre),
        utcOffsetMinutes: this.#ticker.offsetOf(rows.centre),
        figures: this.#cameOf.of(signed, this.#signing.deviceId, this.#sync.away),
        away: this.#sync.away,
        secondsLeft: this.#closing.secondsLeft,
      },
      {
        next: () => {
          this.dispatchEvent(new NextPersonEvent());
          this.#go(this.#forTheNext(target));
        },
        home: () => this.leave(),
        keep: () => this.#closing.keep(),
        undo:
          this.#closing.fresh && signed.claims.length > 0
            ? () => this.#go({ step: 'undoing', target, of: signed })
            : null,
        neighbour:
          own?.pairedWith === undefined || signed.attendee.companion !== null || !this.#closing.fresh
            ? null
            : () => this.#go(withCompanion(target, own, rows.roster)),
      },
    );
  }

  get #who(): LlWho | null {
    const who = this.renderRoot.querySelector('ll-who');
    return who instanceof LlWho ? who : null;
  }

  #targets(): readonly Target[] {
    const rows = this.#rows.value;
    return rows === undefined ? [] : targetsOf(rows, this.#ticker.momentAt(rows.centre));
  }

  /** The same session while it is open, and whatever is open after it. */
  #forTheNext(target: Target): Step {
    return firstStep(this.#targets(), target.type === 'session' ? target.session.id : null);
  }

  #scanned(): void {
    const next =
      this.step === null || this.covered ? null : afterScan(this.step, (last) => this.#forTheNext(last));
    if (next !== null) this.#go(next);
  }

  /** A ✓'s time is over: home, unless its page lies under another one, which is somebody's. */
  #close(): void {
    if (!this.covered && this.getClientRects().length > 0) this.leave();
    else this.step = firstStep(this.#targets(), null);
  }

  #go(step: Step): void {
    if (!this.isConnected) return;
    const isSigned = step.step === 'done' || step.step === 'already';
    if (isSigned) this.#closing.start('told');
    else if (step.step === 'undoing') this.#closing.start('asked');
    else {
      this.#closing.stop();
      this.#cameOf.forget();
    }
    this.#question += 1;
    this.step = step;
    this.stepped();
  }
}
