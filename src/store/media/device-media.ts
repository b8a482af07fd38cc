import type { Report } from '../../kernel/report.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { Backoff } from '../../protocol/client/backoff.ts';
import { deviceRandom } from '../device-ports.ts';
import { noteHealed } from '../healed.ts';
import { download, isWhole, type Download } from './download.ts';
import { evictions } from './eviction.ts';
import { mediaAddress, MediaCache } from './media-cache.ts';
import { MediaLedger } from './media-ledger.ts';
import type { MediaLibrary, WantedFiles } from './library.ts';
import { MediaTold } from './media-told.ts';
import { canPlay } from './playable.ts';
import { Resting } from './resting.ts';

const weekMs = 7 * 24 * 3_600_000;
const megabyte = 1024 * 1024;

/** Keeps a device's files: brings what is missing, one after the other, and lets go of what nobody needs. */
export class DeviceMedia implements MediaLibrary {
  readonly #ledger = new MediaLedger();
  readonly #cache = new MediaCache();
  readonly #listeners = new Set<(hash: string) => void>();
  readonly #backoff = new Backoff(deviceRandom);
  readonly #told: MediaTold;
  readonly #budgetBytes: number;
  /** What has been looked at byte for byte since the page was opened. */
  readonly #looked = new Set<string>();
  /** What was found damaged, and is not here again yet. */
  readonly #damaged = new Set<string>();
  readonly #resting = new Resting();
  #wanted: readonly RowOf<'media'>[] = [];
  /** All the centre has, while what is not wanted any more is still to be let go of. */
  #known: ReadonlySet<string> | null = null;
  #working = false;
  /** Something else is wanted since the work under way began. */
  #changed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly device: RowOf<'deviceConfig'>,
    report: (report: Extract<Report, { type: 'media' }>) => void,
  ) {
    this.#budgetBytes = device.mediaBudgetMB * megabyte;
    this.#told = new MediaTold(this.#budgetBytes, report);
  }

  async url(hash: string): Promise<string | null> {
    const held = await this.#ledger.get(hash);
    if (held === undefined || !held.ready) return null;
    if (!(await this.#cache.has(hash))) {
      // The browser has cleared the bytes and left the note: it is fetched again.
      await this.#ledger.remove(hash);
      this.#work();
      return null;
    }
    void this.#ledger.used(held);
    return mediaAddress(hash);
  }

  onReady(next: (hash: string) => void): () => void {
    this.#listeners.add(next);
    return () => this.#listeners.delete(next);
  }

  failed(hash: string, why: 'broken' | 'stalled'): void {
    this.#told.fault(hash, why);
  }

  /** What the device is to hold from now on; where not `held`, the centre's list may be longer than is known here. */
  want({ files, known }: WantedFiles, held: boolean): void {
    // Each change that the device reads comes here: a dish that is sold out has nothing to do with a disk that is full.
    const before = new Set<string>(this.#wanted.map((file) => file.id));
    if (files.length !== before.size || files.some((file) => !before.has(file.id))) this.#resting.wake();
    this.#wanted = files;
    this.#changed = true;
    if (this.device.kind !== 'console') this.#told.want(files);
    this.#known = held ? known : null;
    this.#work();
  }

  #work(): void {
    clearTimeout(this.#timer);
    if (this.#working) return;
    this.#working = true;
    this.#changed = false;
    void this.#bringAll()
      .catch(() => false)
      .then((complete) => {
        this.#working = false;
        if (this.#changed) return this.#work();
        if (complete) this.#backoff.reset();
        const waitMs = complete ? this.#resting.leftMs() : this.#backoff.next();
        if (waitMs < Infinity) this.#timer = setTimeout(() => this.#work(), waitMs);
      });
  }

  /** Brings what is missing, one file after the other; false when some has not come. */
  async #bringAll(): Promise<boolean> {
    let complete = true;
    // Before anything is brought: what is gone makes room for it.
    await this.#letGo().catch((error: unknown) => console.error(error));
    for (const media of this.#wanted) {
      // Two devices of one profile want the same file: one of them brings it.
      const came = await navigator.locks
        .request(`leling:media:${media.id}`, () => this.#bring(media))
        .catch((error: unknown) => this.#notKept(media, error));
      complete = complete && came;
      // What is wanted first may be another file by now.
      if (this.#changed) return false;
    }
    return complete;
  }

  async #bring(media: RowOf<'media'>): Promise<boolean> {
    const neededUntilMs = Date.now() + weekMs;
    const held = await this.#ledger.get(media.id);
    if (held?.ready === true && (await this.#isHere(media))) {
      await this.#ledger.need(media.id, media.sizeBytes, this.device.id, neededUntilMs);
      await this.#isReady(media);
      return true;
    }
    if (held?.ready === true) await this.#ledger.remove(media.id);
    if (this.#resting.rests(media.id)) return true;
    if (!(await canPlay(media))) {
      this.#told.fault(media.id, 'unsupported');
      return true;
    }
    if (!(await this.#makeRoom(media))) {
      this.#told.fault(media.id, 'no-room');
      return true;
    }
    await this.#ledger.need(media.id, media.sizeBytes, this.device.id, neededUntilMs);
    const ended = await this.#download(media);
    if (ended === 'away') return false;
    if (ended !== 'ready') return this.#rest(media.id, ended);
    this.#looked.add(media.id);
    if (this.#damaged.delete(media.id)) noteHealed('media-refetched', media.title);
    await this.#isReady(media);
    for (const tell of [...this.#listeners]) tell(media.id);
    return true;
  }

  async #download(media: RowOf<'media'>): Promise<Download | 'disk-full'> {
    try {
      return await download(media, {
        ledger: this.#ledger,
        cache: this.#cache,
        fetch: (address, init) => fetch(address, init),
        healed: () => this.#damaged.add(media.id),
        came: (bytes) => this.#told.came(media.id, bytes),
      });
    } catch (error) {
      if (!isFull(error)) throw error;
      // The disk is smaller than the budget says: what nobody needs goes, and it is tried again later.
      await this.#evict(media, this.#budgetBytes / 2);
      await this.#leaveRoom(media.id);
      return 'disk-full';
    }
  }

  /** A disk that cannot keep one file may keep the next: all are tried, and staff are told. */
  #notKept(media: RowOf<'media'>, error: unknown): true {
    console.error(error);
    return this.#rest(media.id, isFull(error) ? 'disk-full' : 'not-kept');
  }

  /** Staff are told; nothing more is to be done about it now. */
  #rest(hash: string, why: string): true {
    this.#told.fault(hash, why);
    this.#resting.rest(hash);
    return true;
  }

  /** The last chunk that came is given back: what the house writes has room meanwhile, and throws no whole film away for it. */
  async #leaveRoom(hash: string): Promise<void> {
    const { chunksDone = 0, sizeBytes = 0 } = (await this.#ledger.get(hash)) ?? {};
    if (chunksDone === 0) return;
    await this.#cache.dropChunk(hash, chunksDone - 1);
    await this.#ledger.change(hash, sizeBytes, { chunksDone: chunksDone - 1 });
  }

  async #isReady({ id }: RowOf<'media'>): Promise<void> {
    const files = await this.#ledger.list();
    this.#told.ready(
      id,
      files.reduce((sum, { ready, sizeBytes }) => sum + (ready ? sizeBytes : 0), 0),
    );
  }

  /** Whether a file is in the cache, and is what it should be: looked at once a start, beside everything else. */
  async #isHere(media: RowOf<'media'>): Promise<boolean> {
    if (!(await this.#cache.has(media.id))) return false;
    if (this.#looked.has(media.id)) return true;
    if (await isWhole(media, this.#cache)) {
      this.#looked.add(media.id);
      return true;
    }
    this.#damaged.add(media.id);
    await this.#cache.remove(media.id);
    return false;
  }

  async #makeRoom(media: RowOf<'media'>): Promise<boolean> {
    return this.#evict(media, this.#budgetBytes);
  }

  /** Gives up what is not needed until a file fits; false where it does not even so, and then nothing is given up. */
  async #evict(media: RowOf<'media'>, budgetBytes: number): Promise<boolean> {
    const others = (await this.#ledger.list()).filter((file) => file.hash !== media.id);
    // However long ago it was noted: what is wanted now stays.
    const wanted = new Set<string>(this.#wanted.map(({ id }) => id));
    const neededUntilMs = Number.MAX_SAFE_INTEGER;
    const files = others.map((file) => (wanted.has(file.hash) ? { ...file, neededUntilMs } : file));
    const given = evictions(files, media.sizeBytes, budgetBytes, Date.now());
    for (const file of given ?? []) await this.#remove(file.hash);
    return given !== null;
  }

  /** What this device does not want any more is not kept for it; what the centre has no more goes. */
  async #letGo(): Promise<void> {
    const known = this.#known;
    if (known === null) return;
    const wanted = new Set<string>(this.#wanted.map(({ id }) => id));
    for (const file of await this.#ledger.list()) {
      if (wanted.has(file.hash)) continue;
      const after = await this.#ledger.need(file.hash, file.sizeBytes, this.device.id, 0);
      if (known.has(file.hash) || after.neededUntilMs > Date.now()) continue;
      await this.#remove(file.hash);
      // What had no room may have some now.
      this.#resting.wake();
    }
    if (this.#known === known) this.#known = null;
  }

  async #remove(hash: string): Promise<void> {
    await this.#ledger.remove(hash);
    await this.#cache.remove(hash);
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';
