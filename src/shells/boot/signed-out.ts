import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { recoverToken } from '../../app/keep-identity.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { utcOffsetOf } from '../../kernel/time.ts';
import { inOther } from '../../i18n/both-languages.ts';
import { formatTimeAndDay, LocaleController, otherLocale, t } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { takeFoot } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { bandStyles } from './band-styles.ts';
import type { FaceElement } from './face.ts';
import { goOnAs } from './go-on-as.ts';
import { forgetIfRevoked } from './revoked.ts';
import { PairingController } from './pairing-controller.ts';

/** A face that somebody is using is covered when they are done: looked for this often. */
const LOOK_EVERY_MS = 1000;

/**
 * What stands on a glass that its hub no longer knows: that it gets nothing new and since when, and the code that lets
 * it in again. A television goes on showing what it holds above it; a kiosk, whose buttons would lead nowhere, is covered.
 */
@customElement('ll-signed-out')
export class LlSignedOut extends LitElement {
  static override styles = [
    reset,
    bandStyles,
    css`
      .band .code {
        flex: none;
        margin-left: calc(var(--am) * 24);
        font-size: var(--board-read);
        font-weight: 900;
      }
      @media (orientation: portrait) {
        .band {
          flex-direction: column;
          align-items: flex-start;
        }
        .band .code {
          margin: calc(var(--am) * 8) 0 0;
        }
      }
      .strip .code {
        margin-left: 1em;
      }
      .code {
        font-weight: 900;
        line-height: 1.2;
        letter-spacing: 0.04em;
        white-space: nowrap;
      }
      .code span + span {
        margin-left: 0.35em;
      }
      .page {
        position: fixed;
        top: 0;
        right: 0;
        bottom: 0;
        left: 0;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        padding: calc(var(--u) * 20);
        background: var(--paper);
        text-align: center;
        word-break: keep-all;
        overflow-wrap: break-word;
      }
      .page p {
        font-size: var(--text-large);
        line-height: 1.45;
      }
      .page .title {
        font-size: calc(var(--u) * 19);
        font-weight: 900;
        line-height: 1.3;
        text-wrap: balance;
      }
      .elders,
      .staff {
        max-width: 100%;
      }
      .page .elder {
        margin-top: calc(var(--u) * 12);
        font-size: var(--text-title);
        font-weight: 700;
        line-height: 1.35;
      }
      /* For staff, who come near: apart from what everybody reads. */
      .staff {
        margin-top: calc(var(--u) * 24);
        padding: calc(var(--u) * 12);
        border-radius: calc(var(--u) * 8);
        background: var(--card);
      }
      .page .other,
      .page .other p {
        margin-top: calc(var(--u) * 6);
        font-size: var(--text);
        color: var(--ink-soft);
        text-wrap: balance;
      }
      .page .other p + p {
        margin-top: 0;
      }
      .page .code {
        margin-top: calc(var(--u) * 4);
        font-size: calc(var(--u) * 34);
        line-height: 1.2;
        color: var(--pine);
      }
      @media (orientation: landscape) {
        .page {
          flex-direction: row;
        }
        .elders,
        .staff {
          flex: 1;
          min-width: 0;
        }
        .staff {
          margin: 0 0 0 calc(var(--u) * 16);
          padding: calc(var(--u) * 8);
        }
        .page .staff p {
          font-size: var(--text);
        }
        .page .staff .other {
          font-size: var(--text-small);
        }
        .page .staff .code {
          font-size: calc(var(--u) * 28);
        }
      }
    `,
  ];

  @property({ attribute: false }) device!: RememberedDevice;
  @property({ attribute: false }) store!: LocalStore;
  /** An emergency stands on the face: only a strip is left to say it in. */
  @property({ type: Boolean }) brief = false;
  /** The centre's own, once it is read. */
  @property({ type: Number }) utcOffsetMinutes = utcOffsetOf();

