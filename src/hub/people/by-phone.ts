import { attendanceId, counts, type Attendance } from '../../features/check-in/model/attendance.ts';
import { BY_PHONE } from '../../features/check-in/model/by-phone.ts';
import type { Session } from '../../features/classes/model/sessions.ts';
import { findByTail, type RosterEntry } from '../../features/members/model/roster.ts';
import type { CentreId, Mid } from '../../kernel/ids.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import { clockTime } from '../../kernel/time.ts';
import type { HubSync } from '../sync/api.ts';
import type { ComePasses } from './come-passes.ts';
import { openSessions } from './open-sessions.ts';

/** A member as a telephone is told of them. */
interface Named {
  readonly pick: string;
  readonly maskedName: string;
  readonly order?: number;
}

/** Who somebody says they are: the end of a telephone number, and of those it is of, one. */
interface Said {
  readonly tail: string;
  readonly pick: string;
}

type Reader = Pick<RowTx, 'get' | 'list'>;

/**
 * Signing in on one's own telephone, for the session whose code it has scanned. A telephone is told masked names of those
 * whose number ends as somebody has typed, and nothing of anybody else; whether they have come, of whom it signs in only.
 */
export class ByPhone {
  readonly #centreId: CentreId;
  readonly #passes: ComePasses;
  readonly #sync: HubSync;

  constructor(sync: HubSync, centreId: CentreId, passes: ComePasses) {
    this.#sync = sync;
    this.#centreId = centreId;
    this.#passes = passes;
  }

  /** The session that a pass opens now; null where it has run out, or the session can be signed in for no more. */
  async session(pass: string): Promise<Session | null> {
    if (!this.#sync.time.sure) return null;
    const nowMs = this.#sync.now();
    const open = await this.#read((tx) => openSessions(tx, this.#centreId, nowMs));
    return open.find(({ id }) => this.#passes.isOf(id, pass, nowMs)) ?? null;
  }

  async named({ id }: Session, tail: string): Promise<readonly Named[]> {
    const roster = await this.#read((tx) => tx.list('kiosk', 'roster'));
    return findByTail(roster, tail).map((entry) => ({
      pick: this.#passes.pickOf(id, tail, entry.id),
      maskedName: entry.maskedName,
      ...(entry.order === undefined ? {} : { order: entry.order }),
    }));
  }

  /** Signs a member in, once for each `mid`. Undefined where nobody is who they say; `withdrawn` where it was taken back. */
  async claim(
    session: Session,
    said: Said,
    mid: Mid,
  ): Promise<{ status: 'done' | 'already' | 'withdrawn'; count: number } | undefined> {
    const member = await this.#member(session, said);
    if (member === undefined) return undefined;
    const before = await this.#attendance(session, member);
    const isKnown = before?.claims.some((claim) => claim.mid === mid) === true;
    if (!isKnown && counts(before)) return { status: 'already', count: await this.#count(session) };
    if (!isKnown) {
      const seen = {
        name: member.maskedName,
        start: clockTime(session.startMinute % 1440),
        room: session.room,
      };
      const args = { sessionId: session.id, memberId: member.id, seen };
      await this.#sync.performOnce(this.#centreId, { mid, name: 'checkin.claim', args, deviceId: BY_PHONE });
    }
    // What is told is what is there: a mid may have been of another change.
    const own = (await this.#attendance(session, member))?.claims.find((claim) => claim.mid === mid);
    if (own === undefined) return undefined;
    return { status: own.withdrawn ? 'withdrawn' : 'done', count: await this.#count(session) };
  }

  /** Takes a claim back that was made by telephone; whoever knows its mid made it. Undefined where there is none. */
  async undo(session: Session, said: Said, claim: Mid): Promise<{ count: number } | undefined> {
    const member = await this.#member(session, said);
    const claims = member === undefined ? [] : ((await this.#attendance(session, member))?.claims ?? []);
    const own = claims.find(({ mid, deviceId }) => mid === claim && deviceId === BY_PHONE);
    if (member === undefined || own === undefined) return undefined;
    if (!own.withdrawn) {
      const args = { claim, sessionId: session.id, memberId: member.id };
      await this.#sync.performOnce(this.#centreId, { name: 'checkin.withdraw', args, deviceId: BY_PHONE });
    }
    return { count: await this.#count(session) };
  }

  async #member({ id }: Session, { tail, pick }: Said): Promise<RosterEntry | undefined> {
    const roster = await this.#read((tx) => tx.list('kiosk', 'roster'));
    return findByTail(roster, tail).find((entry) => this.#passes.pickOf(id, tail, entry.id) === pick);
  }

  #attendance({ id }: Session, member: RosterEntry): Promise<Attendance | undefined> {
    return this.#read((tx) => tx.get('people', 'attendance', attendanceId(id, member.id)));
  }

  async #count({ id }: Session): Promise<number> {
    return (await this.#read((tx) => tx.get('centre', 'attendanceCount', id)))?.count ?? 0;
  }

  #read<T>(work: (tx: Reader) => Promise<T>): Promise<T> {
    return this.#sync.read(this.#centreId, work);
  }
}
