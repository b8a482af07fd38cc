import { menuPublish, menuSoldOut } from './menu/menu.mutations.ts';

/** Every named mutation, by name: the only changes there are. Their argument schemas are in `schemas.ts`. */
export const mutations = {
  'menu.publish': menuPublish,
  'menu.soldOut': menuSoldOut,
} as const;

export type Mutations = typeof mutations;
export type MutationName = keyof Mutations;
export type ArgsOf<N extends MutationName> = Parameters<Mutations[N]['apply']>[1];
