import type { HubClock } from '../../src/hub/sync/hub-time.ts';

/** A machine with a clock that a test sets, forgets and lets go on. */
export class Machine {
  /** What its wall clock says, Unix ms. */
  wallMs: number;
  #upMs = 1000;
  #boots = 1;
  /** Whether its system says that its clock is synchronised. */
  synchronised = false;

  constructor(wallMs: number) {
    this.wallMs = wallMs;
  }

  /** Time goes by, for all its clocks alike. */
  pass(ms: number): void {
    this.wallMs += ms;
    this.#upMs += ms;
  }

  /** It is switched off and on again, and its wall clock then says so much. */
  reboot(wallMs: number): void {
    this.#boots += 1;
    this.#upMs = 1000;
    this.wallMs = wallMs;
  }

  readonly clock: HubClock = {
    wall: () => this.wallMs,
    monotonic: () => this.#upMs,
    boot: () => ({ id: `boot-${this.#boots}`, upMs: this.#upMs }),
    isSynchronised: async () => this.synchronised,
  };
}
