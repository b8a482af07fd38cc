import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Chrome keeps no cookie longer than 400 days; each `/api/me` starts them anew. */
const DEVICE_MAX_AGE_S = 400 * 86_400;
export const SESSION_MAX_AGE_S = 30 * 86_400;
const DEVICE = 'leling_d_';
const SESSION = 'leling_s_';

/** A device id may be Chinese; a cookie's name may not. */
const nameFor = (prefix: string, deviceId: string): string =>
  prefix + encodeURIComponent(deviceId).replaceAll(/[^A-Za-z0-9._-]/g, '_');

const options = (secure: boolean, maxAge: number): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure,
  maxAge,
});

/** The secrets a browser holds for one device: that of the device, and that of whoever is signed in on it. */
export interface HeldSecrets {
  readonly device: string | undefined;
  readonly session: string | undefined;
}

export function heldSecrets(request: FastifyRequest, deviceId: string): HeldSecrets {
  const { cookies } = request;
  const held = readDevice(cookies[nameFor(DEVICE, deviceId)]);
  return {
    device: held?.deviceId === deviceId ? held.secret : undefined,
    session: cookies[nameFor(SESSION, deviceId)],
  };
}

/** Every device this browser says it is, for what any paired device may have (media). */
export function heldDevices(request: FastifyRequest): readonly { deviceId: string; secret: string }[] {
  return Object.entries(request.cookies).flatMap(([name, value]) => {
    const held = name.startsWith(DEVICE) ? readDevice(value) : undefined;
    return held === undefined ? [] : [held];
  });
}

/** A device's cookie says whose it is, since its name is only nearly the id: `SECRET~ID`. */
function readDevice(value: string | undefined): { deviceId: string; secret: string } | undefined {
  const at = value?.indexOf('~') ?? -1;
  return value === undefined || at < 0
    ? undefined
    : { secret: value.slice(0, at), deviceId: value.slice(at + 1) };
}

export function giveDevice(reply: FastifyReply, deviceId: string, secret: string, secure: boolean): void {
  reply.setCookie(nameFor(DEVICE, deviceId), `${secret}~${deviceId}`, options(secure, DEVICE_MAX_AGE_S));
}

export function giveSession(reply: FastifyReply, deviceId: string, secret: string, secure: boolean): void {
  reply.setCookie(nameFor(SESSION, deviceId), secret, options(secure, SESSION_MAX_AGE_S));
}

export function takeSession(reply: FastifyReply, deviceId: string, secure: boolean): void {
  reply.clearCookie(nameFor(SESSION, deviceId), options(secure, 0));
}
