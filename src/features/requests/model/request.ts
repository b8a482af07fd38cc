import type { RowOf } from '../../../kernel/rows.ts';

export type Request = RowOf<'request'>;
type RequestReply = 'waiting' | 'taken' | 'done';

/** What a reply makes of a request; null where it changes nothing. A withdrawn one is over. */
export function replied(
  request: Request,
  reply: RequestReply,
  by: string,
  nowMs: number | null,
): Request | null {
  if (request.state === 'withdrawn' || request.state === reply) return null;
  const back = reply === 'waiting';
  return {
    ...request,
    state: reply,
    answeredBy: back ? null : (request.answeredBy ?? by),
    answeredAtMs: back ? null : (nowMs ?? request.answeredAtMs),
  };
}

const isOpen = ({ state }: Request): boolean => state === 'waiting' || state === 'taken';

/** Whether two say the same: one person asked twice about one thing. Of who has not said who they are nobody knows. */
const areOne = (a: Request, b: Request): boolean =>
  a.id === b.id || (a.memberId !== null && a.memberId === b.memberId && a.policyId === b.policyId);

/** A wish as staff see it: its oldest open request, and how often it was made. */
interface Wish {
  readonly request: Request;
  readonly times: number;
}

/** What still wants the advisor: nobody's first, each the longest waiting first; who asked twice stands there once. */
export function openWishes(requests: readonly Request[]): readonly Wish[] {
  const open = requests
    .filter(isOpen)
    .sort((a, b) => (a.raisedAtMs ?? 0) - (b.raisedAtMs ?? 0) || (a.id < b.id ? -1 : 1));
  const rank = ({ request }: Wish): number => (request.state === 'waiting' ? 0 : 1);
  return open
    .filter((one) => open.find((other) => areOne(one, other)) === one)
    .map((request) => ({ request, times: open.filter((other) => areOne(request, other)).length }))
    .sort((a, b) => rank(a) - rank(b));
}

/** What was done of late, the last first, each wish once: what was answered by mistake is opened anew. */
export function doneWishes(requests: readonly Request[]): readonly Request[] {
  const done = requests
    .filter(({ state }) => state === 'done')
    .sort((a, b) => (b.answeredAtMs ?? 0) - (a.answeredAtMs ?? 0) || (a.id < b.id ? -1 : 1));
  return done.filter((one) => answeredWith(done, one)[0] === one);
}

/** The requests that an answer to one is an answer to: all open ones of that wish, or those that were answered with it. */
export const answeredWith = (requests: readonly Request[], request: Request): readonly Request[] =>
  requests.filter(
    (one) =>
      one.id === request.id ||
      (areOne(one, request) &&
        (isOpen(request) ? isOpen(one) : one.state === 'done' && one.answeredAtMs === request.answeredAtMs)),
  );
