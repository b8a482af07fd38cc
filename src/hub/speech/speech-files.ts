import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Two years of a busy centre's texts; what has not been asked for longest goes first. */
const MOST_BYTES = 512 * 1024 * 1024;
/** How much is put away at once, so that it is not done for every sentence. */
const LEAVES = 0.9;
/** A file begins with the hash of what follows: half a file, or one that the disk has changed, is none. */
const DIGEST_BYTES = 32;

/**
 * Sounds on the disk, by their names. They can all be made again: nothing here is backed up, and what cannot be read or
 * is not as it was written is as none.
 */
export class SpeechFiles {
  readonly #dir: string;
  readonly #mostBytes: number;
  #bytes: number | null = null;

  constructor(dir: string, mostBytes = MOST_BYTES) {
    this.#dir = dir;
    this.#mostBytes = mostBytes;
  }

  async has(name: string): Promise<boolean> {
    return stat(join(this.#dir, name)).then(
      (found) => found.size > DIGEST_BYTES,
      () => false,
    );
  }

  async read(name: string): Promise<Buffer | undefined> {
    const file = join(this.#dir, name);
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) return undefined;
    const sound = bytes.subarray(DIGEST_BYTES);
    if (!digest(sound).equals(bytes.subarray(0, DIGEST_BYTES))) {
      await rm(file, { force: true });
      return undefined;
    }
    const now = new Date();
    // It is among the last that are put away. Where the disk takes no changes it is said all the same.
    await utimes(file, now, now).catch(() => undefined);
    return sound;
  }

  async write(name: string, sound: Buffer): Promise<void> {
    await mkdir(this.#dir, { recursive: true });
    const bytes = Buffer.concat([digest(sound), sound]);
    try {
      await this.#put(name, bytes);
    } catch (error) {
      if (!isFull(error)) throw error;
      // All of it can be made again, and what else is on this disk cannot.
      await this.#shrinkTo((await this.#sum()) / 2);
      await this.#put(name, bytes);
    }
    this.#bytes = (this.#bytes ?? (await this.#sum())) + sound.length;
    if (this.#bytes > this.#mostBytes) await this.#shrinkTo(this.#mostBytes * LEAVES);
  }

  /** By another name first; of one that fails nothing stays. */
  async #put(name: string, bytes: Buffer): Promise<void> {
    const file = join(this.#dir, name);
    const partial = `${file}.${process.pid}.part`;
    try {
      await writeFile(partial, bytes);
      await rename(partial, file);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async #sum(): Promise<number> {
    return (await this.#all()).reduce((sum, { size }) => sum + size, 0);
  }

  async #shrinkTo(bytes: number): Promise<void> {
    const all = await this.#all();
    all.sort((a, b) => a.usedMs - b.usedMs);
    let sum = all.reduce((total, { size }) => total + size, 0);
    for (const { file, size } of all) {
      if (sum <= bytes) break;
      await rm(file, { force: true });
      sum -= size;
    }
    this.#bytes = sum;
  }

  async #all(): Promise<{ readonly file: string; readonly size: number; readonly usedMs: number }[]> {
    const names = await readdir(this.#dir).catch(() => []);
    const found = [];
    for (const name of names) {
      const file = join(this.#dir, name);
      const is = await stat(file).catch(() => null);
      if (is !== null) found.push({ file, size: is.size, usedMs: is.mtimeMs });
    }
    return found;
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
