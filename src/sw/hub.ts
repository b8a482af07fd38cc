import { isObject, readBuildList, type BuildList, type Proof } from './build-list.ts';
import type { Ask } from './ports.ts';
import { contentOf, proves, sha256 } from './proof.ts';

/** A hub that hangs accepts and never answers. */
const PATIENCE_MS = 20_000;
/** In it every answer of a hub says whose it is. */
const HUB_HEADER = 'leling-hub';
/** And its list of a build, when its process was started. */
const STARTED_HEADER = 'leling-started';

/** What came back from the hub's address. */
interface Answer {
  readonly content: ArrayBuffer;
  readonly headers: Readonly<Record<string, string>>;
  /** The hub's id; null where a hub of a build before does not say it, or nobody's hub. */
  readonly hub: string | null;
  readonly startedMs: number | null;
}

interface Offered {
  readonly key: string;
  readonly list: BuildList;
  /** When the process that answers was started, by the hub's clock; null where it does not say. */
  readonly startedMs: number | null;
}

/** What the hub says, where it is the hub that says it: anything else, the hub of another house among it, is a hub that is away. */
export class Hub {
  readonly #ask: Ask;
  readonly #known: () => Promise<string | null>;

  /** @param known the id of the hub that the pages have got through to; null before there is one */
  constructor(ask: Ask, known: () => Promise<string | null>) {
    this.#ask = ask;
    this.#known = known;
  }

  /** The build it serves now. A hub that serves builds says who it is, always. */
  async offered(): Promise<Offered | null> {
    const answer = await this.#get('/build.json', 'no-store', PATIENCE_MS);
    if (answer === null || (answer.hub === null && (await this.#known()) !== null)) return null;
    const text = new TextDecoder().decode(answer.content);
    const list = readBuildList(text);
    if (list === null) return null;
    return {
      key: `${list.id}-${(await sha256(answer.content)).slice(0, 12)}`,
      list,
      startedMs: answer.startedMs,
    };
  }

  /**
   * A file, if it is the one that the list names. What the browser kept of an earlier answer is asked first, where that is
   * allowed, and the line itself where that was wrong.
   */
  async proved(
    proof: Proof,
    { past = false, withinMs = PATIENCE_MS }: { readonly past?: boolean; readonly withinMs?: number } = {},
  ): Promise<Answer | null> {
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

  /** Whether the hub of another house answers in its place. */
  async isAnother(): Promise<boolean> {
    const answer = await this.#hear('/api/health', 'no-store', PATIENCE_MS / 4);
    return answer !== null && !(await this.#mayBeOurs(answer));
  }

  async #get(path: string, cache: RequestCache, withinMs: number): Promise<Answer | null> {
    const answer = await this.#hear(path, cache, withinMs);
    return answer !== null && (await this.#mayBeOurs(answer)) ? answer : null;
  }

  async #mayBeOurs({ hub }: Answer): Promise<boolean> {
    const known = await this.#known();
    return hub === null || known === null || hub === known;
  }

  async #hear(path: string, cache: RequestCache, withinMs: number): Promise<Answer | null> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), withinMs);
    try {
      const response = await this.#ask(path, { cache, signal: abort.signal });
      const content = response.ok ? await contentOf(response) : null;
      if (content === null) return null;
      const { headers } = response;
      return {
        content,
        headers: shownWith(headers),
        hub: headers.get(HUB_HEADER),
        startedMs: Number(headers.get(STARTED_HEADER)) || null,
      };
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
