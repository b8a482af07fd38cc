import type { Guard } from '../kernel/guards.ts';
import { believed } from '../protocol/client/believe.ts';
import type { Reply, Transport } from '../protocol/client/ports.ts';
import { isPullPage, isPushAnswer, isReportAnswer, isSnapshot } from '../protocol/wire/checks.ts';
import type {
  PullPage,
  PullRequest,
  PushAnswer,
  PushRequest,
  ReportAnswer,
  ReportRequest,
  Snapshot,
} from '../protocol/wire/wire.ts';
import { heardOf } from './heard.ts';
import { knownHub } from './known-hub.ts';

/** A hub that hangs accepts the connection and never answers: after this it counts as away. */
const patienceMs = 15_000;

/** The way to the hub over `fetch`, as one device. What comes back is believed where it is the hub's. */
export class FetchTransport implements Transport {
  readonly #device: string;

  constructor(
    deviceId: string,
    private readonly patience = patienceMs,
  ) {
    this.#device = deviceId;
  }

  /**
   * The address says whom it is for, which hubs of every build look at before they read the body. One of protocol 1
   * wants reports in it, and nothing that it does not know.
   */
  push({ actor, ...said }: PushRequest): Promise<Reply<PushAnswer>> {
    const body = said.protocol === undefined ? { ...said, reports: [] } : { ...said, actor };
    const isOurs: Guard<PushAnswer> = (value): value is PushAnswer =>
      isPushAnswer(value) && value.clientId === said.clientId;
    return this.#send(`/sync/push?${this.#query({ actor })}`, isOurs, posted(body));
  }

  report({ actor, ...said }: ReportRequest): Promise<Reply<ReportAnswer>> {
    return this.#send(`/sync/report?${this.#query({ actor })}`, isReportAnswer, posted(said));
  }

  /** A fresh load comes as a snapshot, which many devices share, and what has changed since; to the store it is one page. */
  async pull(request: PullRequest): Promise<Reply<PullPage>> {
    const reply = await this.#pullPage({ ...request, snapshots: true });
    if (!reply.ok || reply.value.snapshot === undefined) return reply;
    const { snapshot: name, ...page } = reply.value;
    const snapshot = await this.#snapshot(request, name);
    if (snapshot.ok) return { ok: true, value: { ...page, rows: [...snapshot.value.rows, ...page.rows] } };
    // Another hub of a city's made it, or it has been let go of since: the pages are always there.
    return snapshot.error.type === 'problem' ? this.#pullPage(request) : snapshot;
  }

  #pullPage({ cursor, ...words }: PullRequest): Promise<Reply<PullPage>> {
    const from = cursor === null ? undefined : base64Url(JSON.stringify(cursor));
    const isOurs: Guard<PullPage> = (value): value is PullPage =>
      isPullPage(value) && value.clientId === words.clientId && value.bucket === words.bucket;
    return this.#send(`/sync/pull?${this.#query({ ...words, cursor: from })}`, isOurs);
  }

  #snapshot({ actor, bucket }: PullRequest, name: string): Promise<Reply<Snapshot>> {
    const path = `/sync/snapshot?${this.#query({ actor, bucket, name })}`;
    // What may be kept of it the hub says in its headers.
    return this.#send(path, isSnapshot, { cache: 'default' });
  }

  #query(words: Readonly<Record<string, string | number | boolean | undefined>>): string {
    const query = new URLSearchParams({ device: this.#device });
    for (const [name, value] of Object.entries(words))
      if (value !== undefined) query.set(name, String(value));
    return query.toString();
  }

  async #send<T>(path: string, isAnswer: Guard<T>, init: RequestInit = {}): Promise<Reply<T>> {
    const patience = new Patience(this.patience);
    try {
      const response = await fetch(path, { cache: 'no-store', ...init, signal: patience.signal });
      const heard = heardOf(response, await textOf(response, patience));
      const value = believed(heard, knownHub, isAnswer);
      if (value !== undefined) return { ok: true, value };
      return (await import('./sync-trouble.ts')).replyOf(heard, isAnswer, this.#device);
    } catch {
      return { ok: false, error: { type: 'away' } };
    } finally {
      patience.end();
    }
  }
}

const posted = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Calls a request off when nothing has come for a while; a slow line is not a hub that hangs. */
class Patience {
  readonly #abort = new AbortController();
  readonly #ms: number;
  #timer: ReturnType<typeof setTimeout>;

  constructor(ms: number) {
    this.#ms = ms;
    this.#timer = this.#start();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Something has come: it starts again. */
  renew(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #start(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#abort.abort(), this.#ms);
  }
}

async function textOf(response: Response, patience: Patience): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    // At the end old engines give null for the value, which their decoder does not take.
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    patience.renew();
  }
}

/** Base64url of a text's UTF-8, without padding. */
function base64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
