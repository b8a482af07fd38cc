import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { saveFile } from '../../../../app/sheets/save-file.ts';
import { formatDate, LocaleController, t } from '../../../../i18n/index.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import { SheetCloseEvent } from '../../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../../ui/console/styles/text-styles.ts';
import type { Menu } from '../../model/menu.ts';
import { menuPicture } from './menu-picture.ts';
import { menuText } from './menu-text.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-share': LlStaffMenuShare;
  }
}

type Said = 'copied' | 'notCopied' | 'noPicture';

const saidOf = (said: Said | null): string =>
  said === 'copied' || said === 'notCopied' ? t(`staff.week.share.${said}`) : '';

/**
 * A day's menus for a chat group, as a picture and as words, both made on this device: seen before they go anywhere.
 * @event ll-sheet-close - Done.
 */
@customElement('ll-staff-menu-share')
export class LlStaffMenuShare extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      img {
        display: block;
        width: min(20rem, 100%);
        margin: 0 auto;
        border: 1px solid var(--line);
        border-radius: 0.75rem;
      }
      /* Beside the button that was pressed: below the words nobody would see what came of it. */
      p[slot] {
        flex: 1 1 100%;
      }
      p[slot]:empty {
        margin-bottom: -0.5rem;
      }
      pre {
        margin: 1rem 0 0;
        font: inherit;
        white-space: pre-wrap;
      }
    `,
  ];

  /** Whose menus; null while nothing is shared. */
  @property({ attribute: false }) date: CivilDate | null = null;
  /** What is published of that day. */
  @property({ attribute: false }) menus: readonly Menu[] = [];
  @property() house = '';

  @state() private picture: { readonly blob: Blob; readonly url: string } | null = null;
  @state() private said: Said | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('date')) return;
    this.#drop();
    this.said = null;
    if (this.date !== null) void this.#draw(this.date);
  }

  override render(): TemplateResult {
    const { date, picture, said } = this;
    return html`<ll-sheet
      actions
      ?open=${date !== null}
      heading=${date === null ? '' : t('staff.week.shareDay', { date: formatDate(date) })}
      close-label=${t('staff.close')}
    >
      ${
        picture === null
          ? html`<p class="nothing" role="status">
              ${t(said === 'noPicture' ? 'staff.week.noPicture' : 'staff.week.drawing')}
            </p>`
          : html`<img src=${picture.url} alt=${t('staff.week.asBelow')} />`
      }
      <pre>${this.#text}</pre>
      <p slot="actions" class="soft" role="status">${saidOf(said)}</p>
      <button slot="actions" @click=${() => this.dispatchEvent(new SheetCloseEvent())}>
        ${t('staff.close')}
      </button>
      <button slot="actions" @click=${this.#copy}>${t('staff.week.copyText')}</button>
      <button slot="actions" class="confirm" ?disabled=${picture === null} @click=${this.#send}>
        ${t(this.#mayShare ? 'staff.week.sendPicture' : 'staff.week.savePicture')}
      </button>
    </ll-sheet>`;
  }

  get #text(): string {
    return this.date === null ? '' : menuText(this.date, this.menus, this.house);
  }

  get #file(): File | null {
    if (this.picture === null || this.date === null) return null;
    const name = `${t('staff.week.fileName', { date: this.date })}.png`;
    return new File([this.picture.blob], name, { type: 'image/png' });
  }

  /** Whether this device hands pictures on to other programs. */
  get #mayShare(): boolean {
    const file = this.#file;
    return file !== null && 'canShare' in navigator && navigator.canShare({ files: [file] });
  }

  readonly #send = async (): Promise<void> => {
    const file = this.#file;
    if (file === null) return;
    if (!this.#mayShare) return saveFile(file, file.name);
    // Whoever thinks better of it has not failed.
    await navigator.share({ files: [file] }).catch(() => undefined);
  };

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#text);
      this.said = 'copied';
    } catch {
      this.said = 'notCopied';
    }
  };

  async #draw(date: CivilDate): Promise<void> {
    const blob = await menuPicture(date, this.menus, this.house).catch(() => null);
    if (this.date !== date) return;
    if (blob === null) this.said = 'noPicture';
    else this.picture = { blob, url: URL.createObjectURL(blob) };
  }

  #drop(): void {
    if (this.picture !== null) URL.revokeObjectURL(this.picture.url);
    this.picture = null;
  }
}
