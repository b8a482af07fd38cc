import { actorKeyOf, type Actor } from '../../kernel/mutation.ts';
import type { Report } from '../../kernel/report.ts';
import type { WireReport } from '../wire/wire.ts';
import type { Clock, Timers, Transport } from './ports.ts';

/** How long one that did not arrive rests, together with all that came since. */
const RETRY_MS = 20_000;
/** The most in one request. */
const BATCH = 100;

interface WaitingReport {
  readonly report: Report;
  readonly atMono: number;
}

interface ReportDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly transport: Pick<Transport, 'report'>;
  readonly actor: Actor;
}

export type LoadReports = () => Promise<{ readonly Reports: typeof Reports }>;

/**
 * What the device says of itself: the last value of each counts, nothing is queued or stored. It travels in requests of
 * its own, one at a time: whatever becomes of them, no mutation waits for it.
 */
export class Reports {
  readonly #deps: ReportDeps;
  readonly #waiting = new Map<string, WaitingReport>();
  #sends = false;

  constructor(deps: ReportDeps) {
    this.#deps = deps;
  }

  /** @param atMono when it was said, on this page's monotonic clock */
  add(report: Report, atMono: number): void {
    this.#waiting.set(`${report.type} ${report.of ?? ''}`, { report, atMono });
    if (!this.#sends) void this.#send();
  }

  async #send(): Promise<void> {
    const { transport, timers, actor } = this.#deps;
    this.#sends = true;
    while (this.#waiting.size > 0) {
      const taken = [...this.#waiting].slice(0, BATCH);
      const reply = await transport.report({
        actor: actorKeyOf(actor),
        reports: taken.map(([, waiting]) => this.#asOfNow(waiting)),
      });
      const refused =
        !reply.ok && reply.error.type === 'problem' && reply.error.status < 500 && reply.error.status !== 429;
      if (!reply.ok && !refused) return void timers.after(RETRY_MS, () => void this.#send());
      // What a hub will not take is of no use to it later either. A newer value that came meanwhile stays.
      for (const [key, waiting] of taken) if (this.#waiting.get(key) === waiting) this.#waiting.delete(key);
    }
    this.#sends = false;
  }

  #asOfNow({ report, atMono }: WaitingReport): WireReport {
    return { ...report, agoMs: Math.max(0, Math.round(this.#deps.clock.monotonic() - atMono)) };
  }
}
