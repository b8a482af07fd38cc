import Type from 'typebox';
import { OneOf, Shape } from '../../kernel/fields.schema.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { Allowance, TooMuch } from '../allowance.ts';
import { LOAD } from '../load-limits.ts';
import { visitorIn } from '../people/authentication.ts';
import { sendProblem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

const tags = ['speech'];

const Texts = Shape({
  language: OneOf(['zh-CN', 'en']),
  pace: OneOf(['normal', 'slow']),
  keep: Type.Boolean({ description: 'False for what is about one person: it is said once and kept nowhere' }),
  texts: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { minItems: 1, maxItems: 200 }),
});
const Sounds = Type.Object({
  voice: Type.Union([Type.String(), Type.Null()], { description: 'Who speaks; null where nobody does' }),
  sounds: Type.Array(Type.Object({ name: Type.String(), ready: Type.Boolean() }), {
    description: 'One for each text, in their order; none where nobody speaks',
  }),
});
const Name = Type.Object({ name: Type.String({ pattern: '^[0-9a-f]{64}$' }) });

/** Texts as sound, for any paired device: wanted ahead of time, and fetched by their names. */
export function speechRoutes(app: HubApp, { authentication, speech }: HubServices): void {
  const shares = new Allowance(LOAD.spoken, () => performance.now());

  app.post(
    '/api/speech',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'Wants texts to be heard; they are turned into sound one after the other',
        querystring: DeviceQuery,
        body: Texts,
        response: answers(Sounds, 'What their sounds are called'),
      },
    },
    async (request, reply) => {
      const { texts, ...how } = request.body;
      const { deviceId } = visitorIn(request).device;
      if (shares.left(deviceId) < texts.length) throw new TooMuch(shares.waitS(deviceId));
      shares.take(deviceId, texts.length);
      reply.header('cache-control', 'no-store');
      return { voice: speech.voice, sounds: await speech.want(texts.map((text) => ({ text, ...how }))) };
    },
  );

  app.get(
    '/api/speech/:name',
    {
      onRequest: authentication.paired,
      schema: {
        tags,
        summary: 'A sound by its name, made at once where it still waits',
        params: Name,
        querystring: DeviceQuery,
        response: {
          200: {
            description: 'A WAV file',
            content: { 'audio/wav': { schema: { type: 'string', format: 'binary' } } },
          },
        },
      },
    },
    async (request, reply) => {
      const sound = await speech.sound(request.params.name);
      if (sound === undefined) {
        return sendProblem(reply, {
          status: 404,
          code: 'no-such-sound',
          detail:
            'Nobody has wanted this since the hub was started, or it cannot be said; want its text first.',
        });
      }
      // Who keeps it keeps it by its name, and what is private is not to be kept.
      return reply.type('audio/wav').header('cache-control', 'no-store').send(sound);
    },
  );
}
