import Type from 'typebox';
import { visitorIn } from '../people/authentication.ts';
import { LOAD } from '../load-limits.ts';
import { isBusy } from '../people/hash-queue.ts';
import { weakness } from '../people/weakness.ts';
import { Account } from '../../features/accounts/model/account.schema.ts';
import { DeviceConfig } from '../../features/devices/model/device.schema.ts';
import { IdField, OrNull, Shape, ShortText, UnixMs } from '../../kernel/fields.schema.ts';
import { utcOffsetOf } from '../../kernel/time.ts';
import { giveDevice, giveSession, heldSecrets, takeSession } from '../http/cookies.ts';
import type { HubServices } from '../services.ts';
import { sendProblem, type Problem } from '../problem.ts';
import { answers, type HubApp } from './route.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';

const tags = ['accounts'];
const DeviceIdField = IdField<'DeviceId'>('DeviceId');
const SignIn = Shape({ name: ShortText, secret: Type.String({ minLength: 1, maxLength: 200 }) });
const OwnSecret = Shape({ secret: Type.String({ minLength: 1, maxLength: 200 }) });
const SignedIn = Type.Object({ deviceId: DeviceIdField });
const MaybeDevice = Type.Object({ device: Type.Optional(DeviceIdField) });
const Me = Type.Object({
  device: Type.Object({ id: DeviceIdField, kind: Type.String(), name: ShortText, centreId: Type.String() }),
  account: OrNull(Type.Omit(Account, ['active'])),
  actorKey: Type.String(),
  grants: Type.Array(Type.String()),
  config: DeviceConfig,
  hubNow: UnixMs,
  /** The centre's minutes east of UTC: a device that has nothing else of its centre tells the time of day by it. */
  utcOffsetMinutes: Type.Integer(),
  /** Half of the key under which a console keeps what is personal of its person; null for any other device. */
  sealingShare: OrNull(Type.String()),
  epoch: Type.String(),
});

const NOT_A_CONSOLE: Problem = {
  status: 401,
  code: 'not-a-console',
  detail: 'This browser is not paired as that console; sign in without naming one.',
};

const throttled = (waitMs: number): Problem => ({
  status: 429,
  code: 'throttled',
  detail: 'Too many tries; wait, then try again. A manager can make a one-time link.',
  retryAfterS: Math.ceil(waitMs / 1000),
});

