import { same } from '../../../kernel/same.ts';
import {
  collisionKey,
  isOfStock,
  mergeMenus,
  type Collision,
  type Taken,
  type Written,
} from '../model/merge-menu.ts';
import type { Offered } from '../model/life.ts';
import { isUp, noOffer, offerOf, type Menu } from '../model/menu.ts';
import { offersSince } from '../model/served.ts';
import { draftOf, upon, type Draft } from './menu-draft.ts';

/** What somebody else has published or drafted since this was begun, and has to be looked at. */
export interface Conflict {
  readonly theirs: Draft;
  /** Whose; null where nobody has put a name to it. */
  readonly by: string | null;
  /** The version it is published as; null where it waits to be. */
  readonly version: number | null;
  /** Where both have said something else; null where one whole menu stands against the other. */
  readonly collisions: readonly Collision[] | null;
  /** Whether two whole menus can be put together: neither is an older one that has come back. */
  readonly joins: boolean;
}

/** What came in from somebody else's version by itself. */
export interface TakenOver {
  /** Whose version; null where nobody has put a name to it. */
  readonly by: string | null;
  readonly taken: readonly Taken[];
}

/** What is written here, with what others have made of the menu meanwhile; or what has to be asked before. */
type Met = { readonly draft: Draft; readonly takenOver: TakenOver | null } | { readonly conflict: Conflict };

const asItIs = (draft: Draft): Met => ({ draft, takenOver: null });

/** Met with what is published now. */
export function overMenu(draft: Draft, current: Menu, offered: Offered | null): Met {
  // Taken down meanwhile: what is written here is what would be put up again, begun as what stood there.
  if (!isUp(current)) {
    const from = draft.from ?? (isUp(draft.base) ? { offer: offerOf(draft.base), version: 0 } : undefined);
    return asItIs({ ...upon(draft, current), ...(from === undefined ? {} : { from }) });
  }
  const theirs = draftOf(draft.menuId, current);
  const common = beforeMenu(draft, current, offered);
  const of = { theirs, by: current.publishedBy, version: current.version };
  if (common === null)
    return { conflict: { ...of, collisions: null, joins: (draft.base?.version ?? 0) <= current.version } };
  const merged = merge(common, draft, of, draft.stands?.ofDraft === true ? undefined : draft.stands);
  if ('conflict' in merged) return merged;
  const { from } = draft;
  const isWaiting = from !== undefined && (same(from, offered) || sellsTheSame(draft.base, current));
  const next = { ...merged.written, menuId: draft.menuId, base: current, ...(isWaiting ? { from } : {}) };
  return { draft: next, takenOver: merged.takenOver };
}

/** Met with what waits to be published now. What a plan has is nobody's, and what is written stays beside it. */
export function overDraft(draft: Draft, offered: Offered | null): Met {
  const { menuId, base, from } = draft;
  if (same(from ?? null, offered)) return asItIs(draft);
  if (offered === null || offered.version === 0) {
    const { from: _, ...alone } = draft;
    return asItIs(from === undefined || from.version === 0 ? draft : alone);
  }
  const common = from ?? (isUp(base) ? { offer: offerOf(base), version: 0 } : null);
  const of = { theirs: draftOf(menuId, base, offered), by: offered.by ?? null, version: null };
  if (common === null) return { conflict: { ...of, collisions: null, joins: true } };
  const stands =
    draft.stands?.ofDraft === true && draft.stands.version === offered.version ? draft.stands : undefined;
  const merged = merge(draftOf(menuId, base, common), draft, of, stands);
  if ('conflict' in merged) return merged;
  return { draft: { ...merged.written, menuId, base, from: offered }, takenOver: merged.takenOver };
}

/** Begun from nothing, so that both of two whole menus are put together. */
export const fromNothing = (draft: Draft): Draft => ({ ...draft, from: { offer: noOffer, version: 0 } });

/** What both mine and the published menu began from; null where nothing tells their changes. */
function beforeMenu(draft: Draft, current: Menu, offered: Offered | null): Written | null {
  const { menuId, base, from } = draft;
  const asDrafted = from === undefined ? null : draftOf(menuId, base, from);
  if (!isUp(base)) return asDrafted;
  // A draft that waits no more is what was published, mostly with changes.
  const hasGone = from !== undefined && from.version > 0 && !same(from, offered);
  if (hasGone && !sellsTheSame(base, current)) return asDrafted;
  return current.version < base.version ? null : draftOf(menuId, base);
}

/** Whether since then only what is left of it is another. */
const sellsTheSame = (base: Menu | null, current: Menu): boolean =>
  base !== null && offersSince(current, base.version);

/** What only one of two has changed is in both; where both have, somebody is asked. */
function merge(
  common: Written,
  mine: Draft,
  of: Pick<Conflict, 'theirs' | 'by' | 'version'>,
  stands: Draft['stands'],
): { readonly conflict: Conflict } | { readonly written: Written; readonly takenOver: TakenOver | null } {
  const { written, collisions, taken } = mergeMenus(common, mine, of.theirs);
  const chosen = stands !== undefined && (of.version ?? stands.version) === stands.version ? stands.keys : [];
  const open = collisions.filter((one) => !chosen.includes(collisionKey(one)));
  if (open.length > 0) return { conflict: { ...of, collisions: open, joins: false } };
  const said = taken.filter((one) => one.of !== 'dish' || !isOfStock(one.what));
  return { written, takenOver: said.length > 0 ? { by: of.by, taken: said } : null };
}
