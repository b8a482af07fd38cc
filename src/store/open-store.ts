import type { Actor } from '../domain/kernel/mutation.ts';
import type { LocalStore } from '../protocol/client/api.ts';

/** Whose store to open. */
export interface StoreOwner {
  readonly actor: Actor;
  /** Names the actor in the names of databases, journals, locks and channels. */
  readonly actorKey: string;
}

/** Opens the local store of a device and its actor, with the sync behind it. */
export async function openStore({ actor }: StoreOwner): Promise<LocalStore> {
  throw new Error(`the protocol client is not there yet for ${actor.deviceId}`);
}
