import { id } from '../../../src/kernel/ids.ts';
import type { Json } from '../../../src/kernel/json.ts';
import type { PushAnswer, WireMutation } from '../../../src/protocol/wire/wire.ts';
import { deviceRandom } from '../../../src/store/device-ports.ts';

/** Sends a body to `/sync/push` as some device. */
export type Send = (body: unknown) => Promise<Response>;

/** As a device that was seeded with its cookie. */
export const asDevice =
  (origin: string, { deviceId, cookie }: { readonly deviceId: string; readonly cookie: string }): Send =>
  (body) =>
    fetch(`${origin}/sync/push?device=${deviceId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });

/** A device's chain over plain HTTP: pushes mutations as the product's client would, without a store behind it. */
export class Pusher {
  readonly #send: Send;
  readonly #clientId = id<'ClientId'>(deviceRandom.uuid7(Date.now()));
  #seq = 0;
  #tip: WireMutation['mid'] | null = null;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Pushes one mutation for each of the arguments, and sees to it that all were carried out, or ended somehow. */
  async push(name: string, all: readonly Json[], ends: 'applied' | 'any' = 'applied'): Promise<void> {
    const muts = all.map((args) => this.#next(name, args));
    const response = await this.#send({ clientId: this.#clientId, epoch: null, muts, reports: [] });
    if (!response.ok) throw new Error(`push: ${response.status} ${await response.text()}`);
    const answer: PushAnswer = await response.json();
    if (answer.type !== 'done') throw new Error(`push ended as ${answer.type}`);
    const bad = ends === 'any' ? undefined : answer.results.find(({ status }) => status !== 'applied');
    if (bad !== undefined || answer.results.length !== all.length)
      throw new Error(`push: ${JSON.stringify(bad ?? answer.results.length)}`);
  }

  #next(name: string, args: Json): WireMutation {
    this.#seq += 1;
    const nowMs = Date.now();
    const mid = id<'Mid'>(deviceRandom.uuid7(nowMs));
    const prev = this.#tip;
    this.#tip = mid;
    return {
      mid,
      seq: this.#seq,
      prev,
      name,
      v: 1,
      args,
      deviceTime: nowMs,
      timeQuality: 'confirmed',
      age: 0,
    };
  }
}
