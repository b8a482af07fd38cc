import type { Menu } from '../model/menu.ts';

/** Which menus have changed since somebody began to look at them. */
export class Novelty {
  readonly #first = new Map<string, number>();

  /** Whether a menu is another than at the first look. */
  isNew({ id, version }: Pick<Menu, 'id' | 'version'>): boolean {
    const first = this.#first.get(id);
    if (first === undefined) this.#first.set(id, version);
    return first !== undefined && version > first;
  }
}
