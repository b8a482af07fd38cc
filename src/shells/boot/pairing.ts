import { isText, oneOf, shape, type Guard } from '../../kernel/guards.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import type { Result } from '../../kernel/result.ts';
import { askHub, type HubTrouble, type Send } from '../../store/hub-client.ts';

/** A pairing that has begun: what stands on the glass, and what its progress is asked with. */
export interface Pairing {
  readonly code: string;
  readonly secret: string;
}

type PairingProgress =
  | { readonly status: 'waiting' }
  | { readonly status: 'paired'; readonly deviceId: string };

/** Whoever answers here, nothing but figures goes on the glass. */
const isCode = (value: unknown): value is string => typeof value === 'string' && /^\d{6}$/.test(value);
const isPairing = shape<Pairing>({ code: isCode, secret: isText });
const isWaiting = shape<{ readonly status: 'waiting' }>({ status: oneOf('waiting') });
const isPaired = shape<{ readonly status: 'paired'; readonly deviceId: string }>({
  status: oneOf('paired'),
  deviceId: isText,
});
const isProgress: Guard<PairingProgress> = (value): value is PairingProgress =>
  isWaiting(value) || isPaired(value);

/** What a glass that its hub no longer lets in says it was, and how much of that is not sent. */
export interface Was {
  readonly deviceId: string;
  readonly waiting: number;
}

/** A hub that has not taken this glass in yet is told no cookie of the one before. */
const unproved: Send = (path, init) => fetch(path, { ...init, credentials: 'omit' });

/** A hub takes no larger number for true. */
const MOST_WAITING = 99_999;

export async function beginPairing(
  kind: DeviceKind,
  was: Was | undefined,
): Promise<Result<Pairing, HubTrouble>> {
  const ask = (body: Readonly<Record<string, unknown>>): Promise<Result<Pairing, HubTrouble>> =>
    askHub({ method: 'POST', path: '/api/pairing', body, ofAnyHub: 'once' }, isPairing, unproved);
  if (was === undefined) return ask({ kind });
  const said = { ...was, waiting: Math.min(was.waiting, MOST_WAITING) };
  const begun = await ask({ kind, was: said });
  // A hub that was put back to an older build does not take what it does not know.
  return !begun.ok && begun.error.type === 'bad-input' ? ask({ kind }) : begun;
}

/** Once staff have typed the code, its hub is this glass's from then on, and gives it a cookie. */
export async function askPairing(secret: string): Promise<Result<PairingProgress, HubTrouble>> {
  const path = `/api/pairing/${encodeURIComponent(secret)}`;
  const progress = await askHub({ path, ofAnyHub: 'once' }, isProgress, unproved);
  return progress.ok && progress.value.status === 'paired'
    ? askHub({ path, ofAnyHub: true }, isPaired)
    : progress;
}
