import type { Run } from '../../features/exercise/model/run.ts';
import { readText, writeText } from '../../store/local-texts.ts';

/**
 * The run this screen is taking part in, remembered over a restart of the set: it may go on with what it had begun,
 * and must not begin what it first hears of too late.
 */
export class JoinedRun {
  readonly #key: string;
  #version: number;

  constructor(screenId: string) {
    this.#key = `leling:joined-run:${screenId}`;
    this.#version = Number(readText(this.#key) ?? 0);
  }

  /** Whether the run's newest command continues what this screen had begun. */
  has(run: Run | undefined): boolean {
    return run !== undefined && this.#version > 0 && run.version >= this.#version;
  }

  /** The screen shows the run as of this command. */
  join(run: Run): void {
    if (run.version === this.#version) return;
    this.#version = run.version;
    writeText(this.#key, String(run.version));
  }

  /** The run is over or stopped: the next one has to begin anew. */
  leave(): void {
    if (this.#version === 0) return;
    this.#version = 0;
    writeText(this.#key, '0');
  }
}
