import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Guard } from '../kernel/guards.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { hubClientContext, type HubClient } from './hub-client.ts';
import { onStore } from './on-store.ts';

interface Renderers<T, R> {
  pending(): R;
  empty(): R;
  /** The hub does not answer, and has not answered this before. */
  error(): R;
  /** `older` when it is what the hub answered some time ago, kept on this device. */
  complete(value: T, older: boolean): R;
}

interface Options<T> {
  /** Where the hub is asked; null while there is nothing to ask. Its answer is kept under the same name. */
  readonly path: () => string | null;
  readonly isAnswer: Guard<T>;
  readonly isEmpty: (value: T) => boolean;
}

type State<T> =
  | { readonly status: 'pending' | 'error' }
  | { readonly status: 'complete'; readonly value: T; readonly older: boolean };

/**
 * What a view asks of the hub, as no device holds it: years of attendances. The last answer to each question is kept
 * with what the device was granted, shown at once and while the hub is away, and replaced when it answers.
 */
export class HubAnswer<T> implements ReactiveController {
  #state: State<T> = { status: 'pending' };
  #asked: string | null = null;
  #store: LocalStore | undefined;
  #stop: (() => void) | undefined;
  #hub: HubClient | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: Options<T>,
  ) {
    host.addController(this);
    onStore(host, (store) => {
      this.#store = store;
      this.#listen();
      host.requestUpdate();
    });
    new ContextConsumer(host, {
      context: hubClientContext,
      subscribe: true,
      callback: (hub) => {
        this.#hub = hub;
        host.requestUpdate();
      },
    });
  }

  hostUpdate(): void {
    const path = this.options.path();
    if (path === this.#asked || this.#store === undefined || this.#hub === undefined) return;
    this.#asked = path;
    this.#state = { status: 'pending' };
    if (path !== null) void this.#ask(path, this.#store, this.#hub);
  }

  hostConnected(): void {
    this.#listen();
  }

  /** Asked anew at the next connection: what was seen then may be old by then. */
  hostDisconnected(): void {
    this.#asked = null;
    this.#stop?.();
  }

  render<R>(renderers: Renderers<T, R>): R {
    const state = this.#state;
    if (state.status !== 'complete') return renderers[state.status]();
    return this.options.isEmpty(state.value)
      ? renderers.empty()
      : renderers.complete(state.value, state.older);
  }

  /** Asks once more: something was done there that the answer tells of. What was answered stays until then. */
  again(): void {
    if (this.#asked !== null && this.#store !== undefined && this.#hub !== undefined)
      void this.#ask(this.#asked, this.#store, this.#hub);
  }

  /** The hub's answer, where there is one. */
  get value(): T | null {
    return this.#state.status === 'complete' ? this.#state.value : null;
  }

  /** What the hub did not answer is asked again as soon as it is heard of. */
  #listen(): void {
    this.#stop?.();
    if (this.#store === undefined || !this.host.isConnected) return;
    let heard = true;
    this.#stop = this.#store.watchStatus(({ link }) => {
      const before = heard;
      heard = link === 'live' || link === 'polling';
      if (heard && !before) this.#askAgain();
    });
  }

  #askAgain(): void {
    const state = this.#state;
    const lacks = state.status === 'error' || (state.status === 'complete' && state.older);
    if (lacks) this.again();
  }

  async #ask(path: string, store: LocalStore, hub: HubClient): Promise<void> {
    const { isAnswer } = this.options;
    const coming = hub.ask(path, isAnswer);
    const kept = await store.recall(path).catch(() => undefined);
    if (isAnswer(kept)) this.#become(path, { status: 'complete', value: kept, older: true });
    const reply = await coming;
    if (reply.ok) {
      this.#become(path, { status: 'complete', value: reply.value, older: false });
      await store.remember(path, reply.value).catch((error: unknown) => console.error(error));
    } else if (!isAnswer(kept)) this.#become(path, { status: 'error' });
  }

  #become(path: string, state: State<T>): void {
    if (this.#asked !== path) return;
    this.#state = state;
    this.host.requestUpdate();
  }
}
