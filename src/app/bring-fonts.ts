import { isText, listOf } from '../kernel/guards.ts';

const isAddresses = listOf(isText);

interface Ways {
  /** The addresses of the parts that the device lacks; anything else while a first worker is still coming. */
  readonly lacking: () => Promise<unknown>;
  /** Rejects where a part is not to be had now. */
  readonly bring: (address: string) => Promise<void>;
  /** Waits before it is tried again. */
  readonly rest: () => Promise<void>;
}

/** Brings what a device lacks of the typeface, until it has been given all: a hub that goes meanwhile comes back. */
export async function bringFonts({ lacking, bring, rest }: Ways): Promise<void> {
  for (;;) {
    try {
      const addresses = await lacking();
      if (isAddresses(addresses)) {
        for (const address of addresses) await bring(address);
        return;
      }
    } catch {
      // What has come is kept: the rest comes after a rest.
    }
    await rest();
  }
}
