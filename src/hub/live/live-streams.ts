import type { ServerResponse } from 'node:http';
import { scopeOf } from '../../kernel/buckets.ts';
import type { Poke } from '../../protocol/wire/wire.ts';
import type { Authentication, Visitor } from '../people/authentication.ts';
import type { HeldSecrets } from '../http/cookies.ts';

const BEAT_MS = 15_000;
/** How often it looks for listeners whose beat is due; their beats are spread by when they came. */
const TICK_MS = 1000;
/** A listener that has this much unread is dropped: it will come back and pull. */
const MOST_UNREAD_BYTES = 512 * 1024;
/**
 * One page of a device holds its stream; a few more may stand for connections that are dead and do not know it. Past
 * that a page leaks them, and the oldest goes.
 */
const MOST_A_DEVICE = 4;
/** A stream that has gone for a newer one comes back no sooner, or the two would take turns. */
const COME_BACK_MS = 60_000;

interface Listener {
  readonly response: ServerResponse;
  readonly held: HeldSecrets;
  readonly deviceId: string;
  visitor: Visitor;
  grants: ReadonlySet<string>;
  nextBeatMs: number;
}

interface Deps {
  readonly authentication: Pick<Authentication, 'identify' | 'onChange'>;
  /** Said in a stream's first event: who reads one cannot see its headers. */
  readonly hubId: string;
  readonly now: () => number;
  /** Told how many listen, for the metrics. */
  readonly counted: (listeners: number) => void;
  readonly poked: (sent: number) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The open live streams of this hub. A poke is written out once, as the same bytes, to every listener whose grants
 * hold the bucket; who they are is asked again at each beat and whenever something about them has changed.
 */
export class LiveStreams {
  readonly #listeners = new Set<Listener>();
  readonly #deps: Deps;
  readonly #timer: NodeJS.Timeout;
  readonly #offChange: () => void;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#timer = setInterval(() => this.tick(), TICK_MS).unref();
    this.#offChange = deps.authentication.onChange((deviceId) => {
      this.#recheck((listener) => {
        if (listener.deviceId !== deviceId) return false;
        // Nothing more is sent to it until it is known again; then its grants are told anew and it pulls.
        listener.grants = new Set();
        return true;
      });
    });
  }

  /** Takes a response over; its headers have been sent. */
  add(response: ServerResponse, visitor: Visitor, held: HeldSecrets): void {
    const listener: Listener = {
      response,
      held,
      deviceId: visitor.device.deviceId,
      visitor,
      grants: new Set(visitor.identity.grants),
      nextBeatMs: this.#deps.now() + BEAT_MS,
    };
    this.#makeRoom(listener.deviceId);
    this.#listeners.add(listener);
    response.once('close', () => this.#forget(listener));
    response.on('error', () => this.#forget(listener));
    this.#deps.counted(this.#listeners.size);
    this.#send(listener, eventBytes('grants', { hub: this.#deps.hubId, grants: visitor.identity.grants }));
  }

  /** Ends a device's oldest stream where it has as many as it may; the newest is the one somebody listens to. */
  #makeRoom(deviceId: string): void {
    const theirs = [...this.#listeners].filter((listener) => listener.deviceId === deviceId);
    const [oldest] = theirs;
    if (oldest === undefined || theirs.length < MOST_A_DEVICE) return;
    this.#forget(oldest);
    oldest.response.end(`retry: ${COME_BACK_MS}\n\n`);
  }

  /** Passes a poke on to all whom it concerns. */
  poke(poke: Poke): void {
    let bytes: Buffer | undefined;
    let sent = 0;
    for (const listener of this.#listeners) {
      if (!listener.grants.has(poke.bucket)) continue;
      bytes ??= eventBytes('poke', poke);
      this.#send(listener, bytes);
      sent += 1;
    }
    this.#deps.poked(sent);
    if (concernsAccounts(poke)) this.#recheck((listener) => listener.visitor.account !== null);
  }

  /** Ends every stream; the hub is stopping. */
  close(): void {
    clearInterval(this.#timer);
    this.#offChange();
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }

  /** Sends the beats that are due and makes sure of whom they go to. */
  tick(): void {
    const now = this.#deps.now();
    const due = new Set([...this.#listeners].filter((one) => one.nextBeatMs <= now));
    if (due.size === 0) return;
    const beat = eventBytes('beat', { hubNow: now });
    for (const listener of due) {
      listener.nextBeatMs = now + BEAT_MS;
      this.#send(listener, beat);
    }
    this.#recheck((listener) => due.has(listener));
  }

  #recheck(concerned: (listener: Listener) => boolean): void {
    for (const listener of this.#listeners) {
      if (concerned(listener)) this.#identify(listener).catch(this.#deps.failed);
    }
  }

  async #identify(listener: Listener): Promise<void> {
    const visitor = await this.#deps.authentication.identify(listener.deviceId, listener.held);
    if (!this.#listeners.has(listener)) return;
    if (visitor === undefined || visitor.actorKey !== listener.visitor.actorKey) {
      this.#forget(listener);
      listener.response.end(eventBytes('grants', { grants: [] }));
      return;
    }
    const { grants } = visitor.identity;
    const same = grants.length === listener.grants.size && grants.every((one) => listener.grants.has(one));
    listener.visitor = visitor;
    if (same) return;
    listener.grants = new Set(grants);
    this.#send(listener, eventBytes('grants', { grants }));
  }

  #send(listener: Listener, bytes: Buffer): void {
    const { response } = listener;
    if (response.writableLength + bytes.length > MOST_UNREAD_BYTES) {
      this.#forget(listener);
      response.destroy();
      return;
    }
    response.write(bytes);
  }

  #forget(listener: Listener): void {
    if (this.#listeners.delete(listener)) this.#deps.counted(this.#listeners.size);
  }
}

const eventBytes = (event: string, data: unknown): Buffer =>
  Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** Whether a poke may change who somebody is: accounts live in the staff's bucket. */
export const concernsAccounts = (poke: Poke): boolean =>
  scopeOf(poke.bucket) === 'staff' &&
  (poke.page === undefined || poke.page.rows.some((row) => row.kind === 'account'));
