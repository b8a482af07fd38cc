import { html, nothing, svg, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { addressForOthers } from '../../ui/common/other-devices.ts';
import { qrOf } from '../../ui/common/qr-path.ts';

/** Where staff who scan it are asked what this glass is, with its code filled in. */
const pairingAddress = (code: string): string => `/staff#screens/code=${code}`;

/** The code as a drawing for staff's telephone; nothing where a telephone could not come to this hub by it. */
export function pairingQr(
  code: string,
  here?: Pick<Location, 'origin' | 'hostname'>,
): TemplateResult | typeof nothing {
  const address = addressForOthers(pairingAddress(code), here);
  if (address === null) return nothing;
  const { size, path } = qrOf(address);
  const quiet = 4;
  const box = `${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`;
  return html`<figure class="scan">
    <svg viewBox=${box} role="img" aria-label=${t('pairing.scan')} shape-rendering="crispEdges">
      ${svg`<rect x=${-quiet} y=${-quiet} width=${size + 2 * quiet} height=${size + 2 * quiet} fill="#fff"></rect>
      <path d=${path} fill="#000"></path>`}
    </svg>
    <figcaption>${t('pairing.scan')}</figcaption>
  </figure>`;
}
