import type { Reply, Transport } from '../../src/protocol/client/ports.ts';
import type {
  PullPage,
  PullRequest,
  PushAnswer,
  PushRequest,
  ReportAnswer,
  ReportRequest,
} from '../../src/protocol/wire/wire.ts';
import type { Life } from './life.ts';
import type { Chance } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How bad the network is: probabilities a message, and the longest delay in ms. */
export interface Weather {
  readonly loss: number;
  readonly duplicate: number;
  readonly slow: number;
  readonly delayMs: number;
}
export const CALM: Weather = { loss: 0, duplicate: 0, slow: 0, delayMs: 5 };

/** A client gives up on an answer after this. */
const PATIENCE_MS = 15_000;
/** A message that the network keeps back this long arrives after newer ones. */
const SLOW_MS = 25_000;

/** The hub's end of the line. Null when nobody is there. */
export interface HubEnd {
  push(request: PushRequest): Promise<Reply<PushAnswer>>;
  pull(request: PullRequest): Promise<Reply<PullPage>>;
  report(request: ReportRequest): Promise<Reply<ReportAnswer>>;
  /** Changes when the hub's process does: what an older one had begun is never answered. */
  readonly process: number;
}

/** Carries requests and answers as bytes do: copied, late, twice, in another order, or not at all. */
export class Network {
  weather: Weather = CALM;
  readonly #time: VirtualTime;
  readonly #chance: Chance;

  constructor(time: VirtualTime, chance: Chance) {
    this.#time = time;
    this.#chance = chance;
  }

  /** One page's way to the hub. */
  transport(life: Life, hubEnd: () => HubEnd | null): Transport {
    return {
      push: (request) => this.#exchange(life, hubEnd, (hub) => hub.push(copied(request))),
      pull: (request) => this.#exchange(life, hubEnd, (hub) => hub.pull(copied(request))),
      report: (request) => this.#exchange(life, hubEnd, (hub) => hub.report(copied(request))),
    };
  }

  /** How long one message takes; null when it never arrives. */
  delay(): number | null {
    const { loss, slow, delayMs } = this.weather;
    if (this.#chance.is(loss)) return null;
    if (this.#chance.is(slow)) return this.#chance.next() * SLOW_MS;
    return this.#chance.next() * delayMs;
  }

  #exchange<T>(
    life: Life,
    hubEnd: () => HubEnd | null,
    ask: (hub: HubEnd) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    return new Promise((resolve) => {
      const answer = (reply: Reply<T>): void => {
        if (!life.over) resolve(reply);
      };
      this.#time.after(PATIENCE_MS, () => answer(AWAY));
      const send = (): void => {
        const there = this.delay();
        if (there === null) return;
        this.#time.after(there, () => {
          const hub = hubEnd();
          if (hub === null) return answer(AWAY);
          const { process } = hub;
          void ask(hub)
            .catch(fault)
            .then((reply) => {
              const back = this.delay();
              if (back === null || hubEnd()?.process !== process) return;
              const arriving = copied(reply);
              this.#time.after(back, () => answer(arriving));
            });
        });
      };
      send();
      if (this.#chance.is(this.weather.duplicate)) send();
    });
  }
}

const AWAY = { ok: false, error: { type: 'away' } } as const;
/** What a route answers when the hub throws. */
const fault = (error: unknown) =>
  ({ ok: false, error: { type: 'problem', status: 500, detail: String(error) } }) as const;
const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
