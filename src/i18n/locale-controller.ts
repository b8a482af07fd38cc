import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onLocale } from './translate.ts';

/** Renders its host anew when the language changes; silent while the host is not connected. */
export class LocaleController implements ReactiveController {
  #stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop ??= onLocale(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
