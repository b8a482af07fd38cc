import type { FastifyReply, FastifyRequest } from 'fastify';

type Text = readonly [heading: string, body: string];

/** True when a person opened the address in a browser, who would rather read a page than JSON. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

/** A page that needs nothing of the app: for what goes wrong before or beside it. */
export function plainPage(
  reply: FastifyReply,
  status: number,
  { zh, en }: { readonly zh: Text; readonly en: Text },
): FastifyReply {
  const section = (lang: string, level: 'h1' | 'h2', [heading, body]: Text): string =>
    `<section lang="${lang}"><${level}>${escape(heading)}</${level}><p>${escape(body)}</p></section>`;
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escape(zh[0])} · 乐龄屏</title>` +
        `<main>${section('zh-CN', 'h1', zh)}${section('en', 'h2', en)}` +
        `<p><a href="/">乐龄屏 Leling Screens</a></p></main></html>`,
    );
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
