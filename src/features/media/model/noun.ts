import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { mediaRemove, mediaRename, mediaRestore } from './media.mutations.ts';
import type { DeviceMedia, MediaItem, MediaReport } from './media.schema.ts';
import { playlistRemove, playlistSave } from './playlist.mutations.ts';
import type { Playlist } from './playlist.schema.ts';
import { takeMedia } from './reports.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    deviceMedia: Static<typeof DeviceMedia>;
    media: Static<typeof MediaItem>;
    playlist: Static<typeof Playlist>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'media.remove': typeof mediaRemove;
    'media.rename': typeof mediaRename;
    'media.restore': typeof mediaRestore;
    'playlist.remove': typeof playlistRemove;
    'playlist.save': typeof playlistSave;
  }
}
declare module '../../../kernel/report.ts' {
  interface Reports {
    media: Static<typeof MediaReport>;
  }
}

export const media = defineNoun({
  rows: {
    deviceMedia: {
      v: 1,
      key: 'the device',
      in: { staff: standing },
    },
    media: {
      v: 1,
      key: 'the SHA-256 of the file',
      in: { centre: standing },
    },
    playlist: {
      v: 1,
      key: 'the playlist',
      in: { centre: standing },
    },
  },
  mutations: {
    'media.remove': mediaRemove,
    'media.rename': mediaRename,
    'media.restore': mediaRestore,
    'playlist.remove': playlistRemove,
    'playlist.save': playlistSave,
  },
  words: {
    'media.add': 'staff.change.mediaAdd',
    'media.remove': 'staff.change.mediaRemove',
    'media.rename': 'staff.change.mediaRename',
    'media.restore': 'staff.change.mediaRestore',
    'playlist.remove': 'staff.change.playlistRemove',
    'playlist.save': 'staff.change.playlistSave',
  },
  reports: { media: takeMedia },
});
