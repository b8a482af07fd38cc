import { t } from '../../../i18n/index.ts';
import { browserChecks, hubCheck, type Check } from '../../self-check/checks.ts';
import { healedChecks } from '../../self-check/healed-checks.ts';
import '../../../i18n/front-texts.ts';

/** How this kiosk is, in the self-check's own words, what is wrong first; nothing in it is secret. */
export async function glassChecks(): Promise<readonly Check[]> {
  const order = ['bad', 'mind', 'good'];
  const all = [await hubCheck(), ...(await browserChecks()), ...healedChecks()];
  return all.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** What a verdict is called. */
export function verdictWord({ verdict }: Check): string {
  if (verdict === 'good') return t('selfCheck.verdict.good');
  return verdict === 'mind' ? t('selfCheck.verdict.mind') : t('selfCheck.verdict.bad');
}
