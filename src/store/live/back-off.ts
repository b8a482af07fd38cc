/** Full-jitter back-off: a random wait up to a ceiling that doubles, so that a hub that comes back is not stormed. */
export class BackOff {
  #tries = 0;

  constructor(
    private readonly random: () => number,
    private readonly firstMs = 500,
    private readonly mostMs = 30_000,
  ) {}

  /** Milliseconds to wait before the next try. */
  next(): number {
    const ceiling = Math.min(this.mostMs, this.firstMs * 2 ** this.#tries);
    this.#tries = Math.min(this.#tries + 1, 16);
    return this.random() * ceiling;
  }

  /** It worked: the next failure starts from the shortest wait. */
  reset(): void {
    this.#tries = 0;
  }
}
