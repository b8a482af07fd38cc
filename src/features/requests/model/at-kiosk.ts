import type { Static } from 'typebox';
import { applied, defineMutation } from '../../../kernel/mutation.ts';
import type { DayAt } from '../../../kernel/noun.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { RequestRaiseArgs, RequestWithdrawArgs } from './request.schema.ts';

/*
 * A kiosk holds no list of requests, only what the hub has answered to those made at it. Its start is counted in bytes:
 * of these changes it carries only what sends them.
 */

export const raiseAtKiosk = defineMutation<Static<typeof RequestRaiseArgs>>()({
  name: 'request.raise',
  v: 1,
  by: ['kiosk'],
  apply: async () => applied,
});

export const withdrawAtKiosk = defineMutation<Static<typeof RequestWithdrawArgs>>()({
  name: 'request.withdraw',
  v: 1,
  by: ['kiosk'],
  apply: async () => applied,
});

export const answerKind = {
  v: 1,
  key: "the request's mid",
  in: {
    device: {
      for: 'days',
      days: 1,
      since: ({ raisedAtMs }: RowOf<'requestAnswer'>, dayAt: DayAt) =>
        raisedAtMs === null ? null : dayAt(raisedAtMs),
      afterwards: 'gone',
    },
  },
} as const;

/** The noun as a kiosk has it. */
export const requestsAtKiosk = {
  mutations: { 'request.raise': raiseAtKiosk, 'request.withdraw': withdrawAtKiosk },
  rows: { requestAnswer: answerKind },
};
