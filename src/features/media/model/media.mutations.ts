import type { Static } from 'typebox';
import { applied, defineMutation, refused, type RowTx } from '../../../kernel/mutation.ts';
import type { MediaRemoveArgs, MediaRenameArgs } from './media.schema.ts';
import { usesOf, type MediaUsers } from './media.ts';
import { everyText } from '../../policies/model/every-text.ts';

/** Whoever puts something on a glass or into a menu may bring its pictures. */
export const MEDIA_ROLES = ['canteen', 'leader', 'advisor'] as const;

const unknown = (mediaId: string) => refused('unknown-media', `${mediaId} is no file of this centre`);

/** Calls a file something else. */
export const mediaRename = defineMutation<Static<typeof MediaRenameArgs>>()({
  name: 'media.rename',
  v: 1,
  by: MEDIA_ROLES,
  toldTo: 'staff',
  async apply(tx, { mediaId, title }) {
    const media = await tx.get('centre', 'media', mediaId);
    if (media === undefined) return unknown(mediaId);
    await tx.put('centre', 'media', mediaId, { ...media, title });
    return applied;
  },
});

/** Takes a file out of the library, from which it can be put back for a week. One that is in use stays. */
export const mediaRemove = defineMutation<Static<typeof MediaRemoveArgs>>()({
  name: 'media.remove',
  v: 1,
  by: MEDIA_ROLES,
  toldTo: 'staff',
  async apply(tx, { mediaId }, ctx) {
    const media = await tx.get('centre', 'media', mediaId);
    if (media === undefined) return unknown(mediaId);
    const uses = usesOf(mediaId, await usersIn(tx));
    if (uses.length > 0)
      return refused(
        'media-in-use',
        uses
          .map(({ name }) => name)
          .join('; ')
          .slice(0, 200),
      );
    // What the hub is not sure of is not written down as when it was: the day is counted from when it is.
    const removedAtMs = ctx.authority && ctx.now.quality !== 'confirmed' ? 0 : (ctx.now.nowMs ?? 0);
    await tx.put('centre', 'media', mediaId, { ...media, removedAtMs });
    return applied;
  },
});

/** Puts a file back that was taken out. */
export const mediaRestore = defineMutation<Static<typeof MediaRemoveArgs>>()({
  name: 'media.restore',
  v: 1,
  by: MEDIA_ROLES,
  toldTo: 'staff',
  async apply(tx, { mediaId }) {
    const media = await tx.get('centre', 'media', mediaId);
    if (media === undefined) return unknown(mediaId);
    const { removedAtMs: _, ...kept } = media;
    await tx.put('centre', 'media', mediaId, kept);
    return applied;
  },
});

const usersIn = async (tx: RowTx): Promise<MediaUsers> => ({
  programmes: await tx.list('city', 'programme'),
  policies: await everyText(tx),
  menus: [...(await tx.list('centre', 'menu')), ...(await tx.list('staff', 'menuDraft'))],
  dishes: await tx.list('centre', 'dish'),
  playlists: await tx.list('centre', 'playlist'),
});
