import type { Proof } from './build-list.ts';
import {
  arrived,
  awaitsSync,
  began,
  condemned,
  forgiven,
  inOrder,
  isBad,
  isUnproved,
  isWanted,
  keptBuild,
  leftOver,
  LOOK_EVERY_MS,
  offered,
  onProbation,
  ready,
  serving,
  synced,
  tried,
  unheard,
  type Builds,
  type Fault,
  type Kept,
} from './builds.ts';
import type { Hub } from './hub.ts';
import type { Keeper } from './keeper.ts';
import type { Memory } from './memory.ts';
import type { Healed } from './ports.ts';

/** A page of this origin that is open. */
export interface OpenPage {
  readonly id: string;
  /** Its path and parameters. */
  readonly address: string;
  readonly hidden: boolean;
}

/** The open pages, as the worker reaches them. */
export interface Pages {
  all(): Promise<readonly OpenPage[]>;
  get(id: string): Promise<OpenPage | null>;
  /** Asks a page to start anew as soon as nobody uses it. */
  askToStartAnew(id: string): Promise<void>;
  tellWaiting(): Promise<void>;
  /** Starts a page anew that does not listen. */
  startAnew(id: string): Promise<void>;
}

interface Time {
  /** Monotonic, ms, in one life of the worker. */
  now(): number;
  /** The device's clock, ms. */
  clock(): number;
  wait(ms: number): Promise<void>;
}

/** A page that is being opened. */
interface Opening {
  /** The file it is: `/kiosk.html`. */
  readonly file: string;
  /** Its path: `/kiosk`. */
  readonly face: string;
  readonly address: string;
  /** The page it will be. */
  readonly id: string;
  /** Keeps the worker alive so long. */
  readonly lasting: (work: Promise<unknown>) => void;
}

/** A store that is mended takes as long, rung by rung; a worker's event lasts no longer than five minutes. */
const OPENING_MS = 240_000;

/** Between two words of a page that nothing was missed. */
const STEADY_MS = 30_000;

/** Judges the builds: which one the pages get, when another is tried, and which one never comes back. */
export class Warden {
  readonly #memory: Memory;
  readonly #keeper: Keeper;
  readonly #hub: Hub;
  readonly #pages: Pages;
  readonly #time: Time;
  readonly #healed: Healed;
  /** What each open page said it runs. One that said nothing has not come to its face. */
  readonly #runs = new Map<string, string>();
  /** Builds of which a file is nowhere to be had. */
  readonly #broken = new Set<string>();
  readonly #restarted = new Set<string>();
  /** Pages that wait for their store. */
  readonly #opening = new Set<string>();
  #looking: Promise<void> | undefined;
  #proving: Promise<boolean> | undefined;
  #lookedAt = -Infinity;
  #heardAt: number | null = null;

  constructor(memory: Memory, keeper: Keeper, hub: Hub, pages: Pages, time: Time, healed: Healed) {
    this.#memory = memory;
    this.#keeper = keeper;
    this.#hub = hub;
    this.#pages = pages;
    this.#time = time;
    this.#healed = healed;
  }

