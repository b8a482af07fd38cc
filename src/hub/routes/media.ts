import Type from 'typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { heldDevices } from '../http/cookies.ts';
import { byteRange } from '../media/byte-range.ts';
import { streamOf } from '../media/media-files.ts';
import type { HubServices } from '../services.ts';
import { sendProblem } from '../problem.ts';
import type { HubApp } from './route.ts';

const Hash = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const file = { schema: { type: 'string', format: 'binary' } };

/** Videos, photos and sound by their SHA-256, whole or in ranges, to any paired device. */
export function mediaRoutes(app: HubApp, { media, tokens, connections }: HubServices): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/media/:hash',
    exposeHeadRoute: false,
    onRequest: pairedAsAny,
    schema: {
      tags: ['media'],
      summary: 'A media file by its SHA-256; single byte ranges are answered',
      params: Hash,
      response: {
        200: { description: 'The whole file', content: { 'application/octet-stream': file } },
        206: { description: 'A range of it', content: { 'application/octet-stream': file } },
        304: { description: 'The caller has it' },
      },
    },
    handler: async (request, reply) => {
      const { hash } = request.params;
      const found = await media.find(hash);
      if (found === undefined) {
        return sendProblem(reply, {
          status: 404,
          code: 'no-such-media',
          detail: 'The hub has no file of this name.',
        });
      }
      const { sizeBytes, mime } = found;
      const etag = `"${hash}"`;
      reply.header('accept-ranges', 'bytes').header('etag', etag);
      if (request.headers['if-none-match']?.includes(etag) === true) return reply.code(304).send();
      const ifRange = request.headers['if-range'];
      const wanted = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
      const range = byteRange(wanted, sizeBytes);
      if (range.type === 'unsatisfiable') {
        reply.header('content-range', `bytes */${sizeBytes}`);
        return sendProblem(reply, {
          status: 416,
          code: 'beyond-end',
          detail: `The file has ${sizeBytes} bytes.`,
        });
      }
      const { start, end } = range.type === 'part' ? range : { start: 0, end: sizeBytes - 1 };
      reply.type(mime).header('cache-control', 'private, max-age=31536000, immutable');
      reply.header('content-length', String(end - start + 1));
      if (range.type === 'part')
        reply.code(206).header('content-range', `bytes ${start}-${end}/${sizeBytes}`);
      return request.method === 'HEAD' ? reply.send() : reply.send(streamOf(found, start, end));
    },
  });

  async function pairedAsAny(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    for (const { deviceId, secret } of heldDevices(request)) {
      if ((await tokens.prove(deviceId, secret)) === undefined) continue;
      connections.proved(request.raw.socket, deviceId);
      return;
    }
    sendProblem(reply, {
      status: 401,
      code: 'unknown-device',
      detail: 'Media are for paired devices; pair this one.',
    });
  }
}
