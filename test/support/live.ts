import assert from 'node:assert/strict';
import type { Browser } from './browser.ts';

export interface LiveEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Listens to a live stream as an EventSource does. */
export class LiveListener {
  readonly #reader: AsyncIterator<Uint8Array>;
  readonly #stop: AbortController;
  #text = '';

  constructor(reader: AsyncIterator<Uint8Array>, stop: AbortController) {
    this.#reader = reader;
    this.#stop = stop;
  }

  static async open(browser: Browser): Promise<LiveListener> {
    const stop = new AbortController();
    const response = await browser.fetch(`/sync/live?device=${browser.device}`, { signal: stop.signal });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.ok(response.body);
    return new LiveListener(response.body[Symbol.asyncIterator](), stop);
  }

  /** The next event; null when the hub has ended the stream. */
  async next(): Promise<LiveEvent | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        // Without an event it only says how long to wait before coming back.
        if (block.startsWith('retry:')) continue;
        const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        return { event: field('event'), data: JSON.parse(field('data')) };
      }
      const { value, done } = await this.#reader.next();
      if (done === true) return null;
      this.#text += Buffer.from(value).toString();
    }
  }

  /** The next event of a name, others passed over. */
  async nextOf(event: string): Promise<LiveEvent['data']> {
    for (let one = await this.next(); one !== null; one = await this.next())
      if (one.event === event) return one.data;
    throw new Error(`the stream ended before a "${event}"`);
  }

  close(): void {
    this.#stop.abort();
  }
}
