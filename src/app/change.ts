import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { seenIn } from '../kernel/seen-text.ts';
import type { ArgsOf, MutationName } from '../kernel/mutation.ts';
import type { LocalStore, Made } from '../protocol/client/api.ts';
import { onStore } from './on-store.ts';

type Refusal = Extract<Made, { ok: false }>;

/**
 * Makes a view's changes, the one way there is: a view takes no store to change it by hand. Keeps the last refusal here
 * and now, also that of a disk that could not keep the change, so that the view can say that nothing happened.
 */
export class Change implements ReactiveController {
  #store: LocalStore | undefined;
  #refusal: Refusal | null = null;
  #running = 0;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    onStore(host, (store) => {
      this.#store = store;
      host.requestUpdate();
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

  /** What is asked anew says nothing of what was refused before. */
  forget(): void {
    this.#refusal = null;
    this.host.requestUpdate();
  }

  /** True while a change is on its way to the disk. */
  get running(): boolean {
    return this.#running > 0;
  }

  hostConnected(): void {
    this.#refusal = null;
  }

  /** Resolves once the change is safe on this device, which is when ✓ may be shown, or was not made. Never rejects. */
  async run<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Made> {
    this.#running += 1;
    this.host.requestUpdate();
    const made = await this.#make(name, args);
    this.#refusal = made.ok ? null : made;
    this.#running -= 1;
    this.host.requestUpdate();
    return made;
  }

  async #make<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Made> {
    if (this.#store === undefined) return notKept('there is no store yet');
    try {
      // What is pasted brings along what nobody sees; the hub would refuse it.
      return await this.#store.mutate(name, seenIn(args));
    } catch (error) {
      console.error(error);
      return notKept(String(error));
    }
  }
}

/** The device could not keep the change: nothing has happened, and it may be tried again. */
const notKept = (detail: string): Refusal => ({ ok: false, status: 'refused', code: 'not-kept', detail });
