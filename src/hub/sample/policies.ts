import type { CivilDate } from '../../kernel/time.ts';
import { policyCategories, type Policy } from '../../features/policies/model/policy.ts';
import { careTexts } from './policies-care.ts';
import { livingTexts } from './policies-living.ts';
import { policyFrom } from './policy.ts';

/** The guideline's 20 services as articles, in its order. */
export const samplePolicies = (reviewedOn: CivilDate): readonly Policy[] =>
  policyCategories.flatMap((category) =>
    (careTexts[category] ?? livingTexts[category] ?? []).map((text) =>
      policyFrom(category, text, reviewedOn),
    ),
  );
