import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isNumber, isText, listOf, shape } from '../kernel/guards.ts';
import type { HubClient } from './hub-client.ts';
import type { SyncState } from './sync-status.ts';

/** One thing that is the matter with the hub, by the word it has for it; a newer hub has words that are not known here. */
export interface HubTroubleLine {
  readonly code: string;
  /** Hub time, Unix ms. */
  readonly since: number;
}

const EVERY_MS = 60_000;
/** While one of these stands, the hub takes no changes: what is made waits on the device. */
const STUCK = ['disk-full', 'read-only', 'disk-failing', 'storage-damaged'] as const;

const isHealth = shape<{ troubles: HubTroubleLine[] }>({
  troubles: listOf(shape<HubTroubleLine>({ code: isText, since: isNumber })),
});

/**
 * What is the matter with the hub, asked of itself: a hub whose disk is full, or whose database is damaged, can write no
 * row that would say so.
 */
export class HubHealthState implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hub: () => HubClient | undefined;
  readonly #sync: SyncState;
  #timer: ReturnType<typeof setInterval> | undefined;
  #wasAway = false;
  #troubles: readonly HubTroubleLine[] = [];

  constructor(host: ReactiveControllerHost, hub: () => HubClient | undefined, sync: SyncState) {
    this.#host = host;
    this.#hub = hub;
    this.#sync = sync;
    host.addController(this);
  }

  /** The gravest first; none while the hub has not been heard. */
  get troubles(): readonly HubTroubleLine[] {
    return this.#troubles;
  }

  /** Why the hub takes no changes, though it answers; null where it takes them, or does not answer. */
  get stuck(): (typeof STUCK)[number] | null {
    return STUCK.find((code) => this.#troubles.some((one) => one.code === code)) ?? null;
  }

  /** Asks again now. */
  async look(): Promise<void> {
    const reply = await this.#hub()?.ask('/api/health', isHealth);
    if (reply === undefined) return;
    this.#troubles = reply.ok ? reply.value.troubles : [];
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.look(), EVERY_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** A push that failed looks like a hub that is away: at once the hub is asked which of the two it is. */
  hostUpdated(): void {
    const away = this.#sync.cutOff === 'away';
    if (away !== this.#wasAway) void this.look();
    this.#wasAway = away;
  }
}
