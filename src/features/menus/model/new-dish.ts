import { guessDrawing } from './guess-drawing.ts';
import type { Dish } from './menu.ts';

/** A dish of which only its name is known. */
export const newDish = (id: Dish['id'], name: string): Dish => ({
  id,
  name,
  nameEn: null,
  tags: [],
  allergens: [],
  priceFen: null,
  unit: 'portion',
  smallPriceFen: null,
  photo: null,
  drawing: guessDrawing(name),
  energyKcal: null,
  fatG: null,
  saltG: null,
});
