import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { centreSave } from './centre.mutations.ts';
import type { Centre, Place } from './centre.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    centre: Static<typeof Centre>;
    place: Static<typeof Place>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'centre.save': typeof centreSave;
  }
}

export const centre = defineNoun({
  rows: {
    centre: {
      v: 1,
      key: 'the centre',
      in: { centre: standing },
    },
    place: {
      v: 1,
      key: 'its place in the directory',
      in: { city: standing },
    },
  },
  mutations: {
    'centre.save': centreSave,
  },
  words: {
    'centre.save': 'staff.change.centreSave',
  },
});
