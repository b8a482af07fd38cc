import type { MediaHash } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type MediaItem = RowOf<'media'>;
export type Playlist = RowOf<'playlist'>;

/** How long a photo of a playlist stays where nobody has said, in seconds. */
export const PHOTO_SECONDS = 12;

export const isVideo = ({ mime }: Pick<MediaItem, 'mime'>): boolean => mime.startsWith('video/');
/** What is only heard. */
export const isSound = ({ mime }: Pick<MediaItem, 'mime'>): boolean => mime.startsWith('audio/');
export const isPhoto = ({ mime }: Pick<MediaItem, 'mime'>): boolean => mime.startsWith('image/');

/** What staff find in the library: what is taken out, and what only stands for a file, is not in it. */
export const inLibrary = (all: readonly MediaItem[]): readonly MediaItem[] =>
  all
    .filter(({ removedAtMs, posterOf }) => removedAtMs === undefined && posterOf === undefined)
    .sort((a, b) => b.addedAtMs - a.addedAtMs || a.title.localeCompare(b.title));

/** The rows in which a file may be named. */
export interface MediaUsers {
  readonly programmes: readonly RowOf<'programme'>[];
  readonly policies: readonly RowOf<'policy'>[];
  /** What is up, and what is written for later. */
  readonly menus: readonly (RowOf<'menu'> | RowOf<'menuDraft'>)[];
  readonly dishes: readonly RowOf<'dish'>[];
  readonly playlists: readonly Playlist[];
}

/** Where a file is in use, by the name people know the place by. */
export interface MediaUse {
  readonly in: 'programme' | 'policy' | 'dish' | 'menu' | 'playlist';
  readonly name: string;
}

/** Where a file is in use; nowhere is an empty list. */
export function usesOf(hash: MediaHash, users: MediaUsers): readonly MediaUse[] {
  const uses: MediaUse[] = [];
  for (const { title, video, poster, music } of users.programmes)
    if ([video, poster, music].includes(hash)) uses.push({ in: 'programme', name: title });
  for (const { title, audio } of users.policies) if (audio === hash) uses.push({ in: 'policy', name: title });
  for (const { photo, name, archived } of users.dishes)
    if (photo === hash && archived !== true) uses.push({ in: 'dish', name });
  for (const { items } of users.menus)
    for (const { photo, name } of items) if (photo === hash) uses.push({ in: 'menu', name });
  for (const { title, items } of users.playlists)
    if (items.some(({ media }) => media === hash)) uses.push({ in: 'playlist', name: title });
  return uses.filter((use, at) => uses.findIndex((one) => one.in === use.in && one.name === use.name) === at);
}
