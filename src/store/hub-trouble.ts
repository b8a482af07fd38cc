import { isText, shape, type Guard } from '../kernel/guards.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Heard } from '../protocol/client/believe.ts';
import type { HubTrouble } from './hub-reply.ts';
import { knownHub } from './known-hub.ts';
import { judged } from './not-believed.ts';

interface Asked<T> {
  readonly isAnswer: Guard<T>;
  readonly ofAnyHub: boolean | 'once';
  /** What the answer's header says of waiting. */
  readonly retryAfter: string | null;
}

/** What an answer comes to that was not simply believed. */
export function answerOf<T>(
  heard: Heard,
  { isAnswer, ofAnyHub, retryAfter }: Asked<T>,
): Result<T, HubTrouble> {
  const judgement = judged(heard, isAnswer, ofAnyHub !== false);
  switch (judgement.type) {
    case 'older':
      return ok(judgement.value);
    case 'another': {
      const { status, hub, body } = heard;
      if (!ofAnyHub || status >= 300 || hub === null || !isAnswer(body)) return err(away('another-hub'));
      if (ofAnyHub !== 'once') knownHub.heard(hub);
      return ok(body);
    }
    case 'refusal':
      return err(troubleOf(heard, retryAfter));
    case 'nobody':
      return err(away());
  }
}

/** `another-hub`: to this device its hub is away; what answers in its place is a hub too. */
const away = (code: string | null = null): HubTrouble => ({ type: 'away', code, waitS: null });

const isProblem = shape<{ code: string }>({ code: isText });

function troubleOf({ status, body }: Heard, retryAfter: string | null): HubTrouble {
  // A proxy's own page about a hub it cannot reach is no answer of the hub's.
  if (status >= 502 && status <= 504 && !isProblem(body)) return away();
  const wait = Number(retryAfter);
  return {
    type: TYPES.get(status) ?? 'problem',
    code: isProblem(body) ? body.code : null,
    waitS: wait > 0 && Number.isFinite(wait) ? wait : null,
  };
}

const TYPES: ReadonlyMap<number, HubTrouble['type']> = new Map([
  [400, 'bad-input'],
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'unknown'],
  [409, 'bad-input'],
  [410, 'unknown'],
  [413, 'bad-input'],
  [422, 'bad-input'],
  [429, 'throttled'],
]);
