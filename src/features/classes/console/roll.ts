import type { SessionId } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { t } from '../../../i18n/index.ts';
import type { View } from '../../../protocol/client/api.ts';
import {
  attendancesOf,
  cameAtMs,
  counts,
  isOwnWord,
  type Attendance,
} from '../../check-in/model/attendance.ts';
import { isVisitor } from '../../check-in/model/visitor.ts';
import { standing, type Enrolment } from '../../enrolments/model/list.ts';

export type Member = RowOf<'member'>;

/** What a session's roll is made of. */
export async function readRoll(view: View, { session }: { readonly session: SessionId }) {
  return {
    list: await view.list('people', 'enrolment', attendancesOf(session)),
    came: await view.list('people', 'attendance', attendancesOf(session)),
    members: await view.list('people', 'member'),
  };
}

type Known = Awaited<ReturnType<typeof readRoll>>;

/** One person on a session's roll. */
export interface OnRoll {
  readonly memberId: Member['id'];
  /** Null where they are no member any more, or came as a visitor. */
  readonly member: Member | null;
  readonly isVisitor: boolean;
  readonly enrolment: Enrolment | null;
  readonly came: boolean;
  /** Unix ms of their first claim that stands; null where nothing tells, as where staff have put it down later. */
  readonly cameAtMs: number | null;
  /** Why staff last put it down or took it back; null where they did not. */
  readonly reason: string | null;
}

/** Who was to come to a session, who came without having said so, and who waits for a place. */
export interface Roll {
  readonly listed: readonly OnRoll[];
  readonly besides: readonly OnRoll[];
  readonly waiting: readonly OnRoll[];
  /** Whose check-in was taken back and who is on no list: they can be put right again. */
  readonly takenBack: readonly OnRoll[];
  /** How many came in all: as the session's count says. */
  readonly cameCount: number;
  readonly absentCount: number;
}

export function rollOf({ list, came, members }: Known): Roll {
  const memberOf = new Map<string, Member>(members.map((one) => [one.id, one]));
  const attendanceOf = new Map<string, Attendance>(came.map((one) => [one.memberId, one]));
  const row = (memberId: Member['id'], enrolment: Enrolment | null): OnRoll => {
    const attendance = attendanceOf.get(memberId);
    return {
      memberId,
      member: memberOf.get(memberId) ?? null,
      isVisitor: isVisitor(memberId),
      enrolment,
      came: counts(attendance),
      cameAtMs: attendance === undefined ? null : cameAtMs({ claims: attendance.claims.filter(isOwnWord) }),
      reason: attendance?.claims.reduce<string | null>((last, { reason }) => reason ?? last, null) ?? null,
    };
  };
  const listed = standing(list, 'in').map((one) => row(one.memberId, one));
  const onList = new Set<string>(listed.map(({ memberId }) => memberId));
  const others = came.filter(({ memberId }) => !onList.has(memberId)).map((one) => row(one.memberId, null));
  const waiting = standing(list, 'waiting').map((one) => row(one.memberId, one));
  return {
    listed,
    besides: others.filter((one) => one.came),
    waiting,
    takenBack: others.filter(
      (one) => !one.came && one.reason !== null && !waiting.some(({ memberId }) => memberId === one.memberId),
    ),
    cameCount: came.filter(counts).length,
    absentCount: listed.filter((one) => !one.came).length,
  };
}

/** Who it is, by name where they are a member. */
export const nameOnRoll = ({ member, isVisitor: visits }: OnRoll): string =>
  member?.name ?? t(visits ? 'staff.checkins.visitor' : 'staff.enrolments.gone');
