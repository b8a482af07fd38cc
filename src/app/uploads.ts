import { createContext } from '@lit/context';
import { actorKeyOf } from '../kernel/mutation.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import type { Prepared } from '../store/media/prepare.ts';
import type { Sending, UploadTold } from '../store/media/upload.ts';
import { mediaAddress } from '../store/media/media-cache.ts';

export { mediaAddress };

/** A file on its way to the hub. */
export interface UploadState {
  readonly id: number;
  readonly title: string;
  readonly sizeBytes: number;
  readonly sentBytes: number;
  /**
   * `waiting`: it goes on by itself as soon as it can, `why` says what for; `paused`: when it is told to; `refused`: the
   * hub does not take it, and `why` is its word for the reason.
   */
  readonly state: 'preparing' | 'sending' | 'waiting' | 'paused' | 'done' | 'refused';
  readonly why: string | null;
  /** What the hub calls it, once it has it whole. */
  readonly hash?: string;
}

/** What sends; a test gives one of its own. */
export interface UploadPorts {
  prepare(file: File): Promise<Prepared>;
  send(
    file: Blob,
    to: { readonly endpoint: string; readonly words: Readonly<Record<string, string>> },
    told: UploadTold,
  ): Promise<Sending>;
}

const browserPorts: UploadPorts = {
  prepare: async (file) => (await import('../store/media/prepare.ts')).prepared(file),
  send: async (file, to, told) => (await import('../store/media/upload.ts')).sending(file, to, told),
};

/** What has come is in the list of all that is there: here it is only said. */
const SAID_MS = 8000;
/** A hub that was away is asked again after this long; when it is heard of, at once. */
const AGAIN_MS = 5000;

/** The files that somebody sends from this page, one after the other; they go on while the page shows something else. */
export class Uploads {
  #list: readonly UploadState[] = [];
  readonly #sendings = new Map<number, Sending>();
  readonly #files = new Map<number, File>();
  readonly #listeners = new Set<() => void>();
  readonly #endpoint: string;
  #count = 0;
  #silence: (() => void) | null = null;

  constructor(
    private readonly store: LocalStore,
    private readonly ports: UploadPorts = browserPorts,
  ) {
    const { deviceId } = store.actor;
    const who = new URLSearchParams({ device: deviceId, actor: actorKeyOf(store.actor) });
    this.#endpoint = `${location.origin}/api/uploads?${who.toString()}`;
  }

  get list(): readonly UploadState[] {
    return this.#list;
  }

  /** True while something would be broken off by leaving the page. */
  get busy(): boolean {
    return this.#list.some(
      ({ state }) => state === 'preparing' || state === 'sending' || state === 'waiting',
    );
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const id = (this.#count += 1);
      const title = file.name.replace(/\.[^.]*$/, '').slice(0, 120) || file.name;
      this.#files.set(id, file);
      this.#list = [
        ...this.#list,
        { id, title, sizeBytes: file.size, sentBytes: 0, state: 'waiting', why: 'turn' },
      ];
    }
    this.#next();
  }

  pause(id: number): void {
    void this.#sendings.get(id)?.pause();
    this.#set(id, { state: 'paused', why: null });
    this.#next();
  }

  resume(id: number): void {
    this.#set(id, { state: 'waiting', why: 'turn' });
    this.#next();
  }

  /** Gives an upload up, or takes one that is over off the list. */
  cancel(id: number): void {
    void this.#sendings.get(id)?.cancel();
    this.#sendings.delete(id);
    this.#files.delete(id);
    this.#list = this.#list.filter((one) => one.id !== id);
    this.#tell();
    this.#next();
  }

  /** One at a time: two would only halve each other's line. */
  #next(): void {
    this.#tell();
    if (this.#list.some(({ state }) => state === 'preparing' || state === 'sending')) return;
    const next = this.#list.find(({ state, why }) => state === 'waiting' && why === 'turn');
    if (next === undefined) return;
    // What sends is code of its own, which a hub that is away does not bring.
    this.#start(next).catch(() => {
      if (this.#stateOf(next.id) !== undefined) this.#stopped(next.id, 'away');
    });
  }

  /** It does not go on now, and is tried again. */
  #stopped(id: number, why: string): void {
    this.#set(id, { state: 'waiting', why });
    setTimeout(() => this.#retry(id), AGAIN_MS);
    this.#next();
  }

  async #start({ id, title }: UploadState): Promise<void> {
    const known = this.#sendings.get(id);
    if (known !== undefined) {
      this.#set(id, { state: 'sending', why: null });
      return known.start();
    }
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#set(id, { state: 'preparing', why: null });
    const { file: ready, picture } = await this.ports.prepare(file);
    if (this.#stateOf(id) !== 'preparing') return;
    this.#set(id, { state: 'sending', sizeBytes: ready.size });
    const to = { endpoint: this.#endpoint, words: { title, filename: file.name } };
    const made = await this.ports.send(ready, to, {
      sent: (sentBytes) => this.#set(id, { sentBytes }),
      done: (hash) => void this.#done(id, hash, picture),
      stopped: ({ why, mayGoOn }) => {
        if (this.#stateOf(id) !== 'sending') return;
        if (mayGoOn) return this.#stopped(id, why);
        this.#set(id, { state: 'refused', why });
        this.#next();
      },
    });
    if (this.#stateOf(id) !== 'sending') return void made.cancel();
    this.#sendings.set(id, made);
    made.start();
  }

  async #done(id: number, hash: string, picture: Blob | null): Promise<void> {
    this.#sendings.delete(id);
    this.#files.delete(id);
    const { title = '', sizeBytes = 0 } = this.#list.find((one) => one.id === id) ?? {};
    this.#set(id, { state: 'done', why: null, sentBytes: sizeBytes, hash });
    setTimeout(() => this.cancel(id), SAID_MS);
    if (picture !== null) {
      const to = { endpoint: this.#endpoint, words: { title, posterOf: hash } };
      // Without its picture a film is a film all the same.
      const none = { sent: () => undefined, done: () => undefined, stopped: () => undefined };
      await this.ports.send(picture, to, none).then(
        (sending) => sending.start(),
        () => undefined,
      );
    }
    this.#next();
  }

  #retry(id: number): void {
    const one = this.#list.find((upload) => upload.id === id);
    if (one?.state === 'waiting' && one.why !== 'turn') this.resume(id);
  }

  /** The hub is there again. */
  #goOn(): void {
    for (const { id, why } of this.#list) if (why === 'away') this.#retry(id);
  }

  #listenWhileBusy(): void {
    if (this.busy) {
      this.#silence ??= this.store.watchStatus(({ link }) => {
        if (link === 'live' || link === 'polling') this.#goOn();
      });
    } else {
      this.#silence?.();
      this.#silence = null;
    }
  }

  #stateOf(id: number): UploadState['state'] | undefined {
    return this.#list.find((one) => one.id === id)?.state;
  }

  #set(id: number, change: Partial<UploadState>): void {
    this.#list = this.#list.map((one) => (one.id === id ? { ...one, ...change } : one));
    this.#tell();
  }

  #tell(): void {
    this.#listenWhileBusy();
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What somebody sends from this console; undefined where nobody may. */
export const uploadsContext = createContext<Uploads | undefined>('leling-uploads');
