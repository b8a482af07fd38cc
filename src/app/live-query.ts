import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { same } from '../kernel/same.ts';
import type { LocalStore, View } from '../protocol/client/api.ts';
import { onStore } from './on-store.ts';

interface Answer<T, A> {
  readonly args: A;
  readonly value: T;
  /** Whether the device holds all that was asked. */
  readonly held: boolean;
}

type State<T, A> =
  | { readonly status: 'pending' }
  | { readonly status: 'error'; readonly error: unknown }
  | { readonly status: 'complete'; readonly answer: Answer<T, A> };

/** A store that could not be read is asked again so often, though nobody says that it has changed. */
const AGAIN_AFTER_MS = 5000;

/** What to show in each of the states; each may show something of its own kind. */
interface Renderers<T, A, P, M, X, C> {
  pending(): P;
  /** There is nothing of it. */
  empty(): M;
  /**
   * The device does not hold what was asked, or not all: it has not been loaded yet, or the store was lost under the
   * page. That is not that there is nothing. Without it such an answer is taken as any other.
   */
  missing?(): M;
  /** It could not be read; it is asked again by itself. */
  error(error: unknown): X;
  /** Gets what was asked with the answer: a heading is drawn from the same question as what stands under it. */
  complete(value: NonNullable<T>, args: A): C;
  /** While a new question is on its way: the last answer, with what was asked then. Without it, `pending` is shown. */
  previous?(value: NonNullable<T>, args: A): C;
}

interface Options<T, A> {
  readonly query: (view: View, args: A) => Promise<T>;
  /**
   * What is asked, plain data compared by value; null means there is nothing to ask yet. It may hang on the last
   * answer, whatever that was asked for: a centre's day follows from the centre's own row.
   */
  readonly args: (last: T | undefined) => A | null;
  /** True when a value is nothing to show; by default undefined, null and the empty array are. */
  readonly isEmpty?: (value: T) => boolean;
}

type Host = ReactiveControllerHost & HTMLElement;

/**
 * A view's window on the local store: asks when the element is connected, asks again when what it read has changed or
 * it asks something else, is silent once the element is gone. An answer belongs to its question: as soon as another is
 * asked, the older answer counts as pending. To the same question the last answer stays until the next one comes.
 */
export class LiveQuery<T, A> implements ReactiveController {
  #state: State<T, A> = { status: 'pending' };
  #asked: { readonly args: A } | null = null;
  #last: Answer<T, A> | undefined;
  #store: LocalStore | undefined;
  #stop: (() => void) | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Host,
    private readonly options: Options<T, A>,
  ) {
    host.addController(this);
    onStore(host, (store) => {
      if (store === this.#store) return;
      this.#store = store;
      this.#end();
      this.#last = undefined;
      this.#state = { status: 'pending' };
      host.requestUpdate();
    });
  }

  /** The answer to what is asked now, while there is one. */
  get value(): T | undefined {
    this.#follow();
    return this.#state.status === 'complete' ? this.#state.answer.value : undefined;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#end();
  }

  render<P, M = P, X = P, C = P>(renderers: Renderers<T, A, P, M, X, C>): P | M | X | C {
    this.#follow();
    const state = this.#state;
    if (state.status === 'error') return renderers.error(state.error);
    if (state.status === 'complete') {
      const { value, args, held } = state.answer;
      if (!held && renderers.missing !== undefined) return renderers.missing();
      return this.#isSomething(value) ? renderers.complete(value, args) : renderers.empty();
    }
    if (renderers.previous === undefined || this.#last === undefined) return renderers.pending();
    const { value, args } = this.#last;
    return this.#isSomething(value) ? renderers.previous(value, args) : renderers.pending();
  }

  /** Asks, unless this is what is asked already. */
  #follow(): void {
    if (this.#store === undefined || !this.host.isConnected) return;
    const args = this.options.args(this.#last?.value);
    if (args === null ? this.#asked === null : this.#asked !== null && same(args, this.#asked.args)) return;
    this.#end();
    const last = this.#last;
    this.#state =
      args !== null && last !== undefined && same(args, last.args)
        ? { status: 'complete', answer: last }
        : { status: 'pending' };
    if (args === null) return;
    this.#asked = { args };
    this.#watch(this.#store, args);
  }

  #watch(store: LocalStore, args: A): void {
    this.#stop?.();
    this.#stop = store.watch(
      (view) => this.options.query(view, args),
      (value, held) => {
        clearTimeout(this.#again);
        this.#last = { args, value, held };
        this.#become({ status: 'complete', answer: this.#last });
      },
      (error) => {
        this.#become({ status: 'error', error });
        clearTimeout(this.#again);
        this.#again = setTimeout(() => this.#watch(store, args), AGAIN_AFTER_MS);
      },
    );
  }

  #end(): void {
    clearTimeout(this.#again);
    this.#stop?.();
    this.#stop = undefined;
    this.#asked = null;
  }

  #become(state: State<T, A>): void {
    this.#state = state;
    this.host.requestUpdate();
  }

  #isSomething(value: T): value is NonNullable<T> {
    if (value === undefined || value === null) return false;
    return !(this.options.isEmpty ?? isEmptyList)(value);
  }
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
