import Type from 'typebox';
import { maySignIn } from '../../features/accounts/model/account.ts';
import { RoleField } from '../../features/accounts/model/account.schema.ts';
import { Shape } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import { isBusy } from '../people/hash-queue.ts';
import { Throttle } from '../people/throttle.ts';
import type { HubServices } from '../services.ts';
import { sendProblem } from '../problem.ts';
import { answers, type HubApp } from './route.ts';

const StaffSecret = Shape({ secret: Type.String({ minLength: 6, maxLength: 200 }) });
const StaffRole = Type.Object({ role: RoleField });

/**
 * Whether somebody who stands at a kiosk is staff: by their PIN alone, since a name cannot be typed there. Nothing is
 * left on the kiosk, no session and no cookie. All tries of one kiosk count together, whosever PIN they are meant for;
 * and who knows one PIN buys no more tries at another's with it.
 */
export function staffHereRoutes(app: HubApp, services: HubServices): void {
  const { authentication, staff, passwords, audit, now } = services;
  const byKiosk = new Throttle(now, { free: 5, firstWaitMs: 15_000, longestWaitMs: 3_600_000 });

  app.post(
    '/api/kiosk/staff',
    {
      onRequest: authentication.paired,
      schema: {
        tags: ['accounts'],
        summary: 'Whether a PIN typed at a kiosk is one of the staff; signs nobody in',
        querystring: DeviceQuery,
        body: StaffSecret,
        response: answers(StaffRole, 'What they may do'),
      },
    },
    async (request, reply) => {
      const { device } = visitorIn(request);
      if (device.kind !== 'kiosk') {
        return sendProblem(reply, {
          status: 403,
          code: 'not-a-kiosk',
          detail: 'This is asked at a kiosk only.',
        });
      }
      const late = (waitMs: number) =>
        sendProblem(reply, {
          status: 429,
          code: 'throttled',
          detail: 'Too many tries at this kiosk; wait, then try again.',
          retryAfterS: Math.ceil(waitMs / 1000),
        });
      const waitMs = byKiosk.wait(device.deviceId);
      if (waitMs > 0) return late(waitMs);
      // Counted before it is looked at, so that tries sent at once do not slip through together.
      byKiosk.failed(device.deviceId);
      const lane = await authentication.laneOf(request);
      for (const account of await staff.all(device.centreId)) {
        if (!maySignIn(account) || account.role === 'viewer') continue;
        const right = await passwords.matches(lane, account.id, request.body.secret);
        if (isBusy(right)) return late(right.retryAfterS * 1000);
        if (!right) continue;
        byKiosk.wasRight(device.deviceId);
        await audit.note({ account, device }, 'kiosk.staff', `device/${device.deviceId}`);
        return reply.header('cache-control', 'no-store').send({ role: account.role });
      }
      return sendProblem(reply, {
        status: 401,
        code: 'wrong-secret',
        detail: 'No member of staff has this PIN.',
      });
    },
  );
}
