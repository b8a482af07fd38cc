import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { Backoff } from '../../protocol/client/backoff.ts';
import { deviceRandom } from '../device-ports.ts';
import { noteHealed } from '../healed.ts';
import { download, isWhole } from './download.ts';
import { evictions } from './eviction.ts';
import { mediaAddress, MediaCache } from './media-cache.ts';
import { MediaLedger } from './media-ledger.ts';
import { wantedMedia } from './wanted.ts';

const weekMs = 7 * 24 * 3_600_000;
const megabyte = 1024 * 1024;

/** Videos and photos by their SHA-256. */
export interface MediaLibrary {
  /** A URL that plays from what the device holds, or null while it is not whole on the device. */
  url(hash: string): Promise<string | null>;
  /** Tells of the hashes that have become playable. Returns the disposer. */
  onReady(next: (hash: string) => void): () => void;
}

/** The media of a device: keeps what it is to hold on it, and says what can be played from it. */
export function openMediaLibrary(store: LocalStore, device: RowOf<'deviceConfig'>): MediaLibrary {
  const library = new DeviceMedia(device.mediaBudgetMB * megabyte);
  store.watch(
    wantedMedia(device),
    (wanted) => library.want(wanted),
    (error) => console.error(error),
  );
  return library;
}

class DeviceMedia implements MediaLibrary {
  readonly #ledger = new MediaLedger();
  readonly #cache = new MediaCache();
  readonly #listeners = new Set<(hash: string) => void>();
  readonly #backoff = new Backoff(deviceRandom);
  /** What has been looked at byte for byte since the page was opened. */
  readonly #looked = new Set<string>();
  /** What was found damaged, and is not here again yet. */
  readonly #damaged = new Set<string>();
  #wanted: readonly RowOf<'media'>[] = [];
  #working = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly budgetBytes: number) {}

  async url(hash: string): Promise<string | null> {
    const held = await this.#ledger.get(hash);
    if (held === undefined || !held.ready) return null;
    if (!(await this.#cache.has(hash))) {
      // The browser has cleared the bytes and left the note: it is fetched again.
      await this.#ledger.remove(hash);
      this.#work();
      return null;
    }
    void this.#ledger.change(hash, held.sizeBytes, { lastUsedMs: Date.now() });
    return mediaAddress(hash);
  }

  onReady(next: (hash: string) => void): () => void {
    this.#listeners.add(next);
    return () => this.#listeners.delete(next);
  }

  /** What the device is to hold from now on. */
  want(wanted: readonly RowOf<'media'>[]): void {
    this.#wanted = wanted;
    this.#work();
  }

  #work(): void {
    clearTimeout(this.#timer);
    if (this.#working) return;
    this.#working = true;
    void this.#bringAll()
      .catch(() => false)
      .then((complete) => {
        this.#working = false;
        if (complete) this.#backoff.reset();
        else this.#timer = setTimeout(() => this.#work(), this.#backoff.next());
      });
  }

  /** Brings what is missing, one file after the other; false when some has not come. */
  async #bringAll(): Promise<boolean> {
    let complete = true;
    for (const media of this.#wanted) {
      // Two devices of one profile want the same file: one of them brings it.
      const came = await navigator.locks.request(`leling:media:${media.id}`, () => this.#bring(media));
      complete = complete && came;
    }
    return complete;
  }

  async #bring(media: RowOf<'media'>): Promise<boolean> {
    const neededUntilMs = Date.now() + weekMs;
    const held = await this.#ledger.get(media.id);
    if (held?.ready === true && (await this.#isHere(media))) {
      await this.#ledger.change(media.id, media.sizeBytes, { neededUntilMs });
      return true;
    }
    if (held?.ready === true) await this.#ledger.remove(media.id);
    if (!(await this.#makeRoom(media))) return true;
    await this.#ledger.change(media.id, media.sizeBytes, { neededUntilMs });
    const ended = await download(media, {
      ledger: this.#ledger,
      cache: this.#cache,
      fetch: (address, init) => fetch(address, init),
      healed: () => this.#damaged.add(media.id),
    });
    if (ended !== 'ready') return false;
    this.#looked.add(media.id);
    if (this.#damaged.delete(media.id)) noteHealed('media-refetched', media.title);
    for (const tell of [...this.#listeners]) tell(media.id);
    return true;
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
    const others = (await this.#ledger.list()).filter((file) => file.hash !== media.id);
    const given = evictions(others, media.sizeBytes, this.budgetBytes, Date.now());
    if (given === null) return false;
    for (const file of given) {
      await this.#ledger.remove(file.hash);
      await this.#cache.remove(file.hash);
    }
    return true;
  }
}
