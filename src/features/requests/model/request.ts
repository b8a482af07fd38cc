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

/** The requests that still want the advisor: nobody's first, each the longest waiting first. */
export function openRequests(requests: readonly Request[]): readonly Request[] {
  const rank = ({ state }: Request): number => (state === 'waiting' ? 0 : 1);
  return requests
    .filter(({ state }) => state === 'waiting' || state === 'taken')
    .sort((a, b) => rank(a) - rank(b) || (a.raisedAtMs ?? 0) - (b.raisedAtMs ?? 0) || (a.id < b.id ? -1 : 1));
}
