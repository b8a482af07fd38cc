import { createContext } from '@lit/context';
import { isNumber, isText, listOf, oneOf, orNull, shape, type Guard } from '../kernel/guards.ts';
import type { DeviceKind } from '../kernel/mutation.ts';
import { ok, type Result } from '../kernel/result.ts';
import { unsentPeople } from './unsent-people.ts';
import { anyAnswer, askHub, type HubTrouble, type Question, type Send } from '../store/hub-client.ts';

export { anyAnswer, type HubTrouble };

export type HubReply<T> = Result<T, HubTrouble>;
/** How something is asked for that is more than to be told. */
export type Asking = Pick<Question, 'method' | 'body'>;

/** The device a code shown on a glass is to become: one that is known already, or a new one. */
export type PairAs =
  | { readonly deviceId: string; readonly name?: string; readonly place?: string }
  | {
      readonly name: string;
      readonly place: string;
      readonly kind: DeviceKind;
      /** Of its glass, where staff know it, in inches. */
      readonly diagonalInches?: number;
      /** To its farthest reader, where staff know it. */
      readonly distanceMm?: number;
    };

/** What a glass that shows a code says of itself: what it was until its hub knew it no more, and how much of that waits. */
export interface ShownGlass {
  readonly kind: DeviceKind;
  readonly was: { readonly deviceId: string; readonly waiting: number } | null;
}

/** Accounts and pairing, for elements: what needs the hub's answer at once and is therefore no mutation. */
export interface HubClient {
  /** Signs a person in; a browser that is no console yet becomes one, and its id comes back. */
  signIn(name: string, secret: string): Promise<HubReply<{ readonly deviceId: string }>>;
  /** Who has been signed in on this console; nobody where it is none, or the hub does not say. */
  peopleHere(): Promise<readonly PersonHere[]>;
  signOut(): Promise<HubReply<null>>;
  setOwnSecret(secret: string): Promise<HubReply<null>>;
  glassShowing(code: string): Promise<HubReply<ShownGlass>>;
  confirmPairing(code: string, as: PairAs): Promise<HubReply<{ readonly deviceId: string }>>;
  /** Signs a device off; `away`: it hangs nowhere any more. */
  revokeDevice(deviceId: string, away?: boolean): Promise<HubReply<null>>;
  /** Asks for something that no device holds, or for something to be done, and believes the answer only when it is one. */
  ask<T>(path: string, isAnswer: Guard<T>, how?: Asking): Promise<HubReply<T>>;
  /** Says what time it is, Unix ms. */
  confirmTime(nowMs: number): Promise<HubReply<null>>;
  /** Says that the manager knows of data that was lost. */
  confirmLoss(): Promise<HubReply<null>>;
}

export const hubClientContext = createContext<HubClient>('leling-hub-client');

/** Somebody who may tap their name on this console. */
export interface PersonHere {
  readonly accountId: string;
  readonly name: string;
}
const arePeople = shape<{ readonly people: readonly PersonHere[] }>({
  people: listOf(shape<PersonHere>({ accountId: isText, name: isText })),
});

const isShownGlass = shape<ShownGlass>({
  kind: oneOf('kiosk', 'screen', 'console'),
  was: orNull(shape<NonNullable<ShownGlass['was']>>({ deviceId: isText, waiting: isNumber })),
});
const isDevice = shape<{ readonly deviceId: string }>({ deviceId: isText });

/** Told of a PIN that the hub has taken, before whoever typed it goes on. */
type Typed = (deviceId: string, secret: string) => Promise<void>;
const noted: Typed = async () => undefined;

/** The hub as one device of this browser asks it, or a browser that is none yet (null). */
export function createHubClient(device: string | null, send?: Send, typed: Typed = noted): HubClient {
  const done = async (question: Question): Promise<HubReply<null>> => {
    const reply = await askHub({ ...question, device }, anyAnswer, send);
    return reply.ok ? ok(null) : reply;
  };

  return {
    async signIn(name, secret) {
      const body = { name, secret };
      const askAs = (console: string | null): Promise<HubReply<{ readonly deviceId: string }>> =>
        askHub(
          { method: 'POST', path: '/api/session', device: console, body, ofAnyHub: true },
          isDevice,
          send,
        );
      // Here first, and what waits of theirs elsewhere comes over; a browser that has forgotten what it is, is that again
      // under which their work lies; and a console of a new name where neither is theirs any more.
      const waiting = unsentPeople().find((one) => one.name === name)?.deviceId;
      const consoles = [...new Set([device ?? waiting ?? null, waiting ?? null, null])];
      let reply = await askAs(consoles[0] ?? null);
      for (const console of consoles.slice(1)) {
        if (reply.ok || reply.error.code !== 'not-a-console') break;
        reply = await askAs(console);
      }
      if (reply.ok) await typed(reply.value.deviceId, secret);
      return reply;
    },
    async peopleHere() {
      if (device === null) return [];
      const reply = await askHub({ path: '/api/console/people', device }, arePeople, send);
      return reply.ok ? reply.value.people : [];
    },
    signOut: () => done({ method: 'DELETE', path: '/api/session' }),
    async setOwnSecret(secret) {
      const reply = await done({ method: 'POST', path: '/api/account/secret', body: { secret } });
      if (reply.ok && device !== null) await typed(device, secret);
      return reply;
    },
    glassShowing: (code) => askHub({ path: `/api/pairing/shown/${code}`, device }, isShownGlass, send),
    confirmPairing: (code, as) =>
      askHub({ method: 'POST', path: '/api/pairing/confirm', device, body: { code, ...as } }, isDevice, send),
    ask: (path, isAnswer, how = {}) => askHub({ ...how, path, device }, isAnswer, send),
    confirmTime: (nowMs) => done({ method: 'POST', path: '/api/clock', body: { nowMs } }),
    confirmLoss: () => done({ method: 'POST', path: '/api/health/confirm' }),
    revokeDevice: (revoked, away = false) =>
      done({
        method: 'DELETE',
        path: `/api/devices/${encodeURIComponent(revoked)}/token${away ? '?away=yes' : ''}`,
      }),
  };
}
