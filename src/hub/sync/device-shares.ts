import type { Burdens } from '../../protocol/hub/push.ts';
import { LOAD } from '../load-limits.ts';
import { Allowance, TooMuch } from '../allowance.ts';

/** What each device may have the hub keep for it: one that is stolen or broken fills no other's console. */
export class DeviceShares {
  readonly #burdens: Allowance;
  readonly #reports: Allowance;

  constructor(monotonic: () => number) {
    this.#burdens = new Allowance(LOAD.burdens, monotonic);
    this.#reports = new Allowance(LOAD.reports, monotonic);
  }

  burdensOf(deviceId: string): Burdens {
    return {
      hasRoom: () => this.#burdens.left(deviceId) >= 1,
      take: () => this.#burdens.take(deviceId, 1),
    };
  }

  tooManyBurdens(deviceId: string): TooMuch {
    return new TooMuch(this.#burdens.waitS(deviceId));
  }

  /** Throws where a device has said more of itself than any does. */
  takeReports(deviceId: string, reports: number): void {
    if (this.#reports.left(deviceId) < reports) throw new TooMuch(this.#reports.waitS(deviceId));
    this.#reports.take(deviceId, reports);
  }
}
