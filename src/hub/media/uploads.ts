import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import type { Server, Upload } from '@tus/server';
import type { MediaHash } from '../../kernel/ids.ts';
import { LOAD } from '../load-limits.ts';
import { FinishedUploads } from './finished-uploads.ts';
import type { NotTaken } from './inspect.ts';

/** Why an upload was not taken, or not further: what is wrong with the file, or with the hub. */
export type UploadRefusal = NotTaken | 'too-large' | 'empty' | 'no-length' | 'disk-full' | 'not-yours';

/** Who sends, and where the hub puts what has come whole. */
interface Uploader {
  /** The account; an upload goes on for nobody else. */
  readonly owner: string;
  keep(file: string, said: UploadWords): Promise<MediaHash | NotTaken>;
}

/** What is said of a file before it is sent. */
export interface UploadWords {
  readonly title: string;
  /** The video or large photo that this picture stands for. */
  readonly posterOf: string | null;
}

interface UploadOptions {
  /** Where files lie while they come. */
  readonly dir: string;
  /** The address of uploads; each has its own below it. */
  readonly path: string;
  /** Bytes that the disk has left. */
  readonly freeBytes?: ((dir: string) => Promise<number>) | undefined;
}

/** Thrown through the tus server, which answers with it. */
interface Refusing {
  readonly status_code: number;
  readonly body: UploadRefusal;
}

const STATUS: Readonly<Partial<Record<UploadRefusal, number>>> = {
  'too-large': 413,
  'disk-full': 507,
  'not-yours': 404,
  'no-length': 411,
};

const refusing = (body: UploadRefusal): Refusing => ({ status_code: STATUS[body] ?? 422, body });

/**
 * Files on their way from a console, by the tus protocol: each piece that has come is on the disk, so that a broken line
 * or a hub that was restarted goes on where it was. One that has come whole is looked at, and kept or refused at once.
 */
export class MediaUploads {
  readonly #options: UploadOptions;
  readonly #finished: FinishedUploads;
  readonly #senders = new WeakMap<Request, Uploader>();
  #server: Promise<Server> | undefined;
  /** What has come whole and is looked at now: whoever asks meanwhile waits for the same. */
  readonly #ending = new Map<string, Promise<MediaHash | NotTaken>>();

  constructor(options: UploadOptions) {
    this.#options = options;
    this.#finished = new FinishedUploads(options.dir);
  }

  /** Answers one request of the protocol. A status of 400 and more has a word as its body where it is one of ours. */
  async answer(request: Request, from: Uploader): Promise<Response> {
    if (request.method === 'HEAD') {
      const done = await this.#ended(uploadIn(request), from);
      if (done !== undefined) return done;
    }
    this.#senders.set(request, from);
    return (await this.#opened()).handleWeb(request);
  }

  /** Lets go of what nobody has gone on with for days. */
  async tidy(): Promise<void> {
    await this.#finished.tidy();
    if ((await readdir(this.#options.dir).catch(() => [])).length === 0) return;
    await (await this.#opened()).cleanUpExpiredUploads();
  }

  #opened(): Promise<Server> {
    this.#server ??= this.#open();
    this.#server.catch(() => (this.#server = undefined));
    return this.#server;
  }

  /** The answer of what has come whole. Where the hub was ended before it was looked at, that is done now. */
  async #ended(id: string | undefined, from: Uploader): Promise<Response | undefined> {
    if (id === undefined) return undefined;
    const done = await this.#finished.find(id, from.owner);
    if (done !== undefined) return done;
    const { datastore } = await this.#opened();
    const upload = await datastore.getUpload(id).catch(() => null);
    if (upload === null || upload.offset !== upload.size || upload.metadata?.['owner'] !== from.owner)
      return undefined;
    await this.#end(from, upload);
    return this.#finished.find(id, from.owner);
  }

  async #open(): Promise<Server> {
    const { dir, path } = this.#options;
    await mkdir(dir, { recursive: true, mode: 0o700 });
    // A fifteenth of the hub's memory, which most days nobody asks for.
    const [{ FileStore }, { Server }] = await Promise.all([import('@tus/file-store'), import('@tus/server')]);
    return new Server({
      path,
      datastore: new FileStore({ directory: dir, expirationPeriodInMilliseconds: LOAD.uploads.keptMs }),
      maxSize: LOAD.uploads.mostBytes,
      // Only pages of this hub send, and they need no leave.
      allowedOrigins: () => false,
      getFileIdFromRequest: uploadIn,
      // The device that sends is named in each address, as in every other of the hub's.
      generateUrl: (request, { path: base, id }) => `${base}/${id}${new URL(request.url).search}`,
      onIncomingRequest: (request, upload) => this.#sameOwner(request, upload),
      onUploadCreate: (request, upload) => this.#begin(request, upload),
      onUploadFinish: (request, upload) => this.#finish(request, upload),
      onResponseError: (request, error) => this.#whyNot(request, error),
    });
  }

  #senderOf(request: Request): Uploader {
    const sender = this.#senders.get(request);
    if (sender === undefined) throw refusing('not-yours');
    return sender;
  }

  async #sameOwner(request: Request, upload: string): Promise<void> {
    const { owner } = this.#senderOf(request);
    if (request.method === 'POST') return;
    const server = await this.#server;
    const known = await server?.datastore.getUpload(upload);
    if (known?.metadata?.['owner'] !== owner) throw refusing('not-yours');
  }

