import { createHash } from 'node:crypto';
import { Hub } from '../../src/sw/hub.ts';
import { Keeper } from '../../src/sw/keeper.ts';
import { Memory } from '../../src/sw/memory.ts';
import type { Aside, Shelf, Shelves } from '../../src/sw/ports.ts';
import { Warden, type OpenPage } from '../../src/sw/warden.ts';

type Files = Readonly<Record<string, string>>;

/** Hashes are made beside the program, in their own time on a busy machine: whoever waits for rest waits for them too. */
let hashing = 0;
const hash = crypto.subtle.digest.bind(crypto.subtle);
crypto.subtle.digest = async (algorithm, data) => {
  hashing += 1;
  try {
    return await hash(algorithm, data);
  } finally {
    hashing -= 1;
  }
};

/** A hub's folder with a build in it: its pages, and a script whose text says whose it is. */
export class FolderOnHub {
  files: Record<string, string> = {};
  /** What is on the line instead of the hub. */
  line: 'hub' | 'portal' | 'silent' | 'cut' = 'hub';
  /** Who it says it is; a hub of long ago says nothing. */
  name: string | null = 'our-hub';
  /** When its process was started; one of a build before does not say. */
  startedMs: number | null = null;
  asked = 0;

  holds(id: string, { trial = {}, more = {} }: { trial?: object; more?: Files } = {}): void {
    const files: Files = {
      '/kiosk.html': `<p>${id}</p>`,
      [`/assets/kiosk-${id}.js`]: `run('${id}')`,
      ...more,
    };
    const proofs = Object.entries(files).map(([url, text]) => ({
      url,
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    }));
    this.files = {
      ...files,
      '/build.json': JSON.stringify({ format: 1, id, protocol: 1, files: proofs, trial }),
      '/api/health': JSON.stringify({ status: 'ok', epoch: 'e' }),
    };
  }

  readonly ask = async (path: string, init: RequestInit): Promise<Response> => {
    this.asked += 1;
    if (this.line === 'silent') return never(init.signal ?? null);
    if (this.line === 'portal') return new Response('<h1>请先登录 Wi-Fi</h1>');
    const text = this.files[path];
    if (text === undefined) return new Response('', { status: 404 });
    return new Response(this.line === 'cut' ? text.slice(0, text.length / 2) : text, {
      headers: {
        ...(this.name === null ? {} : { 'leling-hub': this.name }),
        ...(this.startedMs === null ? {} : { 'leling-started': String(this.startedMs) }),
      },
    });
  };
}

const never = (signal: AbortSignal | null): Promise<Response> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('given up'))));

/** A device's disk: what a worker has written there outlives it. */
class Disk implements Shelves, Aside {
  readonly caches = new Map<string, Map<string, string>>();
  readonly beside = new Map<string, ArrayBuffer>();
  /** From now on nothing that is written gets there, and nobody hears that it did not. */
  hangs = false;

  async open(name: string): Promise<Shelf> {
    const held = this.caches.get(name) ?? new Map<string, string>();
    this.caches.set(name, held);
    const urlOf = (asked: RequestInfo | URL): string => (typeof asked === 'string' ? asked : String(asked));
    return {
      match: async (asked) => {
        const text = held.get(urlOf(asked));
        return text === undefined ? undefined : new Response(text);
      },
      put: async (asked, answer) => {
        if (this.hangs) return never(null).then(() => undefined);
        held.set(urlOf(asked), await answer.text());
      },
      delete: async (asked) => held.delete(urlOf(asked)),
      keys: async () => [...held.keys()].map((url) => new Request(new URL(url, 'http://hub.example'))),
    };
  }

  async delete(name: string): Promise<boolean> {
    return this.caches.delete(name);
  }

  async keys(): Promise<readonly string[]> {
    return [...this.caches.keys()];
  }

  async read(name: string): Promise<ArrayBuffer | null> {
    return this.beside.get(name) ?? null;
  }

  async write(name: string, content: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<boolean> {
    this.beside.set(name, new Uint8Array(content).slice().buffer);
    return true;
  }

  async names(): Promise<readonly string[]> {
    return [...this.beside.keys()];
  }

  async remove(name: string): Promise<void> {
    this.beside.delete(name);
  }
}

/** A device with its disk, its pages and its worker, which can be stopped at any time. */
export class Device {
  readonly disk = new Disk();
  readonly open: OpenPage[] = [];
  /** Pages that were started anew, and those that were asked to. */
  readonly startedAnew: string[] = [];
  readonly healed: string[] = [];
  readonly hub: FolderOnHub;
  memory!: Memory;
  keeper!: Keeper;
  warden!: Warden;
  clockIsOffMs = 0;
  #nowMs = 0;
  #bornMs = 0;
  #timers: { readonly atMs: number; readonly run: () => void }[] = [];
  #pages = 0;

  constructor(hub: FolderOnHub) {
    this.hub = hub;
    this.workerStarts();
  }

  /** Whatever the worker before had in mind is gone. */
  workerStarts(): void {
    this.#timers = [];
    this.#bornMs = this.#nowMs;
    const { disk, open, startedAnew } = this;
    const healed = (kind: string): void => void this.healed.push(kind);
    this.memory = new Memory(disk, disk);
    const hub = new Hub(this.hub.ask, async () => (await this.memory.read()).hub ?? null);
    this.keeper = new Keeper(disk, disk, hub, healed);
    const anew = async (id: string): Promise<void> => void startedAnew.push(id);
    this.warden = new Warden(
      this.memory,
      this.keeper,
      hub,
      {
        all: async () => open,
        get: async (id) => open.find((page) => page.id === id) ?? null,
        askToStartAnew: anew,
        startAnew: anew,
        tellWaiting: async () => undefined,
      },
      {
        now: () => this.#nowMs - this.#bornMs,
        clock: () => this.#nowMs + this.clockIsOffMs,
        wait: (ms) => new Promise((run) => this.#timers.push({ atMs: this.#nowMs + ms, run })),
      },
      healed,
    );
  }

  /** Time goes by in the worker. */
  async passes(ms: number): Promise<void> {
    this.#nowMs += ms;
    const due = this.#timers.filter(({ atMs }) => atMs <= this.#nowMs);
    this.#timers = this.#timers.filter(({ atMs }) => atMs > this.#nowMs);
    for (const { run } of due) run();
    await this.rests();
  }

  /** All that is under way in the worker comes to its end. */
  async rests(): Promise<void> {
    for (let quiet = 0; quiet < 50; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (hashing > 0) quiet = 0;
    }
  }

  /** The kiosk is started, as after a power cut: nothing else is open. What stands on it, and the page's name. */
  async kioskStarts(): Promise<{ readonly id: string; readonly shows: string | null }> {
    this.open.length = 0;
    this.#pages += 1;
    const id = `page-${this.#pages}`;
    const shown = await this.warden.page({
      file: '/kiosk.html',
      face: '/kiosk',
      address: '/kiosk',
      id,
      lasting: (work) => void work,
    });
    this.open.push({ id, address: '/kiosk', hidden: false });
    return { id, shows: shown === null ? null : (await shown.text()).replace(/<\/?p>/g, '') };
  }

  /** A face of a build stands on the glass and has synced. */
  async isWell(pageId: string, build: string): Promise<void> {
    await this.warden.ready(pageId, build, { face: '/kiosk', address: '/kiosk', talks: true });
    await this.warden.synced(build);
  }
}
