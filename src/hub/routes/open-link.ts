import type { FastifyReply, FastifyRequest } from 'fastify';
import { heldSecrets } from '../http/cookies.ts';
import { plainPage, wantsPage } from '../http/plain-page.ts';
import { faceOf, type OpenedDevice } from '../people/browser-identity.ts';
import type { HubServices } from '../services.ts';
import { sendProblem } from '../problem.ts';
import { Secret } from './pairing.ts';
import type { HubApp } from './route.ts';

/** Opening a one-time link pairs this browser, or signs a person in on it; opened there again, it leads on. */
export function linkRoutes(app: HubApp, { links, browserIdentity, authentication }: HubServices): void {
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
      const { secret } = request.params;
      const device = (await use(secret, request, reply)) ?? (await openedHere(secret, request));
      reply.header('cache-control', 'no-store');
      if (device !== undefined) return reply.redirect(faceOf(device), 303);
      if (wantsPage(request)) return overPage(reply);
      return sendProblem(reply, {
        status: 410,
        code: 'link-over',
        detail: 'This link has been used or has run out; a start of the hub prints fresh ones.',
      });
    },
  );

  async function use(
    secret: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<OpenedDevice | undefined> {
    const target = await links.use(secret);
    const device = target === undefined ? undefined : await browserIdentity.open(target, request, reply);
    if (device !== undefined) await links.noteOpened(secret, device.deviceId);
    return device;
  }

  /** What the link has made of this very browser before, while its cookie proves that it still is that. */
  async function openedHere(secret: string, request: FastifyRequest): Promise<OpenedDevice | undefined> {
    const deviceId = await links.openedAs(secret);
    if (deviceId === undefined) return undefined;
    return (await authentication.identify(deviceId, heldSecrets(request, deviceId)))?.device;
  }
}

const overPage = (reply: FastifyReply): FastifyReply =>
  plainPage(reply, 410, {
    zh: [
      '这个链接已经用过，或者过期了',
      '不要紧。每个链接只能用一次，24 小时内有效。',
      '电视屏或触摸屏：回到首页点开它，屏上会出一个配对码，请主任在工作台里输入。',
      '工作人员：回到首页打开工作台，用姓名和 PIN 登录；还没有 PIN，请主任再发一个登录链接。',
      '还没有人能登录：重新启动中心主机，那里会显示新的链接。',
    ],
    en: [
      'This link has been used or has run out',
      'No harm done. A link works once, within 24 hours.',
      'A screen or a kiosk: open it from the first page. It shows a code for the manager to type at the console.',
      'Staff: open the console from the first page and sign in with your name and PIN; without one, ask the manager for another link.',
      'If nobody can sign in yet: start the hub again. It prints fresh links.',
    ],
  });
