import type { Static } from 'typebox';
import { applied, conflict, defineMutation, refused, signature } from '../../../kernel/mutation.ts';
import { MEDIA_ROLES } from './media.mutations.ts';
import { isPhoto, isVideo } from './media.ts';
import { playlistUses } from './playlist-uses.ts';
import type { PlaylistRemoveArgs, PlaylistSaveArgs } from './playlist.schema.ts';

/** Says what is shown one after the other. A stale base changes nothing. */
export const playlistSave = defineMutation<Static<typeof PlaylistSaveArgs>>()({
  name: 'playlist.save',
  v: 1,
  by: MEDIA_ROLES,
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { playlistId, title, items, sound, baseVersion }, ctx) {
    const version = (await tx.get('centre', 'playlist', playlistId))?.version ?? 0;
    if (version !== baseVersion) return conflict(version);
    for (const { media: mediaId } of items) {
      const media = await tx.get('centre', 'media', mediaId);
      if (media === undefined) return refused('unknown-media', `${mediaId} is no file of this centre`);
      if (media.removedAtMs !== undefined) return refused('removed-media', media.title);
      if (!isPhoto(media) && !isVideo(media)) return refused('not-to-be-seen', media.title);
    }
    await tx.put('centre', 'playlist', playlistId, {
      id: playlistId,
      title,
      items,
      ...(sound === undefined ? {} : { sound }),
      version: version + 1,
      by: signature(ctx.actor),
      changedAtMs: ctx.authority && ctx.now.quality !== 'confirmed' ? 0 : (ctx.now.nowMs ?? 0),
    });
    return applied;
  },
});

/**
 * Takes a playlist away; one that is not there needs nothing. What it held stays in the library. One that a screen
 * shows or will show stays: the screen would stand on something else, and nobody would know why. So does one that a
 * colleague has changed since it was looked at.
 */
export const playlistRemove = defineMutation<Static<typeof PlaylistRemoveArgs>>()({
  name: 'playlist.remove',
  v: 1,
  by: MEDIA_ROLES,
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { playlistId, baseVersion }, { today, now }) {
    const standing = await tx.get('centre', 'playlist', playlistId);
    if (standing === undefined) return applied;
    if (baseVersion !== undefined && baseVersion !== standing.version) return conflict(standing.version);
    const [use] = playlistUses(playlistId, {
      schedules: await tx.list('centre', 'schedule'),
      pushes: await tx.list('centre', 'push'),
      today,
      nowMs: now.nowMs,
    });
    if (use !== undefined)
      return refused('playlist-in-use', 'screenId' in use.of ? use.of.screenId : use.of.group);
    await tx.remove('centre', 'playlist', playlistId);
    return applied;
  },
});
