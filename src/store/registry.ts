import type { Actor } from '../kernel/mutation.ts';
import type { Registry } from '../protocol/client/apply.ts';

/**
 * The mutations an actor can make, and with it all that its own overlay is made of. A television makes none and a
 * kiosk few; the staff's are many, and no other face loads them. (test/store/registry.test.ts holds this to `by`.)
 */
export async function registryFor(actor: Actor): Promise<Registry> {
  if (actor.type === 'device' && actor.deviceKind === 'screen') return {};
  if (actor.type === 'device' && actor.deviceKind === 'kiosk') {
    return (await import('./kiosk-mutations.ts')).kioskMutations;
  }
  return (await import('../features/registry.ts')).mutations;
}
