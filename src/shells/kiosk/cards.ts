import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CheckInWantedEvent } from '../../features/classes/kiosk/check-in-wanted.ts';
import { LeaveEvent } from '../../ui/kiosk/kiosk-page.ts';
import { watchScanner } from '../../ui/kiosk/scanner.ts';

type Shell = ReactiveControllerHost &
  HTMLElement & { busy(): boolean; asking(): boolean; alarmed(): boolean };

/**
 * A card held to the reader of a kiosk that nobody is using, or where 还在看吗？ waits for who has gone: its holder has
 * come to sign in, and sees nothing of anybody else.
 */
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
    const { shell } = this;
    if (shell.alarmed() || (shell.busy() && !shell.asking())) return;
    if (shell.asking()) shell.dispatchEvent(new LeaveEvent());
    shell.dispatchEvent(new CheckInWantedEvent(null));
  };
}
