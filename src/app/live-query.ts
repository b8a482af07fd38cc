import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalStore, Query } from '../protocol/client/api.ts';
import { storeContext } from './contexts.ts';

type State<T> =
  | { readonly status: 'pending' }
  | { readonly status: 'error'; readonly error: unknown }
  | { readonly status: 'complete'; readonly value: T };

/** What to show in each of the four states; each may show something of its own kind. */
interface Renderers<T, P, M, X, C> {
  pending(): P;
  empty(): M;
  error(error: unknown): X;
  complete(value: NonNullable<T>): C;
}

interface Options<T> {
  /** Called at each (re)connection and at `ask()`; null means there is nothing to ask yet. */
  readonly query: () => Query<T> | null;
  /** True when a value is nothing to show; by default undefined, null and the empty array are. */
  readonly isEmpty?: (value: T) => boolean;
}

type Host = ReactiveControllerHost & HTMLElement;

/**
 * A view's window on the local store: asks when the element is connected, asks again when what it read has changed,
 * is silent once the element is gone. While a new answer is on its way the last one stays.
 */
export class LiveQuery<T> implements ReactiveController {
  #state: State<T> = { status: 'pending' };
  #store: LocalStore | undefined;
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly options: Options<T>,
  ) {
    host.addController(this);
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.#store = store;
        this.ask();
      },
    });
  }

  /** The last answer, while there is one. */
  get value(): T | undefined {
    return this.#state.status === 'complete' ? this.#state.value : undefined;
  }

  hostConnected(): void {
    this.ask();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Asks anew: what the query depends on (a property of the host) has changed. */
  ask(): void {
    this.#stop?.();
    this.#stop = undefined;
    const query = this.options.query();
    if (this.#store === undefined || query === null || !this.host.isConnected) return;
    this.#stop = this.#store.watch(
      query,
      (value) => this.#become({ status: 'complete', value }),
      (error) => this.#become({ status: 'error', error }),
    );
  }

  render<P, M = P, X = P, C = P>(renderers: Renderers<T, P, M, X, C>): P | M | X | C {
    const state = this.#state;
    if (state.status === 'pending') return renderers.pending();
    if (state.status === 'error') return renderers.error(state.error);
    const { value } = state;
    const isEmpty = this.options.isEmpty ?? nothingIn;
    return value === undefined || value === null || isEmpty(value)
      ? renderers.empty()
      : renderers.complete(value);
  }

  #become(state: State<T>): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}

const nothingIn = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
