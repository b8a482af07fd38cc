import { formatDate, t, type TKey } from '../../../i18n/index.ts';
import { maskName } from '../model/masking.ts';
import { phoneTail, type Member, type MemberComfort } from '../model/roster.ts';

/** 王*兰 …5041: enough to know somebody again, and no more. */
export function maskedWords({ name, phone }: Pick<Member, 'name' | 'phone'>): string {
  const tail = phoneTail(phone);
  return tail === null ? maskName(name) : `${maskName(name)} …${tail}`;
}

/** The end of the telephone's number, or that there is none. */
export function tailWords({ phone }: Pick<Member, 'phone'>): string {
  const tail = phoneTail(phone);
  return tail === null ? t('members.noPhone') : t('members.tail', { tail });
}

/** That somebody comes no more, and since when, as far as that is known. */
export const leftWords = ({ on }: NonNullable<Member['left']>): string =>
  on === null ? t('members.left') : t('members.leftOn', { date: formatDate(on) });

/** How a glass is to be for somebody. */
export function comfortWords(comfort: MemberComfort | null | undefined): string {
  if (comfort === undefined) return t('members.comfort.unsaid');
  if (comfort === null) return t('members.comfort.usual');
  const { larger, contrast, slow, language } = comfort;
  const words = [
    ...(larger === 1 ? [] : [`${t('members.comfort.size')} ${t(`members.comfort.sizes.${larger}`)}`]),
    ...(contrast ? [t('members.comfort.contrast')] : []),
    ...(slow ? [t('members.comfort.slow')] : []),
    ...(language === 'zh-CN' ? [] : [t(`members.comfort.languages.${language}`)]),
  ];
  return words.length === 0 ? t('members.comfort.usual') : words.join(t('common.listJoin'));
}

const fields = {
  name: 'members.field.name',
  phone: 'members.field.phone',
  birthYear: 'members.field.birthYear',
  card: 'members.field.card',
  pairedWith: 'members.field.pairs',
  comfort: 'members.field.comfort',
  note: 'members.field.note',
  left: 'members.left',
  id: 'members.field.name',
} as const satisfies Record<keyof Member, TKey>;

/** What a field is called. */
export const fieldWords = (field: keyof Member): string => t(fields[field]);

/** What stands in a field, as whoever changes it may know it. */
export function valueWords(member: Member, field: keyof Member, all: readonly Member[]): string {
  switch (field) {
    case 'card':
      return typeof member.card === 'string' ? t('members.hasCard') : t('members.nothing');
    case 'pairedWith': {
      const names = all.filter(({ id }) => member.pairedWith?.includes(id)).map(maskedWords);
      return names.length === 0 ? t('members.nothing') : names.join(t('common.listJoin'));
    }
    case 'comfort':
      return comfortWords(member.comfort);
    case 'left':
      return member.left === undefined ? t('members.nothing') : leftWords(member.left);
    default: {
      const value = member[field] ?? '';
      return value === '' ? t('members.meanwhile.empty') : String(value);
    }
  }
}
