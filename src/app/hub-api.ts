import { createContext } from '@lit/context';
import type { DeviceKind } from '../kernel/mutation.ts';

/** Why the hub did not do what was asked, in words a page can turn into its own. */
export interface HubTrouble {
  readonly type: 'away' | 'throttled' | 'unauthorised' | 'forbidden' | 'unknown' | 'bad-input' | 'problem';
  /** The problem's stable word, when the hub gave one. */
  readonly code: string | null;
  readonly detail: string;
  /** Seconds to wait before asking again; null when the hub did not say. */
  readonly waitS: number | null;
}

type HubReply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: HubTrouble };

/** The device a code shown on a glass is to become: one that is known already, or a new one. */
export type PairAs =
  | { readonly deviceId: string }
  | { readonly name: string; readonly place: string; readonly kind: DeviceKind };

/** Accounts and pairing: what needs the hub's answer at once and is therefore no mutation. */
export interface HubApi {
  /** Signs a person in; a browser that is no console yet becomes one, and its id comes back. */
  signIn(name: string, secret: string): Promise<HubReply<{ readonly deviceId: string }>>;
  signOut(): Promise<HubReply<null>>;
  setOwnSecret(secret: string): Promise<HubReply<null>>;
  confirmPairing(code: string, as: PairAs): Promise<HubReply<{ readonly deviceId: string }>>;
  revokeDevice(deviceId: string): Promise<HubReply<null>>;
}

export const hubApiContext = createContext<HubApi>('leling-hub-api');

type Fetch = (path: string, init: RequestInit) => Promise<Response>;
type Fields = Readonly<Record<string, unknown>>;

/** Longer than a slow hub needs to hash a PIN, shorter than a person waits. */
const PATIENCE_MS = 10_000;

/** The hub over HTTP for one device of this browser, or for a browser that has none yet. */
export function createHubApi(
  deviceId: string | null,
  send: Fetch = (path, init) => fetch(path, init),
): HubApi {
  const ask = async <T>(
    method: string,
    path: string,
    body: Fields | null,
    read: (fields: Fields) => T | null,
  ): Promise<HubReply<T>> => {
    const query = deviceId === null ? '' : `?device=${encodeURIComponent(deviceId)}`;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
    try {
      const response = await send(`${path}${query}`, {
        method,
        credentials: 'same-origin',
        signal: abort.signal,
        ...(body === null
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      const fields = await fieldsOf(response);
      if (!response.ok) return { ok: false, error: troubleOf(response, fields) };
      const value = read(fields);
      return value === null ? { ok: false, error: notOurs } : { ok: true, value };
    } catch {
      return { ok: false, error: { type: 'away', code: null, detail: '', waitS: null } };
    } finally {
      clearTimeout(timer);
    }
  };
  const done = async (method: string, path: string, body: Fields | null): Promise<HubReply<null>> => {
    const reply = await ask(method, path, body, () => true);
    return reply.ok ? { ok: true, value: null } : reply;
  };

  return {
    async signIn(name, secret) {
      const reply = await ask('POST', '/api/session', { name, secret }, (fields) =>
        readDeviceId(fields, deviceId),
      );
      // Signed off as a console meanwhile: the person signs in all the same, on a console of a new name.
      const stranger = !reply.ok && reply.error.code === 'not-a-console' && deviceId !== null;
      return stranger ? createHubApi(null, send).signIn(name, secret) : reply;
    },
    signOut: () => done('DELETE', '/api/session', null),
    setOwnSecret: (secret) => done('POST', '/api/account/secret', { secret }),
    confirmPairing: (code, as) =>
      ask('POST', '/api/pairing/confirm', { code, ...as }, (fields) => readDeviceId(fields, null)),
    revokeDevice: (revoked) => done('DELETE', `/api/devices/${encodeURIComponent(revoked)}/token`, null),
  };
}

const notOurs: HubTrouble = { type: 'problem', code: 'not-our-hub', detail: '', waitS: null };

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body's fields; none when the answer is empty or not JSON (a proxy's error page). */
async function fieldsOf(response: Response): Promise<Fields> {
  const text = await response.text();
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function troubleOf(response: Response, problem: Fields): HubTrouble {
  const wait = Number(response.headers.get('retry-after'));
  return {
    type: typeOf(response.status),
    code: textOf(problem['code']),
    detail: textOf(problem['detail']) ?? textOf(problem['title']) ?? '',
    waitS: Number.isFinite(wait) && wait > 0 ? wait : null,
  };
}

function typeOf(status: number): HubTrouble['type'] {
  if (status === 429) return 'throttled';
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'unknown';
  if (status === 400 || status === 409 || status === 413 || status === 422) return 'bad-input';
  return 'problem';
}

function readDeviceId(fields: Fields, standing: string | null): { deviceId: string } | null {
  const deviceId = textOf(fields['deviceId']) ?? standing;
  return deviceId === null ? null : { deviceId };
}
