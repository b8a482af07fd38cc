import { plainPage, wantsPage } from '../http/plain-page.ts';
import type { HubParts } from '../parts.ts';
import { sendProblem } from '../problem.ts';
import { Secret } from './pairing.ts';
import type { HubApp } from './route.ts';

/** Opening a one-time link pairs this browser, or signs a person in on it. */
export function linkRoutes(app: HubApp, { links, opener }: HubParts): void {
  app.get(
    '/link/:secret',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['pairing'],
        summary: 'Uses a one-time link up: pairs or signs in, and goes on to the face',
        params: Secret,
        response: { 303: { description: 'The face, with its cookies' } },
      },
    },
    async (request, reply) => {
      const target = await links.use(request.params.secret);
      const page = target === undefined ? undefined : await opener.open(target, request, reply);
      reply.header('cache-control', 'no-store');
      if (page !== undefined) return reply.redirect(page, 303);
      if (wantsPage(request)) {
        return plainPage(reply, 410, {
          zh: [
            '这个链接已经用过或过期了',
            '每个链接只能用一次，24 小时内有效。请工作人员再开一个，或重新启动中心主机，那里会显示新的链接。',
          ],
          en: [
            'This link has been used or has run out',
            'A link works once, within 24 hours. Ask for another, or start the hub again: it prints fresh ones.',
          ],
        });
      }
      return sendProblem(reply, {
        status: 410,
        code: 'link-over',
        detail: 'This link has been used or has run out; a start of the hub prints fresh ones.',
      });
    },
  );
}
