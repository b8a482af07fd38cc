import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldProblem } from '../../../kernel/check.ts';
import type { MenuId, Mid } from '../../../kernel/ids.ts';
import { collisionKey, withTheirs, type Collision } from '../model/merge-menu.ts';
import type { Offered } from '../model/life.ts';
import type { Menu, Offer } from '../model/menu.ts';
import { same } from '../../../kernel/same.ts';
import type { DraftStorage, Saved, Sent, StoredDraft } from './draft-storage.ts';
import { fromNothing, overDraft, overMenu, type Conflict, type TakenOver } from './meet-others.ts';
import {
  draftOf,
  isChanged,
  isTouched,
  publishable,
  saysTheSame,
  upon,
  withLineBack,
  withoutLine,
  type Draft,
  type DraftLine,
} from './menu-draft.ts';
import type { endingOf, Progress } from './publish-progress.ts';

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
  /** What waits to be published besides what is written here. */
  #offered: Offered | null = null;
  /** What was written here and given up, for as long as it can be taken up again. */
  #dropped: Draft | null = null;
  #draft: Draft | null = null;
  #sent: Sent | null = null;
  /** Kept for others: on its way to the hub, while it has an id. */
  #saved: Saved | { readonly mid: null; readonly draft: Draft } | null = null;
  /** Being published this moment: it may stand as published before it is known as sent. */
  #going: Draft | null = null;
  #removed: Removed | null = null;
  #conflict: Conflict | null = null;
  #takenOver: TakenOver | null = null;
  #stopWatching: (() => void) | null = null;
  #refusal: string | null = null;
  /** What this device took for published until the hub said no: gone with the next pull, and nothing to stand on. */
  #disowned: Menu | null = null;
  /** The same of what it took for drafted. */
  #disownedDraft: Offered | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
  }

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

  /** Null while there is nothing to choose. */
  get conflict(): Conflict | null {
    return this.#conflict;
  }

  /** What has come in by itself and has not been said yet to be seen; null where nothing has. */
  get takenOver(): TakenOver | null {
    return this.#takenOver;
  }

  /** Why the hub did not take what was published last; null when it did. */
  get refusal(): string | null {
    return this.#refusal;
  }

  get changed(): boolean {
    return this.#draft !== null && isChanged(this.#draft);
  }

  /** Whether there is something here that nobody else has. */
  get touched(): boolean {
    return this.#draft !== null && isTouched(this.#draft);
  }

  get hasDropped(): boolean {
    return this.#dropped !== null;
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
    this.#unshelve(storage.read(menuId));
    this.#watch();
    storage.recall(menuId).then(
      (newer) => {
        if (newer !== null && menuId === this.#menuId) this.#unshelve(newer);
      },
      (error: unknown) => console.error(error),
    );
  }

  /** What is kept is what is written, also where another page of this browser has kept it. */
  #unshelve({ draft, sent, saved }: StoredDraft): void {
    this.#draft = draft;
    this.#sent = sent;
    this.#saved = saved ?? null;
    this.#removed = this.#conflict = this.#takenOver = this.#refusal = this.#dropped = null;
    this.host.requestUpdate();
  }

  #watch(): void {
    this.#stopWatching?.();
    if (this.#menuId !== null)
      this.#stopWatching = this.#storage?.follow(this.#menuId, (shelved) => this.#unshelve(shelved)) ?? null;
  }

  /** Brings the draft in line with the menu that is published now, and with what waits to be. */
  meet(menuId: MenuId, current: Menu | null, offered: Offered | null): void {
    if (menuId !== this.#menuId) return;
    this.#current = current;
    this.#offered = offered;
    if (this.#disowned !== null && sameMenu(this.#disowned, current)) return;
    if (this.#disownedDraft !== null && same(this.#disownedDraft, offered)) return;
    this.#disowned = this.#disownedDraft = null;
    const draft = this.#draft;
    this.#conflict = null;
    const stands = draft !== null && sameMenu(draft.base, current);
    if (stands && same(draft.from ?? null, offered)) return;
    if (draft === null || !isTouched(draft)) {
      this.#draft = draftOf(menuId, current, offered);
      return;
    }
    // What was written here is what waits now: it was saved as that.
    if (says(draft, offered?.offer ?? null)) return this.change(draftOf(menuId, current, offered));
    if (!stands && current === null) return;
    const met = stands || current === null ? draft : this.#meetMenu(draft, current);
    if (met !== null) this.#meetDraft(draft, met);
  }

  /** What is written upon what is published now; null where it is to be asked, or is that. */
  #meetMenu(draft: Draft, current: Menu): Draft | null {
    if (says(draft, current)) {
      this.change(draftOf(draft.menuId, current, this.#offered));
      return null;
    }
    // One's own publication is what the next change goes on from: there is nobody to choose between.
    if (says(this.#going, current) || says(this.#sent?.draft ?? null, current)) return upon(draft, current);
    return this.#taken(overMenu(draft, current, this.#offered));
  }

  /** And upon what waits to be published now. */
  #meetDraft(before: Draft, draft: Draft): void {
    const offered = this.#offered;
    const own = offered !== null && says(this.#saved?.draft ?? null, offered.offer);
    const met = own ? { ...draft, from: offered } : this.#taken(overDraft(draft, offered));
    if (met !== null && met !== before) this.change(met);
  }

  #taken(met: ReturnType<typeof overMenu>): Draft | null {
    if ('conflict' in met) {
      this.#conflict = met.conflict;
      return null;
    }
    if (met.takenOver !== null) this.#takenOver = met.takenOver;
    return met.draft;
  }

  /** Something was typed or pressed. */
  change(draft: Draft): void {
    this.#draft = draft;
    this.#refusal = this.#dropped = null;
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

  /** Which of two whole menus stands: mine on top of theirs, theirs as it is, or both in one. */
  take(which: 'mine' | 'theirs' | 'both'): void {
    const draft = this.#draft;
    if (draft === null || this.#conflict === null || this.#menuId === null) return;
    if (which === 'theirs') return this.discard();
    const { theirs, version } = this.#conflict;
    const base = version === null ? null : theirs.base;
    this.#conflict = null;
    if (which === 'both') this.change(fromNothing(draft));
    else if (base !== null) this.change(upon(draft, base));
    else this.change({ ...draft, ...(theirs.from === undefined ? {} : { from: theirs.from }) });
    this.meet(this.#menuId, this.#current, this.#offered);
  }

  /** Whose word stands where two collide. */
  choose(collision: Collision, whose: 'mine' | 'theirs'): void {
    const draft = this.#draft;
    if (draft === null || this.#conflict === null || this.#menuId === null) return;
    const { theirs, version: published } = this.#conflict;
    const ofDraft = published === null;
    const version = published ?? theirs.from?.version ?? 0;
    const stood = draft.stands;
    const keys = stood?.version === version && (stood.ofDraft ?? false) === ofDraft ? stood.keys : [];
    const stands = { version, keys: [...keys, collisionKey(collision)], ...(ofDraft ? { ofDraft } : {}) };
    this.change(
      whose === 'theirs' ? { ...draft, ...withTheirs(draft, collision, theirs) } : { ...draft, stands },
    );
    this.meet(this.#menuId, this.#current, this.#offered);
  }

  /** What came in by itself has been seen. */
  seen(): void {
    this.#takenOver = null;
    this.host.requestUpdate();
  }

  /** Back to what waits to be published, or is. */
  discard(): void {
    if (this.#menuId === null) return;
    const dropped = this.touched ? this.#draft : null;
    this.#conflict = this.#removed = this.#takenOver = null;
    this.change(draftOf(this.#menuId, this.#current, this.#offered));
    this.#dropped = dropped;
  }

  /** What waited to be published is thrown away; it can be taken up again as if it had been written here. */
  thrownAway({ from: _, ...written }: Draft): void {
    this.#dropped = written;
    this.host.requestUpdate();
  }

  /** What was given up is taken up again. */
  takeUp(): void {
    if (this.#dropped === null || this.#menuId === null) return;
    this.change(this.#dropped);
    this.meet(this.#menuId, this.#current, this.#offered);
  }

  /** The draft is about to be published; null when nothing came of it. */
  publishing(draft: Draft | null): void {
    this.#going = draft;
  }

  /** The draft is on its way to the hub. */
  published(mid: Mid, draft: Draft): void {
    this.#going = null;
    this.#sent = { mid, version: (draft.base?.version ?? 0) + 1, draft };
    this.#removed = this.#takenOver = null;
    this.#keep();
  }

  /** The draft is about to be kept for others, or is, as this change; null when nothing came of it. */
  saving(draft: Draft | null, mid: Mid | null = null): void {
    this.#saved = draft === null ? null : { mid, draft };
    if (mid !== null) this.#keep();
  }

  /** The change by which a draft is on its way to be kept for others; null where none is. */
  get savedAs(): Mid | null {
    return this.#saved?.mid ?? null;
  }

  /** What became of it: not taken, it is back in the editor, and met with what stands there. */
  settleSaved(ending: ReturnType<typeof endingOf>): void {
    const saved = this.#saved;
    if (saved === null || this.#menuId === null || ending?.step === 'saved') return;
    // It may be at the hub before it is seen here as what waits.
    this.#saved = ending === null ? { mid: null, draft: saved.draft } : null;
    if (ending === null) return this.#keep();
    this.#disownedDraft =
      this.#offered !== null && says(saved.draft, this.#offered.offer) ? this.#offered : null;
    const { from: _, ...written } = this.#draft !== null && this.touched ? this.#draft : saved.draft;
    const { base, from } = saved.draft;
    this.change({ ...written, base, ...(from === undefined ? {} : { from }) });
    if (ending.status === 'refused') this.#refusal = ending.code;
    this.meet(this.#menuId, this.#current, this.#offered);
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
    this.change(this.#draft !== null && this.touched ? { ...this.#draft, base: draft.base } : draft);
    if (progress.status === 'refused') this.#refusal = progress.code;
    this.meet(this.#menuId, this.#current, this.#offered);
  }

  #keep(delivered = false): void {
    if (this.#storage !== null && this.#menuId !== null) {
      const draft = this.touched ? this.#draft : null;
      const saved = this.#saved !== null && this.#saved.mid !== null ? { saved: this.#saved } : {};
      this.#storage.write(this.#menuId, { draft, sent: delivered ? null : this.#sent, ...saved });
    }
    if (!delivered) this.host.requestUpdate();
  }
}

/** Whether a menu says what a draft wants published. */
function says(draft: Draft | null, menu: Offer | null): boolean {
  const wanted = draft === null ? null : publishable(draft);
  return menu !== null && wanted?.ok === true && saysTheSame(menu, wanted.value);
}

/** The very same publication: of two with one version, one was only this device's idea of it. */
const sameMenu = (a: Menu | null, b: Menu | null): boolean =>
  a?.version === b?.version && a?.publishedAtMs === b?.publishedAtMs;
