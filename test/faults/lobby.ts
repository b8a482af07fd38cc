import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { cameToday, findByTail, settled } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { inHubFile } from '../support/hub-file.ts';
import { LyingProxy, type Lie } from '../support/lying-proxy.ts';
import { sampleOf } from '../support/sample.ts';
import type { Chance } from '../sim/random.ts';
import type { Fault, Outcome } from './fault.ts';
import { whereabouts } from './whereabouts.ts';

/** Nobody comes to a kiosk's help: what is not back by then will not come back by itself. */
const HEALS_WITHIN_MS = 120_000;
/** A ✓ that the hub has not by then is lost: a kiosk that is let alone asks it but every minute, and a busy machine is slow. */
const ARRIVES_WITHIN_MS = 240_000;

/** Phone tails of members whom nobody shares one with, without a digit doubled: they are typed without a pause. */
const elders: readonly { readonly id: string; readonly tail: string }[] = (() => {
  const all = sampleOf('member').flatMap(({ id, phone }) =>
    phone === null ? [] : [{ id, tail: phone.slice(-4) }],
  );
  return all.filter(({ tail }) => !/(.)\1/.test(tail) && all.filter((one) => one.tail === tail).length === 1);
})();

export interface LobbyOptions {
  /** The folder of the app that the hub serves, where it is not the one of this checkout. */
  readonly app?: string;
  /** There is a network between the two, which may be told to lie. */
  readonly behindLine?: boolean;
  /** How it lies until the kiosk stands: about paths that its page itself does not need. */
  readonly lie?: { readonly how: Lie; readonly about: RegExp };
}

interface ComingBack {
  /** It may have lost what its hub, which is away, would have to tell it, and says so. */
  readonly lacksRows?: boolean;
  /** Runs in each page before its own code. */
  readonly prepare?: () => void;
}

/** A hub and the kiosk in its lobby, to which something is done, and a book of every ✓ that was seen on the glass. */
export class Lobby {
  readonly #seen: string[] = [];
  readonly #untrue: string[] = [];
  #next = 0;
  #kiosk: Page | null = null;
  #healedMs: number | null = null;

  readonly hub: HubProcess;
  readonly profile = new Profile();
  readonly #removeConfig: () => void;
  readonly #line: LyingProxy | null;

  private constructor(hub: HubProcess, line: LyingProxy | null, removeConfig: () => void) {
    this.hub = hub;
    this.#line = line;
    this.#removeConfig = removeConfig;
  }

  /** A fresh centre at half past ten, its kiosk paired and able to start without the hub. */
  static async open({ app, lie, behindLine = lie !== undefined }: LobbyOptions = {}): Promise<Lobby> {
    const config = centreWhereItIs(10, 35);
    const env = { LELING_CONFIG: config.folder, ...(app === undefined ? {} : { LELING_APP: app }) };
    const hub = await startHub({ env });
    const line = behindLine ? await LyingProxy.before(hub.port) : null;
    const lobby = new Lobby(hub, line, config.remove);
    await lobby.profile.open();
    if (lie !== undefined) line?.lie(lie.how, { only: lie.about });
    const link = hub.links.kiosk ?? '';
    lobby.#kiosk = await lobby.profile.face('kiosk', line?.through(link) ?? link);
    await lobby.#home();
    if (lie !== undefined) {
      await line?.hasLied();
      line?.tellTheTruth();
    }
    await lobby.profile.keptOffline(lobby.kiosk);
    return lobby;
  }

