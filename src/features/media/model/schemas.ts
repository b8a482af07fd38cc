import { MediaItem } from './media.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const mediaSchemas = {
  rows: {
    media: MediaItem,
  },
  args: {},
} as const;
