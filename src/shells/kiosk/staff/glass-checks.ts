import { t } from '../../../i18n/index.ts';
import { browserChecks, hubCheck, type Check } from '../../self-check/checks.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { healedChecks } from '../../self-check/healed-checks.ts';
import { peopleCheck } from '../../self-check/people-check.ts';
import '../../../i18n/front-texts.ts';

/**
 * How this kiosk is, in the self-check's own words, what is wrong first, and what of people lies in it; nothing in it is
 * secret.
 */
export async function glassChecks(store: LocalStore | undefined): Promise<readonly Check[]> {
  const order = ['bad', 'mind', 'good'];
  const people = store === undefined ? unread() : await peopleCheck(store).catch(unread);
  const all = [await hubCheck(), ...(await browserChecks()), ...healedChecks(), people];
  return all.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** What lies in a store that does not open nobody can say. */
const unread = (): Check => ({
  name: t('selfCheck.people.name'),
  verdict: 'mind',
  found: t('selfCheck.store.bad'),
  remedy: t('selfCheck.store.remedy'),
});

/** What a verdict is called. */
export function verdictWord({ verdict }: Check): string {
  if (verdict === 'good') return t('selfCheck.verdict.good');
  return verdict === 'mind' ? t('selfCheck.verdict.mind') : t('selfCheck.verdict.bad');
}
