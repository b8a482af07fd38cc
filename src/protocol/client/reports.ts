import type { Report } from '../wire/wire.ts';
import type { Clock } from './ports.ts';

interface WaitingReport {
  readonly report: Report;
  readonly atMono: number;
}

/** What the device says of itself with the next push: the last value of each counts, nothing is queued or stored. */
export class Reports {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, WaitingReport>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get any(): boolean {
    return this.#waiting.size > 0;
  }

  add(report: Report): void {
    this.#waiting.set(keyOf(report), { report, atMono: this.#clock.monotonic() });
  }

  /** What waits, as of now, and what to call once it has arrived: a newer value stays. */
  take(): { readonly reports: readonly Report[]; readonly arrived: () => void } {
    const taken = [...this.#waiting];
    return {
      reports: taken.map(([, held]) => this.#asOfNow(held)),
      arrived: () => {
        for (const [key, held] of taken) if (this.#waiting.get(key) === held) this.#waiting.delete(key);
      },
    };
  }

  #asOfNow({ report, atMono }: WaitingReport): Report {
    if (report.type !== 'glass') return report;
    return {
      ...report,
      shownForMs: report.shownForMs + Math.max(0, Math.round(this.#clock.monotonic() - atMono)),
    };
  }
}

const keyOf = (report: Report): string =>
  report.type === 'plays' ? `plays ${report.hourMs} ${report.item}` : report.type;
