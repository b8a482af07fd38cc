import type { recordWords } from '../../features/registry.ts';
import { id } from '../../kernel/ids.ts';
import type { MutationName } from '../../kernel/mutation.ts';
import type { HubSync } from '../sync/api.ts';
import { systemRandom } from '../sync/hub-random.ts';
import type { Visitor } from './authentication.ts';

/** What staff do past the mutations: who comes in, by which device, and who is shown out. Nouns give the words. */
type Deed = Exclude<keyof typeof recordWords, MutationName>;

/** Writes such deeds where the mutations' audit is, for the manager. */
export class Audit {
  readonly #sync: HubSync;

  constructor(sync: HubSync) {
    this.#sync = sync;
  }

  /** `subject` is what it was done to, as `kind/id`. */
  async note(
    { account, device }: Pick<Visitor, 'account' | 'device'>,
    deed: Deed,
    subject: string,
  ): Promise<void> {
    const receivedAtMs = this.#sync.now();
    const mid = id<'Mid'>(systemRandom.uuid7(receivedAtMs));
    await this.#sync.write(device.centreId, (tx) =>
      tx.put('audit', 'audit', mid, {
        id: mid,
        name: deed,
        by: account?.name ?? device.deviceId,
        deviceId: device.deviceId,
        subject: [subject],
        receivedAtMs,
      }),
    );
  }
}
