import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchScanner, type ScanEvent } from './scanner.ts';

/** Hears the card reader while its element is on the glass. */
export class Scans implements ReactiveController {
  #stop: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly heard: (event: ScanEvent) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchScanner();
    window.addEventListener('ll-scan', this.heard);
  }

  hostDisconnected(): void {
    window.removeEventListener('ll-scan', this.heard);
    this.#stop?.();
  }
}
