import type { BucketName } from '../../domain/kernel/buckets.ts';
import type { Actor, Role } from '../../domain/kernel/mutation.ts';

const KNOWS_PEOPLE: ReadonlySet<Role> = new Set<Role>(['manager', 'leader', 'advisor']);

/** The buckets an actor may hold. A console nobody is signed in on holds no centre's rows. */
export function grantsOf(actor: Actor): readonly BucketName[] {
  const { centreId, deviceId } = actor;
  const own = ['city', `device:${deviceId}`];
  switch (actor.type) {
    case 'hub':
      return [
        'city',
        ...['centre', 'kiosk', 'staff', 'people', 'audit'].map((scope) => `${scope}:${centreId}`),
      ];
    case 'device':
      if (actor.deviceKind === 'kiosk') return [...own, `centre:${centreId}`, `kiosk:${centreId}`];
      return actor.deviceKind === 'screen' ? [...own, `centre:${centreId}`] : own;
    case 'staff':
      return [
        ...own,
        `centre:${centreId}`,
        `staff:${centreId}`,
        ...(KNOWS_PEOPLE.has(actor.role) ? [`people:${centreId}`] : []),
        ...(actor.role === 'manager' ? [`audit:${centreId}`] : []),
      ];
  }
}
