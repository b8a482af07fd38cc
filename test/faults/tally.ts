import type { Outcome } from './fault.ts';

interface Line {
  rounds: number;
  lost: number;
  doubled: number;
  untrue: number;
  byHand: number;
  readonly healedMs: number[];
}

/** What came of all rounds, by kind of damage. */
export class Tally {
  readonly #lines = new Map<string, Line>();
  /** Rounds in which anything was not as it must be. */
  failed = 0;

  /** Counts a round. Returns what was wrong in it, a sentence each. */
  take(kind: string, { lost, doubled, untrue, healedMs, traces = [] }: Outcome): readonly string[] {
    const line = this.#line(kind);
    line.lost += lost;
    line.doubled += doubled;
    line.untrue += untrue.length;
    if (healedMs !== null) line.healedMs.push(healedMs);
    const found = [
      ...(lost > 0 ? [`${lost} lost`] : []),
      ...(doubled > 0 ? [`${doubled} doubled`] : []),
      ...untrue,
      ...traces,
    ];
    if (found.length > 0) this.failed += 1;
    return found;
  }

  /** Counts a round that did not end by itself. */
  needsAHand(kind: string): void {
    this.#line(kind).byHand += 1;
    this.failed += 1;
  }

  table(): string {
    const rows = [...this.#lines].map(([kind, line]) => [
      kind,
      line.rounds,
      line.lost,
      line.doubled,
      line.untrue,
      line.byHand,
      ...[0.5, 0.95, 1].map((share) => quantile(line.healedMs, share)),
    ]);
    const head = ['kind', 'rounds', 'lost', 'doubled', 'untrue', 'by hand', 'heals p50', 'p95', 'max ms'];
    const text = [head, ...rows].map((row) => row.map(String));
    const widths = head.map((_, column) => Math.max(...text.map((row) => row[column]?.length ?? 0)));
    return text
      .map((row) =>
        row
          .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
          .join('  '),
      )
      .join('\n');
  }

  #line(kind: string): Line {
    const line = this.#lines.get(kind) ?? {
      rounds: 0,
      lost: 0,
      doubled: 0,
      untrue: 0,
      byHand: 0,
      healedMs: [],
    };
    line.rounds += 1;
    this.#lines.set(kind, line);
    return line;
  }
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? '–' : value.toFixed(0);
}
