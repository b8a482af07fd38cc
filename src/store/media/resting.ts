/**
 * What a device could not keep, or what came wrong, is tried again after this long, or as soon as something else is
 * wanted or makes room: sooner, it would wear out its disk and the house's line for months.
 */
const REST_MS = 10 * 60_000;

/** The files that are not tried for a while. */
export class Resting {
  /** Until when, on the monotonic clock. */
  readonly #untilMs = new Map<string, number>();

  rest(hash: string): void {
    this.#untilMs.set(hash, performance.now() + REST_MS);
  }

  /** Whether a file still rests; one that does not any more is forgotten. */
  rests(hash: string): boolean {
    if ((this.#untilMs.get(hash) ?? 0) > performance.now()) return true;
    this.#untilMs.delete(hash);
    return false;
  }

  /** Everything may be tried at once. */
  wake(): void {
    this.#untilMs.clear();
  }

  /** Until the first of them may be tried again; without end where none rests. */
  leftMs(): number {
    return Math.max(0, Math.min(Infinity, ...this.#untilMs.values()) - performance.now());
  }
}