  /** The first build, or none of it: a worker that holds no whole build is no worker. */
  async install(): Promise<{ readonly first: boolean }> {
    const before = await this.#memory.read();
    if (serving(before) !== null) {
      // The script of another house's hub, which would have the pages from here on.
      if (await this.#hub.isAnother()) throw new Error('this is not the hub of the pages');
      return { first: false };
    }
    await this.look({ now: true });
    if (serving(await this.#memory.read()) === null)
      throw new Error('the hub does not answer with a whole build');
    return { first: true };
  }

  /** The page to show; null where this device has none that can be read. */
  async page(opening: Opening): Promise<Response | null> {
    await this.#takeTurn(opening.address);
    let builds = await this.#memory.read();
    if (onProbation(builds, opening.face)) {
      const before = builds;
      builds = await this.#memory.changeSoon((now) => began(now, opening.face, opening.address));
      opening.lasting(this.#cameBack(before, builds, opening.id));
    }
    opening.lasting(this.#memory.written());
    const order = inOrder(builds);
    // All that was known is lost: it comes back from the hub.
    if (order.length === 0) opening.lasting(this.look({ now: true }));
    for (const build of order) {
      const proof = build.list.files.find(({ url }) => url === opening.file);
      if (proof === undefined) continue;
      if (this.#broken.has(build.key) && !(await this.#isMended(build, builds))) continue;
      const held = await this.#keeper.read(build, proof, others(builds, build), opening.id);
      if (held === null) continue;
      if (build.key === serving(builds)?.key && isUnproved(builds, opening.face))
        opening.lasting(this.#expect(opening, build));
      return held;
    }
    return null;
  }

  /** Whether a build has this page; where the device has no build, any may be one. */
  async mayHave(file: string): Promise<boolean> {
    const { kept } = await this.#memory.read();
    return kept.length === 0 || kept.some(({ list }) => list.files.some(({ url }) => url === file));
  }

  /**
   * A part of a build, by its name, from whichever build has it: a page goes on with the parts of the build it was started
   * from after another has taken over. `unknown`: no build names it.
   */
  async part(url: string, pageId: string): Promise<Response | 'unknown' | 'lost'> {
    const builds = await this.#memory.read();
    const own = builds.kept.filter(({ list }) => list.id === this.#runs.get(pageId));
    const order = [...own, ...inOrder(builds), ...builds.kept];
    let lost: Kept | undefined;
    const asked = new Set<string>();
    for (const build of order) {
      const proof: Proof | undefined = build.list.files.find((one) => one.url === url);
      if (proof === undefined || asked.has(proof.sha256)) continue;
      asked.add(proof.sha256);
      const held = await this.#keeper.read(build, proof, others(builds, build), pageId);
      if (held !== null) return held;
      lost ??= build;
    }
    if (lost === undefined) return 'unknown';
    this.#broken.add(lost.key);
    // A page that has its face may do without a part of it. One that has not, never gets one: the next start finds a
    // build that is whole, or the words that say how it stands.
    if (!this.#runs.has(pageId)) await this.#startAnewOnce(pageId);
    return 'lost';
  }

  /**
   * Looks into what was answered with as it lay there. A page that was given something spoiled starts anew, once: it may
   * have stopped for it, and that says nothing of its build. Whether there was such a page.
   */
  prove(): Promise<boolean> {
    this.#proving ??= this.#prove().finally(() => (this.#proving = undefined));
    return this.#proving;
  }

  /** A page has got through to its hub: from no other are builds taken. Paired anew, it is another one. */
  async knows(hub: string | null): Promise<void> {
    await this.#memory.change((builds) => (hub === null || builds.hub === hub ? builds : { ...builds, hub }));
  }

  /** A page is open and well. */
  async here(pageId: string, id: string): Promise<void> {
    this.#runs.set(pageId, id);
    if (!awaitsSync(await this.#memory.read())) {
      this.#heardAt = null;
      return;
    }
    // Time counts only between two words with the hub answering at both.
    const answers = await this.#hub.answers();
    const now = this.#time.now();
    const since = this.#heardAt === null ? 0 : Math.min(now - this.#heardAt, STEADY_MS);
    this.#heardAt = answers ? now : null;
    if (!answers || since === 0) return;
    const before = await this.#memory.read();
    await this.#cameBack(before, await this.#memory.change((builds) => unheard(builds, since)));
  }

  async ready(pageId: string, id: string, at: Parameters<typeof ready>[2]): Promise<void> {
    this.#runs.set(pageId, id);
    await this.#memory.change((builds) => ready(builds, id, at));
  }

  async synced(id: string): Promise<void> {
    await this.#memory.change((builds) => synced(builds, id));
  }

  /** A page could not start, by its own word. */
  async failed(id: string): Promise<void> {
    if (await this.prove()) return;
    const builds = await this.#memory.read();
    const now = serving(builds);
    const build = keptBuild(builds, now?.key);
    if (build !== undefined && build.list.id === id) await this.#condemn(build.key, 'failed');
    await this.look({ now: true });
  }

  /** A page runs, and waits for its store. */
  opening(pageId: string): void {
    this.#opening.add(pageId);
  }

  /** A page stands in a trouble that is not the build's. */
  async forgiven(pageId: string, id: string, address: string): Promise<void> {
    this.#runs.set(pageId, id);
    await this.#memory.change((builds) => forgiven(builds, address));
  }

  /** No page is used now: the build that waits may have them. */
  async takeOver(key: string): Promise<void> {
    const before = await this.#memory.read();
    const builds = await this.#memory.change((now) => tried(now, key));
    if (builds === before) return;
    for (const { id } of await this.#pages.all()) await this.#pages.askToStartAnew(id);
  }

  /** Asks the hub for its build and brings it here; told to, or when the last time was long ago. */
  look({ now = false } = {}): Promise<void> {
    if (!now && this.#time.now() - this.#lookedAt < LOOK_EVERY_MS) return Promise.resolve();
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** What no page needs any more goes, and the build in use gets its second copy. Whether all pages run a build of ours. */
  async tidy(): Promise<boolean> {
    const builds = await this.#memory.read();
    const open = await this.#pages.all();
    const running = open.map(({ id }) => this.#runs.get(id));
    const old = leftOver(builds);
    const allKnown = running.every((id) => id !== undefined);
    if (old.length > 0 && allKnown) {
      const gone = old.filter(({ list }) => !running.includes(list.id)).map(({ key }) => key);
      await this.#memory.change((was) => ({
        ...was,
        kept: was.kept.filter(({ key }) => !gone.includes(key)),
      }));
      for (const key of gone) await this.#keeper.drop(key);
    }
    const current = keptBuild(builds, builds.current?.key);
    if (current !== undefined) await this.#keeper.copyAside([current]);
    return allKnown && current !== undefined;
  }

  async #look(): Promise<void> {
    const offer = await this.#hub.offered();
    if (offer === null) return;
    this.#lookedAt = this.#time.now();
    const nowMs = this.#time.clock();
    const builds = await this.#memory.change((was) => offered(was, offer, nowMs));
    if (!isWanted(builds, offer)) return;
    const held = keptBuild(builds, offer.key);
    const build = held ?? (await this.#keeper.gather(offer.key, offer.list, builds.kept));
    if (build === null) {
      // Half written, or a stranger on the line: soon again.
      this.#lookedAt = -Infinity;
      return;
    }
    const now = await this.#memory.change((was) => arrived(was, build, offer.startedMs));
    if (now.waiting !== null) await this.#pages.tellWaiting();
  }

  /** Somebody opens the only page there is, or opens it anew: nobody uses another, and the build that waits has its turn. */
  async #takeTurn(address: string): Promise<void> {
    const { waiting } = await this.#memory.read();
    if (waiting === null) return;
    const open = await this.#pages.all();
    if (open.some((page) => page.address !== address) || open.length > 1) return;
    await this.#memory.changeSoon((now) => tried(now, waiting));
  }

  async #prove(): Promise<boolean> {
    const builds = await this.#memory.read();
    let toldOf = false;
    for (const { key, pages } of await this.#keeper.prove(builds.kept)) {
      // Where one file is spoiled others are: all are mended before the page asks for the next.
      const build = keptBuild(builds, key);
      if (build !== undefined && !(await this.#isMended(build, builds))) this.#broken.add(key);
      for (const id of pages) {
        const page = await this.#pages.get(id);
        if (page === null || this.#restarted.has(id)) continue;
        toldOf = true;
        await this.#memory.change((builds) => forgiven(builds, page.address));
        await this.#startAnewOnce(id);
      }
    }
    return toldOf;
  }

  async #startAnewOnce(id: string): Promise<void> {
    if (id === '' || this.#restarted.has(id)) return;
    this.#restarted.add(id);
    if (this.#runs.has(id)) await this.#pages.askToStartAnew(id);
    else await this.#pages.startAnew(id);
  }

  async #isMended(build: Kept, builds: Builds): Promise<boolean> {
    const whole = await this.#keeper.isWhole(build, others(builds, build));
    if (whole) this.#broken.delete(build.key);
    return whole;
  }

  /** A face must stand on the glass in its time. */
  async #expect({ id, address, face }: Opening, build: Kept): Promise<void> {
    await this.#time.wait(build.list.readyWithinMs);
    if (this.#opening.has(id) && !this.#runs.has(id)) await this.#time.wait(OPENING_MS);
    if (this.#runs.has(id)) return;
    const page = await this.#pages.get(id);
    // Closed, it is counted when it is opened again; hidden, it paints nothing and is not to blame.
    if (page === null) return;
    if (page.hidden) return void (await this.#memory.change((builds) => forgiven(builds, address)));
    if (onProbation(await this.#memory.read(), face)) await this.#condemn(build.key, 'too-late');
    else await this.#mendAlone(id);
  }

  /** The only build there is does not come up: a page of it asks nobody for a mended one, so that it is looked for here. */
  async #mendAlone(id: string): Promise<void> {
    await this.look({ now: true });
    const { waiting } = await this.#memory.read();
    if (waiting !== null) await this.#memory.change((now) => tried(now, waiting));
    await this.#pages.startAnew(id);
  }

  async #condemn(key: string, why: Fault): Promise<void> {
    const before = await this.#memory.read();
    await this.#cameBack(before, await this.#memory.change((builds) => condemned(builds, key, why)));
  }

  /** Where a build was found bad, its pages go back to the one that is not. */
  async #cameBack(before: Builds, now: Builds, beingAnswered = ''): Promise<void> {
    const bad = now.bad[now.bad.length - 1];
    if (bad === undefined || isBad(before, bad.key)) return;
    this.#healed('build-rolled-back', bad.id);
    const good = keptBuild(now, serving(now)?.key)?.list.id;
    for (const { id } of await this.#pages.all()) {
      const runs = this.#runs.get(id);
      if (id === beingAnswered) continue;
      if (runs === undefined) await this.#pages.startAnew(id);
      else if (runs !== good) await this.#pages.askToStartAnew(id);
    }
  }
}

const others = (builds: Builds, build: Kept): readonly Kept[] => builds.kept.filter((one) => one !== build);
