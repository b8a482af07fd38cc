import { DeviceMedia, MediaItem, MediaRemoveArgs, MediaRenameArgs, MediaReport } from './media.schema.ts';
import { Playlist, PlaylistRemoveArgs, PlaylistSaveArgs } from './playlist.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const mediaSchemas = {
  rows: {
    deviceMedia: DeviceMedia,
    media: MediaItem,
    playlist: Playlist,
  },
  args: {
    'media.remove': MediaRemoveArgs,
    'media.rename': MediaRenameArgs,
    'media.restore': MediaRemoveArgs,
    'playlist.remove': PlaylistRemoveArgs,
    'playlist.save': PlaylistSaveArgs,
  },
  reports: { media: MediaReport },
} as const;
