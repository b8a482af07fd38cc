import type { HubClock } from '../../src/hub/sync/hub-time.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The hub's machine: its wall clock may be off, and it knows when it was started. */
export class HubMachine {
  /** What its wall clock is off by. */
  wallOffMs = 0;
  /** Whether its system says that its clock is synchronised: only while it is right. */
  synchronised = true;
  readonly #time: VirtualTime;
  #boots = 1;
  #bootedAt: number;

  constructor(time: VirtualTime) {
    this.#time = time;
    this.#bootedAt = time.now;
  }

  get wallMs(): number {
    return this.#time.now + this.wallOffMs;
  }

  /** It is switched off and on again; what its wall clock then shows nobody has looked at. */
  reboot(wallOffMs: number): void {
    this.#boots += 1;
    this.#bootedAt = this.#time.now;
    this.set(wallOffMs);
  }

  set(wallOffMs: number): void {
    this.wallOffMs = wallOffMs;
    this.synchronised = false;
  }

  synchronise(): void {
    this.wallOffMs = 0;
    this.synchronised = true;
  }

  /** The clocks as a process of it sees them that starts now. */
  clock(): HubClock {
    const bornAt = this.#time.now;
    return {
      wall: () => this.wallMs,
      monotonic: () => this.#time.now - bornAt,
      boot: () => ({ id: `boot-${this.#boots}`, upMs: this.#time.now - this.#bootedAt }),
      isSynchronised: async () => this.synchronised,
    };
  }
}
