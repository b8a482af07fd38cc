import { readProofs, type Proof } from './build-list.ts';
import { inOrder } from './builds.ts';
import { answerOf, type Hub } from './hub.ts';
import type { Keeper } from './keeper.ts';
import type { Memory } from './memory.ts';
import type { Healed, Shelves } from './ports.ts';
import { contentOf, proves } from './proof.ts';

/** File names carry the hash of their content: builds share them. */
const FONTS = 'leling-fonts';
const LIST = '/fonts.json';

/**
 * The parts of the typeface. One is kept and answered with only if it is what the build's list says: a stranger's page in
 * its place, kept by an older build, goes at the first reading.
 */
export class Fonts {
  readonly #shelves: Shelves;
  readonly #memory: Memory;
  readonly #keeper: Keeper;
  readonly #hub: Hub;
  readonly #healed: Healed;
  #listed: { readonly of: string; readonly proofs: ReadonlyMap<string, Proof> } | undefined;

  constructor(shelves: Shelves, memory: Memory, keeper: Keeper, hub: Hub, healed: Healed) {
    this.#shelves = shelves;
    this.#memory = memory;
    this.#keeper = keeper;
    this.#hub = hub;
    this.#healed = healed;
  }

  /** A part, proved; null where no build names it or it is not to be had. */
  async read(url: string): Promise<Response | null> {
    const proof = (await this.#proofs()).get(url);
    if (proof === undefined) return null;
    const held = await this.#held(proof);
    if (held === 'right') return (await this.#shelves.open(FONTS)).match(url).then((found) => found ?? null);
    const answer = await this.#hub.proved(proof, { past: held === 'wrong' });
    if (answer === null) return null;
    if (held === 'wrong') this.#healed('fonts-refetched', url);
    await this.#keep(url, answer.content);
    return answerOf(url, answer.content);
  }

  /** The parts that this device lacks, after a look into each it has; what no build names goes. */
  async lacking(): Promise<readonly string[]> {
    const proofs = await this.#proofs();
    if (proofs.size === 0) return [];
    const shelf = await this.#shelves.open(FONTS);
    for (const { url } of await shelf.keys()) {
      if (!proofs.has(new URL(url).pathname)) await shelf.delete(url);
    }
    const lacking: string[] = [];
    for (const proof of proofs.values()) if ((await this.#held(proof)) !== 'right') lacking.push(proof.url);
    return lacking;
  }

  async #held(proof: Proof): Promise<'right' | 'wrong' | 'none'> {
    try {
      const held = await (await this.#shelves.open(FONTS)).match(proof.url);
      if (held === undefined) return 'none';
      const content = await contentOf(held);
      return content !== null && (await proves(content, proof)) ? 'right' : 'wrong';
    } catch {
      return 'none';
    }
  }

  async #keep(url: string, content: ArrayBuffer): Promise<void> {
    try {
      await (await this.#shelves.open(FONTS)).put(url, answerOf(url, content));
    } catch {
      // No room: it comes from the hub the next time too.
    }
  }

  /** Of all builds on the device: a page may still run an older one. */
  async #proofs(): Promise<ReadonlyMap<string, Proof>> {
    const builds = await this.#memory.read();
    const of = builds.kept.map(({ key }) => key).join();
    if (this.#listed?.of === of) return this.#listed.proofs;
    const proofs = new Map<string, Proof>();
    for (const build of [...builds.kept, ...inOrder(builds)]) {
      const list = build.list.files.find(({ url }) => url === LIST);
      const held = list === undefined ? null : await this.#keeper.proved(build, list, builds.kept);
      for (const proof of (held === null ? null : readProofs(await held.text())) ?? [])
        proofs.set(proof.url, proof);
    }
    this.#listed = { of, proofs };
    return proofs;
  }
}
