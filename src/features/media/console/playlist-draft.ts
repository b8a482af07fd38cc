import type { ArgsOf } from '../../../kernel/mutation.ts';
import { id } from '../../../kernel/ids.ts';
import type { MediaItem, Playlist } from '../model/media.ts';

type Item = Playlist['items'][number];

/** A playlist as it is being put together, with what it was made from. */
export interface PlaylistDraft {
  readonly playlistId: Playlist['id'];
  /** 0 where it is new. */
  readonly baseVersion: number;
  readonly title: string;
  readonly items: readonly Item[];
  readonly sound: boolean;
}

/** An empty one; `key` makes its id. */
export const newDraft = (key: string): PlaylistDraft => ({
  playlistId: id<'PlaylistId'>(`playlist-${key}`),
  baseVersion: 0,
  title: '',
  items: [],
  sound: false,
});

export const draftOf = ({ id: playlistId, version, title, items, sound }: Playlist): PlaylistDraft => ({
  playlistId,
  baseVersion: version,
  title,
  items,
  sound: sound === true,
});

export const withItem = (draft: PlaylistDraft, { id: media }: MediaItem): PlaylistDraft => ({
  ...draft,
  items: [...draft.items, { media }],
});

export const withoutItem = (draft: PlaylistDraft, at: number): PlaylistDraft => ({
  ...draft,
  items: draft.items.filter((_, i) => i !== at),
});

/** Moves an item one place up (−1) or down (1); at the end it stays. */
export function moved(draft: PlaylistDraft, at: number, by: 1 | -1): PlaylistDraft {
  const item = draft.items[at];
  const to = at + by;
  if (item === undefined || to < 0 || to >= draft.items.length) return draft;
  const rest = withoutItem(draft, at).items;
  return { ...draft, items: [...rest.slice(0, to), item, ...rest.slice(to)] };
}

/** The seconds an item stays, as typed; nothing typed is the usual. */
export function withSeconds(draft: PlaylistDraft, at: number, typed: string): PlaylistDraft {
  const number = Math.round(Number(typed));
  const seconds =
    typed.trim() === '' || !Number.isFinite(number) ? null : Math.min(3600, Math.max(3, number));
  return {
    ...draft,
    items: draft.items.map((item, i) => {
      if (i !== at) return item;
      const { seconds: _, ...rest } = item;
      return seconds === null ? rest : { ...rest, seconds };
    }),
  };
}

export const withFit = (draft: PlaylistDraft, at: number, fit: 'whole' | 'fill'): PlaylistDraft => ({
  ...draft,
  items: draft.items.map((item, i) => (i === at ? { ...item, fit } : item)),
});

/** What keeps it from being saved; null when nothing does. */
export const problemOf = ({ title, items }: PlaylistDraft): 'untitled' | 'nothingIn' | null =>
  title.trim() === '' ? 'untitled' : items.length === 0 ? 'nothingIn' : null;

export const argsOf = ({ title, items, ...draft }: PlaylistDraft): ArgsOf<'playlist.save'> => ({
  ...draft,
  title: title.trim(),
  items: [...items],
});
