import { existsSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainPage } from '../http/plain-page.ts';
import { STARTED_HEADER } from '../../protocol/wire/limits.ts';
import type { HubServices } from '../services.ts';
import { sendProblem } from '../problem.ts';
import type { HubApp } from './route.ts';

const PAGES = {
  '/': 'index.html',
  '/kiosk': 'kiosk.html',
  '/screen': 'screen.html',
  '/staff': 'staff.html',
  '/self-check': 'self-check.html',
  '/come': 'come.html',
} as const;

/** The built app: its pages by their plain names, its files by theirs. */
export async function appRoutes(app: HubApp, { deps: { appDir }, now }: HubServices): Promise<void> {
  const startedMs = String(now());
  await app.register(fastifyStatic, {
    root: appDir,
    // Its own route reads, for each file, the list of all beside it, several times over: a press waited behind those.
    serve: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    suppressWarning: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cachingOf(path, appDir));
      // Behind one address several processes may answer, each with its own build.
      if (path === join(appDir, 'build.json')) reply.header(STARTED_HEADER, startedMs);
    },
  });
  app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
    const path = `/${request.params['*']}`;
    // Another way of writing a place, or a way out of the folder: nothing is there.
    return posix.normalize(path) === path ? reply.sendFile(path) : reply.callNotFound();
  });
  for (const [path, file] of Object.entries(PAGES)) {
    app.get(path, { schema: { hide: true } }, (request, reply) => page(request, reply, file));
  }

  function page(_request: FastifyRequest, reply: FastifyReply, file: string): FastifyReply {
    if (existsSync(join(appDir, file))) return reply.sendFile(file);
    if (existsSync(join(appDir, 'index.html'))) {
      return sendProblem(reply, { status: 404, code: 'not-found', detail: `This build has no ${file}.` });
    }
    return plainPage(reply, 503, {
      zh: [
        '页面还没有准备好',
        '中心主机已经启动，但页面文件还没有生成。请在主机上运行 npm run build，然后刷新本页。',
      ],
      en: [
        'The pages are not built yet',
        'The hub is running. Run "npm run build" where it is installed, then reload this page.',
      ],
    });
  }
}

/** Names under /assets carry a hash of what is in them; everything else may change under its name. */
const cachingOf = (path: string, appDir: string): string =>
  path.startsWith(join(appDir, 'assets') + sep) ? 'public, max-age=31536000, immutable' : 'no-cache';
