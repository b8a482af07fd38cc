import { id } from '../../kernel/ids.ts';
import type { CivilDate } from '../../kernel/time.ts';
import type { Policy, PolicyCategory } from '../../features/policies/model/policy.ts';

/** What the sample says of one service, in the words an advisor would use at the desk. */
export type PolicyText = Pick<Policy, 'title' | 'titleEn' | 'summary' | 'body' | 'who' | 'papers'> &
  Partial<Pick<Policy, 'where' | 'hours' | 'phone'>> & { readonly key: string };

/** The categories as the guideline names them. */
export const guidelineCategories: Readonly<Record<PolicyCategory, string>> = {
  care: '专业照护',
  meals: '助餐服务',
  medical: '医养结合',
  health: '健康促进',
  smart: '智能服务',
  family: '家庭支持',
  advisor: '养老顾问',
  spirit: '精神文化',
};

/** The row of a service: where nothing else is said, the advisor's desk in the lobby is the place to ask. */
export function policyFrom(category: PolicyCategory, text: PolicyText, reviewedOn: CivilDate): Policy {
  const { key, ...words } = text;
  return {
    where: '一楼大厅，养老顾问桌',
    hours: '周一到周五 8:30–17:00',
    phone: null,
    ...words,
    id: id(key),
    category,
    source: `内民政发〔2021〕52号 4.2 ${guidelineCategories[category]}`,
    author: null,
    reviewedOn,
    expiresOn: null,
    audio: null,
  };
}
