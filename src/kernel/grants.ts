import { bucketName, type BucketName, type Scope } from './buckets.ts';
import type { Actor, DeviceKind, Role } from './mutation.ts';

const byKind: { readonly [K in DeviceKind]: readonly Scope[] } = {
  kiosk: ['city', 'centre', 'kiosk', 'device'],
  screen: ['city', 'centre', 'device'],
  /** A console nobody has signed in to. */
  console: ['city', 'device'],
};

const allStaff: readonly Scope[] = ['city', 'centre', 'staff', 'device'];
const byRole: { readonly [R in Role]: readonly Scope[] } = {
  manager: [...allStaff, 'people', 'audit'],
  leader: [...allStaff, 'people'],
  advisor: [...allStaff, 'people'],
  canteen: allStaff,
  viewer: allStaff,
};

/** The buckets an actor may hold, in the order of their names: least privilege, as the table in this folder's README. */
export function grantsOf(actor: Actor): readonly BucketName[] {
  return scopesOf(actor)
    .map((scope) => bucketName(scope, actor.centreId, actor.deviceId))
    .sort();
}

function scopesOf(actor: Actor): readonly Scope[] {
  switch (actor.type) {
    case 'device':
      return byKind[actor.deviceKind];
    case 'staff':
      return byRole[actor.role];
    case 'hub':
      return ['city', 'centre', 'kiosk', 'staff', 'people', 'audit', 'device'];
  }
}

/** Whether an actor holds the bucket of a scope. */
export const holds = (actor: Actor, scope: Scope): boolean => scopesOf(actor).includes(scope);
