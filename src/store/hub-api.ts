import type { DeviceKind, Role } from '../kernel/mutation.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { RowOf } from '../kernel/rows.ts';

/** Why a question to the hub brought no answer. */
type HubTrouble =
  | { readonly type: 'away' }
  | { readonly type: 'problem'; readonly status: number; readonly code: string; readonly detail: string };

/** Who this browser is to the hub: `GET /api/me`. */
export interface Me {
  readonly device: {
    readonly id: string;
    readonly kind: DeviceKind;
    readonly name: string;
    readonly centreId: string;
  };
  readonly account: { readonly id: string; readonly name: string; readonly role: Role } | null;
  readonly actorKey: string;
  readonly config: RowOf<'deviceConfig'>;
  /** The hub's time of answering, Unix ms. */
  readonly hubNow: number;
}

/** A pairing that has begun: what stands on the glass, and what its progress is asked with. */
export interface Pairing {
  readonly code: string;
  readonly secret: string;
  readonly expiresAtMs: number;
}

type PairingProgress =
  { readonly status: 'waiting' } | { readonly status: 'paired'; readonly deviceId: string };

export const askWhoIAm = (deviceId: string): Promise<Result<Me, HubTrouble>> =>
  ask<Me>(`/api/me?device=${encodeURIComponent(deviceId)}`);

export const askHealth = (): Promise<Result<{ readonly version: string }, HubTrouble>> => ask('/api/health');

export const beginPairing = (kind: DeviceKind): Promise<Result<Pairing, HubTrouble>> =>
  ask<Pairing>('/api/pairing', { kind });

export const askPairing = (secret: string): Promise<Result<PairingProgress, HubTrouble>> =>
  ask<PairingProgress>(`/api/pairing/${encodeURIComponent(secret)}`);

/** How long a hub may take to answer before it counts as away: a hung one accepts and never does. */
const patienceMs = 8000;

/** One question to the hub outside the sync; with a body it is a POST. Never throws. */
async function ask<T>(path: string, body?: unknown): Promise<Result<T, HubTrouble>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const response = await fetch(path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: abort.signal,
    });
    const answer: unknown = await response.json();
    if (response.ok) return ok(answer as T);
    return err({
      type: 'problem',
      status: response.status,
      code: textIn(answer, 'code'),
      detail: textIn(answer, 'detail'),
    });
  } catch {
    return err({ type: 'away' });
  } finally {
    clearTimeout(timer);
  }
}

function textIn(answer: unknown, field: 'code' | 'detail'): string {
  if (typeof answer !== 'object' || answer === null) return '';
  const value: unknown = Object.entries(answer).find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value : '';
}