/** Who am I; signing in and out; one's own PIN. */
export function sessionRoutes(app: HubApp, services: HubServices): void {
  const {
    deps,
    authentication,
    staff,
    passwords,
    sessions,
    sealingShares,
    browserIdentity,
    enrolment,
    audit,
    metrics,
    now,
    secure,
    signInTries: tries,
  } = services;
  const { centreId } = deps;

  app.get(
    '/api/me',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'Which device this is, who is signed in on it, and what it may hold',
        querystring: DeviceQuery,
        response: answers(Me, 'The device and its actor'),
      },
    },
    async (request, reply) => {
      const { device, account, actorKey, identity } = visitorIn(request);
      const config = await enrolment.config(device.centreId, device.deviceId);
      if (config === undefined) {
        return sendProblem(reply, {
          status: 409,
          code: 'no-config',
          detail: 'The centre has no configuration of this device any more; pair it again.',
        });
      }
      const held = heldSecrets(request, device.deviceId);
      if (held.device !== undefined) giveDevice(reply, device.deviceId, held.device, secure);
      if (account !== null && held.session !== undefined)
        giveSession(reply, device.deviceId, held.session, secure);
      reply.header('cache-control', 'no-store');
      return {
        device: { id: device.deviceId, kind: device.kind, name: config.name, centreId: device.centreId },
        account: account === null ? null : { id: account.id, name: account.name, role: account.role },
        actorKey,
        grants: identity.grants,
        config,
        hubNow: now(),
        utcOffsetMinutes: utcOffsetOf(
          await deps.sync.read(device.centreId, (tx) => tx.get('centre', 'centre', device.centreId)),
        ),
        sealingShare:
          account !== null && device.kind === 'console'
            ? await sealingShares.of(device.deviceId, account.id)
            : null,
        epoch: deps.sync.epoch,
      };
    },
  );

  app.post(
    '/api/session',
    {
      schema: {
        tags,
        summary:
          'Signs a member of staff in by name and PIN or password; a console they were on before becomes this browser again',
        querystring: MaybeDevice,
        body: SignIn,
        response: answers(SignedIn, 'The console, with its cookies'),
      },
    },
    async (request, reply) => {
      const { name, secret } = request.body;
      const lane = await authentication.laneOf(request);
      const waitMs = Math.max(
        tries.wait(name, lane),
        passwords.hasRoom(lane) ? 0 : LOAD.hashing.retryAfterS * 1000,
      );
      if (waitMs > 0) {
        metrics.signIns.inc({ result: 'throttled' });
        return sendProblem(reply, throttled(waitMs));
      }
      const deviceId = request.query.device;
      const visitor =
        deviceId === undefined
          ? undefined
          : await authentication.identify(deviceId, heldSecrets(request, deviceId));
      if (visitor !== undefined && visitor.device.kind !== 'console')
        return sendProblem(reply, NOT_A_CONSOLE);
      tries.begin(name, lane);
      const account = await staff.named(centreId, name);
      const right = await passwords.matches(lane, account?.id, secret);
      if (isBusy(right)) return sendProblem(reply, throttled(right.retryAfterS * 1000));
      if (account === undefined || !right) {
        metrics.signIns.inc({ result: 'wrong' });
        return sendProblem(reply, {
          status: 401,
          code: 'wrong-secret',
          detail: 'The name and the PIN do not go together.',
        });
      }
      tries.succeeded(name, lane);
      metrics.signIns.inc({ result: 'right' });
      reply.header('cache-control', 'no-store');
      if (deviceId === undefined)
        return { deviceId: await browserIdentity.signInHere(centreId, account, request, reply) };
      if (visitor !== undefined) await browserIdentity.signIn(deviceId, account, reply);
      else if (await browserIdentity.reclaim(centreId, account, deviceId, reply)) {
        const device = { deviceId, centreId, kind: 'console' } as const;
        await audit.note({ account, device }, 'device.reclaim', `device/${deviceId}`);
      } else return sendProblem(reply, NOT_A_CONSOLE);
      return { deviceId };
    },
  );

  app.delete(
    '/api/session',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'Signs out',
        querystring: DeviceQuery,
        response: { 204: { description: 'Signed out' } },
      },
    },
    async (request, reply) => {
      const { device, account } = visitorIn(request);
      const { deviceId } = device;
      if (account !== null) await sealingShares.end(deviceId, account.id);
      await sessions.endOn(deviceId);
      takeSession(reply, deviceId, secure);
      authentication.changed(deviceId);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/account/secret',
    {
      onRequest: authentication.staff(),
      schema: {
        tags,
        summary: "Sets one's own PIN (six digits or more) or password (eight characters or more)",
        querystring: DeviceQuery,
        body: OwnSecret,
        response: { 204: { description: 'Set; signed out everywhere else' } },
      },
    },
    async (request, reply) => {
      const { account, device } = visitorIn(request);
      const weak = weakness(request.body.secret, account ?? undefined);
      if (weak !== null || account === null) {
        return sendProblem(reply, {
          status: 422,
          code: 'weak-secret',
          detail: 'Choose one that is harder to guess.',
          errors: [{ path: 'body/secret', remedy: weak ?? 'sign in first' }],
        });
      }
      const busy = await passwords.set(
        { name: `device ${device.deviceId}`, isKnown: true },
        account.id,
        request.body.secret,
      );
      if (busy !== undefined) return sendProblem(reply, throttled(busy.retryAfterS * 1000));
      await audit.note(visitorIn(request), 'account.secret', `account/${account.id}`);
      for (const other of await sessions.endElsewhere(account.id, device.deviceId))
        authentication.changed(other);
      return reply.code(204).send();
    },
  );
}
