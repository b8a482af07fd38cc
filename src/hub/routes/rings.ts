import Type from 'typebox';
import { OneOf } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import { sendProblem } from '../problem.ts';
import { isPushService } from '../rings/push-services.ts';
import { RingKey, RingWanted } from '../rings/ring.schema.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const Tried = Type.Object({ tried: OneOf(['sent', 'unreachable', 'gone', 'not']) });
const tags = ['help'];

/** How a console's browser is rung while its phone is locked (Web Push). */
export function ringRoutes(app: HubApp, { authentication, rings }: HubServices): void {
  app.get(
    '/api/ring/key',
    {
      onRequest: authentication.staff(),
      schema: {
        tags,
        summary: 'By what a browser knows this hub when it agrees to be rung',
        querystring: DeviceQuery,
        response: answers(RingKey, 'base64url of an uncompressed point of P-256'),
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send({ key: await rings.key() }),
  );

  app.put(
    '/api/ring',
    {
      onRequest: authentication.staff(),
      schema: {
        tags,
        summary: 'Rings this console for calls for help and emergencies from now on, and once at once to try',
        querystring: DeviceQuery,
        body: RingWanted,
        response: answers(Tried, 'What became of the try, as far as the push service said'),
      },
    },
    async (request, reply) => {
      if (!isPushService(request.body.endpoint))
        return sendProblem(reply, {
          status: 422,
          code: 'not-a-push-service',
          detail: 'The hub sends only to the push services of Google, Mozilla, Apple and Microsoft.',
        });
      const { deviceId } = visitorIn(request).device;
      return reply
        .header('cache-control', 'no-store')
        .send({ tried: await rings.want(deviceId, request.body) });
    },
  );

  app.delete(
    '/api/ring',
    {
      onRequest: authentication.staff(),
      schema: { tags, summary: 'Rings this console no more', querystring: DeviceQuery },
    },
    async (request, reply) => {
      await rings.leave(visitorIn(request).device.deviceId);
      return reply.code(204).send();
    },
  );
}
