import type { BucketName } from '../../kernel/buckets.ts';
import type { Mid } from '../../kernel/ids.ts';
import { actorKeyOf } from '../../kernel/mutation.ts';
import type { PushAnswer, PushRequest, WireMutation } from '../wire/wire.ts';
import { askedBy, type Asked } from './answers.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { Trouble } from './ports.ts';
import type { LeaderActions } from './bucket-puller.ts';
import { FRUITLESS_LIMIT, UNSETTLED } from './fruitless.ts';
import { outgoing, takePush } from './take-push-answer.ts';
import type { ClientRecord, Entry } from './records.ts';

/** Pushes in a row before pulls get a turn: applying a page runs the whole outbox again. */
const PUSHES_IN_A_ROW = 120;

/** What the sender asks of the engine. */
export interface SenderActions extends LeaderActions {
  /** The client as it is on disk. */
  lookUp(): Promise<ClientRecord>;
  /** Whether the hub is to be asked first who it is, with nothing sent: it has not been heard, or not since a trouble. */
  greets(): boolean;
  answered(): void;
  /** Buckets whose base does not yet show what was acknowledged. */
  behind(buckets: ReadonlySet<BucketName>): void;
  /** The world changed: everything is to be pulled. */
  allBehind(): void;
}

/** Brings the outbox to the hub. */
export class OutboxSender {
  readonly #deps: EngineDeps;
  readonly #actions: SenderActions;
  /** How many mutations go in one push: fewer after one that was refused whole. */
  #batch: number;
  /** One that no hub takes at its size: it goes without its arguments, to end refused, and the others go on. */
  #oversized: Mid | null = null;

  constructor(deps: EngineDeps, actions: SenderActions) {
    this.#deps = deps;
    this.#actions = actions;
    this.#batch = deps.limits.push;
  }

  /** Sends the outbox in order. The next push leaves while the last answer is being written down. */
  async push(from: ClientRecord, current: () => boolean): Promise<Trouble | null> {
    let client = from;
    let sentTo = 0;
    let storing: Promise<ClientRecord | null> | null = null;
    let fruitless = 0;
    for (let pushes = 0; pushes < PUSHES_IN_A_ROW && current(); pushes += 1) {
      const limit = Math.min(this.#batch, this.#deps.protocol.pushLimit);
      // Whoever answers now may be somebody else: what waits stays here until the hub has answered.
      const greets = this.#actions.greets();
      const batch = greets ? [] : this.#deps.pending.unsent(sentTo, limit);
      if (batch.length === 0 && !greets) break;
      const asked = askedBy(client);
      const muts = batch.map((entry) => this.#outgoing(entry));
      const askedMono = this.#deps.clock.monotonic();
      const { ownWall } = this.#deps.deviceClock;
      const reply = await this.#deps.transport.push({
        ...this.#askedAs(),
        clientId: asked.clientId,
        epoch: asked.epoch,
        muts,
        ...(ownWall === undefined ? {} : { deviceWall: ownWall }),
      });
      const stored: ClientRecord | null = storing === null ? client : await storing;
      storing = null;
      if (!current()) return null;
      if (!reply.ok) {
        if (this.#deps.protocol.steppedDown(reply.error)) continue;
        return this.#smaller(reply.error, batch);
      }
      this.#deps.protocol.heard(reply.value);
      const answer: PushAnswer = reply.value;
      this.#deps.deviceClock.confirm(answer, askedMono);
      this.#actions.answered();
      const advances = answer.type === 'done' && answer.results.length > 0;
      fruitless = advances ? 0 : fruitless + 1;
      if (fruitless === FRUITLESS_LIMIT) return UNSETTLED;

      const next = this.#store(asked, batch[0]?.mut.seq ?? Infinity, answer);
      const same = answer.epoch === asked.epoch && answer.grantHash === asked.grantHash && stored !== null;
      if (advances && same && answer.results.length === batch.length) {
        this.#batch = Math.min(this.#deps.limits.push, this.#batch * 2);
        sentTo = batch[batch.length - 1]?.mut.seq ?? sentTo;
        storing = next;
        // Its failure is met where it is awaited, after the next answer.
        storing.catch(() => undefined);
      } else {
        client = (await next) ?? (await this.#actions.lookUp());
        sentTo = 0;
      }
    }
    if (storing !== null) await storing;
    return null;
  }

  /** Whom a push is for. A hub of protocol 1 refuses a body that says so, and hears it in the address alone. */
  #askedAs(): Pick<PushRequest, 'protocol' | 'actor'> {
    const { protocol, setting } = this.#deps;
    const actor = actorKeyOf(setting.actor);
    return protocol.spoken === 1 ? { actor } : { protocol: protocol.spoken, actor };
  }

  /** Writes an answer down. Null when it was dropped. */
  async #store(asked: Asked, sentFrom: number, answer: PushAnswer): Promise<ClientRecord | null> {
    // Relaxed: an acknowledgement that a power cut takes back is asked for again.
    const taken = await this.#actions.write((tx) => takePush(tx, this.#deps, asked, sentFrom, answer), {
      durability: 'relaxed',
      only: this.#deps.pending.isIdle() ? [] : undefined,
    });
    if (taken === null) return null;
    this.#actions.behind(taken.behind);
    const { clientId, epoch, grantHash } = askedBy(taken.client);
    if (asked.clientId !== clientId || asked.epoch !== epoch || asked.grantHash !== grantHash)
      this.#actions.allBehind();
    this.#actions.forget(taken.forget);
    this.#deps.changed(taken.changes);
    return taken.client;
  }

  #outgoing(entry: Entry): WireMutation {
    const mut = outgoing(entry, this.#deps.deviceClock);
    return mut.mid === this.#oversized ? { ...mut, args: null } : mut;
  }

  /** A request that is refused whole may be too large: half of it, next time. */
  #smaller(trouble: Trouble, batch: readonly Entry[]): Trouble {
    if (trouble.type === 'problem' && trouble.status >= 400 && trouble.status < 500) {
      this.#batch = Math.max(1, Math.floor(this.#batch / 2));
      const [only, ...more] = batch;
      if (trouble.status === 413 && only !== undefined && more.length === 0 && isLarge(only))
        this.#oversized = only.mut.mid;
    }
    return trouble;
  }
}

/** What is smaller than this is refused for another reason, whatever is said. */
const LARGE = 64 * 1024;
const isLarge = ({ mut }: Entry): boolean => JSON.stringify(mut.args).length > LARGE;
