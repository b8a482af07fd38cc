import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { attendanceId, attendancesOf, type Attendance } from '../model/attendance.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import type { Made } from '../../../protocol/client/api.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import type { KeyPressEvent } from '../../../ui/kiosk/keypad.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { errorView, missingView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import {
  atDigits,
  atTarget,
  backFrom,
  chosen,
  firstStep,
  isPersonal,
  pressed,
  seenOf,
  sessionIn,
  type MadeClaim,
  type Step,
  type Target,
} from './check-in-flow.ts';
import { readCheckIn, targetsOf, type CheckInRows } from './check-in-rows.ts';
import {
  digitsView,
  doneView,
  failedView,
  namesView,
  noRosterView,
  targetView,
  withdrawnView,
} from './check-in-views.ts';
import { choiceStyles } from './choice-styles.ts';
import { doneStyles } from './done-styles.ts';
import { numberStyles } from './number-styles.ts';

/**
 * Signing in for a session: which one, the last four digits of the phone, a choice among masked names, ✓. One question
 * a page. Everything about the person lives in this element and goes with it.
 */
@customElement('ll-kiosk-check-in')
export class LlKioskCheckIn extends KioskPage {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    stateStyles,
    choiceStyles,
    numberStyles,
    doneStyles,
  ];

  /** The session that was meant where this page was opened; null when none was. */
  @property({ attribute: false }) session: string | null = null;
  /** Null until the rows that decide the first step are there. */
  @state() private step: Step | null = null;
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #change = new Change(this);
  readonly #rows = new LiveQuery(this, { query: readCheckIn, args: () => [] });
  /** Who has come to the session in hand, and nobody else: each check-in asks for them again. */
  readonly #came = new LiveQuery(this, {
    query: (view, { session }) => view.list('kiosk', 'attendance', attendancesOf(session)),
    args: () => {
      const session = sessionIn(this.step)?.id;
      return session === undefined ? null : { session };
    },
  });

  override get personal(): boolean {
    return this.step !== null && isPersonal(this.step);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#typed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#typed);
    this.step = null;
  }

  override back(): boolean {
    const step = this.step === null ? null : backFrom(this.step, this.#targets());
    if (step === null) return false;
    this.#go(step);
    return true;
  }

  protected override willUpdate(): void {
    if (this.step === null && this.#rows.value !== undefined) {
      this.step = firstStep(this.#targets(), this.session);
    }
  }

  protected override render() {
    return this.#rows.render({
      pending: pendingView,
      empty: pendingView,
      error: errorView,
      complete: (rows) =>
        rows.centre === undefined
          ? missingView(this.#sync.away)
          : html`<div class="step" @ll-key=${this.#key}>${this.#view(rows)}</div>`,
    });
  }

  #view(rows: CheckInRows) {
    const step = this.step ?? atTarget;
    const home = () => this.leave();
    switch (step.step) {
      case 'target':
        return targetView(rows, this.#ticker.momentAt(rows.centre), this.#targets(), (target) =>
          this.#go(atDigits(target)),
        );
      case 'digits':
        if (!this.#lacksRoster(rows.roster)) return digitsView(step);
        // It may not come today: an elder is not left before an empty page.
        return this.#sync.away ? noRosterView(rows.centre, home) : pendingView();
      case 'names':
        return namesView(step, {
          choose: (member) => void this.#choose(step.target, member),
          notMe: () => this.#go(atDigits(step.target)),
        });
      case 'saving':
        return pendingView();
      case 'done':
        return doneView(step, this.#came.value, {
          undo: () => void this.#undo(step.claim),
          another: () => this.#go(atDigits(step.claim.target)),
          home,
        });
      case 'already':
        return doneView(step, this.#came.value, {
          undo: null,
          another: () => this.#go(atDigits(step.target)),
          home,
        });
      case 'withdrawn':
        return withdrawnView({ again: () => this.#go(atDigits(step.target)), home });
      case 'failed':
        return failedView(rows.centre, step.unsure === true, {
          again: () => this.#go(atDigits(step.target)),
          home,
        });
    }
  }

  /** On its way still, as after a store was lost: until it is here nobody is told that their number is unknown. */
  #lacksRoster(roster: readonly RosterEntry[]): boolean {
    return roster.length === 0 && this.#sync.status?.loaded !== true;
  }

  #targets(): readonly Target[] {
    const rows = this.#rows.value;
    return rows === undefined ? [] : targetsOf(rows, this.#ticker.momentAt(rows.centre));
  }

  readonly #key = (event: KeyPressEvent): void => this.#press(event.key);

  /** A keyboard, or a reader that types digits. */
  readonly #typed = (event: KeyboardEvent): void => {
    if (this.covered) return;
    if (event.key === 'Backspace') this.#press('erase');
    else this.#press(event.key);
  };

  #press(key: string): void {
    const before = this.step;
    const roster = this.#rows.value?.roster ?? [];
    if (before === null || this.#lacksRoster(roster)) return;
    const after = pressed(before, key, roster);
    if (after.step === before.step) this.step = after;
    else this.#go(after);
  }

  async #choose(target: Target, member: RosterEntry): Promise<void> {
    const before = this.step;
    const step = chosen(target, member, await this.#known(target, member));
    if (this.step !== before) return;
    if (step.step !== 'saving') return this.#go(step);
    this.#go(step);
    const made = await this.#claim(target, member);
    // Whoever has left meanwhile, or gone back, is not shown anything.
    if (this.step !== step) return;
    if (!made.ok) return this.#go({ step: 'failed', target, unsure: made.code === 'not-safe' });
    this.#go({ step: 'done', member, claim: { mid: made.mid, target, memberId: member.id } });
  }

  /** The attendance as it stands; undefined where nobody knows of one. A store that fails fails at the claim. */
  async #known(target: Target, { id }: RosterEntry): Promise<Attendance | undefined> {
    if (target.type !== 'session') return undefined;
    const key = attendanceId(target.session.id, id);
    return this.#change.store?.query((view) => view.get('kiosk', 'attendance', key)).catch(() => undefined);
  }

  /** Resolves when the claim is safe on this device, and only then is ✓ shown. */
  #claim(target: Target, member: RosterEntry): Promise<Made> {
    const whom = { memberId: member.id, seen: seenOf(target, member) };
    return target.type === 'session'
      ? this.#change.run('checkin.claim', { sessionId: target.session.id, ...whom })
      : this.#change.run('checkin.loose', { courseId: target.course.id, ...whom });
  }

  async #undo(claim: MadeClaim): Promise<void> {
    const before = this.step;
    const { target, mid, memberId } = claim;
    const sessionId = target.type === 'session' ? target.session.id : null;
    const made = await this.#change.run('checkin.withdraw', { claim: mid, sessionId, memberId });
    // The next person is told nothing of the last one's.
    if (this.step === before) this.#go({ step: made.ok ? 'withdrawn' : 'failed', target });
  }

  #go(step: Step): void {
    if (!this.isConnected) return;
    this.step = step;
    this.stepped();
  }
}
