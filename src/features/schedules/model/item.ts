import type { Static } from 'typebox';
import type { Item as ItemSchema } from './schedule.schema.ts';

/** What a screen can show by its schedule or because staff push it. */
export type Item = Static<typeof ItemSchema>;
type ItemKind = Item['show'];

/** The kinds in the order they are offered. */
export const itemKinds: readonly ItemKind[] = [
  'menu',
  'weekly-menu',
  'timetable',
  'programme',
  'notices',
  'policy',
  'playlist',
  'clock',
  'welcome',
  'dark',
];

/** Whether this build knows a kind: a row may come from a newer one. */
export const isKnown = ({ show }: { readonly show: string }): boolean =>
  itemKinds.some((kind) => kind === show);

/** Names an item among others: the same one again has the same key. */
export const itemKey = ({ show, playlistId, policyId, text }: Item): string =>
  [show, playlistId ?? policyId ?? text ?? ''].join(' ').trim();
