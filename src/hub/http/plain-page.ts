import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What has happened, what of it matters, and what can be done next. */
type Text = readonly [heading: string, body: string, ...next: string[]];

const STYLE = '/plain-page.css';
const style = readFileSync(new URL('./plain-page.css', import.meta.url), 'utf8');

/** True when a person opened the address in a browser, who would rather read a page than JSON. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

/** The plain pages' style sheet, which their security policy wants in a file; there is none of a build to lean on. */
export function plainPageStyle(app: FastifyInstance): void {
  app.get(STYLE, { schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(style),
  );
}

/** A page that needs nothing of the app: for what goes wrong before or beside it. */
export function plainPage(
  reply: FastifyReply,
  status: number,
  { zh, en }: { readonly zh: Text; readonly en: Text },
): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
        '<meta name="viewport" content="width=device-width,initial-scale=1">' +
        `<title>${escape(zh[0])} · 乐龄屏</title><link rel="icon" href="/icons/leling.svg">` +
        `<link rel="stylesheet" href="${STYLE}"></head>` +
        `<body><main><p class="house">乐龄屏</p>${section('zh-CN', 'h1', zh)}` +
        '<a class="button" href="/">回到首页 <span lang="en">First page</span></a>' +
        `${section('en', 'h2', en)}</main></body></html>`,
    );
}

function section(lang: string, level: 'h1' | 'h2', [heading, body, ...next]: Text): string {
  const steps = next.map((one) => `<li>${escape(one)}</li>`).join('');
  return (
    `<section lang="${lang}"><${level}>${escape(heading)}</${level}><p class="first">${escape(body)}</p>` +
    `${steps && `<ul>${steps}</ul>`}</section>`
  );
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
