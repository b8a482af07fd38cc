import type { ReactiveControllerHost } from 'lit';
import { html, svg, type TemplateResult } from 'lit';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { comePath } from '../../check-in/model/by-phone.ts';
import { t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { addressForOthers } from '../../../ui/common/other-devices.ts';
import type { qrOf } from '../../../ui/common/qr-path.ts';

interface OfSession {
  readonly sessionId: string;
}

const readPass = async (view: View, { sessionId }: OfSession): Promise<RowOf<'comePass'> | null> =>
  (await view.get('centre', 'comePass', sessionId)) ?? null;

/** Light modules around the code, without which no reader finds it. */
const QUIET = 4;

/**
 * The code that a telephone scans to sign in for a session. There is none while the hub is away, which alone can sign
 * anybody in that way, where what the code says has run out, or where no telephone could find this hub.
 */
export class ComeCode {
  readonly #pass: LiveQuery<RowOf<'comePass'> | null, OfSession>;
  readonly #sync: SyncState;
  readonly #host: ReactiveControllerHost;
  #draw: typeof qrOf | undefined;
  #drawn: { readonly address: string; readonly view: TemplateResult } | undefined;

  /** @param sessionId of what people are called in to; null where that is no session, undefined while nobody is */
  constructor(host: ReactiveControllerHost & HTMLElement, sessionId: () => string | null | undefined) {
    this.#host = host;
    this.#sync = new SyncState(host);
    this.#pass = new LiveQuery(host, {
      query: readPass,
      args: () => {
        const id = sessionId();
        return id === undefined || id === null ? null : { sessionId: id };
      },
    });
  }

  /** The drawing; null where there is none. */
  view(nowMs: number): TemplateResult | null {
    const pass = this.#pass.value;
    const link = this.#sync.status?.link;
    if (!pass || nowMs >= pass.untilMs || (link !== 'live' && link !== 'polling')) return null;
    const path = comePath(pass.pass);
    const address = pass.address === null ? addressForOthers(path) : new URL(path, pass.address).href;
    if (address === null) return null;
    if (this.#draw === undefined) {
      void this.#bring();
      return null;
    }
    if (this.#drawn?.address !== address) this.#drawn = { address, view: drawn(this.#draw(address)) };
    return this.#drawn.view;
  }

  async #bring(): Promise<void> {
    try {
      this.#draw = (await import('../../../ui/common/qr-path.ts')).qrOf;
      this.#host.requestUpdate();
    } catch (error) {
      console.error(error);
    }
  }
}

function drawn({ size, path }: { readonly size: number; readonly path: string }): TemplateResult {
  const whole = size + 2 * QUIET;
  return html`<svg
    class="code"
    viewBox="${-QUIET} ${-QUIET} ${whole} ${whole}"
    role="img"
    aria-label=${t('exercise.scan')}
    shape-rendering="crispEdges"
  >
    ${svg`<rect x=${-QUIET} y=${-QUIET} width=${whole} height=${whole} fill="#fff"></rect>
      <path d=${path} fill="#000"></path>`}
  </svg>`;
}
