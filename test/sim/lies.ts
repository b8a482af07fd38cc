import type { Guard } from '../../src/kernel/guards.ts';
import { believed, type KnownHub } from '../../src/protocol/client/believe.ts';
import { judge } from '../../src/protocol/client/judge.ts';
import type { Reply, Transport } from '../../src/protocol/client/ports.ts';
import { isPullPage, isPushAnswer, isReportAnswer } from '../../src/protocol/wire/checks.ts';
import type { Chance } from './random.ts';

/** What a device makes of whatever comes back: see `mechanisms.ts`. */
export type Believing = <T>(told: Told, hub: KnownHub, isAnswer: Guard<T>) => Reply<T>;

interface Told {
  readonly status: number;
  readonly hub: string | null;
  readonly body: unknown;
}

const AWAY = { ok: false, error: { type: 'away' } } as const;
const UNAUTHORISED = { ok: false, error: { type: 'unauthorised' } } as const;

/** As the store's transport does. */
export const believing: Believing = (told, hub, isAnswer) => {
  const value = believed(told, hub, isAnswer);
  if (value !== undefined) return { ok: true, value };
  const judgement = judge(told, hub, { isAnswer, mayBeOlder: true });
  if (judgement.type === 'older') return { ok: true, value: judgement.value };
  return judgement.type === 'refusal' && told.status === 401 ? UNAUTHORISED : AWAY;
};

/** A hub remembered as a profile remembers it. */
export class Remembered implements KnownHub {
  /** Its pairing has told it. */
  #id: string | null = 'ours';
  id(): string | null {
    return this.#id;
  }
  heard(id: string): void {
    this.#id = id;
  }
}

/** Somebody on the line answers in the hub's place now and then, or spoils what it says. */
export class Liar {
  readonly #chance: Chance;
  readonly #known = new Remembered();
  readonly #believing: Believing;
  readonly #lies: () => number;

  constructor(chance: Chance, lies: () => number, how: Believing = believing) {
    this.#chance = chance;
    this.#lies = lies;
    this.#believing = how;
  }

  before(line: Transport): Transport {
    return {
      push: async (request) =>
        this.#told(
          await line.push(request),
          (value): value is never => isPushAnswer(value) && value.clientId === request.clientId,
        ),
      pull: async (request) =>
        this.#told(
          await line.pull(request),
          (value): value is never =>
            isPullPage(value) && value.clientId === request.clientId && value.bucket === request.bucket,
        ),
      report: async (request) => this.#told(await line.report(request), isReportAnswer),
    };
  }

  #told<T>(reply: Reply<T>, isAnswer: Guard<NoInfer<T>>): Reply<T> {
    // What the network has lost is lost; a lie about a refusal is the lie alone.
    const truth = { status: 200, hub: 'ours', body: reply.ok ? reply.value : {} };
    if (this.#chance.is(this.#lies())) return this.#believing(this.#lie(truth), this.#known, isAnswer);
    return reply.ok ? this.#believing(truth, this.#known, isAnswer) : reply;
  }

  #lie(truth: Told): Told {
    const nobody = { hub: null };
    return this.#chance.pick<() => Told>([
      () => ({ ...nobody, status: 200, body: undefined }),
      () => ({ ...nobody, status: 200, body: { result: 'ok', code: 0 } }),
      () => ({ ...nobody, status: 401, body: undefined }),
      () => ({ ...truth, hub: 'the neighbours' }),
      () => ({
        status: 401,
        hub: 'the neighbours',
        body: { type: 'urn:leling:unknown-device', status: 401 },
      }),
      () => ({ ...truth, body: bent(truth.body) }),
    ])();
  }
}

/** The same with its numbers made what no number of a hub's is. */
const bent = (body: unknown): unknown =>
  JSON.parse(
    JSON.stringify(body, (_key, value: unknown) => (typeof value === 'number' ? -1 - value / 2 : value)),
  );
