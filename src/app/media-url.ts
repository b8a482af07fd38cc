import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mediaContext } from './contexts.ts';

/** The address of one photo or video at a time, as soon as the device holds it whole; renders its host anew then. */
export class MediaUrl implements ReactiveController {
  #hash: string | null = null;
  #url: string | null = null;
  #stop: (() => void) | undefined;
  readonly #media;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    this.#media = new ContextConsumer(host, {
      context: mediaContext,
      subscribe: true,
      callback: () => this.#listen(),
    });
  }

  /** The address of what has this hash; null while it is not whole on the device, and where none is asked for. */
  of(hash: string | null): string | null {
    if (hash !== this.#hash) {
      this.#hash = hash;
      this.#url = null;
      void this.#find();
    }
    return this.#url;
  }

  /** It could not be shown: what stands in its place does until the device has it anew. */
  broken(): void {
    this.#url = null;
    this.host.requestUpdate();
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
    this.#stop = this.#media.value?.onReady((hash) => {
      if (hash === this.#hash) void this.#find();
    });
    void this.#find();
  }

  async #find(): Promise<void> {
    const hash = this.#hash;
    if (hash === null) return;
    const url = (await this.#media.value?.url(hash).catch(() => null)) ?? null;
    if (hash !== this.#hash || url === this.#url) return;
    this.#url = url;
    this.host.requestUpdate();
  }
}
