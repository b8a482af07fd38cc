import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalStore } from '../../src/protocol/client/api.ts';
import { chromiumFlags, ensureChromium } from '../../src/setup/browser.mjs';

/** The glass each face stands on. */
export const glass = {
  kiosk: { width: 1080, height: 1920 },
  screen: { width: 1920, height: 1080 },
  staff: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

export interface ProfileOptions {
  /** A profile that is there already; it is removed with the others. */
  readonly folder?: string;
  readonly flags?: readonly string[];
  /** How far the pages' clock stands from the machine's, ms. */
  readonly shiftMs?: number;
  /** Its glass is touched. */
  readonly touch?: boolean;
}

// No test looks into what a service worker asks for: to hear of each of its two hundred files takes a processor 1.5 s a profile.
process.env['PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK'] ??= '1';

/** Nothing is late before that: a busy machine is slow, and a glass without a stream asks but every 44 s or so. */
const WAITS_MS = 90_000;

/** One browser with a profile that outlives it: closed and opened again it starts cold, from what it has kept. */
export class Profile {
  readonly folder: string;
  readonly #flags: readonly string[];
  readonly #shiftMs: number;
  readonly #touch: boolean;
  #browser: BrowserContext | undefined;
  /** What the pages' consoles said that is an error, in order. */
  readonly errors: string[] = [];

  constructor({ folder, flags = [], shiftMs = 0, touch = false }: ProfileOptions = {}) {
    this.folder = folder ?? mkdtempSync(join(tmpdir(), 'leling-profile-'));
    this.#flags = flags;
    this.#shiftMs = shiftMs;
    this.#touch = touch;
  }

  async open(): Promise<void> {
    this.#browser = await chromium.launchPersistentContext(this.folder, {
      executablePath: await ensureChromium(),
      headless: true,
      hasTouch: this.#touch,
      args: [...chromiumFlags, '--autoplay-policy=no-user-gesture-required', ...this.#flags],
    });
    this.#browser.setDefaultTimeout(WAITS_MS);
    if (this.#shiftMs !== 0) await this.#browser.addInitScript(shiftClock, this.#shiftMs);
  }

  /** The open browser. */
  get browser(): BrowserContext {
    if (this.#browser === undefined) throw new Error('the browser is not open');
    return this.#browser;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = undefined;
    await allGone(this.folder);
  }

  /** The browser dies where it stands, as when the plug is pulled; what the system had written stays. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.browser.once('close', resolve));
    for (const pid of browserOf(this.folder)) killed(pid);
    await gone;
    await this.close();
  }

  /** Opens a page of a face and waits until its first useful content is painted. */
  async face(
    kind: keyof typeof glass,
    url: string,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<Page> {
    const page = await this.browser.newPage();
    await prepare?.(page);
    await page.setViewportSize(glass[kind]);
    page.on('pageerror', (error) =>
      this.errors.push(`${url}: ${error.stack || `${error.name}: ${error.message}`}`),
    );
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('leling:ready').length > 0);
    return page;
  }

  /** Waits until a page has all it needs to start and to go on without its hub: the app, and each row it is granted. */
  async keptOffline(page: Page): Promise<void> {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await this.#hasStatus(page, 'loaded');
  }

  /** Waits until a page listens to its hub: so it has asked for the time too, and its line stands. */
  async listens(page: Page): Promise<void> {
    await this.#hasStatus(page, 'live');
  }

  /** A hub that takes its time has a pairing page stand first, and a page that begins anew forgets who asked. */
  async #hasStatus(page: Page, wanted: Status): Promise<void> {
    for (let told = false; !told;) {
      await page.locator(FACES).first().waitFor({ state: 'attached' });
      told = await page.evaluate(untilStatus, [FACES, wanted] as const).catch((error: unknown) => {
        if (/context was destroyed/.test(String(error))) return false;
        throw error;
      });
    }
  }

  async dispose(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

type Status = 'loaded' | 'live';
const FACES = 'll-kiosk-shell, ll-screen, ll-staff-shell';

/**
 * In a page: until its face's store has been loaded whole, or its line to the hub stands; false where no face stands. One
 * stands before that: it needs no names to be painted, and no hub.
 */
async function untilStatus([faces, wanted]: readonly [string, Status]): Promise<boolean> {
  const face = document.querySelector(faces);
  if (face === null) return false;
  await new Promise<void>((resolve) => {
    const callback = (store: LocalStore): unknown =>
      store.watchStatus(({ loaded, link }) => (wanted === 'live' ? link === 'live' : loaded) && resolve());
    const asked = { context: 'leling-store', contextTarget: face, callback };
    face.dispatchEvent(Object.assign(new Event('context-request', { bubbles: true, composed: true }), asked));
  });
  return true;
}

/** Runs in a page before its own code: sets its wall clock off by so many milliseconds, over an earlier one. */
export function shiftClock(shiftMs: number): void {
  const TrueDate = Date;
  globalThis.Date = class extends TrueDate {
    constructor(...args: ConstructorParameters<typeof TrueDate> | []) {
      if (args.length === 0) super(TrueDate.now() + shiftMs);
      else super(...args);
    }

    static override now(): number {
      return TrueDate.now() + shiftMs;
    }
  } as DateConstructor;
}

/** Ends a process that may just have ended by itself. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Nothing of a browser takes longer to end. */
const ENDS_WITHIN_MS = 60_000;

/** The browser's own process (not its children) of a profile folder. */
const browserOf = (folder: string): readonly number[] =>
  processesOf(folder).flatMap(({ pid, words }) =>
    words.some((one) => one.startsWith('--type=')) ? [] : [pid],
  );

/**
 * Waits until nothing of a browser is at work in its profile any more: its storage has a process of its own, which may
 * outlive the browser's, and what is done to the folder meanwhile is done under its hands.
 */
async function allGone(folder: string): Promise<void> {
  const end = Date.now() + ENDS_WITHIN_MS;
  for (;;) {
    const left = processesOf(folder);
    if (left.length === 0) return;
    if (Date.now() > end)
      throw new Error(
        `not within ${ENDS_WITHIN_MS / 1000} s: a browser that was closed goes on: ${left.map(({ pid }) => pid).join(', ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function processesOf(folder: string): readonly { readonly pid: number; readonly words: readonly string[] }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return words.includes(`--user-data-dir=${folder}`) ? [{ pid: Number(pid), words }] : [];
      } catch {
        return [];
      }
    });
}
