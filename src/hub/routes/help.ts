import Type from 'typebox';
import { takeDirectly } from '../../features/help/model/direct.ts';
import { HelpCall, HelpDirect } from '../../features/help/model/help.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { Allowance, TooMuch } from '../allowance.ts';
import { LOAD } from '../load-limits.ts';
import { visitorIn } from '../people/authentication.ts';
import { sendProblem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

/**
 * The last resort of a kiosk whose store is gone: a call for help past the sync. It is a change that no device keeps, so
 * it is told at once what became of it, and asks again for as long as somebody waits.
 */
export function helpRoutes(app: HubApp, { authentication, enrolment, deps: { sync } }: HubServices): void {
  const shares = new Allowance(LOAD.directHelp, () => performance.now());

  app.post(
    '/api/help',
    {
      onRequest: authentication.paired,
      schema: {
        tags: ['help'],
        summary: 'A call for help of a kiosk that can keep none, and what became of it',
        querystring: DeviceQuery,
        body: HelpDirect,
        response: answers(Type.Object(HelpCall.properties), 'The call as staff have it'),
      },
    },
    async (request, reply) => {
      const { identity, device } = visitorIn(request);
      const { deviceId, centreId } = device;
      const config = device.kind === 'kiosk' ? await enrolment.config(centreId, deviceId) : undefined;
      if (config === undefined) {
        return sendProblem(reply, {
          status: 403,
          code: 'not-a-kiosk',
          detail: 'This is asked at a kiosk only.',
        });
      }
      if (shares.left(deviceId) < 1) throw new TooMuch(shares.waitS(deviceId));
      shares.take(deviceId, 1);
      const { callId, ...asked } = request.body;
      const nowMs = sync.time.sure ? sync.now() : null;
      const call = await sync.write(centreId, (tx) =>
        takeDirectly(
          tx,
          identity.actor,
          { id: callId, deviceId, place: config.place ?? config.name, ...asked },
          nowMs,
        ),
      );
      if (call === null) {
        return sendProblem(reply, {
          status: 409,
          code: 'not-yours',
          detail: `${callId} is another call.`,
        });
      }
      return reply.header('cache-control', 'no-store').send(call);
    },
  );
}
