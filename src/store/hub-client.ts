import type { Guard } from '../kernel/guards.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { believed } from '../protocol/client/believe.ts';
import type { HubTrouble } from './hub-reply.ts';
import { knownHub } from './known-hub.ts';
import { heardOf } from './heard.ts';

export type { HubTrouble };

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The device of this browser that asks; null for a browser that is none yet. */
  readonly device?: string | null;
  readonly body?: Readonly<Record<string, unknown>>;
  /**
   * True where a good answer proves whose hub it is: it knows this device's token, or takes a person in. It is the hub
   * from then on, whichever was before. `once` where it proves nothing: it is taken, and the known hub stays that.
   */
  readonly ofAnyHub?: boolean | 'once';
}

export type Send = (path: string, init: RequestInit) => Promise<Response>;

/** Longer than a slow hub needs to hash a PIN, shorter than a person waits: a hung hub accepts and never answers. */
const PATIENCE_MS = 10_000;

/**
 * Asks the hub something outside the sync, and believes the answer only when it is one. Never throws: no answer in
 * time, and an answer of somebody else's (a router's page says 200 to anything), is a hub that is away.
 */
export async function askHub<T>(
  { method = 'GET', path, device = null, body, ofAnyHub = false }: Question,
  isAnswer: Guard<T>,
  send: Send = (address, init) => fetch(address, init),
): Promise<Result<T, HubTrouble>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const named = `${path}${path.includes('?') ? '&' : '?'}device=${encodeURIComponent(device ?? '')}`;
    const response = await send(device === null ? path : named, {
      method,
      cache: 'no-store',
      signal: abort.signal,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const heard = heardOf(response, await response.text());
    const answer = believed(heard, knownHub, isAnswer);
    if (answer !== undefined) return ok(answer);
    const retryAfter = response.headers.get('retry-after');
    return (await import('./hub-trouble.ts')).answerOf(heard, { isAnswer, ofAnyHub, retryAfter });
  } catch {
    return err(AWAY);
  } finally {
    clearTimeout(timer);
  }
}

/** For what the hub does and says nothing about. */
export const anyAnswer: Guard<unknown> = (_value): _value is unknown => true;

const AWAY: HubTrouble = { type: 'away', code: null, waitS: null };
