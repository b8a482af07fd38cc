import { shape, type Guard } from '../kernel/guards.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** Why a question to the hub was not answered as hoped, in words a page can turn into its own. */
export interface HubTrouble {
  readonly type: 'away' | 'throttled' | 'unauthorised' | 'forbidden' | 'unknown' | 'bad-input' | 'problem';
  /** The problem's stable word, when the hub gave one. */
  readonly code: string | null;
  /** Seconds to wait before asking again; null when the hub did not say. */
  readonly waitS: number | null;
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** The device of this browser that asks; null for a browser that is none yet. */
  readonly device?: string | null;
  readonly body?: Readonly<Record<string, unknown>>;
}

export type Send = (path: string, init: RequestInit) => Promise<Response>;

/** Longer than a slow hub needs to hash a PIN, shorter than a person waits: a hung hub accepts and never answers. */
const PATIENCE_MS = 10_000;

/**
 * Asks the hub something outside the sync, and believes the answer only when it is one. Never throws: no answer in
 * time, and an answer of somebody else's (a router's page says 200 to anything), is a hub that is away.
 */
export async function askHub<T>(
  { method = 'GET', path, device = null, body }: Question,
  isAnswer: Guard<T>,
  send: Send = (address, init) => fetch(address, init),
): Promise<Result<T, HubTrouble>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const response = await send(device === null ? path : `${path}?device=${encodeURIComponent(device)}`, {
      method,
      cache: 'no-store',
      signal: abort.signal,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer = jsonOf(await response.text());
    if (!response.ok) return err(troubleOf(response, answer));
    return isAnswer(answer) ? ok(answer) : err(AWAY);
  } catch {
    return err(AWAY);
  } finally {
    clearTimeout(timer);
  }
}

/** For what the hub does and says nothing about. */
export const anyAnswer: Guard<unknown> = (_value): _value is unknown => true;

const AWAY: HubTrouble = { type: 'away', code: null, waitS: null };

/** A body that is no JSON (none at all, a proxy's page) says nothing. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isProblem = shape<{ code: string }>({ code: (value): value is string => typeof value === 'string' });

function troubleOf({ status, headers }: Response, answer: unknown): HubTrouble {
  // A proxy's own page about a hub it cannot reach is no answer of the hub's.
  if (status >= 502 && status <= 504 && !isProblem(answer)) return AWAY;
  const wait = Number(headers.get('retry-after'));
  return {
    type: TYPES.get(status) ?? 'problem',
    code: isProblem(answer) ? answer.code : null,
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
