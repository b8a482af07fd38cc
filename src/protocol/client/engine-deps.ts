import type { HealedHere, LoadMending } from './mend.ts';
import type { BucketName } from '../../kernel/buckets.ts';
import type { LeaderDeps } from './answers.ts';
import type { SyncStatus } from './api.ts';
import type { Changes } from './changes.ts';
import type { DeviceClock } from './clock.ts';
import type { endDay } from './end-day.ts';
import type { HubProtocol } from './hub-protocol.ts';
import type { ClientStorage, Journal, Timers, Transport } from './ports.ts';

export type LoadEndOfDay = () => Promise<{ readonly endDay: typeof endDay }>;

export interface EngineDeps extends LeaderDeps {
  readonly storage: ClientStorage;
  readonly journal: Journal;
  readonly transport: Transport;
  readonly timers: Timers;
  readonly deviceClock: DeviceClock;
  readonly protocol: HubProtocol;
  readonly limits: { readonly push: number; readonly page: number };
  /** Tells what changed, after it is durable. */
  changed(changes: Changes): void;
  /** What the end of a day asks of a device: loaded by those that hold what ends with it, as no screen does. */
  readonly endOfDay: LoadEndOfDay;
  /** What puts right what is damaged on the disk: loaded where something is, or may be. */
  readonly mending: LoadMending;
  healed(kind: HealedHere): void;
  /** What a bucket's first pages wait for; nothing where it is absent. It must come to an end. */
  readonly readyFor?: ((bucket: BucketName) => Promise<void> | undefined) | undefined;
  /** The store was emptied under the running page: what stands is asked again, and the start is made anew. */
  emptied(): void;
  linkChanged(link: SyncStatus['link']): void;
  unauthorised(): void;
  /** The store or the journal failed; the engine tries again later. */
  failed(error: unknown): void;
}
