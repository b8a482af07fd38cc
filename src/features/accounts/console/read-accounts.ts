import { utcOffsetOf } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { comparableName, type Account } from '../model/account.ts';
import { ROLES } from '../model/roles.ts';

/** The accounts of a centre, and what is said beside them. */
export interface KnownAccounts {
  /** Who works here, by role and name. */
  readonly here: readonly Account[];
  /** Who has left. */
  readonly left: readonly Account[];
  /** What consoles are called, by device id. */
  readonly devices: ReadonlyMap<string, string>;
  readonly offset: number;
}

export async function readAccounts(view: View): Promise<KnownAccounts | null> {
  const all = [...(await view.list('staff', 'account'))].sort(inOrder);
  if (all.length === 0) return null;
  return {
    here: all.filter(({ active }) => active),
    left: all.filter(({ active }) => !active),
    devices: new Map((await view.list('staff', 'device')).map(({ id, name }) => [id, name])),
    offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
  };
}

const inOrder = (a: Account, b: Account): number =>
  ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (comparableName(a.name) < comparableName(b.name) ? -1 : 1);
