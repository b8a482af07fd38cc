import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import type { MediaItem } from './media.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    media: Static<typeof MediaItem>;
  }
}

export const media = defineNoun({
  rows: {
    media: {
      v: 1,
      key: 'the SHA-256 of the file',
      in: { centre: standing },
    },
  },
  mutations: {},
  words: {},
});
