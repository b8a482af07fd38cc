import type { View } from '../../../protocol/client/api.ts';
import { everyText } from '../../policies/model/every-text.ts';
import { inLibrary, type MediaUsers } from '../model/media.ts';

/** All the console shows of the library: the files, where they are used, and what was taken out of late. */
export async function readMedia(view: View) {
  const all = await view.list('centre', 'media');
  const users: MediaUsers = {
    programmes: await view.list('city', 'programme'),
    policies: await everyText(view),
    menus: [...(await view.list('centre', 'menu')), ...(await view.list('staff', 'menuDraft'))],
    dishes: await view.list('centre', 'dish'),
    playlists: await view.list('centre', 'playlist'),
  };
  const removed = all
    .filter(({ removedAtMs, posterOf }) => removedAtMs !== undefined && posterOf === undefined)
    .sort((a, b) => (b.removedAtMs ?? 0) - (a.removedAtMs ?? 0));
  return { all, files: inLibrary(all), users, removed };
}

export type Library = Awaited<ReturnType<typeof readMedia>>;
