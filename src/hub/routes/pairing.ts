import Type from 'typebox';
import { visitorIn } from '../people/authentication.ts';
import { tokenFrom } from '../people/secrets.ts';
import { Throttle } from '../people/throttle.ts';
import { IdField, OneOf, Shape, ShortText, UnixMs } from '../../kernel/fields.schema.ts';
import { giveDevice } from '../http/cookies.ts';
import type { HubServices } from '../services.ts';
import { sendProblem } from '../problem.ts';
import { answers, type HubApp } from './route.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';

const tags = ['pairing'];
const Kind = OneOf(['kiosk', 'screen', 'console']);
const Code = Type.String({ pattern: '^\\d{6}$' });
export const Secret = Type.Object({ secret: Type.String({ minLength: 20, maxLength: 100 }) });
const Waiting = Type.Object({ code: Code, secret: Type.String(), expiresAtMs: UnixMs });
const Asked = Type.Object({
  status: OneOf(['waiting', 'paired']),
  deviceId: Type.Optional(IdField<'DeviceId'>('DeviceId')),
});
const Confirmation = Shape({
  code: Code,
  /** A device the centre has: the glass becomes it, and the glass it was before is signed off. */
  deviceId: Type.Optional(IdField<'DeviceId'>('DeviceId')),
  name: Type.Optional(ShortText),
  place: Type.Optional(ShortText),
  kind: Type.Optional(Kind),
});
const Confirmed = Type.Object({ deviceId: IdField<'DeviceId'>('DeviceId') });

/** A glass asks for a code, staff type it, the glass gets its token. */
export function pairingRoutes(app: HubApp, services: HubServices): void {
  const { pairings, enrolment, authentication, audit, now, secure } = services;
  const begun = new Throttle(now, { free: 30, firstWaitMs: 10_000, longestWaitMs: 600_000 });
  const guessed = new Throttle(now, { free: 10, firstWaitMs: 5000, longestWaitMs: 600_000 });

  app.post(
    '/api/pairing',
    {
      schema: {
        tags,
        summary: 'A glass asks to be paired and shows the code',
        body: Shape({ kind: Kind }),
        response: answers(Waiting, 'The code to show, and the secret to ask with', 201),
      },
    },
    async (request, reply) => {
      const waitMs = begun.wait(request.ip);
      // A glass that is told to wait and asks all the same must not wait for ever.
      if (waitMs === 0) begun.failed(request.ip);
      const waiting = waitMs > 0 ? undefined : await pairings.begin(request.body.kind);
      if (waiting === undefined) {
        return sendProblem(reply, {
          status: 429,
          code: 'throttled',
          detail: 'Too many glasses have asked for a code; wait a little.',
          retryAfterS: Math.ceil(Math.max(waitMs, 10_000) / 1000),
        });
      }
      return reply.code(201).header('cache-control', 'no-store').send(waiting);
    },
  );

  app.get(
    '/api/pairing/:secret',
    {
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: 'The glass asks whether staff have typed its code',
        params: Secret,
        response: answers(Asked, 'Waiting, or which device it is now, with its cookie'),
      },
    },
    async (request, reply) => {
      const { secret } = request.params;
      const state = await pairings.ask(secret);
      if (state === undefined) {
        return sendProblem(reply, {
          status: 404,
          code: 'pairing-over',
          detail: 'This code has run out; ask for a new one.',
        });
      }
      reply.header('cache-control', 'no-store');
      if (state.status === 'waiting') return { status: 'waiting' };
      const token = tokenFrom(secret, state.device.deviceId);
      if (!state.collected) {
        await enrolment.pair(state.device, token);
        await pairings.collected(secret);
      }
      giveDevice(reply, state.device.deviceId, token, secure);
      return { status: 'paired', deviceId: state.device.deviceId };
    },
  );

  app.post(
    '/api/pairing/confirm',
    {
      onRequest: authentication.staff('manager'),
      schema: {
        tags,
        summary: 'Staff say which device the glass with a code is',
        querystring: DeviceQuery,
        body: Confirmation,
        response: answers(Confirmed, 'The device'),
      },
    },
    async (request, reply) => {
      const { identity, actorKey } = visitorIn(request);
      const { centreId } = identity.actor;
      const { code, deviceId, name, place } = request.body;
      const waitMs = guessed.wait(actorKey);
      if (waitMs > 0) {
        return sendProblem(reply, {
          status: 429,
          code: 'throttled',
          detail: 'Too many codes that no glass shows; wait a little.',
          retryAfterS: Math.ceil(waitMs / 1000),
        });
      }
      const shown = await pairings.kindShowing(code);
      if (shown === undefined) {
        guessed.failed(actorKey);
        return sendProblem(reply, {
          status: 404,
          code: 'no-such-code',
          detail: 'No glass shows this code now; look again, it changes every ten minutes.',
        });
      }
      guessed.succeeded(actorKey);
      const known = deviceId === undefined ? undefined : await enrolment.find(centreId, deviceId);
      if (deviceId !== undefined && known === undefined) {
        return sendProblem(reply, {
          status: 404,
          code: 'no-such-device',
          detail: `The centre has no device ${deviceId}.`,
        });
      }
      const wanted = known?.kind ?? request.body.kind ?? shown;
      if (wanted !== shown) {
        return sendProblem(reply, {
          status: 409,
          code: 'other-kind',
          detail: `The glass with this code opened the page of a ${shown}; this would make it a ${wanted}.`,
        });
      }
      const paired =
        known?.id ??
        (await enrolment.add(centreId, {
          kind: shown,
          name: name ?? NAMES[shown],
          place: place ?? NAMES[shown],
        }));
      if (!(await pairings.confirm(code, paired, centreId))) {
        return sendProblem(reply, {
          status: 409,
          code: 'already-confirmed',
          detail: 'Somebody else has just confirmed this code.',
        });
      }
      await audit.note(visitorIn(request), 'device.pair', `device/${paired}`);
      return { deviceId: paired };
    },
  );
}

const NAMES = { kiosk: '触摸屏', screen: '电视屏', console: '工作台' } as const;
