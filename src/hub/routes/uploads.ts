import type { IncomingMessage } from 'node:http';
import Type from 'typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MEDIA_ROLES } from '../../features/media/model/media.mutations.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { keepMedia } from '../media/keep-media.ts';
import type { UploadRefusal } from '../media/uploads.ts';
import { visitorIn } from '../people/authentication.ts';
import { sendProblem } from '../problem.ts';
import type { HubServices } from '../services.ts';
import type { HubApp } from './route.ts';

const Upload = Type.Object({ upload: Type.String({ pattern: '^[0-9a-f]{32}$' }) });
const tags = ['media'];

/** The remedy in English, for a program; the console has its own words for each. */
const DETAILS: Readonly<Record<UploadRefusal, string>> = {
  'apple-photo': 'This is a HEIC or AVIF photo; save it as JPEG.',
  'other-video': 'This video is in another container; save it as MP4 (H.264 and AAC).',
  'other-video-codec': 'This video is not H.264 with 8 bits; save it as MP4 with H.264.',
  'other-sound-codec': 'The sound of this file is neither AAC nor MP3; save it with AAC.',
  'too-many-pixels': 'This photo has more than 50 million pixels; make it smaller.',
  unreadable: 'This file is damaged or cut off; send it again from where it is whole.',
  'not-media':
    'This is no photo, video or sound that a device can show: MP4, JPEG, PNG, WebP, M4A, MP3 or WAV.',
  'too-large': 'This file is larger than 2 GB; make it shorter or smaller.',
  empty: 'This file is empty.',
  'no-length': 'Say how long the file is (Upload-Length).',
  'disk-full': "The hub's disk has no room for this file; make room on it, then go on.",
  'not-yours': 'There is no such upload of yours.',
};

const isRefusal = (word: string): word is UploadRefusal => word in DETAILS;

/** Photos and videos from a console, by the tus protocol (https://tus.io): in pieces, gone on with after any break. */
export function uploadRoutes(app: HubApp, services: HubServices): void {
  const { authentication, uploads, audit, deps } = services;
  const onRequest = authentication.staff('manager', ...MEDIA_ROLES);
  // Its bytes go through as they come.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));

  app.post(
    '/api/uploads',
    { onRequest, schema: { tags, summary: 'Begins an upload (tus, creation)', querystring: DeviceQuery } },
    answer,
  );
  app.route({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: '/api/uploads/:upload',
    onRequest,
    schema: {
      tags,
      summary:
        'How far an upload has come; its next bytes; or its end (tus). `Upload-Media` names what came of it',
      params: Upload,
      querystring: DeviceQuery,
    },
    handler: answer,
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const visitor = visitorIn(request);
    const response = await uploads.answer(webRequest(request), {
      owner: visitor.actorKey,
      keep: async (file, said) => {
        const by = visitor.account?.name ?? '';
        const { centreId } = visitor.device;
        const kept = await keepMedia(file, said, { sync: deps.sync, centreId, mediaDir: deps.mediaDir, by });
        if (/^[0-9a-f]{64}$/.test(kept) && said.posterOf === null)
          await audit.note(visitor, 'media.add', `media/${kept}`);
        return kept;
      },
    });
    if (response.status >= 400) return refuse(reply, response);
    reply.code(response.status);
    for (const [name, value] of response.headers) if (name !== 'content-length') reply.header(name, value);
    return reply.send();
  }
}

/** The request as the tus server takes it. */
function webRequest(request: FastifyRequest): Request {
  const { raw, method, url } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  const address = `http://hub${url}`;
  if (method !== 'PATCH') return new Request(address, { method, headers });
  const init = { method, headers, body: bytesOf(raw), duplex: 'half' } as const;
  return new Request(address, init);
}

/** What comes, as it comes. One that is not read to its end is not cut off: its sender is to hear why. */
function bytesOf(raw: IncomingMessage): ReadableStream<Uint8Array> {
  const parts: AsyncIterator<Uint8Array> = raw[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
}

async function refuse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const word = (await response.text()).trim();
  const { status } = response;
  if (isRefusal(word)) return sendProblem(reply, { status, code: word, detail: DETAILS[word] });
  return sendProblem(reply, {
    status,
    code:
      status === 409 ? 'other-offset' : status === 404 || status === 410 ? 'no-such-upload' : 'bad-upload',
    detail: word === '' ? 'The request is not as the tus protocol has it.' : word,
  });
}
