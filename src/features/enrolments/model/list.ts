import type { RowOf } from '../../../kernel/rows.ts';
import { attendanceId, counts, type Claim } from '../../check-in/model/attendance.ts';

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

/**
 * The lists of a meeting that is held on another day instead, and of that day: who stood on the one stands on the other
 * as they did, and is to be told; not who is moved back before anybody has told them.
 */
export function listsOnceMoved(
  list: readonly Enrolment[],
  to: Pick<Enrolment, 'sessionId' | 'date'>,
): { readonly left: readonly Enrolment[]; readonly came: readonly Enrolment[] } {
  const stood = list.filter(({ state }) => state !== 'left');
  return {
    left: stood.map(({ news: _, movedFrom: __, ...one }) => ({
      ...one,
      state: 'left',
      tell: false,
      claims: one.claims.map((claim) => ({ ...claim, withdrawn: true, withdrawnBy: 'staff' })),
    })),
    came: stood.map(({ news: _, movedFrom, ...one }) => ({
      ...one,
      ...to,
      id: attendanceId(to.sessionId, one.memberId),
      ...(movedFrom === to.sessionId && one.tell
        ? { tell: false }
        : { tell: true, movedFrom: one.sessionId }),
    })),
  };
}

/** Two lists of a session in one: who stands on both has the better of their two places. */
export function listsTogether(here: readonly Enrolment[], came: readonly Enrolment[]): readonly Enrolment[] {
  const stays = (own: Enrolment): boolean => {
    const other = came.find(({ id }) => id === own.id);
    return other === undefined || own.state === 'in' || (own.state === 'waiting' && other.state !== 'in');
  };
  const kept = here.filter(stays);
  return [...kept, ...came.filter(({ id }) => !kept.some((own) => own.id === id))];
}

/**
 * A list with one back on it who was taken off by mistake, as they were. Who moved up into their place and has not been
 * told goes back to wait; who has been told keeps it, and then there is one more than there are places.
 */
export function listRestored(
  list: readonly Enrolment[],
  id: string,
  {
    state,
    claims,
    capacity,
  }: Pick<Enrolment, 'state'> & {
    readonly claims: readonly string[];
    readonly capacity: number | null;
  },
): readonly Enrolment[] {
  const back = list.map((one) =>
    one.id === id && one.state === 'left'
      ? { ...one, state, claims: one.claims.map(standingAgain(claims)) }
      : one,
  );
  const over = capacity !== null && standing(back, 'in').length > capacity;
  const last = [...standing(back, 'in')].reverse().find((one) => one.id !== id && isNewlyUp(one));
  if (!over || last === undefined) return back;
  return back.map((one) => (one === last ? { ...one, state: 'waiting', tell: false } : one));
}

const standingAgain =
  (mids: readonly string[]) =>
  (claim: Claim): Claim => {
    if (!mids.includes(claim.mid)) return claim;
    const { withdrawnBy: _, ...stands } = claim;
    return { ...stands, withdrawn: false };
  };

const isNewlyUp = ({ tell, news, movedFrom }: Enrolment): boolean =>
  tell && news === undefined && movedFrom === undefined;

/** A list on which it is the turn of one of those who wait at a place, from 1, and the others stay in their order. */
export function listWithTurn(list: readonly Enrolment[], id: string, at: number): readonly Enrolment[] {
  const waiting = standing(list, 'waiting');
  const moved = waiting.find((one) => one.id === id);
  if (moved === undefined) return list;
  const others = waiting.filter((one) => one !== moved);
  const order = [...others.slice(0, at - 1), moved, ...others.slice(at - 1)];
  const turnOf = new Map(order.map((one, place) => [one, waiting[place]?.turn ?? one.turn]));
  return list.map((one) => ({ ...one, turn: turnOf.get(one) ?? one.turn }));
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
    const { news: _, movedFrom: __, ...waited } = one;
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
