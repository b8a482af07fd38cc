import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CheckInWantedEvent } from '../../features/classes/kiosk/check-in-wanted.ts';
import { watchScanner } from '../../ui/kiosk/scanner.ts';

type Shell = ReactiveControllerHost & HTMLElement & { busy(): boolean; alarmed(): boolean };

/** A card held to the reader of a kiosk that nobody is using: its holder has come to sign in. */
export class Cards implements ReactiveController {
  #stop: (() => void) | undefined;

  constructor(private readonly shell: Shell) {
    shell.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchScanner();
    window.addEventListener('ll-scan', this.#scanned);
  }

  hostDisconnected(): void {
    window.removeEventListener('ll-scan', this.#scanned);
    this.#stop?.();
  }

  readonly #scanned = (): void => {
    if (!this.shell.busy() && !this.shell.alarmed()) this.shell.dispatchEvent(new CheckInWantedEvent(null));
  };
}
