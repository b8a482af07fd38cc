import type { RowOf } from '../../../kernel/rows.ts';
import { counts, type Claim } from '../../check-in/model/attendance.ts';

export type Enrolment = RowOf<'enrolment'>;
type EnrolmentCount = RowOf<'enrolmentCount'>;

/** Whose name it is. */
export type Whose = Pick<Enrolment, 'id' | 'sessionId' | 'memberId' | 'date'>;

const byTurn = (a: Enrolment, b: Enrolment): number => a.turn - b.turn;

/** Who has a place, or is on the wait-list, in the order they came. */
export const standing = (list: readonly Enrolment[], state: 'in' | 'waiting'): readonly Enrolment[] =>
  list.filter((one) => one.state === state).sort(byTurn);

/**
 * A session's list once one person's claims are others: who is new comes last, and whatever places are free go to those
 * who have waited longest. Who has a place keeps it, also where there are fewer places than there were.
 * @param capacity - how many places there are; null where there is room for everybody
 */
export function listWith(
  list: readonly Enrolment[],
  whose: Whose,
  claims: Claim[],
  capacity: number | null,
): readonly Enrolment[] {
  const known = list.find(({ id }) => id === whose.id);
  const stays = counts({ claims });
  const isNew = stays && (known === undefined || known.state === 'left');
  const own: Enrolment = {
    ...whose,
    claims,
    state: !stays ? 'left' : isNew || known === undefined ? 'waiting' : known.state,
    turn: isNew ? list.reduce((last, { turn }) => Math.max(last, turn), 0) + 1 : (known?.turn ?? 0),
    tell: stays && known?.tell === true,
  };
  const others = list.filter((one) => one !== known);
  const free = capacity === null ? list.length + 1 : capacity - standing([...others, own], 'in').length;
  const next = standing([...others, own], 'waiting').slice(0, Math.max(0, free));
  return [...others, own].map((one) =>
    next.includes(one) ? { ...one, state: 'in', tell: one.id !== whose.id } : one,
  );
}

/** The place of one of the list on its wait-list, from 1; null where they do not wait. */
export function waitingPlace(list: readonly Enrolment[], id: string): number | null {
  const place = standing(list, 'waiting').findIndex((one) => one.id === id);
  return place < 0 ? null : place + 1;
}

/**
 * How many places are free, as far as this device has heard: none while anybody waits. Null where nobody needs to put
 * their name down.
 */
export function placesLeft(capacity: number | null, count: EnrolmentCount | undefined): number | null {
  if (capacity === null) return null;
  if (count === undefined) return capacity;
  return count.waiting > 0 ? 0 : Math.max(0, capacity - count.taken);
}
