import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ArgsOf, MutationName } from '../kernel/mutation.ts';
import type { LocalStore, Made } from '../protocol/client/api.ts';
import { storeContext } from './contexts.ts';

type Refusal = Extract<Made, { ok: false }>;

/** Makes a view's changes, and keeps the last local refusal so that the view can say why nothing happened. */
export class Change implements ReactiveController {
  #store: LocalStore | undefined;
  #refusal: Refusal | null = null;
  #running = 0;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.#store = store;
        host.requestUpdate();
      },
    });
  }

  /** Who changes things here; undefined before the store is there. */
  get store(): LocalStore | undefined {
    return this.#store;
  }

  /** Why the last change was refused here and now; null when it was not. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** True while a change is on its way to the disk. */
  get running(): boolean {
    return this.#running > 0;
  }

  hostConnected(): void {
    this.#refusal = null;
  }

  async run<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Made | null> {
    if (this.#store === undefined) return null;
    this.#running += 1;
    this.host.requestUpdate();
    try {
      const made = await this.#store.mutate(name, args);
      this.#refusal = made.ok ? null : made;
      return made;
    } finally {
      this.#running -= 1;
      this.host.requestUpdate();
    }
  }
}
