import type { Static } from 'typebox';
import { id } from '../../../kernel/ids.ts';
import {
  applied,
  appliedToNothing,
  defineMutation,
  refused,
  signature,
  type MutationContext,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { raiseAtKiosk, withdrawAtKiosk } from './at-kiosk.ts';
import { answeredWith, replied, type Request } from './request.ts';
import type {
  RequestAnswerArgs,
  RequestNoteArgs,
  RequestRaiseArgs,
  RequestUnnoteArgs,
  RequestWithdrawArgs,
} from './request.schema.ts';

/** As many as a row of the console has room for. */
const MOST_NOTES = 20;

/** Somebody at a kiosk wants the advisor to contact them. A member struck off meanwhile is told to staff, and kept. */
export const requestRaise = defineMutation<Static<typeof RequestRaiseArgs>>()({
  ...raiseAtKiosk,
  async apply(tx, args, ctx) {
    if (!ctx.authority) return applied;
    const { policyId, place, seen } = args;
    const { memberId, isFormer } = await whoAsks(tx, args.memberId);
    await putRequest(tx, ctx, {
      id: ctx.mid,
      memberId,
      seenName: isFormer ? null : (seen?.name ?? null),
      policyId,
      deviceId: id(ctx.actor.deviceId),
      place,
      raisedAtMs: ctx.madeAt.nowMs ?? ctx.now.nowMs,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    });
    const known = memberId === null || (await tx.get('people', 'member', memberId)) !== undefined;
    return known ? applied : { ...applied, doubt: { code: 'unknown-member', detail: memberId } };
  },
});

/** Of who was deleted before it came, nobody is told who it was: somebody has asked, and is met where they did. */
async function whoAsks(
  tx: RowTx,
  memberId: Request['memberId'],
): Promise<{ readonly memberId: Request['memberId']; readonly isFormer: boolean }> {
  const isFormer = memberId !== null && (await tx.get('people', 'formerMember', memberId)) !== undefined;
  return { memberId: isFormer ? null : memberId, isFormer };
}

/** Who asked does not want it any more. Only where it was asked. */
export const requestWithdraw = defineMutation<Static<typeof RequestWithdrawArgs>>()({
  ...withdrawAtKiosk,
  async apply(tx, args, ctx) {
    if (!ctx.authority) return applied;
    const request = await tx.get('people', 'request', args.requestId);
    if (request === undefined) return appliedToNothing;
    if (request.deviceId !== ctx.actor.deviceId)
      return refused('not-yours', `${args.requestId} was made at another kiosk`);
    if (request.state !== 'done') await putRequest(tx, ctx, { ...request, state: 'withdrawn' });
    return applied;
  },
});

/**
 * The advisor takes it, has done it, or takes back having said so, for all that one person has made of it. Of two who
 * answer, the first is named.
 */
export const requestAnswer = defineMutation<Static<typeof RequestAnswerArgs>>()({
  name: 'request.answer',
  v: 1,
  by: ['advisor'],
  async apply(tx, { requestId, reply }, ctx) {
    const request = await tx.get('people', 'request', requestId);
    if (request === undefined) return refused('unknown-request', `${requestId} is no request`);
    for (const one of answeredWith(await tx.list('people', 'request'), request)) {
      const next = replied(one, reply, signature(ctx.actor), ctx.now.nowMs);
      if (next !== null) await putRequest(tx, ctx, next);
    }
    return applied;
  },
});

/** Writes down what was tried. Stays with those who know the people: the kiosk hears nothing of it. */
export const requestNote = defineMutation<Static<typeof RequestNoteArgs>>()({
  name: 'request.note',
  v: 1,
  by: ['advisor'],
  async apply(tx, { requestId, words }, ctx) {
    const request = await tx.get('people', 'request', requestId);
    if (request === undefined) return refused('unknown-request', `${requestId} is no request`);
    const notes = request.notes ?? [];
    if (notes.length >= MOST_NOTES) return refused('too-many-notes', `${MOST_NOTES}`);
    const note = { id: ctx.mid, words, by: signature(ctx.actor), atMs: ctx.madeAt.nowMs };
    await tx.put('people', 'request', requestId, { ...request, notes: [...notes, note] });
    return applied;
  },
});

/** Takes a note away; one that is not there needs nothing. */
export const requestUnnote = defineMutation<Static<typeof RequestUnnoteArgs>>()({
  name: 'request.unnote',
  v: 1,
  by: ['advisor'],
  async apply(tx, { requestId, noteId }) {
    const request = await tx.get('people', 'request', requestId);
    if (request === undefined) return refused('unknown-request', `${requestId} is no request`);
    const notes = (request.notes ?? []).filter(({ id }) => id !== noteId);
    await tx.put('people', 'request', requestId, { ...request, notes });
    return applied;
  },
});

/** The request lies with those who know the people; the kiosk it was made at is told what became of it, and no name. */
async function putRequest(tx: RowTx, ctx: MutationContext, request: Request): Promise<void> {
  await tx.put('people', 'request', request.id, request);
  if (!ctx.authority) return;
  const { id: mid, deviceId, raisedAtMs, state, answeredBy } = request;
  await tx.put(`device:${deviceId}`, 'requestAnswer', mid, { id: mid, raisedAtMs, state, answeredBy });
}
