import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Json } from '../kernel/json.ts';
import type { MutationName } from '../kernel/mutation.ts';
import type { LocalStore, Unsent } from '../protocol/client/api.ts';
import { onStore } from './on-store.ts';
import type { SyncState } from './sync-status.ts';

/** What is not with the hub by then is said to wait. */
const LOOK_AGAIN_MS = 3000;

/**
 * What was changed on this device and has not come to its hub, for a view that shows it as done: no glass has it yet.
 * Re-renders its host as it changes.
 */
export class UnsentChanges implements ReactiveController {
  #store: LocalStore | undefined;
  #stop: (() => void) | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #waiting: readonly Unsent[] = [];
  /** The newest reading of what waits: one that comes after it tells of what has been sent since. */
  #reading = 0;

  /** @param sync how the host stands with its hub: what goes out at once needs no word */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly sync: Pick<SyncState, 'away' | 'waitsLong'>,
  ) {
    host.addController(this);
    onStore(host, (store) => {
      this.#store = store;
      this.#listen();
    });
  }

  /** Whether one of these changes waits that names all of this: ids, or words of its arguments. */
  about(names: readonly MutationName[], ...said: readonly string[]): boolean {
    return this.of(names).some(({ args }) => said.every((one) => isNamed(args, one)));
  }

  /** Which of these changes wait, in the order of their making. */
  of(names: readonly MutationName[]): readonly Unsent[] {
    return this.all.filter(({ name }) => names.some((one) => one === name));
  }

  /** Every change that waits, in the order of their making. */
  get all(): readonly Unsent[] {
    return this.sync.away || this.sync.waitsLong ? this.#waiting : [];
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    clearTimeout(this.#again);
  }

  #listen(): void {
    this.#stop?.();
    const store = this.#store;
    if (store === undefined || !this.host.isConnected) return;
    this.#stop = store.watchStatus(({ outbox }) => {
      clearTimeout(this.#again);
      this.#reading += 1;
      const reading = this.#reading;
      if (outbox === 0) return this.#become([]);
      this.#again = setTimeout(() => this.host.requestUpdate(), LOOK_AGAIN_MS);
      store.unsent().then(
        (waiting) => {
          if (reading === this.#reading) this.#become(waiting);
        },
        (error: unknown) => console.error(error),
      );
    });
  }

  #become(waiting: readonly Unsent[]): void {
    this.#waiting = waiting;
    this.host.requestUpdate();
  }
}

/** Whether what was asked names something, wherever in it. */
function isNamed(value: Json, said: string): boolean {
  if (typeof value !== 'object' || value === null) return value === said;
  return Object.values(value).some((one: Json) => isNamed(one, said));
}
