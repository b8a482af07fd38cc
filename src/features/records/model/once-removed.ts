import type { Static } from 'typebox';
import type { Follow } from '../../../kernel/noun.ts';
import type { MemberRemoveArgs } from '../../members/model/member.schema.ts';
import { forgetAsked } from './forget-asked.ts';
import { forgetChanged } from './forget-changed.ts';

/** A member is deleted: nothing of them is kept in what was asked, nor in what the audit says stood somewhere. */
export const afterMemberRemoved: Follow<Static<typeof MemberRemoveArgs>> = async (tx, { memberId }, ctx) => {
  await forgetAsked(tx, ctx, memberId);
  // A visit's row is theirs as well as their own, and somebody may have written a reason.
  await forgetChanged(tx, `/${memberId}`, (subject) => subject.split('/').includes(memberId));
};
