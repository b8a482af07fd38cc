import { offerOf, type Menu, type MenuItem, type Offer } from './menu.ts';

/** What of a dish is left is what is said of it on the menu that is up. */
export function asServed(item: MenuItem, there: Menu | null | undefined): MenuItem {
  const served = there?.items.find(({ dishId }) => dishId === item.dishId);
  if (served === undefined || served === item) return item;
  const { left: _, ...other } = item;
  return { ...other, soldOut: served.soldOut, ...(served.left === undefined ? {} : { left: served.left }) };
}

/** An offer with what is said on the menu that is up of what is left, of all that is on both. */
export function offerAsServed(offer: Offer, there: Menu | undefined): Offer {
  const items = offer.items.map((item) => asServed(item, there));
  const isSame = offer.set !== null && offer.set.name === there?.set?.name;
  if (offer.set === null || !isSame) return { ...offerOf(offer), items };
  const { soldOut: _, ...set } = offer.set;
  const soldOut = there?.set?.soldOut;
  return { ...offerOf(offer), items, set: { ...set, ...(soldOut === undefined ? {} : { soldOut }) } };
}

/**
 * Whether a menu still offers what it did at a version: what was said since of what is left is no other offer. 0 is that
 * there was no menu.
 */
export function offersSince(
  menu: Pick<Menu, 'version' | 'offerVersion'> | undefined,
  version: number,
): boolean {
  const now = menu?.version ?? 0;
  return version <= now && version >= (menu?.offerVersion ?? now);
}