  async #begin(request: Request, { size, metadata }: Upload) {
    const { owner } = this.#senderOf(request);
    if (size === undefined) throw refusing('no-length');
    if (size === 0) throw refusing('empty');
    if ((await this.#free()) - size < LOAD.uploads.leaveBytes) throw refusing('disk-full');
    return { metadata: { ...metadata, owner } };
  }

  async #finish(request: Request, upload: Upload) {
    const kept = await this.#end(this.#senderOf(request), upload);
    if (!isHash(kept)) throw refusing(kept);
    return { headers: { 'Upload-Media': kept } };
  }

  #end(sender: Uploader, upload: Upload): Promise<MediaHash | NotTaken> {
    const known = this.#ending.get(upload.id);
    if (known !== undefined) return known;
    const ending = this.#keep(sender, upload).finally(() => this.#ending.delete(upload.id));
    this.#ending.set(upload.id, ending);
    return ending;
  }

  async #keep({ keep, owner }: Uploader, { id, size, metadata, storage }: Upload) {
    const file = storage?.path ?? '';
    const kept = await keep(file, { title: titleIn(metadata), posterOf: metadata?.['posterOf'] ?? null });
    // Noted before it is forgotten: whoever did not hear the answer asks again, and is told.
    if (isHash(kept)) await this.#finished.note(id, { owner, media: kept, size: size ?? 0 });
    await forget(file);
    return kept;
  }

  /** A write that failed is told as what it mostly is, once the disk says so too. */
  async #whyNot(request: Request, error: unknown): Promise<Refusing | undefined> {
    const status = statusOf(error);
    if (status === 413) return refusing('too-large');
    if (status !== null && status < 500) return undefined;
    const length = Number(request.headers.get('content-length') ?? 0);
    return (await this.#free()) < Math.max(length, 1) ? refusing('disk-full') : undefined;
  }

  async #free(): Promise<number> {
    const { dir, freeBytes = bytesLeft } = this.#options;
    return freeBytes(dir).catch(() => Infinity);
  }
}

const isHash = (kept: MediaHash | NotTaken): kept is MediaHash => /^[0-9a-f]{64}$/.test(kept);

/** The upload a request is about: the last part of its path. */
const uploadIn = (request: Request): string | undefined =>
  /\/([0-9a-f]{32})$/.exec(new URL(request.url).pathname)?.[1];

/** The bytes, and the note beside them. */
async function forget(file: string): Promise<void> {
  await rm(file, { force: true });
  await rm(`${file}.json`, { force: true });
}

async function bytesLeft(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

/** What a file is called: as the sender says, else by its name without the ending. */
function titleIn(metadata: Upload['metadata']): string {
  const said = metadata?.['title'] ?? metadata?.['filename']?.replace(/\.[^.]*$/, '') ?? '';
  const clean = said
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120);
  return clean === '' ? '—' : clean;
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status_code' in error)) return null;
  return typeof error.status_code === 'number' ? error.status_code : null;
}
