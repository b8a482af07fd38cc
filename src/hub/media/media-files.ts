import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A media file the hub holds. */
interface MediaFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly mime: string;
}

/** The files of the media folder, each named by its SHA-256; what they are is told by their first bytes. */
export class MediaFiles {
  readonly #dir: string;
  readonly #mimes = new Map<string, string>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  async find(hash: string): Promise<MediaFile | undefined> {
    const path = join(this.#dir, hash);
    try {
      const { size } = await stat(path);
      return { path, sizeBytes: size, mime: await this.#mimeOf(hash, path) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async #mimeOf(hash: string, path: string): Promise<string> {
    const known = this.#mimes.get(hash);
    if (known !== undefined) return known;
    const file = await open(path);
    try {
      const head = Buffer.alloc(16);
      await file.read(head, 0, head.length, 0);
      const mime = sniff(head);
      this.#mimes.set(hash, mime);
      return mime;
    } finally {
      await file.close();
    }
  }
}

/** The bytes of a file from `start` to `end`, both included. */
export const streamOf = (file: MediaFile, start: number, end: number): ReadStream =>
  createReadStream(file.path, { start, end });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

function sniff(head: Buffer): string {
  const text = head.toString('latin1');
  if (text.slice(4, 8) === 'ftyp') return text.slice(8, 11) === 'M4A' ? 'audio/mp4' : 'video/mp4';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.startsWith('ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0)) return 'audio/mpeg';
  return 'application/octet-stream';
}
