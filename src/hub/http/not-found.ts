import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../problem.ts';
import { wantsPage, plainPage } from './plain-page.ts';

interface KnownRoute {
  readonly methods: Set<string>;
  readonly matches: RegExp;
}

/** Answers for addresses and methods there are no routes for: 405 with what is allowed, or 404. */
export function useNotFound(app: FastifyInstance): void {
  const known = new Map<string, KnownRoute>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const route = known.get(url) ?? { methods: new Set(), matches: patternOf(url) };
    for (const one of [method].flat()) route.methods.add(one);
    known.set(url, route);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const routes = [...known.values()].filter((route) => route.matches.test(path));
    const allowed = [...new Set(routes.flatMap((route) => [...route.methods]))];
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      reply.header('allow', allowed.join(', '));
      return sendProblem(reply, {
        status: 405,
        code: 'method-not-allowed',
        detail: `This address takes ${allowed.join(', ')}.`,
      });
    }
    // A page in the place of a part of the app would be taken for it by whoever does not look closely.
    if (wantsPage(request) && !path.startsWith('/assets/')) {
      return plainPage(reply, 404, {
        zh: ['这里没有页面', '请从首页重新打开。'],
        en: ['There is no page here', 'Please start again from the first page.'],
      });
    }
    return sendProblem(reply, {
      status: 404,
      code: 'not-found',
      detail: 'There is nothing at this address.',
    });
  });
}

const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replaceAll(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll(/:[A-Za-z0-9]+/g, '[^/]+')}$`);
