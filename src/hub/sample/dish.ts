import { id } from '../../kernel/ids.ts';
import type { Dish } from '../../features/menus/model/menu.ts';

type Nutrition = readonly [kcal: number, fatG: number, saltG: number];
interface Kitchen {
  /** Yuan for one unit; null is free. */
  readonly yuan: number | null;
  readonly small?: number;
  readonly unit?: Dish['unit'];
  readonly tags?: Dish['tags'];
  readonly allergens?: Dish['allergens'];
  readonly per: Nutrition;
}

const fen = (yuan: number): number => Math.round(yuan * 100);

/** A dish of the sample canteen; the nutrition is per serving. */
export function dish(
  key: string,
  name: string,
  nameEn: string,
  drawing: Dish['drawing'],
  kitchen: Kitchen,
): Dish {
  const [energyKcal, fatG, saltG] = kitchen.per;
  return {
    id: id(key),
    name,
    nameEn,
    tags: [...(kitchen.tags ?? [])],
    allergens: [...(kitchen.allergens ?? [])],
    priceFen: kitchen.yuan === null ? null : fen(kitchen.yuan),
    unit: kitchen.unit ?? 'portion',
    smallPriceFen: kitchen.small === undefined ? null : fen(kitchen.small),
    photo: null,
    drawing,
    energyKcal,
    fatG,
    saltG,
  };
}
