import Type from 'typebox';
import { DeviceConfig, Panel } from '../../features/devices/model/device.schema.ts';
import { Shape } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import { sendProblem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import type { HubApp } from './route.ts';

const Measure = Shape({
  panel: Panel,
  distanceMm: Type.Optional(DeviceConfig.properties.distanceMm),
});

/**
 * Whoever stands before a glass has measured it: a device says so of itself and of no other. Nothing of people hangs on
 * it, and staff see in the audit that it was done.
 */
export function panelRoutes(app: HubApp, { authentication, audit, enrolment }: HubServices): void {
  app.post(
    '/api/device/panel',
    {
      onRequest: authentication.paired,
      schema: {
        tags: ['pairing'],
        summary: 'A device tells how large its own panel is, as measured before it',
        querystring: DeviceQuery,
        body: Measure,
        response: { 204: { description: 'It is set' } },
      },
    },
    async (request, reply) => {
      const visitor = visitorIn(request);
      const { deviceId } = visitor.device;
      if (!(await enrolment.measured(visitor.device, request.body))) {
        return sendProblem(reply, {
          status: 409,
          code: 'not-configured',
          detail: `${deviceId} has no configuration that a panel could be set in.`,
        });
      }
      await audit.note(visitor, 'device.measure', `device/${deviceId}`);
      return reply.code(204).send();
    },
  );
}
