import { grantsOf } from '../../src/kernel/grants.ts';
import type { BucketName } from '../../src/kernel/buckets.ts';
import type { Mid } from '../../src/kernel/ids.ts';
import type { Actor } from '../../src/kernel/mutation.ts';
import type { Kind } from '../../src/kernel/rows.ts';
import type { ArgsOf, MutationName } from '../../src/kernel/mutation.ts';
import { askerOf, speaksFor, type Asker } from '../../src/protocol/hub/asker.ts';
import type { Made } from '../../src/protocol/client/api.ts';
import * as endOfDay from '../../src/protocol/client/end-day.ts';
import * as exchange from '../../src/protocol/client/exchange.ts';
import * as reports from '../../src/protocol/client/reports.ts';
import * as mend from '../../src/protocol/client/mend.ts';
import type { HealedHere } from '../../src/protocol/client/mend.ts';
import { openClient, type Client, type Notice } from '../../src/protocol/client/open-client.ts';
import { Making } from '../../src/protocol/client/making.ts';
import type {
  Poke,
  PullPage,
  PullRequest,
  PushAnswer,
  PushRequest,
  ReportAnswer,
  ReportRequest,
} from '../../src/protocol/wire/wire.ts';
import type { ClientStorage, Journal, Reply, Transport } from '../../src/protocol/client/ports.ts';
import { sealSettled } from '../../src/protocol/client/seal-settled.ts';
import { bytesOf } from '../../src/store/sealed/key-bytes.ts';
import { sealFor } from '../../src/store/sealed/seal-for.ts';
import { claimArgs, today, type Build } from './builds.ts';
import type { Disk } from './disk.ts';
import { Life } from './life.ts';
import { Liar } from './lies.ts';
import { MemoryStorage } from './memory-storage.ts';
import type { Cookies, SignIns } from './sign-ins.ts';
import { SimJournal } from './sim-journal.ts';
import type { World } from './world.ts';
import { UTC_OFFSET } from './seed-rows.ts';

/** Small pushes and pages, so that a queue and a pull need several. */
const LIMITS = { push: 3, page: 5 };

interface Page {
  readonly life: Life;
  readonly storage: ClientStorage;
  readonly journal: Journal;
  /** Null while it opens. */
  client: Client | null;
}

/** A machine with a browser: its disk outlives its pages. */
export class SimDevice {
  readonly name: string;
  readonly actor: Actor;
  readonly disk: Disk;
  readonly #world: World;
  /** Whether its network cable is in. */
  online = true;
  /** Whether the hub knows its token. */
  authorised = true;
  /** Buckets taken away from it for now. */
  revoked: readonly BucketName[] = [];
  /** What its wall clock is off by; a flat battery starts it in 1970. */
  clockOffMs = 0;
  /** The build that its next page is of. */
  build: Build = today;
  /** Who is signed in on the console whose page this is; null for a device that acts by itself. */
  readonly signIns: SignIns | null;
  /** The open ones, the one that leads first. */
  readonly #pages: Page[] = [];
  #boots = 0;
  /** What it has put right by itself. */
  readonly healed: HealedHere[] = [];

  constructor(world: World, name: string, actor: Actor, disk: Disk, signIns: SignIns | null) {
    this.#world = world;
    this.name = name;
    this.actor = actor;
    this.disk = disk;
    this.signIns = signIns;
  }

  get grants(): readonly BucketName[] {
    return grantsOf(this.actor).filter((bucket) => !this.revoked.includes(bucket));
  }

  /** The client of the page that leads. */
  get client(): Client | null {
    return this.#pages[0]?.client ?? null;
  }

  get running(): boolean {
    return this.client !== null;
  }

