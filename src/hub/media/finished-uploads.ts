import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNumber, isText, shape } from '../../kernel/guards.ts';
import { LOAD } from '../load-limits.ts';

interface Finished {
  readonly owner: string;
  readonly media: string;
  readonly size: number;
}

const isFinished = shape<Finished>({ owner: isText, media: isText, size: isNumber });
const ENDING = '.kept';

/** What became of uploads that have come whole: a sender who did not hear it asks again, and does not send it all anew. */
export class FinishedUploads {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  note(upload: string, finished: Finished): Promise<void> {
    return writeFile(join(this.#dir, upload + ENDING), JSON.stringify(finished));
  }

  /** The answer to whoever asks how far an upload of theirs has come, where it has come whole. */
  async find(upload: string | undefined, owner: string): Promise<Response | undefined> {
    if (upload === undefined) return undefined;
    try {
      const found: unknown = JSON.parse(await readFile(join(this.#dir, upload + ENDING), 'utf8'));
      if (!isFinished(found) || found.owner !== owner) return undefined;
      const size = String(found.size);
      return new Response(null, {
        status: 200,
        headers: {
          'Tus-Resumable': '1.0.0',
          'Cache-Control': 'no-store',
          'Upload-Offset': size,
          'Upload-Length': size,
          'Upload-Media': found.media,
        },
      });
    } catch {
      return undefined;
    }
  }

  async tidy(): Promise<void> {
    for (const name of await readdir(this.#dir).catch((): string[] => [])) {
      if (!name.endsWith(ENDING)) continue;
      const file = join(this.#dir, name);
      const { mtimeMs } = await stat(file);
      if (Date.now() - mtimeMs > LOAD.uploads.keptMs) await rm(file, { force: true });
    }
  }
}
