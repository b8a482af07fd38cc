import type { Static } from 'typebox';
import { applied, defineMutation } from '../../../kernel/mutation.ts';
import type { DayAt } from '../../../kernel/noun.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { RequestRaiseArgs, RequestWithdrawArgs } from './request.schema.ts';

/*
 * A kiosk holds no list of requests, only what became of those made at it. Its start is counted in bytes: of these
 * changes it carries what it does itself.
 */

export const raiseAtKiosk = defineMutation<Static<typeof RequestRaiseArgs>>()({
  name: 'request.raise',
  v: 1,
  by: ['kiosk'],
  async apply(tx, _, { mid, madeAt }) {
    const row = { id: mid, raisedAtMs: madeAt.nowMs, state: 'noted', answeredBy: null } as const;
    await tx.put('device', 'requestAnswer', mid, row);
    return applied;
  },
});

export const withdrawAtKiosk = defineMutation<Static<typeof RequestWithdrawArgs>>()({
  name: 'request.withdraw',
  v: 1,
  by: ['kiosk'],
  async apply(tx, { requestId }) {
    const row = await tx.get('device', 'requestAnswer', requestId);
    if (row !== undefined) await tx.put('device', 'requestAnswer', requestId, { ...row, state: 'withdrawn' });
    return applied;
  },
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