  /** Starts a page, to crash after so many steps of its disk if that is its fate. */
  boot(crashAfter: number | null): void {
    if (this.#pages.length > 0) return;
    const life = this.#open();
    if (crashAfter !== null) life.crashAfter(crashAfter, (where) => this.#died(`crashed as its ${where}`));
  }

  /** Opens a second page beside the one that leads. */
  openBeside(): void {
    if (this.#pages.length === 1) this.#open();
  }

  /** Its store turns out to be beyond repair while its pages are open: they go on in a new one. */
  renew(): void {
    this.#world.trace(() => `${this.name} renews its store`);
    this.disk.renewStore();
    for (const { client } of this.#pages) client?.storeReopened();
  }

  /** One of two pages is closed, perhaps in the middle of something; the machine stays on, and the other leads. */
  closeOne(): void {
    if (this.#pages.length < 2) return;
    const page = this.#world.chance.pick(this.#pages);
    this.#world.trace(
      () => `${this.name} closes ${page === this.#pages[0] ? 'the page that leads' : 'a page'}`,
    );
    const led = page === this.#pages[0];
    page.life.end();
    this.#pages.splice(this.#pages.indexOf(page), 1);
    if (led && this.client !== null) this.#lead(this.client);
  }

  /** The journal of one of its pages stands still for a while, as that of a page in the background. */
  hold(ms: number): void {
    const [page] = this.#pages.slice(-1);
    page?.life.hold(ms);
  }

  /** What its hub has is sealed under a key of the hub's. */
  seal(): void {
    const world = this.#world;
    const page = this.#pages[0];
    if (page === undefined || page.client === null || !this.online || !world.hub.up) return;
    const { deviceId } = this.actor;
    const seal = sealFor(bytesOf(world.hub.sync.sealingKey(deviceId)), deviceId);
    void sealSettled(page.storage, page.journal, seal).then(
      () => world.trace(() => `${this.name} seals what its hub has`),
      (error: unknown) => world.noteFailure(this, error),
    );
  }

  /** Everything it shows is looked at. */
  look(): void {
    const { client } = this;
    if (client === null) return;
    const scopes = ['city', 'centre', 'kiosk', 'staff', 'people', 'audit', 'device'] as const;
    void client
      .query(async (view) => {
        for (const scope of scopes)
          for (const kind of Object.keys(this.build.nouns.rowKinds) as Kind[]) await view.list(scope, kind);
      })
      .catch((error: unknown) => this.#world.noteFailure(this, error));
  }

  /** No fate hangs over its pages any more. */
  spare(): void {
    for (const { life } of this.#pages) life.spare();
  }

  #open(): Life {
    const world = this.#world;
    this.#boots += 1;
    const bootId = `${this.name}.${this.#boots}`;
    const life = new Life(world.time, () => world.slowness());
    const chance = world.chance.fork();
    const bornAt = world.time.now;
    const tamper = world.tamper;
    const storage = new MemoryStorage(this.disk, life, tamper.storage?.(this.disk) ?? {}, (changes) =>
      world.watcher.committed(this, changes),
    );
    const journal = new SimJournal(this.disk, life, {
      time: world.time,
      chance: world.chance.fork(),
      full: () => world.journalFails(),
      tamper: tamper.files ?? {},
      forgetful: tamper.journalForgets === true,
      broken: (violation) => world.breaks(violation),
    });
    const page: Page = { life, storage, journal, client: null };
    this.#pages.push(page);
    void openClient({
      Making,
      storage,
      journal,
      transport: new Liar(world.chance.fork(), () => world.lies, tamper.believing).before(
        this.#transport(life),
      ),
      clock: {
        wall: () => world.time.now + this.clockOffMs,
        monotonic: () => world.time.now - bornAt,
        bootId,
      },
      timers: { after: (ms, run) => world.time.after(ms, () => (life.over ? undefined : run())) },
      random: { next: () => chance.next(), uuid7: (nowMs) => chance.uuid7(nowMs) },
      actor: this.actor,
      nouns: tamper.nouns?.(this.build) ?? this.build.nouns,
      utcOffsetMinutes: UTC_OFFSET,
      limits: LIMITS,
      endOfDay: async () => endOfDay,
      exchange: async () => exchange,
      reporting: async () => reports,
      mending: async () => {
        await tamper.mendingComes?.();
        return { ...mend, ...tamper.mending };
      },
      healed: (kind) => this.healed.push(kind),
      failed: (error) => world.noteFailure(this, error),
    }).then(
      (client) => this.#started(page, client),
      (error: unknown) => world.noteFailure(this, error),
    );
    return life;
  }

  #started(page: Page, client: Client): void {
    if (page.life.over) return;
    page.client = client;
    client.onChanged((notice) => this.#tellOthers(page, notice));
    this.#world.trace(() => `${this.name} ${page === this.#pages[0] ? 'starts' : 'opens a second page'}`);
    if (page === this.#pages[0]) this.#lead(client);
  }

  #tellOthers(from: Page, notice: Notice): void {
    for (const page of this.#pages) {
      if (page === from) continue;
      this.#world.time.after(1, () => (page.life.over ? undefined : page.client?.noticeChanged(notice)));
    }
  }

  #lead(client: Client): void {
    const world = this.#world;
    const { build } = this;
    // From its first write on, today's build shows nothing of what it does not know.
    if (build.name === 'today') this.disk.ofNextBuild = false;
    void client.start().then(
      () => {
        // Store and journal have been made to agree.
        this.disk.storeWhole = true;
        this.disk.journalWhole = world.fullJournal === 0;
        this.disk.ofNextBuild = build.name === 'next';
        client.setLive(true);
      },
      (error: unknown) => world.noteFailure(this, error),
    );
  }

  /** Its pages end as when the power goes. */
  crash(): void {
    if (this.#pages.length > 0) this.#died('crashes');
  }

  /** The end of the history. */
  end(): void {
    for (const { life } of this.#pages) life.end();
  }

  /** Makes a change and, when it is shown as saved, remembers that it was. */
  mutate<N extends MutationName>(name: N, args: ArgsOf<N>, saved: (mid: Mid) => void): void {
    if (this.client === null) return;
    const client = this.#world.chance.pick(this.#pages).client ?? this.client;
    const world = this.#world;
    const madeAt = world.time.now;
    const sent = name === 'checkin.claim' ? (claimArgs(this.build, { ...args }) as ArgsOf<N>) : args;
    void client.mutate(name, sent).then(
      (made: Made) => {
        world.trace(
          () => `${this.name} ${name} ${JSON.stringify(args)} → ${made.ok ? `✓ ${made.mid}` : made.code}`,
        );
        if (!made.ok) return;
        world.book.saved(this, made.mid, name, args, madeAt);
        saved(made.mid);
      },
      (error: unknown) => world.noteFailure(this, error),
    );
  }

  /** A live hint of the hub, made at sending under the grants of that moment. */
  hear(poke: Poke): void {
    const listens = this.online && this.authorised && this.#whose(this.#cookies()) === this.actor;
    if (!listens || !this.grants.includes(poke.bucket)) return;
    const delay = this.#world.network.delay();
    const [page] = this.#pages;
    if (delay === null || page === undefined) return;
    this.#world.time.after(delay, () => {
      if (!page.life.over) page.client?.onPoke(poke);
    });
  }

  #died(how: string): void {
    this.#world.trace(() => `${this.name} ${how}`);
    for (const { life } of this.#pages.splice(0)) life.end();
    this.disk.crash(this.#world.chance);
    this.#world.watcher.afterCrash(this);
  }

  #transport(life: Life): Transport {
    const world = this.#world;
    // A request takes along the cookies of the moment it leaves; what they are worth is seen when it arrives.
    const now = (): Transport => {
      const cookies = this.#cookies();
      return world.network.transport(life, () => {
        if (!this.online || !world.hub.up) return null;
        return {
          process: world.hub.process,
          push: (request: PushRequest) => this.#push(request, cookies),
          pull: (request: PullRequest) => this.#pull(request, cookies),
          report: (request: ReportRequest) => this.#report(request, cookies),
        };
      });
    };
    const plain: Transport = {
      push: (request) => now().push(request),
      pull: (request) => now().pull(request),
      report: (request) => now().report(request),
    };
    return world.tamper.transport?.(this, plain) ?? plain;
  }

  async #push(request: PushRequest, cookies: Cookies | null): Promise<Reply<PushAnswer>> {
    const who = this.#identity(cookies);
    if (who === null) return UNAUTHORISED;
    const world = this.#world;
    world.book.seen(request.muts);
    const { deviceId } = this.actor;
    if (request.deviceWall !== undefined)
      world.hub.sync.time.hear({ deviceId, address: deviceId }, request.deviceWall);
    const asked = world.tamper.request?.(this, request, who) ?? {
      request,
      answer: (answer: PushAnswer) => answer,
    };
    const given = await world.hub.push(who, asked.request);
    if ('otherActor' in given) return UNAUTHORISED;
    const answer = asked.answer(given);
    world.trace(
      () =>
        `${this.name} push ${request.clientId.slice(-4)} [${request.muts.map((mut) => `${mut.seq}:${mut.mid.slice(-4)}`).join(' ')}] → ${answer.type} last ${answer.last} safe ${answer.safe} epoch ${answer.epoch}`,
    );
    if (answer.type === 'done') {
      world.book.told(world.hub.era, answer.results, answer.hubNow, world.time.now);
      for (const { mid, status } of answer.results) if (status === 'held') world.watcher.held(mid);
    }
    return { ok: true, value: world.tamper.answers?.(this, answer) ?? answer };
  }

  async #pull(request: PullRequest, cookies: Cookies | null): Promise<Reply<PullPage>> {
    const who = this.#identity(cookies);
    if (who === null) return UNAUTHORISED;
    const world = this.#world;
    const asked = world.tamper.pulled?.(this, request, who) ?? { request, answer: (page: PullPage) => page };
    const given = await world.hub.pull(who, asked.request);
    if ('otherActor' in given) return UNAUTHORISED;
    const page = asked.answer(given);
    world.trace(
      () =>
        `${this.name} pull ${page.bucket} from ${request.cursor?.version ?? '-'} → ${page.rows.length} rows to ${page.cursor.version}${page.reset ? ' reset' : ''}${page.more ? ' more' : ''} last ${page.last} epoch ${page.epoch}`,
    );
    return { ok: true, value: world.tamper.answers?.(this, page) ?? page };
  }

  async #report(request: ReportRequest, cookies: Cookies | null): Promise<Reply<ReportAnswer>> {
    const who = this.#identity(cookies);
    if (who === null || !speaksFor(who, request)) return UNAUTHORISED;
    return { ok: true, value: { taken: await this.#world.hub.sync.report(who, request.reports) } };
  }

  #cookies(): Cookies | null {
    return this.signIns?.cookies ?? null;
  }

  #whose(cookies: Cookies | null): Actor | undefined {
    return this.signIns === null || cookies === null ? this.actor : this.signIns.whose(cookies);
  }

  /** Whom the hub takes a request for; null when it knows nobody by these cookies. */
  #identity(cookies: Cookies | null): Asker | null {
    const actor = this.authorised ? this.#whose(cookies) : undefined;
    if (actor === undefined) return null;
    return actor === this.actor ? askerOf(actor, this.grants) : askerOf(actor);
  }
}

const UNAUTHORISED = { ok: false, error: { type: 'unauthorised' } } as const;
