import type { Dish } from '../../features/menus/model/menu.ts';
import { mains } from './dishes-mains.ts';
import { sides } from './dishes-sides.ts';

/** What the sample canteen cooks: little oil and salt, soft, with a small portion where one makes sense. */
export const sampleDishes: readonly Dish[] = [...mains, ...sides];
