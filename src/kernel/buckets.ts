/** The kinds of bucket; the README of this folder says who holds which. */
export type Scope = 'city' | 'centre' | 'kiosk' | 'staff' | 'people' | 'audit' | 'device';

/** A bucket's full name: `city`, or `SCOPE:ID` (the centre's id, for `device` the device's). */
export type BucketName = string;

/**
 * How a mutation names a bucket: by scope, meaning "the one of the actor's centre (or device)",
 * or one device's bucket by that device's id, which only the hub may write.
 */
export type BucketRef = Scope | `device:${string}`;

/** The full name of the bucket a reference means for an actor. */
export function bucketName(ref: BucketRef, centreId: string, deviceId: string): BucketName {
  if (ref === 'city') return 'city';
  if (ref === 'device') return `device:${deviceId}`;
  if (ref.startsWith('device:')) return ref;
  return `${ref}:${centreId}`;
}

/** The scope of a bucket's full name. */
export function scopeOf(bucket: BucketName): Scope {
  const scope = bucket.split(':', 1)[0];
  switch (scope) {
    case 'city':
    case 'centre':
    case 'kiosk':
    case 'staff':
    case 'people':
    case 'audit':
    case 'device':
      return scope;
    default:
      throw new Error(`not a bucket: ${bucket}`);
  }
}
