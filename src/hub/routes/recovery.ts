import Type from 'typebox';
import { noteClone } from '../../features/devices/model/reports.ts';
import { IdField, Shape } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { addressKey } from '../http/address-key.ts';
import { giveDevice } from '../http/cookies.ts';
import { visitorIn } from '../people/authentication.ts';
import { newSecret } from '../people/secrets.ts';
import { Throttle } from '../people/throttle.ts';
import { sendProblem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const tags = ['pairing'];
/** As long as 256 random bits are, at least. */
const Proof = Type.String({ minLength: 40, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' });
const Recovered = Type.Object({ deviceId: IdField<'DeviceId'>('DeviceId') });

/** A kiosk or a screen tells what it will be known by when its cookie is gone, and comes back by it. */
export function recoveryRoutes(app: HubApp, services: HubServices): void {
  const { tokens, proofs, enrolment, authentication, audit, deps, now, secure } = services;
  const wrong = new Throttle(now, { free: 30, firstWaitMs: 5000, longestWaitMs: 60_000 });

  app.post(
    '/api/pairing/kept',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'A kiosk or screen has a proof of itself on its disk, for the day its cookie is gone',
        querystring: DeviceQuery,
        body: Shape({ proof: Proof }),
        response: { 204: { description: 'Taken: the pairing is done' } },
      },
    },
    async (request, reply) => {
      const { device } = visitorIn(request);
      if (device.kind === 'console') {
        return sendProblem(reply, {
          status: 403,
          code: 'not-permitted',
          detail: 'A console has no proof of itself: whoever works on it signs in.',
        });
      }
      await proofs.keep(device.deviceId, request.body.proof);
      await enrolment.showKept(device.centreId, device.deviceId);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/pairing/recover',
    {
      schema: {
        tags,
        summary: 'A kiosk or screen that has lost its cookie proves itself, and is the same device again',
        body: Shape({ deviceId: IdField<'DeviceId'>('DeviceId'), proof: Proof, next: Proof }),
        response: answers(Recovered, 'The device, with its new cookie'),
      },
    },
    async (request, reply) => {
      const { deviceId, proof, next } = request.body;
      const who = addressKey(request.ip);
      const waitMs = wrong.wait(who);
      if (waitMs > 0) {
        return sendProblem(reply, {
          status: 429,
          code: 'throttled',
          detail: 'Too many proofs that were none; wait a little.',
          retryAfterS: Math.ceil(waitMs / 1000),
        });
      }
      const device = await tokens.pairedAs(deviceId);
      const use = device === undefined ? 'unknown' : await proofs.use(deviceId, proof, next);
      if (device === undefined || use !== 'right') {
        wrong.failed(who);
        if (use === 'used')
          await deps.sync.write(deps.centreId, (tx) => noteClone(tx, deviceId, deps.sync.now()));
        return sendProblem(reply, {
          status: 401,
          code: use === 'used' ? 'proof-used' : 'no-such-proof',
          detail: 'This does not prove the device; show a code and let staff type it.',
        });
      }
      wrong.succeeded(who);
      const token = newSecret();
      await enrolment.renew(device, token);
      giveDevice(reply, deviceId, token, secure);
      await audit.note({ account: null, device }, 'device.recover', `device/${deviceId}`);
      reply.header('cache-control', 'no-store');
      return { deviceId };
    },
  );
}
