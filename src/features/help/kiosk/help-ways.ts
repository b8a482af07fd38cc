import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import type { Stage } from '../model/stage.ts';
import type { OwnCall } from './this-visit.ts';
import '../../../ui/kiosk/button.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** What can be done about a call. */
interface Ways {
  readonly leave: () => void;
  readonly again: () => void;
  readonly arrived: () => void;
  readonly notYet: () => void;
  readonly emergency: () => void;
  readonly withdraw: () => void;
}

/** What can be pressed while a call stands so. */
export function waysOf(stage: Stage, kind: OwnCall['kind'] | null, ways: Ways): unknown {
  const emergency = html`<ll-button class="emergency" kind="action" @click=${ways.emergency}
    >${t('kioskPages.help.emergency')}</ll-button
  >`;
  switch (stage) {
    case 'helped':
    case 'withdrawn':
      return button('confirm', t('kioskPages.help.ok'), ways.leave);
    case 'lost':
      return html`${emergency}${button('confirm', t('kioskPages.help.again'), ways.again)}`;
    case 'late':
      return html`${button('confirm', t('kioskPages.help.arrived'), ways.arrived)}
      ${button('action', t('kioskPages.help.notYet'), ways.notYet)}`;
    default:
      return html`${kind === 'emergency' ? nothing : emergency}
        <ll-button data-careful @click=${ways.withdraw}>${t('kioskPages.help.withdraw')}</ll-button>`;
  }
}

/** Whether it is an emergency. */
export const emergencyAnswers = ({ yes, no }: { yes: () => void; no: () => void }): TemplateResult =>
  html`${button('action', t('kioskPages.help.emergencyYes'), yes)}
  ${button('quiet', t('kioskPages.help.emergencyNo'), no)}`;

/** Whose a call is that may be another's. */
export const whoseAnswers = ({ other, mine }: { other: () => void; mine: () => void }): TemplateResult =>
  html`${button('confirm', t('kioskPages.help.whoseOther'), other)}
  ${button('quiet', t('kioskPages.help.whoseMine'), mine)}`;

const button = (kind: 'confirm' | 'action' | 'quiet', words: string, press: () => void): TemplateResult =>
  html`<ll-button kind=${kind} @click=${press}>${words}</ll-button>`;
