import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { locale } from '../../../i18n/index.ts';
import { fingerLifted } from '../../../ui/kiosk/finger.ts';
import { ownComfortContext } from '../../../ui/kiosk/own-comfort.ts';

/** So long a ✓ stays for the next in the queue to wait. */
const STAYS_S = 10;
/** So long a question about it stays. */
const ASKS_S = 20;
/** So long, at the most, the mistake of whoever asked it to stay may be taken back without saying who they are. */
const KEPT_S = 30;
const SECOND_MS = 1000;

/** A ✓'s time: it goes by itself, one tap keeps it, and with its time goes the way to take it back. */
export class Closing implements ReactiveController {
  #left = 0;
  #kept = false;
  #spoilt = false;
  #language = locale();
  readonly #own;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly over: () => void,
  ) {
    host.addController(this);
    this.#own = new ContextConsumer(host, { context: ownComfortContext, subscribe: true });
  }

  /** Whole seconds until the ✓ goes; null where it stays. */
  get secondsLeft(): number | null {
    return this.#kept || this.#left === 0 ? null : this.#left;
  }

  /** Whether who stands there is still who signed in, as far as time tells. */
  get fresh(): boolean {
    return this.#left > 0 && !this.#spoilt;
  }

  start(what: 'told' | 'asked'): void {
    this.#spoilt = false;
    this.#become(what === 'told' ? STAYS_S : ASKS_S, false);
  }

  keep(): void {
    this.#become(KEPT_S, true);
  }

  stop(): void {
    this.#become(0, false);
  }

  /** Whoever has the page in another language may be somebody else; not where their card has asked for it. */
  hostUpdate(): void {
    if (this.#language !== locale() && this.#own.value?.language !== locale()) this.#spoilt = true;
    this.#language = locale();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#left = 0;
  }

  #become(left: number, kept: boolean): void {
    clearTimeout(this.#timer);
    this.#left = left;
    this.#kept = kept;
    if (left > 0) this.#timer = setTimeout(() => void this.#tick(), SECOND_MS);
    this.host.requestUpdate();
  }

  async #tick(): Promise<void> {
    if (this.#left > 1 || this.#kept) return this.#become(this.#left - 1, this.#kept);
    // Nothing goes from under a finger.
    const before = this.#timer;
    await fingerLifted();
    if (before !== this.#timer || !this.host.isConnected) return;
    this.#become(0, false);
    this.over();
  }
}
