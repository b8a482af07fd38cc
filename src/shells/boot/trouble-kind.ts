/** Why a face cannot start here, or not yet. */
export type TroubleKind =
  /** A page on a plain `http` address: no service worker, no locks, nothing to keep offline with. */
  | 'insecure'
  /** The browser keeps nothing for this address, not even who the device is. */
  | 'refused'
  /** The device's storage has no room. */
  | 'full'
  /** The local store does not open; it is tried again and again. */
  | 'opening'
  /** The local store is of a newer build, which this one cannot go on with. */
  | 'newer'
  /** The program failed. */
  | 'broken';
