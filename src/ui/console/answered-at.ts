import { html, nothing, type TemplateResult } from 'lit';
import { formatTimeAndDay, t } from '../../i18n/index.ts';

/**
 * When the hub said what stands there, where it was sure of the time, and whether it has answered since.
 * @param asOfMs the hub's time of answering; 0 where it was not sure
 * @param older this is what was kept of an earlier answer
 */
export function answeredAt(
  asOfMs: number,
  older: boolean,
  utcOffsetMinutes: number,
): TemplateResult | typeof nothing {
  if (asOfMs === 0 && !older) return nothing;
  const asked =
    asOfMs === 0
      ? ''
      : t('staff.attendance.asked', { when: formatTimeAndDay(asOfMs, null, utcOffsetMinutes) });
  const words = [asked, older ? t('staff.attendance.older') : ''].filter((one) => one !== '').join(' · ');
  return html`<p class="soft num" role="status">${words}</p>`;
}
