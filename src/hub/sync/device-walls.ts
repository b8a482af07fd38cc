/** Two clocks that show the same minute, or nearly. */
const AGREE_MS = 60_000;
/** How long what a device said of its clock counts. */
const HEARD_MS = 15 * 60_000;
/** So many machines must agree. */
const SEVERAL = 2;

/** What the wall clocks of other machines showed: one of each address, as two devices may share a machine. */
export class DeviceWalls {
  readonly #heard = new Map<string, { readonly wallMs: number; readonly mono: number }>();

  hear(address: string, wallMs: number, mono: number): void {
    for (const [from, { mono: at }] of this.#heard) if (mono - at > HEARD_MS) this.#heard.delete(from);
    this.#heard.set(address, { wallMs, mono });
  }

  /** Whether several agree with a time. */
  agreeWith(unixMs: number, mono: number): boolean {
    return this.#near(unixMs, mono) >= SEVERAL;
  }

  /** Whether several agree among themselves on a time that is not this one. */
  agreeOnAnother(unixMs: number, mono: number): boolean {
    return this.#now(mono).some(
      (wall) => Math.abs(wall - unixMs) > 5 * AGREE_MS && this.#near(wall, mono) >= SEVERAL,
    );
  }

  #near(unixMs: number, mono: number): number {
    return this.#now(mono).filter((wall) => Math.abs(wall - unixMs) <= AGREE_MS).length;
  }

  /** What they would show now. */
  #now(mono: number): readonly number[] {
    return [...this.#heard.values()]
      .filter((one) => mono - one.mono <= HEARD_MS)
      .map((one) => one.wallMs + mono - one.mono);
  }
}
