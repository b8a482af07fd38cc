import Type from 'typebox';
import { AccountList } from '../../features/accounts/model/account-list.schema.ts';
import { IdField, Shape } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import { isBusy } from '../people/hash-queue.ts';
import { weakness } from '../people/weakness.ts';
import { sendProblem, type Problem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const tags = ['accounts'];
const AccountId = Type.Object({ accountId: IdField<'AccountId'>('AccountId') });
const Secret = Shape({ secret: Type.String({ minLength: 1, maxLength: 200 }) });
const NO_SUCH: Problem = {
  status: 404,
  code: 'no-such-account',
  detail: 'Nobody who may sign in has this account.',
};

/** How it stands with the accounts of a centre, and what the manager does about one that is in trouble. */
export function accountCareRoutes(app: HubApp, services: HubServices): void {
  const { staff, sessions, passwords, links, signInTries, signOuts, authentication, audit, now } = services;
  const onRequest = authentication.staff('manager');

  app.get(
    '/api/accounts',
    {
      onRequest,
      schema: {
        tags,
        summary: 'How it stands with each account: where they are signed in, and what keeps them out',
        querystring: DeviceQuery,
        response: answers(AccountList, 'The accounts, in the order of their ids'),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      const accounts = await staff.all(centreId);
      const [open, last, owners, waiting] = await Promise.all([
        sessions.all(),
        sessions.lastSignIns(),
        passwords.owners(),
        links.waitingOfAccounts(),
      ]);
      reply.header('cache-control', 'no-store');
      return {
        asOfMs: now(),
        people: accounts.map(({ id, name }) => {
          const waitMs = signInTries.longestWait(name);
          return {
            accountId: id,
            hasSecret: owners.has(id),
            lastSignInAtMs: last.get(id) ?? null,
            closedUntilMs: waitMs === 0 ? null : now() + waitMs,
            linkUntilMs: waiting.get(id) ?? null,
            consoles: open
              .filter(({ accountId }) => accountId === id)
              .map(({ deviceId, sinceMs }) => ({ deviceId, sinceMs })),
          };
        }),
      };
    },
  );

  app.post(
    '/api/accounts/:accountId/secret',
    {
      onRequest,
      schema: {
        tags,
        summary:
          'Sets the PIN or password of somebody who stands beside the manager, and signs them out everywhere',
        querystring: DeviceQuery,
        params: AccountId,
        body: Secret,
        response: { 204: { description: 'Set' } },
      },
    },
    async (request, reply) => {
      const visitor = visitorIn(request);
      const account = await staff.active(visitor.device.centreId, request.params.accountId);
      if (account === undefined) return sendProblem(reply, NO_SUCH);
      const weak = weakness(request.body.secret, account);
      if (weak !== null) {
        return sendProblem(reply, {
          status: 422,
          code: 'weak-secret',
          detail: 'Choose one that is harder to guess.',
          errors: [{ path: 'body/secret', remedy: weak }],
        });
      }
      const lane = { name: `device ${visitor.device.deviceId}`, isKnown: true };
      const busy = await passwords.set(lane, account.id, request.body.secret);
      if (isBusy(busy)) {
        return sendProblem(reply, {
          status: 429,
          code: 'throttled',
          detail: 'The hub has its hands full; try again in a moment.',
          retryAfterS: busy.retryAfterS,
        });
      }
      await links.withdraw('account', account.id);
      await signOuts.everywhere(
        account.id,
        visitor.account?.id === account.id ? visitor.device.deviceId : null,
      );
      signInTries.forgive(account.name);
      await audit.note(visitor, 'account.secret', `account/${account.id}`);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/accounts/:accountId/sessions',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Signs somebody out on every console but the one this is asked on',
        querystring: DeviceQuery,
        params: AccountId,
        response: { 204: { description: 'Signed out; what is unsent waits for them' } },
      },
    },
    async (request, reply) => {
      const visitor = visitorIn(request);
      const account = await staff.active(visitor.device.centreId, request.params.accountId);
      if (account === undefined) return sendProblem(reply, NO_SUCH);
      await links.withdraw('account', account.id);
      await signOuts.everywhere(
        account.id,
        visitor.account?.id === account.id ? visitor.device.deviceId : null,
      );
      await audit.note(visitor, 'account.signOut', `account/${account.id}`);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/accounts/:accountId/tries',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Forgets the wrong tries at somebody’s PIN, so that they may try again at once',
        querystring: DeviceQuery,
        params: AccountId,
        response: { 204: { description: 'Forgotten' } },
      },
    },
    async (request, reply) => {
      const visitor = visitorIn(request);
      const account = await staff.active(visitor.device.centreId, request.params.accountId);
      if (account === undefined) return sendProblem(reply, NO_SUCH);
      signInTries.forgive(account.name);
      await audit.note(visitor, 'account.forgive', `account/${account.id}`);
      return reply.code(204).send();
    },
  );
}