  get kiosk(): Page {
    if (this.#kiosk === null) throw new Error('the kiosk is not open');
    return this.#kiosk;
  }

  /** The network between kiosk and hub. */
  get line(): LyingProxy {
    if (this.#line === null) throw new Error('nothing is between the kiosk and its hub');
    return this.#line;
  }

  /** ✓ seen on the glass so far. */
  get ticks(): number {
    return this.#seen.length;
  }

  /** An elder signs in and sees ✓. Returns who it was. */
  async checkIn(): Promise<string> {
    const elder = elders[this.#next];
    this.#next += 1;
    if (elder === undefined) throw new Error('all elders have come');
    const { kiosk } = this;
    await findByTail(kiosk, elder.tail);
    await settled(kiosk);
    await kiosk.locator('ll-pages.names').getByRole('button').first().click();
    await kiosk.getByText('签好了').waitFor();
    this.#seen.push(elder.id);
    return elder.id;
  }

  /** The browser ends as when somebody shuts the kiosk down. */
  async close(): Promise<void> {
    await this.profile.close();
    this.#kiosk = null;
  }

  /** The browser dies where it stands, as when the plug is pulled; what the system had written stays. */
  async kill(): Promise<void> {
    await this.profile.kill();
    this.#kiosk = null;
  }

  /** Waits until the hub has every ✓ so far. */
  async handedOver(): Promise<void> {
    await this.#has(this.#seen);
  }

  /** Starts the browser again at the kiosk's plain address and waits for its home page: nobody touches anything. */
  async comeBack({ lacksRows = false, prepare }: ComingBack = {}): Promise<void> {
    await this.profile.open();
    if (prepare !== undefined) await this.profile.browser.addInitScript(prepare);
    const began = performance.now();
    this.#kiosk = await this.profile.browser.newPage();
    await this.#kiosk.setViewportSize({ width: 1080, height: 1920 });
    // A page that cannot be had at once is asked for by the browser's own retry, as on a real kiosk.
    await this.#kiosk.goto(`${this.#line?.url ?? this.hub.url}/kiosk`, { waitUntil: 'commit' });
    await this.#home(lacksRows);
    this.healed(performance.now() - began);
    await this.#tellsTheCentresTime();
  }

  /** The open page gets over what was done to it, by itself. */
  async getOver(): Promise<void> {
    const began = performance.now();
    await this.#home();
    this.healed(performance.now() - began);
  }

  healed(ms: number): void {
    this.#healedMs = Math.max(this.#healedMs ?? 0, ms);
  }

  /** Notes something on a glass that was not so. */
  untrue(words: string): void {
    this.#untrue.push(words);
  }

  /** With the hub there and the line whole: one more elder comes, and every ✓ ever seen must be there, once. */
  async settle(): Promise<Outcome> {
    await this.checkIn();
    const wanted = new Set(this.#seen);
    const counts = await this.#has(this.#seen);
    const missing = [...wanted].filter((one) => (counts.get(one) ?? 0) === 0);
    const lost = missing.length;
    const traces = lost > 0 ? await whereabouts(missing, this.kiosk, this.hub.dataDir) : [];
    const doubled = this.#seen.filter((one) => (counts.get(one) ?? 0) > 1).length;
    const strangers = [...counts.keys()].filter((one) => !wanted.has(one)).length;
    if (strangers > 0) this.untrue(`${strangers} attendances of people who never saw ✓`);
    if (lost === 0) await this.#countIs(this.#seen.length);
    return { lost, doubled, untrue: this.#untrue, healedMs: this.#healedMs, traces };
  }

  async dispose(): Promise<void> {
    await this.profile.dispose();
    await this.#line?.close();
    await this.hub.dispose();
    this.#removeConfig();
  }

  /** Waits until the hub's book has them, or no longer; returns who is in it, and how often. */
  async #has(wanted: readonly string[]): Promise<Map<string, number>> {
    const until = performance.now() + ARRIVES_WITHIN_MS;
    for (;;) {
      const counts = claimsAt(this.hub.dataDir);
      const all = wanted.every((one) => (counts.get(one) ?? 0) > 0);
      if (all || performance.now() > until) return counts;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** The centre's time of day, or none: never another place's. */
  async #tellsTheCentresTime(): Promise<void> {
    const shown = await this.kiosk.locator('ll-kiosk-date .time').allInnerTexts();
    const wrong = shown.find((said) => !/^上午\s*10:[345]\d$/.test(said.trim()));
    if (wrong !== undefined) this.untrue(`the clock says ${wrong}; it is a little after 10:35`);
  }

  async #home(lacksRows = false): Promise<void> {
    const home = this.kiosk.getByRole('button', { name: '我来签到' });
    const lacking = this.kiosk.getByText('今天的饭菜和活动还看不到');
    await (lacksRows ? home.or(lacking) : home)
      .or(this.kiosk.getByText('签好了'))
      .first()
      .waitFor({ timeout: HEALS_WITHIN_MS });
  }

  /** How many have come, as the glass says it to the last elder; it may still be hearing of the others. */
  async #countIs(wanted: number): Promise<void> {
    const until = performance.now() + HEALS_WITHIN_MS;
    let said = await cameToday(this.kiosk);
    while (said !== wanted && said !== null && performance.now() < until) {
      await this.kiosk.waitForTimeout(200);
      said = await cameToday(this.kiosk);
    }
    // The ✓ has gone, and with it what it said.
    if (said !== wanted && said !== null) this.untrue(`the glass says ${said} have come; ${wanted} have`);
  }
}

/** A kind of damage to a lobby: opened fresh, struck, and settled. */
export const inLobby = (
  name: string,
  says: string,
  strike: (lobby: Lobby, chance: Chance) => Promise<void>,
  options: (chance: Chance) => LobbyOptions = () => ({}),
): Fault => ({
  name,
  says,
  run: (chance) => struck(options(chance), (lobby) => strike(lobby, chance)),
});

/** One round in a lobby. */
export async function struck(
  options: LobbyOptions,
  strike: (lobby: Lobby) => Promise<void>,
): Promise<Outcome> {
  const lobby = await Lobby.open(options);
  try {
    await strike(lobby);
    return await lobby.settle();
  } finally {
    await lobby.dispose();
  }
}

/** Claims not withdrawn, by member, in the hub's book of record. */
export function claimsAt(dataDir: string): Map<string, number> {
  return inHubFile(dataDir, (database) => {
    const rows = database
      .prepare<[], { data: string }>(
        `select data from row where bucket like 'people:%' and kind = 'attendance' and data is not null`,
      )
      .all();
    const counts = new Map<string, number>();
    for (const { data } of rows) {
      const { memberId, claims }: { memberId: string; claims: { withdrawn: boolean }[] } = JSON.parse(data);
      const standing = claims.filter((claim) => !claim.withdrawn).length;
      if (standing > 0) counts.set(memberId, (counts.get(memberId) ?? 0) + standing);
    }
    return counts;
  });
}
