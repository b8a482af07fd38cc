import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HEAD_BYTES, sniff } from './sniff.ts';

/** A media file the hub holds. */
interface MediaFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly mime: string;
}

/** A file is read through again after this: a disk goes bad without saying so. */
const LOOK_EVERY_MS = 24 * 3_600_000;

/** When a file was read through, as which file, and whether it was what its name says. */
interface Look {
  readonly at: number;
  readonly size: number;
  readonly changedMs: number;
  readonly isRight: Promise<boolean>;
}

interface Told {
  readonly now: () => number;
  /** A file is not what its name says; it is not served. */
  readonly damaged: (hash: string) => void;
}

/**
 * The files of the media folder, each named by its SHA-256; what they are is told by their first bytes. Each is read
 * through before it is served, and once a day: a damaged one is as none, and is told.
 */
export class MediaFiles {
  readonly #dir: string;
  readonly #told: Told;
  readonly #mimes = new Map<string, string>();
  readonly #looks = new Map<string, Look>();
  readonly #damaged = new Set<string>();

  constructor(dir: string, told: Told) {
    this.#dir = dir;
    this.#told = told;
  }

  /** Files that were not what their names say when they were last looked at. */
  get damaged(): readonly string[] {
    return [...this.#damaged];
  }

  async find(hash: string): Promise<MediaFile | undefined> {
    const path = join(this.#dir, hash);
    try {
      const found = await stat(path);
      if (!(await this.#isRight(hash, path, found))) return undefined;
      return { path, sizeBytes: found.size, mime: await this.#mimeOf(hash, path) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async #isRight(hash: string, path: string, { size, mtimeMs }: Stats): Promise<boolean> {
    const before = this.#looks.get(hash);
    const at = this.#told.now();
    if (before?.size === size && before.changedMs === mtimeMs && Math.abs(at - before.at) < LOOK_EVERY_MS)
      return before.isRight;
    const isRight = fileHash(path).then((is) => is === hash);
    this.#looks.set(hash, { at, size, changedMs: mtimeMs, isRight });
    // What could not be read through is looked at again by whoever asks next.
    isRight.catch(() => this.#looks.delete(hash));
    if (await isRight) this.#damaged.delete(hash);
    else if (!this.#damaged.has(hash)) {
      this.#damaged.add(hash);
      this.#told.damaged(hash);
    }
    return isRight;
  }

  async #mimeOf(hash: string, path: string): Promise<string> {
    const known = this.#mimes.get(hash);
    if (known !== undefined) return known;
    const file = await open(path);
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      await file.read(head, 0, head.length, 0);
      const found = sniff(head);
      const mime = found.type === 'media' ? found.mime : 'application/octet-stream';
      this.#mimes.set(hash, mime);
      return mime;
    } finally {
      await file.close();
    }
  }
}

/** The SHA-256 of what is in a file, read through. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The bytes of a file from `start` to `end`, both included. */
export const streamOf = (file: MediaFile, start: number, end: number): ReadStream =>
  createReadStream(file.path, { start, end });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