  readonly #measured = new ResizeObserver(([band]) => takeFoot(band?.target.clientHeight ?? 0));
  readonly #pairing = new PairingController(this, {
    kind: () => this.device.kind,
    was: () => ({ deviceId: this.device.id, waiting: this.store.status().outbox }),
    paired: (deviceId) => goOnAs(this.device.kind, deviceId, this.device.id),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#measured.disconnect();
    takeFoot(0);
  }

  protected override firstUpdated(): void {
    const band = this.renderRoot.querySelector('.band');
    if (band !== null) this.#measured.observe(band);
  }

  override render(): TemplateResult {
    if (this.brief) {
      return html`<section class="strip" role="status">
        ${t('pairing.signedOut.brief')}${this.#code()}
      </section>`;
    }
    const how = html`<p>${t('pairing.signedOut.how', { name: this.device.config.name })}</p>`;
    return this.device.kind === 'screen'
      ? html`<section class="band" role="status">
          <div>
            <p class="title">${t('pairing.signedOut.title.screen')}${this.#since()}</p>
            ${how}
          </div>
          ${this.#code()}
        </section>`
      : html`<section class="page" role="status">
          <div class="elders">
            <p class="title">${t('pairing.signedOut.title.kiosk')}</p>
            <p class="elder">${t('pairing.signedOut.elder')}</p>
            <div class="other" lang=${otherLocale()}>
              <p>${inOther('pairing.signedOut.title.kiosk')}</p>
              <p>${inOther('pairing.signedOut.elder')}</p>
            </div>
          </div>
          <div class="staff">
            ${how} ${this.#code()}
            <p class="other" lang=${otherLocale()}>
              ${inOther('pairing.signedOut.how', { name: this.device.config.name })}
            </p>
          </div>
        </section>`;
  }

  #since(): string {
    const { lastSyncMs } = this.store.status();
    if (lastSyncMs === null) return '';
    const { nowMs } = this.store.time();
    const time = formatTimeAndDay(lastSyncMs, nowMs, this.utcOffsetMinutes);
    return t('pairing.signedOut.since', { time });
  }

  #code(): TemplateResult {
    const { state } = this.#pairing;
    switch (state.status) {
      case 'waiting':
        return html`<p class="code" aria-label=${[...state.code].join(' ')}>
          <span>${state.code.slice(0, 3)}</span><span>${state.code.slice(3)}</span>
        </p>`;
      case 'asking':
        return html`<p>${t('pairing.asking')}</p>`;
      case 'later':
        return html`<p>${t('pairing.later')}</p>`;
      case 'away':
        return html`<p>${t('pairing.away')}</p>`;
      case 'paired':
        return html`<p>${t('pairing.paired')}</p>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-signed-out': LlSignedOut;
  }
}

let standing = false;
/** A hub that went away while it was asked is asked again after so long. */
const RECOVER_EVERY_MS = 5000;
/** One that was put back to a time before the proof may be put back to a later one. */
const REFUSED_EVERY_MS = 600_000;

/**
 * The hub does not know this browser as the device any more. It is let in again by its proof, without a word; where that is
 * none, the glass says that it is signed out until it no longer is. Whoever is using the face is let finish.
 */
export function sayWhileSignedOut(
  store: LocalStore,
  device: RememberedDevice,
  face: HTMLElement,
  shell: FaceElement,
): void {
  if (standing) return;
  standing = true;
  let over = false;
  const say = makePage(store, device, face, shell);
  const stop = store.watchStatus(({ link }) => {
    if (link !== 'live' && link !== 'polling') return;
    over = true;
    say.end();
    standing = false;
    // The first word comes while the watch is still being set up.
    queueMicrotask(() => stop());
  });
  const recover = async (): Promise<void> => {
    const how = await recoverToken(device.id).catch(() => 'refused' as const);
    if (over) return;
    if (how === 'recovered') store.syncNow();
    else if (how === 'refused') {
      say.begin();
      // Whoever is using it goes on with what the page has in hand.
      forgetIfRevoked(device.id, say.covered).catch((error: unknown) => console.error(error));
    }
    setTimeout(() => void recover(), how === 'refused' ? REFUSED_EVERY_MS : RECOVER_EVERY_MS);
  };
  void recover();
}

function makePage(
  store: LocalStore,
  device: RememberedDevice,
  face: HTMLElement,
  shell: FaceElement,
): { begin(): void; end(): void; readonly covered: Promise<void> } {
  const page = new LlSignedOut();
  page.store = store;
  page.device = device;
  store
    .query((view) => view.list('centre', 'centre'))
    .then(([centre]) => {
      page.utcOffsetMinutes = utcOffsetOf(centre ?? device);
    })
    .catch((error: unknown) => console.error(error));
  const covers = device.kind === 'kiosk';
  let cover: () => void = () => undefined;
  const covered = new Promise<void>((resolve) => {
    cover = resolve;
  });
  const show = (): void => {
    // An emergency that stands is never covered, and not kept from being called off either: the code stays in sight.
    page.brief = covers && shell.alarmed?.() === true;
    face.hidden = covers && !page.brief && (face.hidden || shell.busy?.() !== true);
    const stands = face.hidden || page.brief || !covers;
    if (!stands) page.remove();
    else if (!page.isConnected) document.body.append(page);
    if (face.hidden) cover();
  };
  let looking: ReturnType<typeof setInterval> | undefined;
  return {
    covered,
    begin: () => {
      looking ??= setInterval(show, LOOK_EVERY_MS);
      show();
    },
    end: () => {
      clearInterval(looking);
      page.remove();
      face.hidden = false;
    },
  };
}
