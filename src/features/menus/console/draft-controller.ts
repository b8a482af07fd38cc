import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldProblem } from '../../../kernel/check.ts';
import type { MenuId, Mid } from '../../../kernel/ids.ts';
import type { Menu } from '../model/menu.ts';
import type { DraftStorage, Sent } from './draft-storage.ts';
import {
  draftOf,
  isChanged,
  publishable,
  rebased,
  saysTheSame,
  withLineBack,
  withoutLine,
  type Draft,
  type DraftLine,
} from './menu-draft.ts';
import type { Progress } from './publish-progress.ts';

/** A line just removed, for as long as it can be brought back. */
interface Removed {
  readonly index: number;
  readonly line: DraftLine;
}

/**
 * One menu's draft: kept on the storage while it is written, brought in line with what is published meanwhile, and
 * brought back when the hub did not take it.
 */
export class DraftController implements ReactiveController {
  #storage: DraftStorage | null = null;
  #menuId: MenuId | null = null;
  #current: Menu | null = null;
  #draft: Draft | null = null;
  #sent: Sent | null = null;
  /** Being published this moment: it may stand as published before it is known as sent. */
  #going: Draft | null = null;
  #removed: Removed | null = null;
  #conflict: Menu | null = null;
  #refusal: string | null = null;
  /** What this device took for published until the hub said no: gone with the next pull, and nothing to stand on. */
  #disowned: Menu | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Null until the published menu is known. */
  get draft(): Draft | null {
    return this.#draft;
  }

  get sent(): Sent | null {
    return this.#sent;
  }

  get removed(): Removed | null {
    return this.#removed;
  }

  /** What somebody else has published since this was begun; null while there is nothing to choose. */
  get conflict(): Menu | null {
    return this.#conflict;
  }

  /** Why the hub did not take what was published last; null when it did. */
  get refusal(): string | null {
    return this.#refusal;
  }

  get changed(): boolean {
    return this.#draft !== null && isChanged(this.#draft);
  }

  get problems(): readonly FieldProblem[] {
    const checked = this.#draft === null ? null : publishable(this.#draft);
    return checked === null || checked.ok ? [] : checked.error;
  }

  /** Begins with a menu: what is on the storage, until `meet` says what is published. */
  open(menuId: MenuId, storage: DraftStorage): void {
    if (this.#menuId === menuId && this.#storage !== null) return;
    this.#menuId = menuId;
    this.#storage = storage;
    const { draft, sent } = storage.read(menuId);
    this.#draft = draft;
    this.#sent = sent;
    this.#removed = this.#conflict = this.#refusal = null;
  }

  /** Brings the draft in line with the menu that is published now. */
  meet(menuId: MenuId, current: Menu | null): void {
    if (menuId !== this.#menuId) return;
    this.#current = current;
    if (this.#disowned !== null && sameMenu(this.#disowned, current)) return;
    this.#disowned = null;
    const draft = this.#draft;
    this.#conflict = null;
    if (draft !== null && sameMenu(draft.base, current)) return;
    if (draft === null || !isChanged(draft)) {
      this.#draft = draftOf(menuId, current);
      return;
    }
    if (current === null) return;
    if (says(draft, current)) return this.change(draftOf(menuId, current));
    // One's own publication is what the next change goes on from: there is nobody to choose between.
    if (says(this.#going, current) || says(this.#sent?.draft ?? null, current))
      return this.change({ ...draft, base: current });
    const moved = rebased(draft, current);
    if (moved === null) this.#conflict = current;
    else this.change(moved);
  }

  /** Something was typed or pressed. */
  change(draft: Draft): void {
    this.#draft = draft;
    this.#refusal = null;
    this.#keep();
  }

  remove(index: number): void {
    const line = this.#draft?.lines[index];
    if (this.#draft === null || line === undefined) return;
    this.#removed = { index, line };
    this.change(withoutLine(this.#draft, index));
  }

  undoRemove(): void {
    if (this.#draft === null || this.#removed === null) return;
    const { index, line } = this.#removed;
    this.#removed = null;
    this.change(withLineBack(this.#draft, index, line));
  }

  /** Mine goes on top of theirs. */
  takeMine(): void {
    if (this.#draft === null || this.#conflict === null) return;
    const base = this.#conflict;
    this.#conflict = null;
    this.change({ ...this.#draft, base });
  }

  /** Theirs stays as it is, and what was written here is dropped. */
  takeTheirs(): void {
    this.discard();
  }

  /** Back to what is published. */
  discard(): void {
    if (this.#menuId === null) return;
    this.#conflict = this.#removed = null;
    this.change(draftOf(this.#menuId, this.#current));
  }

  /** The draft is about to be published; null when nothing came of it. */
  publishing(draft: Draft | null): void {
    this.#going = draft;
  }

  /** The draft is on its way to the hub. */
  published(mid: Mid, draft: Draft): void {
    this.#going = null;
    this.#sent = { mid, version: (draft.base?.version ?? 0) + 1, draft };
    this.#removed = null;
    this.#keep();
  }

  /** What became of the one on its way: taken, it leaves the storage; not taken, it is back in the editor. */
  settle(progress: Progress): void {
    if (this.#sent === null || this.#menuId === null || progress.step === 'saved') return;
    if (progress.step !== 'ended') {
      this.#keep(true);
      return;
    }
    const { draft } = this.#sent;
    this.#disowned = says(draft, this.#current) ? this.#current : null;
    this.#sent = null;
    // What was written since stands upon it.
    this.change(this.#draft !== null && this.changed ? { ...this.#draft, base: draft.base } : draft);
    if (progress.status === 'refused') this.#refusal = progress.code;
    this.meet(this.#menuId, this.#current);
  }

  #keep(delivered = false): void {
    if (this.#storage !== null && this.#menuId !== null) {
      const draft = this.changed ? this.#draft : null;
      this.#storage.write(this.#menuId, { draft, sent: delivered ? null : this.#sent });
    }
    if (!delivered) this.host.requestUpdate();
  }
}

/** Whether a menu says what a draft wants published. */
function says(draft: Draft | null, menu: Menu | null): boolean {
  const wanted = draft === null ? null : publishable(draft);
  return menu !== null && wanted?.ok === true && saysTheSame(menu, wanted.value);
}

/** The very same publication: of two with one version, one was only this device's idea of it. */
const sameMenu = (a: Menu | null, b: Menu | null): boolean =>
  a?.version === b?.version && a?.publishedAtMs === b?.publishedAtMs;
