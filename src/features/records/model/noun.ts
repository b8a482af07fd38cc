import type { Static } from 'typebox';
import { defineNoun, type Retention } from '../../../kernel/noun.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { afterMemberRemoved } from './once-removed.ts';
import { recordDismiss, recordKeep, recordRedo, recordTakeBack } from './record.mutations.ts';
import type { AuditEntry, Refusal } from './record.schema.ts';
import { isWaiting, withoutArguments } from './refusal.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    audit: Static<typeof AuditEntry>;
    refusal: Static<typeof Refusal>;
  }
}

declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'record.dismiss': typeof recordDismiss;
    'record.keep': typeof recordKeep;
    'record.redo': typeof recordRedo;
    'record.takeBack': typeof recordTakeBack;
  }
}

/** What waits for somebody is not put away. */
const refusalKept: Retention<RowOf<'refusal'>> = {
  for: 'days',
  days: 35,
  since: (refusal, dayAt) =>
    isWaiting(refusal) ? null : dayAt(refusal.settled?.atMs ?? refusal.receivedAtMs),
  afterwards: 'archive',
};

export const records = defineNoun({
  rows: {
    audit: {
      v: 1,
      key: "the change's mid",
      in: {
        audit: {
          for: 'days',
          days: 14,
          since: ({ receivedAtMs }, dayAt) => dayAt(receivedAtMs),
          afterwards: 'archive',
        },
      },
    },
    refusal: {
      v: 2,
      key: "the change's mid",
      in: { staff: refusalKept, people: refusalKept },
      upcasters: { 1: withoutArguments },
    },
  },
  mutations: {
    'record.dismiss': recordDismiss,
    'record.keep': recordKeep,
    'record.redo': recordRedo,
    'record.takeBack': recordTakeBack,
  },

  follows: { 'member.remove': afterMemberRemoved },
  words: {
    'record.dismiss': 'staff.change.recordDismiss',
    'record.keep': 'staff.change.recordKeep',
    'record.redo': 'staff.change.recordRedo',
    'record.takeBack': 'staff.change.recordTakeBack',
  },
});
