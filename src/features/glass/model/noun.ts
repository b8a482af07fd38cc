import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import type { Glass, GlassReport, PlayCount, PlaysReport } from './glass.schema.ts';
import { takeGlass, takePlays } from './reports.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    glass: Static<typeof Glass>;
    playCount: Static<typeof PlayCount>;
  }
}

declare module '../../../kernel/report.ts' {
  interface Reports {
    glass: Static<typeof GlassReport>;
    plays: Static<typeof PlaysReport>;
  }
}

export const glass = defineNoun({
  rows: {
    glass: {
      v: 1,
      key: 'the screen',
      in: { staff: standing },
    },
    playCount: {
      v: 1,
      key: 'the screen, the hour and the item',
      in: {
        // Only figures ask for it, at the hub: no console need carry it.
        staff: { for: 'days', days: 1, since: ({ hourMs }, dayAt) => dayAt(hourMs), afterwards: 'archive' },
      },
    },
  },
  mutations: {},
  words: {},
  reports: { glass: takeGlass, plays: takePlays },
});
