import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MenuId } from '../../../kernel/ids.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { SAID_AGAIN_MS } from '../model/menu-editing.ts';

/** Tells the hub which menu is being written here, again and again while it is, and once that it no longer is. */
export class MenuPresence implements ReactiveController {
  #store: Pick<LocalStore, 'report'> | undefined;
  #menuId: MenuId | null = null;
  #again: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.at(this.#store, null);
  }

  /** @param menuId the menu that somebody has begun to change; null where nobody has */
  at(store: Pick<LocalStore, 'report'> | undefined, menuId: MenuId | null): void {
    this.#store = store;
    if (menuId === this.#menuId) return;
    this.#menuId = menuId;
    clearInterval(this.#again);
    this.#say();
    if (menuId !== null) this.#again = setInterval(() => this.#say(), SAID_AGAIN_MS);
  }

  #say(): void {
    this.#store?.report({ type: 'menuEditing', menuId: this.#menuId });
  }
}
