import { html, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import type { Step } from './policy-steps.ts';
import '../../../ui/kiosk/button.ts';
import '../../../i18n/kiosk-page-texts.ts';

type Open = (step: Step) => void;

/** Having the advisor see to one benefit, or, without one, to whatever it is. */
export const callMe = (policyId: string | null, open: Open): TemplateResult =>
  html`<ll-button kind="edge" @click=${() => open({ at: 'request', policyId })}
    >${t('kioskPages.policies.callMe')}</ll-button
  >`;

/** What can be done with what is read: take it along, or have the advisor see to it. */
export const onward = (policyId: string | null, open: Open): TemplateResult =>
  html`<div class="ways">
    <ll-button kind="confirm" @click=${() => open({ at: 'take', policyId })}
      >${t('kioskPages.policies.takeAway')}</ll-button
    >
    ${callMe(policyId, open)}
  </div>`;
