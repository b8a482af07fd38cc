import Type from 'typebox';
import { Shape } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import type { HubServices } from '../services.ts';
import { EARLIEST_MS } from '../sync/hub-time.ts';
import type { HubApp } from './route.ts';

/** A time past all dates would leave the hub without a day. */
const LATEST_MS = Date.UTC(2200, 0, 1);

const Time = Shape({
  nowMs: Type.Integer({ minimum: EARLIEST_MS, maximum: LATEST_MS, description: 'What time it is, Unix ms' }),
});

/** What time it is, said by the manager: at once, as a time that arrives late is a wrong one. */
export function clockRoutes(app: HubApp, { authentication, audit, deps: { sync } }: HubServices): void {
  app.post(
    '/api/clock',
    {
      onRequest: authentication.staff('manager'),
      schema: {
        tags: ['hub'],
        summary: 'Says what time it is: the hub steps there once and is sure',
        querystring: DeviceQuery,
        body: Time,
        response: { 204: { description: 'The hub goes by it' } },
      },
    },
    async (request, reply) => {
      sync.time.confirm(request.body.nowMs);
      await audit.note(visitorIn(request), 'clock.confirm', 'hubClock/hub');
      return reply.code(204).send();
    },
  );
}
