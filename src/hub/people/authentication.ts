import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorKeyOf, type Actor, type Role } from '../../kernel/mutation.ts';
import { addressKey } from '../http/address-key.ts';
import { giveSession, heldDevices, heldSecrets, type HeldSecrets } from '../http/cookies.ts';
import { sendProblem, type Problem } from '../problem.ts';
import { askerOf, type Asker } from '../../protocol/hub/asker.ts';
import type { DeviceTokens, PairedDevice } from './device-tokens.ts';
import type { Connections } from '../http/connections.ts';
import type { Lane } from './hash-queue.ts';
import type { Sessions } from './sessions.ts';
import type { Account, StaffAccounts } from './staff-accounts.ts';

/** Who makes a request: a paired device, and the member of staff signed in on it, if any. */
export interface Visitor {
  readonly identity: Asker;
  readonly device: PairedDevice;
  readonly account: Account | null;
  /** Names the actor's data on the device: the account's id, or `device`. */
  readonly actorKey: string;
  /** The session is in use and has not been renewed for a day. */
  readonly renewalDue: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authentication's hooks; null on routes that are open to all. */
    visitor: Visitor | null;
  }
}

const UNKNOWN: Problem = {
  status: 401,
  code: 'unknown-device',
  detail: 'This browser is not paired as that device; pair it, or sign in.',
};
const REVOKED: Problem = {
  status: 401,
  code: 'revoked-device',
  detail: 'This device was signed off: it keeps what is unsent, and nothing else of the centre.',
};
export const OTHER_ACTOR: Problem = {
  status: 401,
  code: 'other-actor',
  detail: 'Somebody else is signed in on this console now, or nobody; sign in again.',
};

/** A glass asks every minute at least: one that has not for so long has found its hub, or was switched off. */
const STRANGER_MS = 10 * 60_000;
/** More faces than any browser is. */
const MOST_TRIED = 12;

/** Tells from a request's cookies who it is from, and lets routes say whom they are for. */
export class Authentication {
  readonly #tokens: DeviceTokens;
  readonly #sessions: Sessions;
  readonly #staff: StaffAccounts;
  readonly #secure: boolean;
  readonly #connections: Connections;
  readonly #listeners = new Set<(deviceId: string) => void>();
  #strangerAtMs = -Infinity;

  constructor(
    tokens: DeviceTokens,
    sessions: Sessions,
    staff: StaffAccounts,
    { secure, connections }: { readonly secure: boolean; readonly connections: Connections },
  ) {
    this.#tokens = tokens;
    this.#sessions = sessions;
    this.#staff = staff;
    this.#secure = secure;
    this.#connections = connections;
  }

  /** Who holds these secrets, now; undefined when the device's is unknown or revoked. */
  async identify(deviceId: string, held: HeldSecrets): Promise<Visitor | undefined> {
    if (held.device === undefined) return undefined;
    const device = await this.#tokens.prove(deviceId, held.device);
    if (device === undefined) return undefined;
    if (held.session === undefined) return visitorOf(device, null, false);
    const session = await this.#sessions.find(device.deviceId, held.session);
    if (session === undefined) return visitorOf(device, null, false);
    const account = await this.#staff.active(device.centreId, session.accountId);
    return visitorOf(device, account ?? null, account !== undefined && session.due);
  }

  /** In whose name a request takes up the hub's time: of a device it holds the token of, or of its address. */
  async laneOf(request: FastifyRequest): Promise<Lane> {
    for (const { deviceId, secret } of heldDevices(request).slice(0, MOST_TRIED)) {
      if ((await this.#tokens.prove(deviceId, secret)) !== undefined)
        return { name: `device ${deviceId}`, isKnown: true };
    }
    return { name: addressKey(request.ip), isKnown: false };
  }

  /** A session lasts as long again from each day it is used. */
  async #renew({ device: { deviceId } }: Visitor, session: string, reply: FastifyReply): Promise<void> {
    if (await this.#sessions.renew(deviceId, session)) giveSession(reply, deviceId, session, this.#secure);
  }

  /** Whether a device that another hub has paired takes this one for its own of late: the centre's may have been begun anew. */
  get meetsStrangers(): boolean {
    return performance.now() - this.#strangerAtMs < STRANGER_MS;
  }

  /** Hook: any paired device, before its body is read. */
  readonly paired = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { device, actor } = wordsOf(request);
    if (device === undefined) return void sendProblem(reply, UNKNOWN);
    const held = heldSecrets(request, device);
    const visitor = await this.identify(device, held);
    if (visitor === undefined) {
      const isRevoked = await this.#tokens.isRevoked(device);
      // It was paired, and not with this hub.
      if (!isRevoked && held.device !== undefined && !(await this.#tokens.isPaired(device)))
        this.#strangerAtMs = performance.now();
      return void sendProblem(reply, isRevoked ? REVOKED : UNKNOWN);
    }
    this.#connections.proved(request.raw.socket, device);
    if (actor !== undefined && actor !== visitor.actorKey) return void sendProblem(reply, OTHER_ACTOR);
    if (visitor.renewalDue && held.session !== undefined) await this.#renew(visitor, held.session, reply);
    request.visitor = visitor;
  };

  /** Hook: staff who are signed in with one of these roles. */
  staff(...roles: readonly Role[]) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      await this.paired(request, reply);
      if (reply.sent) return;
      const role = request.visitor?.account?.role;
      if (role === undefined) {
        return void sendProblem(reply, { status: 401, code: 'not-signed-in', detail: 'Sign in first.' });
      }
      if (roles.length > 0 && !roles.includes(role)) {
        return void sendProblem(reply, {
          status: 403,
          code: 'not-permitted',
          detail: `This is for the role ${roles.join(', ')}; you are signed in as ${role}.`,
        });
      }
    };
  }

  /** Tells of devices whose token, session or account has changed. Returns the disposer. */
  onChange(listener: (deviceId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(deviceId: string): void {
    for (const listener of this.#listeners) listener(deviceId);
  }
}

/** The visitor of a request that a hook has let in. */
export function visitorIn(request: FastifyRequest): Visitor {
  if (request.visitor === null) throw new Error('this route has no authentication');
  return request.visitor;
}

function visitorOf(device: PairedDevice, account: Account | null, renewalDue: boolean): Visitor {
  const { deviceId, centreId, kind } = device;
  const actor: Actor =
    account === null
      ? { type: 'device', deviceId, deviceKind: kind, centreId }
      : { type: 'staff', deviceId, centreId, accountId: account.id, name: account.name, role: account.role };
  return { identity: askerOf(actor), device, account, actorKey: actorKeyOf(actor), renewalDue };
}

function wordsOf(request: FastifyRequest): { device?: string; actor?: string } {
  const { query } = request;
  if (typeof query !== 'object' || query === null) return {};
  const words: { device?: string; actor?: string } = {};
  if ('device' in query && typeof query.device === 'string') words.device = query.device;
  if ('actor' in query && typeof query.actor === 'string') words.actor = query.actor;
  return words;
}
