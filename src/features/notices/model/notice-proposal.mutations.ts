import type { Static } from 'typebox';
import {
  applied,
  conflict,
  defineMutation,
  refused,
  signature,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { NOTICE_HOUSE } from './notice-house.ts';
import type { NoticeApproveArgs, NoticeTakeBackArgs, NoticeTwoPairsArgs } from './notice.schema.ts';

type Found = { readonly proposal: RowOf<'noticeProposal'> } | { readonly outcome: Outcome };

/** What waits and was read; one that is gone, or was written anew since, is not the one they mean. */
async function found(
  tx: RowTx,
  noticeId: string,
  version: number,
  writtenAtMs?: number | null,
): Promise<Found> {
  const proposal = await tx.get('staff', 'noticeProposal', noticeId);
  if (proposal === undefined) return { outcome: refused('no-proposal', `nothing waits of ${noticeId}`) };
  const current = proposal.notice.version ?? 0;
  const isRead = current === version && (writtenAtMs === undefined || writtenAtMs === proposal.atMs);
  return isRead ? { proposal } : { outcome: conflict(current) };
}

/** A second person has read an urgent notice: it goes out now, in its writer's name. Nobody sends out their own. */
export const noticeApprove = defineMutation<Static<typeof NoticeApproveArgs>>()({
  name: 'notice.approve',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { noticeId, version, atMs }, { actor }) {
    const read = await found(tx, noticeId, version, atMs);
    if ('outcome' in read) return read.outcome;
    const { notice, accountId } = read.proposal;
    if (actor.type === 'staff' && actor.accountId === accountId) return refused('own-proposal', notice.title);
    const standing = await tx.get('centre', 'notice', noticeId);
    if (standing?.level === 'emergency') return refused('is-emergency', noticeId);
    await tx.put('centre', 'notice', noticeId, notice);
    await tx.remove('staff', 'noticeProposal', noticeId);
    return applied;
  },
});

/** What waits is not wanted any more; what stands on the glasses stays as it is. */
export const noticeTakeBack = defineMutation<Static<typeof NoticeTakeBackArgs>>()({
  name: 'notice.takeBack',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { noticeId, version }) {
    const read = await found(tx, noticeId, version);
    if ('outcome' in read) return read.outcome;
    await tx.remove('staff', 'noticeProposal', noticeId);
    return applied;
  },
});

/** Whether two people must have read an urgent notice before it goes out. An emergency never waits for anybody. */
export const noticeTwoPairs = defineMutation<Static<typeof NoticeTwoPairsArgs>>()({
  name: 'notice.twoPairs',
  v: 1,
  by: ['manager'],
  toldTo: 'staff',
  async apply(tx, { twoPairs }, { actor }) {
    const house = { id: NOTICE_HOUSE, twoPairs, by: signature(actor) };
    await tx.put('staff', 'noticeHouse', NOTICE_HOUSE, house);
    return applied;
  },
});
