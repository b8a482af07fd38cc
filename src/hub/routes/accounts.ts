import { randomBytes } from 'node:crypto';
import Type from 'typebox';
import { visitorIn } from '../people/authentication.ts';
import { Account, RoleField } from '../../features/accounts/model/account.schema.ts';
import { IdField, Shape, ShortText, UnixMs } from '../../kernel/fields.schema.ts';
import { id } from '../../kernel/ids.ts';
import type { HubServices } from '../services.ts';
import { sendProblem, type Problem } from '../problem.ts';
import { answers, type HubApp } from './route.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';

const tags = ['accounts'];
const AccountId = Type.Object({ accountId: IdField<'AccountId'>('AccountId') });
const DeviceIdParam = Type.Object({ deviceId: IdField<'DeviceId'>('DeviceId') });
const NewAccount = Shape({ name: ShortText, role: RoleField });
const Link = Type.Object({ url: Type.String(), expiresAtMs: UnixMs });
const Made = Type.Object({ account: Account, link: Link });

const noSuch = (what: string): Problem => ({
  status: 404,
  code: `no-such-${what}`,
  detail: `The centre has no such ${what}.`,
});

/** What the manager does about people and devices: new accounts, one-time links, and taking a device's token away. */
export function accountRoutes(
  app: HubApp,
  { staff, enrolment, links, sessions, authentication, audit, deps }: HubServices,
): void {
  const onRequest = authentication.staff('manager');

  app.post(
    '/api/accounts',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Adds a member of staff, with a one-time link for the first signing in',
        querystring: DeviceQuery,
        body: NewAccount,
        response: answers(Made, 'The account and its link', 201),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const account = {
        id: id<'AccountId'>(`account-${randomBytes(5).toString('hex')}`),
        name: request.body.name.trim(),
        role: request.body.role,
        active: true,
      };
      if (account.name === '' || !(await staff.add(centreId, account))) {
        return sendProblem(reply, {
          status: 409,
          code: 'name-taken',
          detail: 'Somebody signs in by this name already; add a family name or a place.',
          errors: [{ path: 'body/name', remedy: 'choose a name nobody has yet' }],
        });
      }
      const link = await links.mint({ target: 'account', targetId: account.id, centreId });
      await audit.note(visitorIn(request), 'account.add', `account/${account.id}`);
      return reply.code(201).send({ account, link: shown(link, request) });
    },
  );

  app.post(
    '/api/accounts/:accountId/link',
    {
      onRequest,
      schema: {
        tags,
        summary: 'A one-time link that signs this person in (a forgotten PIN)',
        querystring: DeviceQuery,
        params: AccountId,
        response: answers(Link, 'The link', 201),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const account = await staff.active(centreId, request.params.accountId);
      if (account === undefined) return sendProblem(reply, noSuch('account'));
      const link = await links.mint({ target: 'account', targetId: account.id, centreId });
      await audit.note(visitorIn(request), 'account.link', `account/${account.id}`);
      return reply.code(201).send(shown(link, request));
    },
  );

  app.post(
    '/api/devices/:deviceId/link',
    {
      onRequest,
      schema: {
        tags: ['pairing'],
        summary: 'A one-time link that pairs the browser that opens it as this device',
        querystring: DeviceQuery,
        params: DeviceIdParam,
        response: answers(Link, 'The link', 201),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const device = await enrolment.find(centreId, request.params.deviceId);
      if (device === undefined) return sendProblem(reply, noSuch('device'));
      const link = await links.mint({ target: 'device', targetId: device.id, centreId });
      await audit.note(visitorIn(request), 'device.link', `device/${device.id}`);
      return reply.code(201).send(shown(link, request));
    },
  );

  app.delete(
    '/api/devices/:deviceId/token',
    {
      onRequest,
      schema: {
        tags: ['pairing'],
        summary: 'Signs a device off; with `away`, one that hangs nowhere any more',
        querystring: Type.Object({ ...DeviceQuery.properties, away: Type.Optional(Type.Literal('yes')) }),
        params: DeviceIdParam,
        response: { 204: { description: 'Its next request is refused' } },
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const { deviceId } = request.params;
      const device = await enrolment.find(centreId, deviceId);
      if (device === undefined) return sendProblem(reply, noSuch('device'));
      await links.withdraw('device', deviceId);
      await sessions.forget(deviceId);
      await enrolment.revoke(centreId, device, request.query.away === 'yes');
      await audit.note(visitorIn(request), 'device.revoke', `device/${deviceId}`);
      return reply.code(204).send();
    },
  );

  function shown(link: { secret: string; expiresAtMs: number }, request: { protocol: string; host: string }) {
    const origin = deps.publicUrl ?? `${request.protocol}://${request.host}`;
    return { url: `${origin}/link/${link.secret}`, expiresAtMs: link.expiresAtMs };
  }
}
