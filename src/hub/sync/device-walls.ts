/** Two clocks that show the same minute, or nearly. */
const AGREE_MS = 60_000;
/** How long what a device said of its clock counts. */
const HEARD_MS = 15 * 60_000;
/** So many machines must agree. */
const SEVERAL = 2;

/** Whose wall clock it is. Two devices may share a machine, and a machine may have several addresses. */
export interface HeardFrom {
  readonly deviceId: string;
  readonly address: string;
}

/** What the wall clocks of other machines showed: the last of each device, and one of each address counts. */
export class DeviceWalls {
  readonly #heard = new Map<
    string,
    { readonly address: string; readonly wallMs: number; readonly mono: number }
  >();

  hear({ deviceId, address }: HeardFrom, wallMs: number, mono: number): void {
    for (const [from, { mono: at }] of this.#heard) if (mono - at > HEARD_MS) this.#heard.delete(from);
    this.#heard.set(deviceId, { address, wallMs, mono });
  }

  /** Whether several agree with a time. */
  agreeWith(unixMs: number, mono: number): boolean {
    return this.#near(unixMs, mono) >= SEVERAL;
  }

  /** Whether several agree among themselves on a time that is not this one. */
  agreeOnAnother(unixMs: number, mono: number): boolean {
    return this.#now(mono).some(
      ({ wall }) => Math.abs(wall - unixMs) > 5 * AGREE_MS && this.#near(wall, mono) >= SEVERAL,
    );
  }

  #near(unixMs: number, mono: number): number {
    const near = this.#now(mono).filter(({ wall }) => Math.abs(wall - unixMs) <= AGREE_MS);
    return new Set(near.map(({ address }) => address)).size;
  }

  /** What they would show now. */
  #now(mono: number): readonly { readonly address: string; readonly wall: number }[] {
    return [...this.#heard.values()]
      .filter((one) => mono - one.mono <= HEARD_MS)
      .map((one) => ({ address: one.address, wall: one.wallMs + mono - one.mono }));
  }
}
