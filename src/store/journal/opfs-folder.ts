import type { JournalFile, JournalFolder } from './files/folder.ts';
import { folderName } from './places.ts';
import type {} from './sync-access-handle.ts';

/** A page that does not come to an end in the folder keeps the others waiting for no longer. */
const ALONE_PATIENCE_MS = 5000;
/** A file that its page writes to at this very moment cannot be read; a moment later it can. */
const READ_TRIES = 5;

/** The journal's folder in OPFS. A file has one handle at a time, and a worker that ends lets its handles go. */
export class OpfsFolder implements JournalFolder {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #name: string;
  readonly #others: BroadcastChannel;

  private constructor(folder: FileSystemDirectoryHandle, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.#others = new BroadcastChannel(`${name}:journal-forgotten`);
  }

  /** Rejects where the engine gives no handle. */
  static async open(name: string): Promise<OpfsFolder> {
    if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype))
      throw new Error('this engine has no handles of files');
    const root = await navigator.storage.getDirectory();
    return new OpfsFolder(await root.getDirectoryHandle(folderName(name), { create: true }), name);
  }

  async list(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const name of this.#folder.keys()) names.push(name);
    return names;
  }

  async take(name: string): Promise<JournalFile | null> {
    const file = await this.#folder.getFileHandle(name, { create: true });
    try {
      return new OpfsFile(name, await file.createSyncAccessHandle());
    } catch {
      return null;
    }
  }

  async read(name: string): Promise<Uint8Array | null> {
    for (let tries = 0; tries < READ_TRIES; tries += 1) {
      try {
        const file = await (await this.#folder.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        // Written to meanwhile.
      }
    }
    return null;
  }

  newName(): string {
    return `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  }

  async alone<T>(work: () => Promise<T>): Promise<T | null> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), ALONE_PATIENCE_MS);
    let begun = false;
    try {
      return await navigator.locks.request(`${this.#name}:journal`, { signal: patience.signal }, () => {
        begun = true;
        clearTimeout(timer);
        return work();
      });
    } catch (error) {
      if (begun) throw error;
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  tellOthers(): void {
    this.#others.postMessage(null);
  }

  whenTold(run: () => void): void {
    this.#others.onmessage = run;
  }
}

/** Before Chromium 108 some of the handle's methods answer with promises; they are awaited everywhere. */
class OpfsFile implements JournalFile {
  readonly name: string;
  readonly #handle: FileSystemSyncAccessHandle;

  constructor(name: string, handle: FileSystemSyncAccessHandle) {
    this.name = name;
    this.#handle = handle;
  }

  async read(): Promise<Uint8Array> {
    const bytes = new Uint8Array(await this.#handle.getSize());
    this.#handle.read(bytes, { at: 0 });
    return bytes;
  }

  async write(bytes: Uint8Array<ArrayBuffer>, at: number): Promise<void> {
    if (this.#handle.write(bytes, { at }) !== bytes.length) throw new Error('the journal has no room');
  }

  async flush(): Promise<void> {
    await this.#handle.flush();
  }

  async truncate(bytes: number): Promise<void> {
    await this.#handle.truncate(bytes);
  }

  close(): void {
    this.#handle.close();
  }
}
