import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { cardAsKept } from '../../../app/card-number.ts';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { locale, t } from '../../../i18n/index.ts';
import { attendanceId, attendancesOf, countOf, placeOf, type Attendance } from '../model/attendance.ts';
import { finderOf } from '../../members/model/find-person.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import type { Made } from '../../../protocol/client/api.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { NextPersonEvent, ownComfortContext } from '../../../ui/kiosk/own-comfort.ts';
import { scanWaits, watchScanner } from '../../../ui/kiosk/scanner.ts';
import { LlWho, type WhoEvent } from '../../../ui/kiosk/who.ts';
import { playSound } from '../../../ui/kiosk/sounds.ts';
import type { Finder, Way } from '../../../ui/kiosk/who-steps.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { errorView, missingView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import { Closing } from './closing.ts';
import {
  attendeeOf,
  backFrom,
  firstStep,
  isPersonal,
  seenOf,
  sessionOfSigned,
  signingIn,
  whoIsIt,
  withCompanion,
  type Attendee,
  type Signed,
  type Step,
  type Target,
} from './check-in-flow.ts';
import { readCheckIn, targetsOf, type CheckInRows } from './check-in-rows.ts';
import {
  byStaffView,
  failedView,
  nameOf,
  neighboursView,
  noRosterView,
  targetView,
  undoingView,
  visitorView,
  withdrawnView,
} from './check-in-views.ts';
import { choiceStyles } from './choice-styles.ts';
import { doneStyles } from './done-styles.ts';
import { doneView, type Figures } from './done-view.ts';
import { WhatCameOfIt } from './come-of-claim.ts';
import { newVisitor } from './new-visitor.ts';

type AskedWho = Extract<Step, { step: 'who' }>;

/**
 * Signing in for a session: which one, who, ✓. One question a page. Everything about the person lives in this element
 * and goes with it.
 */
@customElement('ll-kiosk-check-in')
export class LlKioskCheckIn extends KioskPage {
  static override styles = [reset, pressable, pageStyles, stateStyles, choiceStyles, doneStyles];

