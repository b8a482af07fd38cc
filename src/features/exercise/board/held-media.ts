import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { mediaContext } from '../../../app/contexts.ts';
import { plays } from '../../../ui/common/plays.ts';

/**
 * Where a film, or music, of what is shown is on the device, once it is whole there; until then, without any, and where the
 * engine plays none, null.
 */
export class HeldMedia implements ReactiveController {
  url: string | null = null;
  readonly #host: ReactiveElement;
  readonly #what: 'sound' | 'film';
  readonly #of: () => string | undefined;
  readonly #media;
  #wanted: string | undefined;
  #stopListening: (() => void) | undefined;

  /** @param of the hash of what belongs to what the host shows now */
  constructor(host: ReactiveElement, what: 'sound' | 'film', of: () => string | undefined) {
    this.#host = host;
    this.#what = what;
    this.#of = of;
    this.#media = new ContextConsumer(host, {
      context: mediaContext,
      subscribe: true,
      callback: () => void this.#find(),
    });
    host.addController(this);
  }

  hostUpdate(): void {
    const wanted = this.#of();
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.url = null;
    void this.#find();
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  async #find(): Promise<void> {
    const library = this.#media.value;
    const hash = this.#wanted;
    if (library === undefined || hash === undefined || !plays(this.#what)) return;
    this.#stopListening ??= library.onReady((ready) => {
      if (ready === this.#wanted) void this.#find();
    });
    const url = await library.url(hash);
    if (hash !== this.#wanted || url === this.url) return;
    this.url = url;
    this.#host.requestUpdate();
  }
}
