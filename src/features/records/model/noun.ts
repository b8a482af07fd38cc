import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import type { AuditEntry, Refusal } from './record.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    audit: Static<typeof AuditEntry>;
    refusal: Static<typeof Refusal>;
  }
}

export const records = defineNoun({
  rows: {
    audit: {
      v: 1,
      key: "the change's mid",
      in: {
        audit: {
          for: 'days',
          days: 400,
          since: ({ receivedAtMs }, dayAt) => dayAt(receivedAtMs),
          afterwards: 'archive',
        },
      },
    },
    refusal: {
      v: 1,
      key: "the change's mid",
      in: {
        staff: {
          for: 'days',
          days: 60,
          since: ({ receivedAtMs }, dayAt) => dayAt(receivedAtMs),
          afterwards: 'archive',
        },
      },
    },
  },
  mutations: {},
  words: {},
});
