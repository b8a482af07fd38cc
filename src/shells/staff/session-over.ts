import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SyncState } from '../../app/sync-status.ts';
import type { Actor } from '../../kernel/mutation.ts';
import { whoIsOn } from './sign-in-and-out.ts';

/** Whose page it is, and on which device. */
interface Page {
  readonly deviceId: string;
  readonly actor: Actor | undefined;
}

/**
 * Whether the session of a page's person has ended, so that they are asked to sign in over it. A page that goes of itself
 * asks nobody: its console was signed off, or they have signed out. What they typed would go with it.
 */
export class SessionOver implements ReactiveController {
  #wasOut = false;
  #isOver = false;
  #isLeft = false;
  #other: string | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sync: SyncState,
    private readonly page: () => Page,
  ) {
    host.addController(this);
  }

  /** The person is to be asked. */
  get asks(): boolean {
    return this.#isOver && !this.#isLeft;
  }

  /** Who else is signed in on this console; null where nobody is, or nobody knows. */
  get other(): string | null {
    return this.#other;
  }

  /** They have signed out, and the page goes. */
  leaves(): void {
    this.#isLeft = true;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const isOut = this.sync.status?.link === 'signed-out';
    if (isOut === this.#wasOut) return;
    this.#wasOut = isOut;
    this.#isOver = false;
    this.#other = null;
    if (isOut) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { deviceId, actor } = this.page();
    const on = await whoIsOn(deviceId);
    if (!this.#wasOut || on === 'signed-off') return;
    this.#isOver = true;
    this.#other = actor?.type === 'staff' && on?.name !== actor.name ? (on?.name ?? null) : null;
    this.host.requestUpdate();
  }
}
