import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { PersonKeys, type Locked } from '../../../store/sealed/person-key.ts';
import { isLocked, lockAfter } from './device-lock.ts';
import type { LlUnlockPage } from './unlock-page.ts';

const LOOK_EVERY_MS = 10_000;
/** What somebody does who is there. */
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Locks a console that nobody has touched for a while: its page stays as it is beneath, with whatever was being written,
 * until somebody shows who they are.
 */
export class IdleLock implements ReactiveController {
  #touchedMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #people: readonly Locked[] = [];
  #cover: LlUnlockPage | null = null;
  #covering = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: () => LocalStore | undefined,
    /** Whether something would be lost were the page loaded anew now. */
    private readonly isBusy: () => boolean,
  ) {
    host.addController(this);
  }

  /** Whether whoever is here could open it again by their PIN. */
  get possible(): boolean {
    const actor = this.store()?.actor;
    return actor?.type === 'staff' && this.#people.some(({ owner }) => owner.accountId === actor.accountId);
  }

  /** What lies over the page while it is locked; null while it is not. */
  get cover(): LlUnlockPage | null {
    return this.#cover;
  }

  /** The page beneath was in use when it was locked. */
  wasBusy = false;

  hostConnected(): void {
    this.#touchedMs = Date.now();
    for (const touch of TOUCHES)
      window.addEventListener(touch, this.#touched, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(this.#look, LOOK_EVERY_MS);
    void this.readPeople();
  }

  hostDisconnected(): void {
    for (const touch of TOUCHES) window.removeEventListener(touch, this.#touched, { capture: true });
    document.removeEventListener('visibilitychange', this.#look);
    clearInterval(this.#timer);
  }

  /** Locks it now. `asksWho`: somebody else is to come. */
  async lock(asksWho: boolean): Promise<void> {
    const store = this.store();
    if (store === undefined || !this.possible || this.#covering) return;
    this.#covering = true;
    this.wasBusy = this.isBusy();
    try {
      const { coverPage } = await import('./cover-page.ts');
      await coverPage(store, this.#people, asksWho, (page) => {
        this.#cover = page;
        this.host.requestUpdate();
      });
    } finally {
      this.#cover = null;
      this.#covering = false;
      this.#touchedMs = Date.now();
      await this.readPeople();
    }
  }

  /** Looks who can open this console by their PIN. */
  async readPeople(): Promise<void> {
    const deviceId = this.store()?.actor.deviceId;
    const all = await new PersonKeys().locked().catch(() => []);
    this.#people = all.filter(({ owner }) => owner.deviceId === deviceId);
    this.host.requestUpdate();
  }

  readonly #touched = (): void => {
    this.#touchedMs = Date.now();
  };

  /** By the clock on the wall: a tablet that has slept counts nothing. That it jumps locks a page, and no more. */
  readonly #look = (): void => {
    const deviceId = this.store()?.actor.deviceId;
    if (deviceId === undefined || this.#covering) return;
    // They may have set a PIN since.
    if (!this.possible) return void this.readPeople();
    const minutes = lockAfter(deviceId, this.#people.length);
    // Another page of this console was locked: whoever takes the device in hand finds no open one.
    const isOver = minutes !== null && Date.now() - this.#touchedMs >= minutes * 60_000;
    if (isOver || (isLocked(deviceId) && document.visibilityState === 'visible')) void this.lock(false);
  };
}
