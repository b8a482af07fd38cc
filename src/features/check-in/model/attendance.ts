import { FAIR_USE } from '../../../kernel/fair-use.ts';
import type { Mid } from '../../../kernel/ids.ts';
import type { Json } from '../../../kernel/json.ts';
import { ofDays, type RowRange } from '../../../kernel/row-range.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';

export type Attendance = RowOf<'attendance'>;
export type Claim = Attendance['claims'][number];
export type LooseClaim = RowOf<'looseClaim'>;

/**
 * The domain key and row id of one member's attendance at one session. It begins with the day, then the course: what
 * is asked for, a day or one session of it, is a stretch of the index, and what is over lies at its beginning.
 */
export const attendanceId = (sessionId: string, memberId: string): string =>
  `${ofSession(sessionId)}${memberId}`;

/** The first version's rows were named by session and member: `baduanjin@2026-11-28/m001`. */
export function withDayFirst(old: Json): Json {
  if (typeof old !== 'object' || old === null || !('sessionId' in old)) return old;
  return { ...old, id: attendanceId(String(old.sessionId), String(old.memberId)) };
}

function ofSession(sessionId: string): string {
  const parsed = parseSessionId(sessionId);
  return parsed === null ? `${sessionId}/` : `${parsed.date}/${parsed.courseId}/`;
}

/** The attendances of one session. */
export const attendancesOf = (sessionId: string): RowRange => ({ prefix: ofSession(sessionId) });

/** The attendances of a day, whatever the session. */
export const attendancesOn = (date: CivilDate): RowRange => ofDays(date, date);

/** Whether the member counts as having come: some claim stands. */
export const counts = (attendance: Pick<Attendance, 'claims'> | undefined): boolean =>
  attendance !== undefined && attendance.claims.some((claim) => !claim.withdrawn);

/**
 * The claims with one more. A claim already there stays one; one whose withdrawal arrived first arrives withdrawn,
 * when that withdrawal was its own device's or staff's to make.
 */
export function withClaim(claims: readonly Claim[], claim: Claim): Claim[] {
  const known = claims.find((one) => one.mid === claim.mid);
  if (known === undefined) return [...claims, claim];
  return claims.map((one) => (one === known ? arriving(claim, known) : one));
}

/** A claim as it is once it has met what was already stored under its mid. */
export function arriving(claim: Claim, known: Claim | undefined): Claim {
  if (known?.withdrawnBy === undefined || !mayWithdraw(known, claim)) return claim;
  return { ...claim, withdrawn: true, withdrawnBy: known.withdrawnBy };
}

/** Whether who withdrew `known` (perhaps before it arrived) was entitled to: staff, or the device that made it. */
const mayWithdraw = (known: Claim, claim: Claim): boolean =>
  known.withdrawnBy === 'staff' || known.deviceId === claim.deviceId;

/** Whether one more of a device may be written, unless it is written already. */
export function hasRoomFor(
  claims: readonly Claim[],
  { mid, deviceId }: Pick<Claim, 'mid' | 'deviceId'>,
): boolean {
  if (claims.some((one) => one.mid === mid)) return true;
  const ofOne = claims.filter((one) => one.deviceId === deviceId).length;
  return claims.length < FAIR_USE.claims && ofOne < FAIR_USE.claimsOfOne;
}

/** Who takes a claim back. */
export interface Withdrawal {
  readonly claim: Mid;
  readonly deviceId: Claim['deviceId'];
  readonly by: 'device' | 'staff';
}

/**
 * The claims with one withdrawn; twice is as once. A claim that has not arrived is stored as withdrawn, to meet it.
 * Null when the claim is another device's, which only staff may withdraw.
 */
export function withoutClaim(claims: readonly Claim[], withdrawal: Withdrawal): Claim[] | null {
  const { claim: mid, deviceId, by } = withdrawal;
  const known = claims.find((one) => one.mid === mid);
  if (known === undefined) {
    return [
      ...claims,
      { mid, deviceId, madeAtMs: null, timeQuality: 'unknown', withdrawn: true, withdrawnBy: by },
    ];
  }
  if (by === 'device' && (known.withdrawn || known.deviceId !== deviceId))
    return known.withdrawn ? [...claims] : null;
  return claims.map((one) => (one === known ? { ...one, withdrawn: true, withdrawnBy: by } : one));
}

/** The first of the claims that stand; undefined where nobody came. Those whose time nothing tells come last. */
const firstStanding = ({ claims }: Pick<Attendance, 'claims'>): Claim | undefined =>
  claims.filter(({ withdrawn }) => !withdrawn).sort(byTime)[0];

function byTime(a: Claim, b: Claim): number {
  const [aMs, bMs] = [a.madeAtMs ?? Number.POSITIVE_INFINITY, b.madeAtMs ?? Number.POSITIVE_INFINITY];
  if (aMs !== bMs) return aMs < bMs ? -1 : 1;
  return a.mid < b.mid ? -1 : 1;
}

/** When somebody came, Unix ms, by the first of their claims that stands; null where nothing tells, or nobody came. */
export const cameAtMs = (attendance: Pick<Attendance, 'claims'>): number | null =>
  firstStanding(attendance)?.madeAtMs ?? null;

/** Whether they signed in themselves, and were not put down by staff. */
export const isOwnWord = ({ reason }: Pick<Claim, 'reason'>): boolean => reason === undefined;

/** The how-manieth a member was to come to a session, from 1, by the attendances given; null where they do not count. */
export function placeOf(attendances: readonly Attendance[], key: string): number | null {
  const own = attendances.find(({ id }) => id === key);
  const first = own === undefined ? undefined : firstStanding(own);
  if (first === undefined) return null;
  const before = attendances.filter((one) => {
    const theirs = firstStanding(one);
    return theirs !== undefined && byTime(theirs, first) < 0;
  });
  return before.length + 1;
}

/** How many came to a session, by the attendances given (a kiosk's own book, or the book of record). */
export const countOf = (attendances: readonly Attendance[], sessionId: string): number =>
  attendances.filter((one) => one.sessionId === sessionId && counts(one)).length;

/** Loose claims that wait for staff to find their session, oldest first. */
export const waitingForSession = (
  loose: readonly LooseClaim[],
): readonly (LooseClaim & { courseId: string })[] =>
  loose
    .filter(
      (one): one is LooseClaim & { courseId: NonNullable<LooseClaim['courseId']> } =>
        one.courseId !== null && one.assignedTo === null && !one.claim.withdrawn,
    )
    .sort((a, b) => (a.receivedAtMs ?? 0) - (b.receivedAtMs ?? 0));
