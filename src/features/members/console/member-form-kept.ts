import {
  isId,
  isNumber,
  isText,
  listOf,
  orMissing,
  orNull,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { MemberDraft } from '../model/member-draft.ts';
import type { Member } from '../model/roster.ts';

/** A member's form as it is kept while somebody is at it. */
export interface MemberForm {
  /** Who they were when it was begun; null for somebody new. */
  readonly base: Member | null;
  readonly draft: MemberDraft;
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const hasMember = shape({
  id: isText,
  name: isString,
  phone: orNull(isString),
  birthYear: orNull(isNumber),
  pairedWith: orMissing(listOf(isText)),
});
const isMember: Guard<Member> = (value): value is Member => hasMember(value);
const hasDraft = shape({
  name: isString,
  phone: isString,
  birthYear: isString,
  note: isString,
  card: orMissing(orNull(isString)),
  pairedWith: listOf(isId),
  comfort: orMissing(orNull(isObject)),
});
const isDraft: Guard<MemberDraft> = (value): value is MemberDraft => hasDraft(value);

export const isMemberForm = shape<MemberForm>({ base: orNull(isMember), draft: isDraft });
