import type { Static } from 'typebox';
import { defineNoun, type DayAt } from '../../../kernel/noun.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { answerKind } from './at-kiosk.ts';
import { afterMemberRemoved } from './once-removed.ts';
import {
  requestAnswer,
  requestNote,
  requestRaise,
  requestUnnote,
  requestWithdraw,
} from './request.mutations.ts';
import type { Request, RequestAnswer } from './request.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    request: Static<typeof Request>;
    requestAnswer: Static<typeof RequestAnswer>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'request.answer': typeof requestAnswer;
    'request.note': typeof requestNote;
    'request.raise': typeof requestRaise;
    'request.unnote': typeof requestUnnote;
    'request.withdraw': typeof requestWithdraw;
  }
}

/** What nobody has answered stays, however old it is. */
const since = ({ state, raisedAtMs, answeredAtMs }: RowOf<'request'>, dayAt: DayAt) =>
  state === 'waiting' || state === 'taken' ? null : dayAt(answeredAtMs ?? raisedAtMs ?? 0);

export const requests = defineNoun({
  rows: {
    request: {
      v: 1,
      key: "the request's mid",
      about: ({ memberId }) => memberId ?? '',
      in: { people: { for: 'days', days: 35, since, afterwards: 'archive' } },
    },
    requestAnswer: answerKind,
  },
  mutations: {
    'request.answer': requestAnswer,
    'request.note': requestNote,
    'request.raise': requestRaise,
    'request.unnote': requestUnnote,
    'request.withdraw': requestWithdraw,
  },
  follows: { 'member.remove': afterMemberRemoved },
  words: {
    'request.answer': 'staff.change.requestAnswer',
    'request.note': 'staff.change.requestNote',
    'request.raise': 'staff.change.requestRaise',
    'request.unnote': 'staff.change.requestUnnote',
    'request.withdraw': 'staff.change.requestWithdraw',
  },
});
