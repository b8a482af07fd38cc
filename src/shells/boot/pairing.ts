import { isText, oneOf, shape, type Guard } from '../../kernel/guards.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import type { Result } from '../../kernel/result.ts';
import { askHub, type HubTrouble } from '../../store/hub-client.ts';

/** A pairing that has begun: what stands on the glass, and what its progress is asked with. */
export interface Pairing {
  readonly code: string;
  readonly secret: string;
}

type PairingProgress =
  { readonly status: 'waiting' } | { readonly status: 'paired'; readonly deviceId: string };

const isPairing = shape<Pairing>({ code: isText, secret: isText });
const isWaiting = shape<{ readonly status: 'waiting' }>({ status: oneOf('waiting') });
const isPaired = shape<{ readonly status: 'paired'; readonly deviceId: string }>({
  status: oneOf('paired'),
  deviceId: isText,
});
const isProgress: Guard<PairingProgress> = (value): value is PairingProgress =>
  isWaiting(value) || isPaired(value);

export const beginPairing = (kind: DeviceKind): Promise<Result<Pairing, HubTrouble>> =>
  askHub({ method: 'POST', path: '/api/pairing', body: { kind }, ofAnyHub: true }, isPairing);

export const askPairing = (secret: string): Promise<Result<PairingProgress, HubTrouble>> =>
  askHub({ path: `/api/pairing/${encodeURIComponent(secret)}` }, isProgress);
