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

/** How many are on a list, as everybody may know. */
export const countsOf = (
  list: readonly Enrolment[],
): { readonly taken: number; readonly waiting: number } => ({
  taken: standing(list, 'in').length,
  waiting: standing(list, 'waiting').length,
});

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
    ...(stays && known?.news !== undefined ? { news: known.news } : {}),
  };
  const others = list.filter((one) => one !== known);
  return movedUp([...others, own], capacity, whose.id);
}

/**
 * A session's list once the session is another: what places there are more go to those who have waited longest, and
 * where it is not held, or is after all, all who stand on it are to be told.
 */
export function listOnceChanged(
  list: readonly Enrolment[],
  { held, capacity }: { readonly held: boolean; readonly capacity: number | null },
): readonly Enrolment[] {
  return held ? movedUp(list.map(heldAfterAll), capacity) : list.map(notHeld);
}

const notHeld = (one: Enrolment): Enrolment =>
  one.state === 'left' || one.news === 'cancelled' ? one : { ...one, tell: true, news: 'cancelled' };

/** Who was not told yet that it is not held need not be told that it is. */
function heldAfterAll(one: Enrolment): Enrolment {
  if (one.news !== 'cancelled') return one;
  const { news: _, ...before } = one;
  return one.tell ? { ...before, tell: false } : { ...before, tell: one.state !== 'left', news: 'held' };
}

/** @param oneself who has a place by having asked for it just now, and need not be told */
function movedUp(
  list: readonly Enrolment[],
  capacity: number | null,
  oneself?: string,
): readonly Enrolment[] {
  const free = capacity === null ? list.length : capacity - standing(list, 'in').length;
  const next = standing(list, 'waiting').slice(0, Math.max(0, free));
  return list.map((one) => {
    if (!next.includes(one)) return one;
    const { news: _, ...waited } = one;
    return { ...waited, state: 'in', tell: one.id !== oneself };
  });
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
