/**
 * An address of this hub as another device may open it; null where this browser calls the hub by a name that means only
 * itself: on the hub's own box `localhost` leads a telephone to the telephone.
 */
export function addressForOthers(
  path: string,
  here: Pick<Location, 'origin' | 'hostname'> = location,
): string | null {
  return /^(localhost|127\.[\d.]+|\[::1\]|.*\.localhost)$/.test(here.hostname)
    ? null
    : `${here.origin}${path}`;
}
