import Type from 'typebox';
import { IdField, ShortText } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import { sendProblem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const People = Type.Object({
  people: Type.Array(Type.Object({ accountId: IdField('AccountId'), name: ShortText })),
});

/**
 * Who may tap their name on a console instead of typing it: those who have been signed in on it, and nobody else. Whoever
 * has none of the centre's consoles is told no name.
 */
export function consolePeopleRoutes(app: HubApp, { authentication, sessions, staff }: HubServices): void {
  app.get(
    '/api/console/people',
    {
      onRequest: authentication.paired,
      schema: {
        tags: ['accounts'],
        summary: 'Who has been signed in on this console, the last first',
        querystring: DeviceQuery,
        response: answers(People, 'Their names'),
      },
    },
    async (request, reply) => {
      const { device } = visitorIn(request);
      if (device.kind !== 'console') {
        return sendProblem(reply, {
          status: 403,
          code: 'not-a-console',
          detail: 'This is asked on a console only.',
        });
      }
      const people: { accountId: string; name: string }[] = [];
      for (const accountId of await sessions.peopleOn(device.deviceId)) {
        const account = await staff.active(device.centreId, accountId);
        if (account !== undefined) people.push({ accountId, name: account.name });
      }
      reply.header('cache-control', 'no-store');
      return { people };
    },
  );
}
