import Type from 'typebox';
import { DeviceConfig, Panel, Waiting as WaitingCount } from '../../features/devices/model/device.schema.ts';
import { Allowance } from '../allowance.ts';
import { LOAD } from '../load-limits.ts';
import { visitorIn } from '../people/authentication.ts';
import { tokenFrom } from '../people/secrets.ts';
import { Throttle } from '../people/throttle.ts';
import { IdField, OneOf, OrNull, Shape, ShortText, UnixMs } from '../../kernel/fields.schema.ts';
import { addressKey } from '../http/address-key.ts';
import { giveDevice } from '../http/cookies.ts';
import type { HubServices } from '../services.ts';
import type { Shown } from '../people/pairings.ts';
import { sendProblem, type Problem } from '../problem.ts';
import { answers, type HubApp } from './route.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';

const tags = ['pairing'];
const Kind = OneOf(['kiosk', 'screen', 'console']);
const Code = Type.String({ pattern: '^\\d{6}$' });
export const Secret = Type.Object({ secret: Type.String({ minLength: 20, maxLength: 100 }) });
const Waiting = Type.Object({ code: Code, secret: Type.String(), expiresAtMs: UnixMs });
const Was = Shape({ deviceId: IdField<'DeviceId'>('DeviceId'), waiting: WaitingCount });
const Said = Type.Object({ kind: Kind, was: OrNull(Was) });
const Asked = Type.Object({
  status: OneOf(['waiting', 'paired']),
  deviceId: Type.Optional(IdField<'DeviceId'>('DeviceId')),
});
const Confirmation = Shape({
  code: Code,
  /**
   * A device the centre has: the glass becomes it, and the glass it was before is signed off. Or one that only the glass
   * remembers being, since the centre was put back to a time before it: it is that again, with what it has not sent.
   */
  deviceId: Type.Optional(IdField<'DeviceId'>('DeviceId')),
  name: Type.Optional(ShortText),
  place: Type.Optional(ShortText),
  kind: Type.Optional(Kind),
  /** Of a new device, where staff know it; its glass asks otherwise, and they are told until somebody has answered it. */
  diagonalInches: Type.Optional(Panel.properties.diagonalInches),
  distanceMm: Type.Optional(DeviceConfig.properties.distanceMm),
});
const Confirmed = Type.Object({ deviceId: IdField<'DeviceId'>('DeviceId') });

/** With as many codes waiting as there may be, one of them runs out or is typed within this time. */
const CROWDED_S = 10;

/** A glass asks for a code, staff type it, the glass gets its token. */
export function pairingRoutes(app: HubApp, services: HubServices): void {
  const { pairings, enrolment, authentication, audit, deps, now, secure } = services;
  const begun = new Allowance(LOAD.codes, () => performance.now());
  const guessed = new Throttle(now, { free: 10, firstWaitMs: 5000, longestWaitMs: 600_000 });

  app.post(
    '/api/pairing',
    {
      schema: {
        tags,
        summary: 'A glass asks to be paired and shows the code',
        body: Shape({ kind: Kind, was: Type.Optional(Was) }),
        response: answers(Waiting, 'The code to show, and the secret to ask with', 201),
      },
    },
    async (request, reply) => {
      const { kind, was } = request.body;
      const who = addressKey(request.ip);
      const mayAsk = begun.left(who) >= 1;
      const waitS = mayAsk ? CROWDED_S : begun.waitS(who);
      if (mayAsk) begun.take(who, 1);
      const waiting = mayAsk ? await pairings.begin(kind, was) : undefined;
      if (waiting === undefined) {
        return sendProblem(reply, {
          status: 429,
          code: 'throttled',
          detail: 'Too many glasses have asked for a code; wait a little.',
          retryAfterS: waitS,
        });
      }
      if (was !== undefined) await enrolment.showAskedBack(deps.centreId, { ...was, kind });
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

  app.get(
    '/api/pairing/shown/:code',
    {
      onRequest: authentication.staff('manager'),
      schema: {
        tags,
        summary: 'What the glass with a code says it was, before staff say what it is to be',
        querystring: DeviceQuery,
        params: Type.Object({ code: Code }),
        response: answers(Said, 'The glass'),
      },
    },
    async (request, reply) => {
      const shown = await looked(request.params.code, visitorIn(request).actorKey);
      if ('status' in shown) return sendProblem(reply, shown);
      reply.header('cache-control', 'no-store');
      return { kind: shown.kind, was: shown.was ?? null };
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
      const { code, deviceId, name, place, diagonalInches, distanceMm } = request.body;
      const shown = await looked(code, actorKey);
      if ('status' in shown) return sendProblem(reply, shown);
      const known = deviceId === undefined ? undefined : await enrolment.find(centreId, deviceId);
      if (deviceId !== undefined && known === undefined && deviceId !== shown.was?.deviceId) {
        return sendProblem(reply, {
          status: 404,
          code: 'no-such-device',
          detail: `The centre has no device ${deviceId}.`,
        });
      }
      const wanted = known?.kind ?? request.body.kind ?? shown.kind;
      if (wanted !== shown.kind) {
        return sendProblem(reply, {
          status: 409,
          code: 'other-kind',
          detail: `The glass with this code opened the page of a ${shown.kind}; this would make it a ${wanted}.`,
        });
      }
      const paired =
        known?.id ??
        (await enrolment.add(
          centreId,
          {
            kind: shown.kind,
            name: name ?? NAMES[shown.kind],
            place: place ?? NAMES[shown.kind],
            diagonalInches,
            distanceMm,
          },
          deviceId,
        ));
      if (!(await pairings.confirm(code, paired, centreId))) {
        return sendProblem(reply, {
          status: 409,
          code: 'already-confirmed',
          detail: 'Somebody else has just confirmed this code.',
        });
      }
      if (known !== undefined && shown.was?.deviceId !== known.id)
        await enrolment.doubtPanel(centreId, known);
      await audit.note(visitorIn(request), 'device.pair', `device/${paired}`);
      return { deviceId: paired };
    },
  );

  /** The glass that shows a code. Who types codes that none shows is made to wait. */
  async function looked(code: string, actorKey: string): Promise<Shown | Problem> {
    const waitMs = guessed.wait(actorKey);
    if (waitMs > 0) {
      return {
        status: 429,
        code: 'throttled',
        detail: 'Too many codes that no glass shows; wait a little.',
        retryAfterS: Math.ceil(waitMs / 1000),
      };
    }
    const shown = await pairings.showing(code);
    if (shown !== undefined) {
      guessed.succeeded(actorKey);
      return shown;
    }
    guessed.failed(actorKey);
    return {
      status: 404,
      code: 'no-such-code',
      detail: 'No glass shows this code now; look again, it changes every ten minutes.',
    };
  }
}

const NAMES = { kiosk: '触摸屏', screen: '电视屏', console: '工作台' } as const;
