import { id } from '../../src/kernel/ids.ts';
import type { PushAnswer, WireMutation } from '../../src/protocol/wire/wire.ts';
import type { Send } from '../bench/support/pusher.ts';
import type { Chance } from '../sim/random.ts';

/** A push whose end nobody has been told, or one that was answered. */
export interface Batch {
  readonly muts: readonly WireMutation[];
  readonly answer: PushAnswer | null;
}

/** A kiosk that checks people in as fast as the hub answers, and remembers what it was told. */
export class BusyDevice {
  readonly #send: Send;
  readonly #chance: Chance;
  readonly #clientId;
  readonly #nextArgs: () => Readonly<Record<string, string>>;
  #epoch: string | null = null;
  #seq = 0;
  #tip: WireMutation['mid'] | null = null;

  constructor(send: Send, chance: Chance, nextArgs: () => Readonly<Record<string, string>>) {
    this.#send = send;
    this.#chance = chance;
    this.#nextArgs = nextArgs;
    this.#clientId = id<'ClientId'>(chance.uuid7(Date.now()));
  }

  /** Pushes until the hub no longer answers, or `most` times. Every batch there was, in order; only the last may be open. */
  async pushOn(most: number, answered: () => void): Promise<readonly Batch[]> {
    const batches: Batch[] = [];
    while (batches.length < most) {
      const muts = Array.from({ length: this.#chance.between(1, 4) }, () => this.#next());
      const answer = await this.again(muts);
      batches.push({ muts, answer });
      if (answer === null) break;
      answered();
    }
    return batches;
  }

  /** The same push again, as after a line that broke. Null when nothing that counts as an answer came. */
  async again(muts: readonly WireMutation[]): Promise<PushAnswer | null> {
    let answer: PushAnswer;
    try {
      const response = await this.#send({ clientId: this.#clientId, epoch: this.#epoch, muts });
      if (response.status === 503) return null;
      if (!response.ok) throw new Refused(`${response.status} ${await response.text()}`);
      answer = await response.json();
    } catch (error) {
      if (error instanceof Refused) throw error;
      // The line broke: before the answer, or within it.
      return null;
    }
    this.#epoch ??= answer.epoch;
    return answer;
  }

  #next(): WireMutation {
    this.#seq += 1;
    const nowMs = Date.now();
    const mid = id<'Mid'>(this.#chance.uuid7(nowMs));
    const prev = this.#tip;
    this.#tip = mid;
    return {
      mid,
      seq: this.#seq,
      prev,
      name: 'checkin.claim',
      v: 1,
      args: this.#nextArgs(),
      deviceTime: nowMs,
      timeQuality: 'confirmed',
      age: 0,
    };
  }
}

/** The hub has answered with what no device can go on from. */
class Refused extends Error {}
