import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalStore, SyncStatus } from '../protocol/client/api.ts';
import { onStore } from './on-store.ts';

/** What the hub takes sooner than this needs no word: at every press the words would come and go. */
const SOON_MS = 3000;

/** How this device stands with its hub, for a view: re-renders the host at each change, silent while it is gone. */
export class SyncState implements ReactiveController {
  #store: LocalStore | undefined;
  #stop: (() => void) | undefined;
  #status: SyncStatus | null = null;
  /** Since when something waits, on this page's clock; null while nothing does. */
  #waitingSinceMs: number | null = null;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    onStore(host, (store) => {
      this.#store = store;
      this.#listen();
    });
  }

  /** The newest status; null before the store is there. */
  get status(): SyncStatus | null {
    return this.#status;
  }

  /** True when what is on this device may be older than what the hub knows. */
  get away(): boolean {
    return this.cutOff !== null;
  }

  /** Why nothing of the hub's is heard; null while it is. */
  get cutOff(): 'away' | 'signed-out' | null {
    const link = this.#status?.link;
    return link === 'away' || link === 'signed-out' ? link : null;
  }

  /** True when something has waited for the hub longer than a press commonly does. Ask again as time goes by. */
  get waitsLong(): boolean {
    return this.#waitingSinceMs !== null && performance.now() - this.#waitingSinceMs >= SOON_MS;
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #listen(): void {
    this.#stop?.();
    if (this.#store === undefined || !this.host.isConnected) return;
    this.#stop = this.#store.watchStatus((status) => {
      this.#status = status;
      this.#waitingSinceMs = status.outbox === 0 ? null : (this.#waitingSinceMs ?? performance.now());
      this.host.requestUpdate();
    });
  }
}
