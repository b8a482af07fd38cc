import { mintEpoch } from '../../protocol/hub/history.ts';
import type { SignCursor } from '../../protocol/hub/pull.ts';
import type { SqlHubDatabase } from '../db/hub-database.ts';
import { cursorSigner } from './cursor-tags.ts';
import type { HubRandom } from './hub-random.ts';
import type { HubTime } from './hub-time.ts';
import { SealedItems, type NotedSecrets } from './sealed-items.ts';

interface RunDeps {
  readonly database: SqlHubDatabase;
  readonly random: HubRandom;
  readonly time: HubTime;
  /** Where the secret that devices seal by is kept besides. */
  readonly noted: NotedSecrets | undefined;
}

/** What a run is known by, and the secrets that go with it. */
interface Begun {
  readonly id: string;
  readonly epoch: string;
  readonly sign: SignCursor;
  readonly sealed: SealedItems;
  readonly cursorKey: string;
}

/**
 * The run a hub is in, of the epoch its data's history is in: another run begins where the database was out of reach,
 * another epoch where it has been put back from a copy.
 */
export class HubRun {
  readonly #deps: RunDeps;
  #begun: Begun;
  #epoch: string;
  /** True once a cursor has ended an epoch in this run. */
  #mended = false;

  private constructor(deps: RunDeps, begun: Begun) {
    this.#deps = deps;
    this.#begun = begun;
    this.#epoch = begun.epoch;
  }

  static async begin(deps: RunDeps): Promise<HubRun> {
    const begun = await beginIn(deps);
    await deps.noted?.note(begun.cursorKey);
    return new HubRun(deps, begun);
  }

  get id(): string {
    return this.#begun.id;
  }

  get epoch(): string {
    return this.#epoch;
  }

  /** Signs cursors, so that one nobody gave is told from one of another history. */
  get sign(): SignCursor {
    return this.#begun.sign;
  }

  /** What devices have sealed for this house. */
  get sealed(): SealedItems {
    return this.#begun.sealed;
  }

  /** The database was out of reach, perhaps restored or failed over meanwhile: a run of its own from here on. */
  async beginAgain(): Promise<void> {
    this.#begun = await beginIn(this.#deps);
    this.#mended = false;
    this.#epoch = this.#begun.epoch;
  }

  /** Another hub of this database has found out that the epoch is over. */
  isOf(epoch: string): void {
    this.#epoch = epoch;
  }

  /**
   * A cursor has betrayed that the data was put back from a copy: a new epoch. The one that a run has begun itself has no
   * history a cursor of it could betray: such a one cannot be true.
   */
  async mend(strange: string): Promise<void> {
    if (this.#mended) return;
    const fresh = this.#deps.random.name();
    this.#epoch = await this.#deps.database.write('', (tx) => mintEpoch(tx, strange, fresh));
    this.#mended = true;
  }
}

async function beginIn({ database, random, time, noted }: RunDeps): Promise<Begun> {
  // A name that carries its time: one that is forgotten by its age is told from one that never was.
  const id = random.uuid7(time.now());
  const fresh = { epoch: random.name(), key: random.name() };
  const { epoch, cursorKey } = await database.beginRun(id, fresh, time.now());
  const sealed = new SealedItems([cursorKey, ...(noted?.former ?? [])]);
  return { id, epoch, sign: cursorSigner(cursorKey), sealed, cursorKey };
}