  /** The session that was meant where this page was opened; null where that is to be asked, if there are several. */
  @property({ attribute: false }) session: string | null = null;
  /** The glass is wider than high. */
  @property({ type: Boolean, reflect: true }) landscape = false;
  /** Null until the rows that decide the first step are there. */
  @state() private step: Step | null = null;
  /** Counts the questions, so that each begins with nothing of the one before. */
  #question = 0;
  #finder: { readonly roster: readonly RosterEntry[]; readonly finder: Finder } | null = null;
  #language = locale();
  #stopScanner: (() => void) | undefined;
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #own = new ContextConsumer(this, { context: ownComfortContext, subscribe: true });
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #change = new Change(this);
  readonly #cameOf = new WhatCameOfIt(this);
  readonly #closing: Closing = new Closing(this, () => this.#close());
  readonly #rows = new LiveQuery(this, { query: readCheckIn, args: () => [] });
  /** Who has come to the session of a ✓, and nobody else: each check-in asks for them again. */
  readonly #came = new LiveQuery(this, {
    query: (view, { session }) => view.list('kiosk', 'attendance', attendancesOf(session)),
    args: () => {
      const session = sessionOfSigned(this.step)?.id;
      return session === undefined ? null : { session };
    },
  });

  override get personal(): boolean {
    if (this.step === null) return false;
    return this.step.step === 'who' ? this.#who?.personal === true : isPersonal(this.step);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopScanner = watchScanner();
    window.addEventListener('ll-scan', this.#scanned);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('ll-scan', this.#scanned);
    this.#stopScanner?.();
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
    if (this.step === null && this.#rows.value !== undefined) {
      this.step = firstStep(this.#targets(), this.session);
    }
    // Whoever has the page in another language may be somebody else; not where their card has asked for it.
    const isOwn = this.#own.value?.language === locale();
    if (this.#language !== locale() && !isOwn) this.#closing.spoil();
    this.#language = locale();
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
    const home = () => this.leave();
    switch (step?.step) {
      case undefined:
      case 'saving':
        return pendingView();
      case 'target':
        return targetView(rows, this.#ticker.momentAt(rows.centre), this.#targets(), (target) =>
          this.#go(whoIsIt(target)),
        );
      case 'who':
        return this.#whoView(step, rows);
      case 'neighbours':
        return neighboursView(step.neighbours, {
          choose: (neighbour) => void this.#signIn(step.target, attendeeOf(neighbour, step.companion)),
          other: () => this.#go(whoIsIt(step.target, 'neighbour', step.companion)),
        });
      case 'visitor':
        return visitorView({
          yes: () => void this.#signIn(step.target, newVisitor()),
          no: () => this.#go(whoIsIt(step.target)),
        });
      case 'done':
      case 'already':
        return this.#signedView(step, rows);
      case 'undoing':
        return undoingView(step.of, { yes: () => void this.#undo(step.of), no: () => this.#go(step.of) });
      case 'withdrawn':
        return withdrawnView({ again: () => this.#go(whoIsIt(step.target)), home });
      case 'failed':
        return failedView(rows.centre, step.unsure === true, {
          again: () => this.#go(whoIsIt(step.target)),
          home,
        });
    }
  }

  #whoView(step: AskedWho, { roster, centre }: CheckInRows) {
    const { target, asked } = step;
    const allowed = this.#device.value?.checkInWays;
    const takes = (way: 'card' | 'digits' | 'companion' | 'visitor'): boolean =>
      allowed?.includes(way) ?? true;
    const visitor = takes('visitor') ? () => this.#go({ step: 'visitor', target }) : null;
    const means: readonly Way[] = [
      ...(takes('card') ? (['card'] as const) : []),
      ...(takes('digits') ? (['digits', 'name'] as const) : []),
    ];
    const ways = { visitor, home: () => this.leave() };
    // Through a neighbour nobody signs in either where the neighbour cannot say who they are.
    if (means.length === 0) return byStaffView(centre, ways);
    if (this.#lacksRoster(roster)) {
      // It may not come today: an elder is not left before an empty page.
      return this.#sync.away ? noRosterView(centre, ways) : pendingView();
    }
    const leads = {
      self: null,
      companion: t('kioskPages.checkin.companionFirst'),
      neighbour: t('kioskPages.checkin.neighbourDigits'),
    };
    return keyed(
      this.#question,
      html`<ll-who
        ?landscape=${this.landscape}
        .heading=${nameOf(target)}
        .lead=${leads[asked]}
        ?of-another=${asked === 'neighbour'}
        .ways=${means}
        .finder=${this.#finderOf(roster)}
        @ll-who=${(event: WhoEvent) => void this.#said(step, event.id)}
      >
        ${
          asked === 'self' && takes('companion')
            ? html`<ll-button slot="ways" kind="edge" @click=${() => this.#go(whoIsIt(target, 'companion'))}
                >${t('kioskPages.checkin.companionWay')}</ll-button
              >`
            : nothing
        }
        ${
          asked === 'self' && visitor !== null
            ? html`<ll-button slot="ways" kind="edge" @click=${visitor}
                >${t('kioskPages.checkin.visitorWay')}</ll-button
              >`
            : nothing
        }
      </ll-who>`,
    );
  }

  #signedView(signed: Signed, rows: CheckInRows) {
    const told = this.#sync.away ? null : this.#cameOf.of(signed, this.#deviceId);
    const own = rows.roster.find(({ id }) => id === signed.attendee.memberId);
    const { target } = signed;
    return doneView(
      signed,
      {
        moment: this.#ticker.momentAt(rows.centre),
        utcOffsetMinutes: this.#ticker.offsetOf(rows.centre),
        figures: told === null ? this.#ownFigures(signed) : { ...told, isTold: true },
        times: told === null || signed.attendee.maskedName === null ? null : told.times,
        away: this.#sync.away,
        secondsLeft: this.#closing.secondsLeft,
        crowded: (this.#own.value?.offer ?? 'none') !== 'none',
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

  get #deviceId(): string {
    return this.#change.store?.actor.deviceId ?? '';
  }

  get #who(): LlWho | null {
    const who = this.renderRoot.querySelector('ll-who');
    return who instanceof LlWho ? who : null;
  }

  /** On its way still, as after a store was lost: until it is here nobody is told that their number is unknown. */
  #lacksRoster(roster: readonly RosterEntry[]): boolean {
    return roster.length === 0 && this.#sync.status?.loaded !== true;
  }

  #targets(): readonly Target[] {
    const rows = this.#rows.value;
    return rows === undefined ? [] : targetsOf(rows, this.#ticker.momentAt(rows.centre));
  }

  /** The same session while it is open, and whatever is open after it. */
  #forTheNext(target: Target): Step {
    return firstStep(this.#targets(), target.type === 'session' ? target.session.id : null);
  }

  #finderOf(roster: readonly RosterEntry[]): Finder {
    if (this.#finder?.roster !== roster) {
      const centreId = this.#change.store?.actor.centreId ?? '';
      this.#finder = { roster, finder: finderOf(roster, (card) => cardAsKept(card, centreId)) };
    }
    return this.#finder.finder;
  }

  /** The place and the count by this kiosk's own book: what stands there until the hub has the claim. */
  #ownFigures({ target, attendee }: Signed): Figures | null {
    const came = this.#came.value;
    if (target.type !== 'session' || came === undefined) return null;
    const session = target.session.id;
    const place = placeOf(came, attendanceId(session, attendee.memberId));
    return place === null ? null : { place, count: countOf(came, session), isTold: false };
  }

  #said({ target, asked, companion }: AskedWho, id: string): void {
    const roster = this.#rows.value?.roster ?? [];
    const member = roster.find((one) => one.id === id);
    if (member === undefined) return;
    if (asked === 'companion') this.#go(withCompanion(target, member, roster));
    else void this.#signIn(target, attendeeOf(member, companion));
  }

  /** A card read on a ✓ is the next person's. */
  readonly #scanned = (): void => {
    const { step } = this;
    if (this.covered) return;
    if (step?.step === 'neighbours') this.#go(whoIsIt(step.target, 'neighbour', step.companion));
    else if (step !== null && step.step !== 'target' && step.step !== 'who' && step.step !== 'saving')
      this.#go(this.#forTheNext(step.target));
  };

  async #signIn(target: Target, attendee: Attendee): Promise<void> {
    const before = this.step;
    const known = await this.#known(target, attendee);
    const step = signingIn(target, attendee, known, this.#deviceId);
    if (this.step !== before) return;
    this.#go(step);
    if (step.step === 'already') playSound('done');
    if (step.step !== 'saving') return;
    const made = await this.#claim(target, attendee);
    // Whoever has left meanwhile, or gone back, is not shown anything.
    if (this.step !== step) return;
    if (!made.ok) return this.#go({ step: 'failed', target, unsure: made.code === 'not-safe' });
    playSound('done');
    this.#go({ step: 'done', target, attendee, claims: [made.mid], atMs: null });
    // The next card was read while this one was written down.
    if (scanWaits()) this.#scanned();
  }

  /** The attendance as it stands; undefined where nobody knows of one. A store that fails fails at the claim. */
  async #known(target: Target, { memberId }: Attendee): Promise<Attendance | undefined> {
    if (target.type !== 'session') return undefined;
    const key = attendanceId(target.session.id, memberId);
    return this.#change.store?.query((view) => view.get('kiosk', 'attendance', key)).catch(() => undefined);
  }

  /** Resolves when the claim is safe on this device, and only then is ✓ shown. */
  #claim(target: Target, { memberId, maskedName, companion }: Attendee): Promise<Made> {
    const whom = {
      memberId,
      seen: seenOf(target, maskedName ?? t('kioskPages.checkin.visitor')),
      ...(companion === null ? {} : { companionId: companion.id }),
    };
    return target.type === 'session'
      ? this.#change.run('checkin.claim', { sessionId: target.session.id, ...whom })
      : this.#change.run('checkin.loose', { courseId: target.course.id, ...whom });
  }

  async #undo({ target, attendee: { memberId }, claims }: Signed): Promise<void> {
    const before = this.step;
    const sessionId = target.type === 'session' ? target.session.id : null;
    let ok = true;
    for (const claim of claims)
      ok = (await this.#change.run('checkin.withdraw', { claim, sessionId, memberId })).ok && ok;
    // The next person is told nothing of the last one's.
    if (this.step === before) this.#go({ step: ok ? 'withdrawn' : 'failed', target });
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
