import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import type { Names } from './record-words.ts';

/** What the things that changes touch are called; people only for those who hold them. */
export async function namesOf(view: View): Promise<Names> {
  const members = new Map((await view.list('people', 'member')).map(({ id, name }) => [id, name]));
  return new Map([
    ...(await view.list('staff', 'device')).map(({ id, name }) => [`device/${id}`, name] as const),
    ...(await view.list('staff', 'account')).map(({ id, name }) => [`account/${id}`, name] as const),
    ...[...members].map(([id, name]) => [`member/${id}`, name] as const),
    ...(await view.list('staff', 'helpCall')).map(({ id, place }) => [`helpCall/${id}`, place] as const),
    ...(await view.list('staff', 'looseClaim')).flatMap(({ id, memberId, maskedName }) => {
      const name = members.get(memberId) ?? maskedName;
      return name === null ? [] : [[`looseClaim/${id}`, name] as const];
    }),
    ...(await view.list('centre', 'centre')).map(({ id, name }) => [`centre/${id}`, name] as const),
    ...(await view.list('centre', 'course')).map((one) => [`course/${one.id}`, own(one)] as const),
    ...(await view.list('centre', 'dish')).map((one) => [`dish/${one.id}`, own(one)] as const),
    ...(await view.list('centre', 'media')).map(({ id, title }) => [`media/${id}`, title] as const),
    ...(await view.list('centre', 'playlist')).map(({ id, title }) => [`playlist/${id}`, title] as const),
    ...(await view.list('centre', 'notice')).map(({ id, title }) => [`notice/${id}`, title] as const),
    ...(await view.list('staff', 'noticeProposal')).map(
      ({ id, notice }) => [`noticeProposal/${id}`, notice.title] as const,
    ),
    ...(await view.list('staff', 'policyWithdrawn')).flatMap(policyNames),
    ...(await view.list('staff', 'policyProposal')).flatMap(policyNames),
    ...(await view.list('city', 'policy')).map((one) => [`policy/${one.id}`, ownTitle(one)] as const),
    ...(await view.list('city', 'programme')).map((one) => [`programme/${one.id}`, ownTitle(one)] as const),
  ]);
}

/** A policy is called the same wherever its text lies. */
const policyNames = ({ id, policy }: RowOf<'policyProposal' | 'policyWithdrawn'>) =>
  ['policy', 'policyProposal', 'policyWithdrawn'].map((kind) => [`${kind}/${id}`, ownTitle(policy)] as const);

/** In the language of the page, as far as there is a name in it. */
const own = ({ name, nameEn }: Pick<RowOf<'course'>, 'name' | 'nameEn'>): string =>
  inPageLanguage(name, nameEn);
const ownTitle = ({ title, titleEn }: Pick<RowOf<'policy'>, 'title' | 'titleEn'>): string =>
  inPageLanguage(title, titleEn);
