import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change } from '../../../app/change.ts';
import type { MenuId, Mid } from '../../../kernel/ids.ts';
import type { Offer } from '../model/menu.ts';
import { offerElsewhere, type OtherCanteen } from '../model/other-canteens.ts';

/** What was sent to another canteen from here. */
export interface SentElsewhere {
  readonly mid: Mid;
  readonly name: string;
  readonly menuId: MenuId;
  /** The version it becomes there. */
  readonly version: number;
  /** When it is to go up; null where at once. */
  readonly atMs: number | null;
}

/** The other canteens that a menu goes to as well, and what has been sent to them; each its own, as each has its own guests. */
export class PublishElsewhere implements ReactiveController {
  #menuId: MenuId | null = null;
  #chosen: ReadonlySet<string> = new Set();
  #sent: readonly SentElsewhere[] = [];

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  get chosen(): ReadonlySet<string> {
    return this.#chosen;
  }

  get sent(): readonly SentElsewhere[] {
    return this.#sent;
  }

  /** Another menu begins with its own canteen alone. */
  open(menuId: MenuId): void {
    if (menuId === this.#menuId) return;
    this.#menuId = menuId;
    this.#chosen = new Set();
    this.#sent = [];
  }

  choose(chosen: ReadonlySet<string>): void {
    this.#chosen = chosen;
    this.host.requestUpdate();
  }

  /** Sends it to those that are chosen: what could not be kept on this device stays chosen, and is told by `change`. */
  async send(
    change: Change,
    offer: Offer,
    canteens: readonly OtherCanteen[],
    atMs: number | null,
  ): Promise<void> {
    for (const { id, name, menuId, menu, version, draftVersion } of canteens) {
      if (!this.#chosen.has(id)) continue;
      const args = { menuId, ...offerElsewhere(offer, menu) };
      const made =
        atMs === null
          ? await change.run('menu.publish', { ...args, baseVersion: version })
          : await change.run('menu.publishAt', { ...args, baseVersion: draftVersion, upon: version, atMs });
      if (!made.ok) return;
      this.#chosen = new Set([...this.#chosen].filter((one) => one !== id));
      const sent = { mid: made.mid, name, menuId, version: version + 1, atMs };
      this.#sent = [...this.#sent.filter((one) => one.menuId !== menuId), sent];
      this.host.requestUpdate();
    }
  }
}
