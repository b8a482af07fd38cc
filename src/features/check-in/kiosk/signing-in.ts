import type { Change } from '../../../app/change.ts';
import { t } from '../../../i18n/index.ts';
import type { Made } from '../../../protocol/client/api.ts';
import { scanWaits } from '../../../ui/kiosk/scanner.ts';
import { playSound } from '../../../ui/kiosk/sounds.ts';
import { attendanceId, type Attendance } from '../model/attendance.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import {
  attendeeOf,
  seenOf,
  signingIn,
  withCompanion,
  type AskedWho,
  type Attendee,
  type Signed,
  type Step,
  type Target,
} from './check-in-flow.ts';

/** Where the page is, and how it goes on. */
interface Page {
  readonly step: () => Step | null;
  readonly go: (step: Step) => void;
  readonly scanned: () => void;
}

/** Writes down who came, or takes it back. Whoever has left meanwhile, or gone back, is shown nothing of it. */
export class SigningIn {
  constructor(
    private readonly change: Change,
    private readonly page: Page,
  ) {}

  get deviceId(): string {
    return this.change.store?.actor.deviceId ?? '';
  }

  /** Somebody has said who they are: a companion, or who is signed in. */
  said({ target, asked, companion }: AskedWho, id: string, roster: readonly RosterEntry[]): void {
    const member = roster.find((one) => one.id === id);
    if (member === undefined) return;
    if (asked === 'companion') this.page.go(withCompanion(target, member, roster));
    else void this.signIn(target, attendeeOf(member, companion));
  }

  /** ✓ is shown only when the claim is safe on this device. */
  async signIn(target: Target, attendee: Attendee): Promise<void> {
    const before = this.page.step();
    const step = signingIn(target, attendee, await this.#known(target, attendee), this.deviceId);
    if (this.page.step() !== before) return;
    this.page.go(step);
    if (step.step === 'already') playSound('done');
    if (step.step !== 'saving') return;
    const made = await this.#claim(target, attendee);
    if (this.page.step() !== step) return;
    if (!made.ok) return this.page.go({ step: 'failed', target, unsure: made.code === 'not-safe' });
    playSound('done');
    this.page.go({ step: 'done', target, attendee, claims: [made.mid], atMs: null });
    // The next card was read while this one was written down.
    if (scanWaits()) this.page.scanned();
  }

  async takeBack({ target, attendee: { memberId }, claims }: Signed): Promise<void> {
    const before = this.page.step();
    const sessionId = target.type === 'session' ? target.session.id : null;
    let ok = true;
    for (const claim of claims)
      ok = (await this.change.run('checkin.withdraw', { claim, sessionId, memberId })).ok && ok;
    if (this.page.step() === before) this.page.go({ step: ok ? 'withdrawn' : 'failed', target });
  }

  /** The attendance as it stands; undefined where nobody knows of one. A store that fails fails at the claim. */
  async #known(target: Target, { memberId }: Attendee): Promise<Attendance | undefined> {
    if (target.type !== 'session') return undefined;
    const key = attendanceId(target.session.id, memberId);
    return this.change.store?.query((view) => view.get('kiosk', 'attendance', key)).catch(() => undefined);
  }

  #claim(target: Target, { memberId, maskedName, companion }: Attendee): Promise<Made> {
    const whom = {
      memberId,
      seen: seenOf(target, maskedName ?? t('kioskPages.checkin.visitor')),
      ...(companion === null ? {} : { companionId: companion.id }),
    };
    return target.type === 'session'
      ? this.change.run('checkin.claim', { sessionId: target.session.id, ...whom })
      : this.change.run('checkin.loose', { courseId: target.course.id, ...whom });
  }
}
