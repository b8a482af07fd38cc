import type { Report } from '../../kernel/report.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { same } from '../../kernel/same.ts';

type MediaReport = Extract<Report, { type: 'media' }>;

/** Between two words about how far a file has come. */
const STEP_MS = 2000;
const REPEAT_MS = 60_000;
/** As many as the hub writes down. */
const MOST_FAULTS = 20;

/** Tells staff what the device holds of what it is to hold, and why it does not hold the rest. */
export class MediaTold {
  readonly #faults = new Map<string, string>();
  readonly #ready = new Set<string>();
  #wanted: readonly RowOf<'media'>[] = [];
  #heldBytes = 0;
  #underWay = { hash: '', bytes: 0 };
  #last: MediaReport | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly budgetBytes: number,
    private readonly report: (report: MediaReport) => void,
  ) {
    // A word that was said before this tab had the hub's ear is lost: the last one is said again, as all others are.
    setInterval(() => this.#last !== null && this.report(this.#last), REPEAT_MS);
  }

  want(wanted: readonly RowOf<'media'>[]): void {
    this.#wanted = wanted;
    const ids = new Set<string>(wanted.map(({ id }) => id));
    for (const known of [...this.#faults.keys(), ...this.#ready]) {
      if (ids.has(known)) continue;
      this.#faults.delete(known);
      this.#ready.delete(known);
    }
    this.#tell();
  }

  ready(hash: string, heldBytes: number): void {
    this.#ready.add(hash);
    this.#faults.delete(hash);
    this.#heldBytes = heldBytes;
    if (this.#underWay.hash === hash) this.#underWay = { hash: '', bytes: 0 };
    this.#tell();
  }

  /** Why a file is not here, or does not play. */
  fault(hash: string, why: string): void {
    if (why !== 'broken' && why !== 'stalled') this.#ready.delete(hash);
    this.#faults.set(hash, why);
    this.#tell();
  }

  came(hash: string, bytes: number): void {
    this.#underWay = { hash, bytes };
    this.#timer ??= setTimeout(() => this.#tell(), STEP_MS);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const ready = this.#wanted.filter(({ id }) => this.#ready.has(id));
    const said: MediaReport = {
      type: 'media',
      budgetBytes: this.budgetBytes,
      heldBytes: this.#heldBytes,
      wantedFiles: this.#wanted.length,
      readyFiles: ready.length,
      wantedBytes: sum(this.#wanted),
      readyBytes: sum(ready) + this.#underWay.bytes,
      faults: [...this.#faults].slice(0, MOST_FAULTS).map(([media, why]) => ({ media, why })),
    };
    if (this.#last !== null && same(this.#last, said)) return;
    this.#last = said;
    this.report(said);
  }
}

const sum = (files: readonly RowOf<'media'>[]): number =>
  files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
