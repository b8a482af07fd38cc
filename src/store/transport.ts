import type { Reply, Transport } from '../protocol/client/ports.ts';
import type { PullPage, PullRequest, PushAnswer, PushRequest } from '../protocol/wire.ts';

/** A hub that hangs accepts the connection and never answers: after this it counts as away. */
const patienceMs = 15_000;

/** The way to the hub over `fetch`, as one device. */
export class FetchTransport implements Transport {
  readonly #device: string;

  constructor(
    deviceId: string,
    private readonly patience = patienceMs,
  ) {
    this.#device = encodeURIComponent(deviceId);
  }

  push(request: PushRequest): Promise<Reply<PushAnswer>> {
    return this.#send(`/sync/push?device=${this.#device}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  pull({ clientId, bucket, cursor, limit }: PullRequest): Promise<Reply<PullPage>> {
    const query = new URLSearchParams({ clientId, bucket, limit: String(limit) });
    if (cursor !== null) query.set('cursor', base64Url(JSON.stringify(cursor)));
    return this.#send(`/sync/pull?device=${this.#device}&${query.toString()}`, {});
  }

  async #send<T>(path: string, init: RequestInit): Promise<Reply<T>> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), this.patience);
    try {
      const response = await fetch(path, { ...init, cache: 'no-store', signal: abort.signal });
      if (response.ok) {
        const value: T = await response.json();
        return { ok: true, value };
      }
      if (response.status === 401) return { ok: false, error: { type: 'unauthorised' } };
      // A proxy's own page about a hub it cannot reach is no answer of the hub's.
      if (response.status >= 502 && response.status <= 504) return { ok: false, error: { type: 'away' } };
      return {
        ok: false,
        error: { type: 'problem', status: response.status, detail: await response.text() },
      };
    } catch {
      return { ok: false, error: { type: 'away' } };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Base64url of a text's UTF-8, without padding. */
function base64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
