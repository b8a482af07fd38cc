import type { FieldProblem } from '../../../kernel/check.ts';
import type { MemberId } from '../../../kernel/ids.ts';
import { digitsOf, type Member } from './roster.ts';

/** A member as it is being written: what is typed is text, whatever will become of it. */
export interface MemberDraft {
  readonly name: string;
  readonly phone: string;
  readonly birthYear: string;
  readonly note: string;
  readonly card: Member['card'];
  readonly pairedWith: readonly MemberId[];
  readonly comfort: Member['comfort'];
}

export const MOST_PAIRS = 6;
const FIRST_YEAR = 1900;
const MOST_NAME = 40;
const MOST_NOTE = 200;
const PHONE = /^\+?\d[\d -]{5,18}\d$/;

export function draftOf(member: Member | null): MemberDraft {
  return {
    name: member?.name ?? '',
    phone: member?.phone ?? '',
    birthYear: member?.birthYear?.toString() ?? '',
    note: member?.note ?? '',
    card: member?.card,
    pairedWith: member?.pairedWith ?? [],
    comfort: member?.comfort,
  };
}

/** A telephone's number as it is kept: of full-width figures, brackets and dashes, what the rest of the world dials. */
export const plainPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[()[\]./\u2010-\u2015~]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[ -]*-[ -]*/g, '-')
    .replace(/^-|-$/g, '')
    .trim();

/** Whether a number as it is kept may be dialled. */
export const isPhone = (phone: string): boolean => PHONE.test(phone) && digitsOf(phone).length >= 7;

/** What keeps a draft from being saved, field by field. */
export function checkDraft(draft: MemberDraft, thisYear: number): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const name = draft.name.trim();
  if (name === '') problems.push({ field: 'name', code: 'name' });
  else if (name.length > MOST_NAME) problems.push({ field: 'name', code: 'name-long' });
  const phone = plainPhone(draft.phone);
  if (phone !== '' && !isPhone(phone)) problems.push({ field: 'phone', code: 'phone' });
  const year = draft.birthYear.normalize('NFKC').trim();
  if (year !== '' && !(/^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= thisYear))
    problems.push({ field: 'birthYear', code: 'birthYear' });
  if (draft.note.trim().length > MOST_NOTE) problems.push({ field: 'note', code: 'note' });
  return problems;
}

/** The member a draft without problems is of; what it does not speak of stays as it is in `base`. */
export function memberOf(draft: MemberDraft, id: MemberId, base: Member | null): Member {
  const { card, comfort } = draft;
  const phone = plainPhone(draft.phone);
  const year = draft.birthYear.normalize('NFKC').trim();
  const note = draft.note.trim();
  const pairedWith = [...draft.pairedWith];
  return {
    id,
    name: draft.name.trim(),
    phone: phone === '' ? null : phone,
    birthYear: year === '' ? null : Number(year),
    ...(card === undefined ? {} : { card }),
    ...(pairedWith.length === 0 && base?.pairedWith === undefined ? {} : { pairedWith }),
    ...(comfort === undefined ? {} : { comfort }),
    ...(note === '' ? {} : { note }),
    ...(base?.left === undefined ? {} : { left: base.left }),
  };
}

/** Others who come and have the same number, as its figures are dialled. */
export function sharingPhone(
  { name, phone }: Pick<MemberDraft, 'name' | 'phone'>,
  others: readonly Member[],
): { readonly those: readonly Member[]; readonly sameName: boolean } {
  const digits = digitsOf(plainPhone(phone));
  const those =
    digits.length < 7 ? [] : others.filter((one) => one.phone !== null && digitsOf(one.phone) === digits);
  return { those, sameName: those.some((one) => one.name === name.trim()) };
}
