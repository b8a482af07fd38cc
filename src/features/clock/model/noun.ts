import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import type { HubClock } from './clock.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    hubClock: Static<typeof HubClock>;
  }
}

export const clock = defineNoun({
  rows: {
    hubClock: {
      v: 1,
      key: 'hub',
      in: { staff: standing },
    },
  },
  mutations: {},
  words: { 'clock.confirm': 'staff.change.clockConfirm', 'hub.lossConfirm': 'staff.change.lossConfirm' },
});
