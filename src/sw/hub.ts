import { isObject, readBuildList, type BuildList, type Proof } from './build-list.ts';
import type { Ask } from './ports.ts';
import { contentOf, proves, sha256 } from './proof.ts';

/** A hub that hangs accepts and never answers. */
const PATIENCE_MS = 20_000;

/** What the hub says, where it is the hub that says it: anything else is a hub that is away. */
export class Hub {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The build it serves now. */
  async offered(): Promise<{ readonly key: string; readonly list: BuildList; readonly text: string } | null> {
    const answer = await this.#get('/build.json', 'no-store', PATIENCE_MS);
    if (answer === null) return null;
    const text = new TextDecoder().decode(answer.content);
    const list = readBuildList(text);
    if (list === null) return null;
    return { key: `${list.id}-${(await sha256(answer.content)).slice(0, 12)}`, list, text };
  }

  /**
   * A file, if it is the one that the list names. What the browser kept of an earlier answer is asked first, where that is
   * allowed, and the line itself where that was wrong.
   */
  async proved(
    proof: Proof,
    { past = false, withinMs = PATIENCE_MS }: { readonly past?: boolean; readonly withinMs?: number } = {},
  ): Promise<{ readonly content: ArrayBuffer; readonly headers: Readonly<Record<string, string>> } | null> {
    const named = proof.url.startsWith('/assets/');
    for (const cache of past
      ? (['reload'] as const)
      : ([named ? 'default' : 'no-cache', 'reload'] as const)) {
      const answer = await this.#get(proof.url, cache, withinMs);
      if (answer !== null && (await proves(answer.content, proof))) return answer;
    }
    return null;
  }

  /** Whether the hub itself answers now, and has its database to answer from: without it no build syncs, however good. */
  async answers(): Promise<boolean> {
    const answer = await this.#get('/api/health', 'no-store', PATIENCE_MS / 4);
    if (answer === null) return false;
    try {
      const said: unknown = JSON.parse(new TextDecoder().decode(answer.content));
      if (!isObject(said) || typeof said['epoch'] !== 'string' || typeof said['status'] !== 'string')
        return false;
      const { troubles } = said;
      return (
        !Array.isArray(troubles) || !troubles.some((one) => isObject(one) && one['code'] === 'database-away')
      );
    } catch {
      return false;
    }
  }

  async #get(
    path: string,
    cache: RequestCache,
    withinMs: number,
  ): Promise<{ readonly content: ArrayBuffer; readonly headers: Readonly<Record<string, string>> } | null> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), withinMs);
    try {
      const response = await this.#ask(path, { cache, signal: abort.signal });
      const content = response.ok ? await contentOf(response) : null;
      return content === null ? null : { content, headers: shownWith(response.headers) };
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

const kept = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

/** How the hub wants its pages shown; a worker answers with it in the hub's place. */
function shownWith(headers: Headers): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of kept) {
    const value = headers.get(name);
    if (value !== null) found[name] = value;
  }
  return found;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** A proved file as an answer. Its type goes by its name: what a stranger on the line said it was is not kept. */
export function answerOf(
  url: string,
  content: ArrayBuffer,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const type = types[url.slice(url.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(content, { headers: { ...headers, 'content-type': type } });
}
