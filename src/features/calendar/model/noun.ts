import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import type { CalendarDay } from './calendar.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    calendarDay: Static<typeof CalendarDay>;
  }
}

export const calendar = defineNoun({
  rows: {
    calendarDay: {
      v: 1,
      key: 'the date: `2026-11-28`',
      dayFirst: true,
      in: { city: { for: 'days', days: 31, since: ({ id }) => id, afterwards: 'gone' } },
    },
  },
  mutations: {},
  words: {},
});
