import { grantsOf } from '../../src/kernel/grants.ts';
import type { BucketName } from '../../src/kernel/buckets.ts';
import type { Mid } from '../../src/kernel/ids.ts';
import type { Actor } from '../../src/kernel/mutation.ts';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import type { ArgsOf, MutationName } from '../../src/kernel/mutation.ts';
import type { Made } from '../../src/protocol/client/api.ts';
import { openClient, type Client } from '../../src/protocol/client/open-client.ts';
import type {
  Poke,
  PullPage,
  PullRequest,
  PushAnswer,
  PushRequest,
  ReportAnswer,
  ReportRequest,
} from '../../src/protocol/wire/wire.ts';
import type { Reply, Transport } from '../../src/protocol/client/ports.ts';
import type { Disk } from './disk.ts';
import { Life } from './life.ts';
import { MemoryJournal } from './memory-journal.ts';
import { MemoryStorage } from './memory-storage.ts';
import type { World } from './world.ts';
import { UTC_OFFSET } from './seed-rows.ts';

/** Small pushes and pages, so that a queue and a pull need several. */
const LIMITS = { push: 3, page: 5 };

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
  client: Client | null = null;
  life: Life | null = null;
  #boots = 0;

  constructor(world: World, name: string, actor: Actor, disk: Disk) {
    this.#world = world;
    this.name = name;
    this.actor = actor;
    this.disk = disk;
  }

  get grants(): readonly BucketName[] {
    return grantsOf(this.actor).filter((bucket) => !this.revoked.includes(bucket));
  }

  get running(): boolean {
    return this.client !== null;
  }

  /** Starts a page, to crash after so many steps of its disk if that is its fate. */
  boot(crashAfter: number | null): void {
    if (this.life !== null) return;
    const world = this.#world;
    this.#boots += 1;
    const bootId = `${this.name}.${this.#boots}`;
    const life = new Life(world.time, () => world.slowness());
    this.life = life;
    if (crashAfter !== null) life.crashAfter(crashAfter, (where) => this.#died(`crashed as its ${where}`));
    const chance = world.chance.fork();
    const bornAt = world.time.now;
    const tamper = world.tamper;
    void openClient({
      storage: new MemoryStorage(this.disk, life, tamper.storage?.(this.disk) ?? {}, (changes) =>
        world.watcher.committed(this, changes),
      ),
      journal: new MemoryJournal(this.disk, life, {
        forgetful: tamper.journalForgets === true,
        fails: () => world.journalFails(),
      }),
      transport: this.#transport(life),
      clock: {
        wall: () => world.time.now + this.clockOffMs,
        monotonic: () => world.time.now - bornAt,
        bootId,
      },
      timers: { after: (ms, run) => world.time.after(ms, () => (life.over ? undefined : run())) },
      random: { next: () => chance.next(), uuid7: (nowMs) => chance.uuid7(nowMs) },
      actor: this.actor,
      nouns: { mutations, rowKinds },
      utcOffsetMinutes: UTC_OFFSET,
      limits: LIMITS,
      failed: (error) => world.noteFailure(this, error),
    }).then(
      (client) => this.#started(client),
      (error: unknown) => world.noteFailure(this, error),
    );
  }

  #started(client: Client): void {
    const world = this.#world;
    this.client = client;
    world.trace(() => `${this.name} starts`);
    void client.start().then(
      () => {
        // Store and journal have been made to agree.
        this.disk.journalWhole = world.fullJournal === 0;
        client.setLive(true);
      },
      (error: unknown) => world.noteFailure(this, error),
    );
  }

  /** The page ends as when the power goes. */
  crash(): void {
    if (this.life === null) return;
    this.life.end();
    this.#died('crashes');
  }

  /** Makes a change and, when it is shown as saved, remembers that it was. */
  mutate<N extends MutationName>(name: N, args: ArgsOf<N>, saved: (mid: Mid) => void): void {
    const { client } = this;
    if (client === null) return;
    const world = this.#world;
    const madeAt = world.time.now;
    void client.mutate(name, args).then(
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
    if (!this.online || !this.authorised || !this.grants.includes(poke.bucket)) return;
    const delay = this.#world.network.delay();
    const { life } = this;
    if (delay === null || life === null) return;
    this.#world.time.after(delay, () => {
      if (!life.over) this.client?.onPoke(poke);
    });
  }

  #died(how: string): void {
    this.#world.trace(() => `${this.name} ${how}`);
    this.disk.crash(this.#world.chance.between(0, this.disk.unsynced.length));
    this.client = null;
    this.life = null;
    this.#world.watcher.afterCrash(this);
  }

  #transport(life: Life): Transport {
    const world = this.#world;
    const plain = world.network.transport(life, () => {
      if (!this.online || !world.hub.up) return null;
      return {
        process: world.hub.process,
        push: (request: PushRequest) => this.#push(request),
        pull: (request: PullRequest) => this.#pull(request),
        report: (request: ReportRequest) => this.#report(request),
      };
    });
    return world.tamper.transport?.(this, plain) ?? plain;
  }

  async #push(request: PushRequest): Promise<Reply<PushAnswer>> {
    if (!this.authorised) return { ok: false, error: { type: 'unauthorised' } };
    const world = this.#world;
    world.book.seen(request.muts);
    const asked = world.tamper.request?.(this, request) ?? {
      request,
      answer: (answer: PushAnswer) => answer,
    };
    const answer = asked.answer(await world.hub.push(this.#identity(), asked.request));
    world.trace(
      () =>
        `${this.name} push ${request.clientId.slice(-4)} [${request.muts.map((mut) => `${mut.seq}:${mut.mid.slice(-4)}`).join(' ')}] → ${answer.type} last ${answer.last} safe ${answer.safe} epoch ${answer.epoch}`,
    );
    if (answer.type === 'done') world.book.told(world.hub.era, answer.results);
    return { ok: true, value: world.tamper.answers?.(this, answer) ?? answer };
  }

  async #pull(request: PullRequest): Promise<Reply<PullPage>> {
    if (!this.authorised) return { ok: false, error: { type: 'unauthorised' } };
    const world = this.#world;
    const asked = world.tamper.pulled?.(this, request) ?? { request, answer: (page: PullPage) => page };
    const page = asked.answer(await world.hub.pull(this.#identity(), asked.request));
    world.trace(
      () =>
        `${this.name} pull ${page.bucket} from ${request.cursor?.version ?? '-'} → ${page.rows.length} rows to ${page.cursor.version}${page.reset ? ' reset' : ''}${page.more ? ' more' : ''} last ${page.last} epoch ${page.epoch}`,
    );
    return { ok: true, value: world.tamper.answers?.(this, page) ?? page };
  }

  async #report({ reports }: ReportRequest): Promise<Reply<ReportAnswer>> {
    if (!this.authorised) return { ok: false, error: { type: 'unauthorised' } };
    return { ok: true, value: { taken: await this.#world.hub.sync.report(this.#identity(), reports) } };
  }

  #identity() {
    const actorKey = this.actor.type === 'staff' ? this.actor.accountId : 'device';
    return { actor: this.actor, owner: `${this.actor.deviceId}/${actorKey}`, grants: this.grants };
  }
}
