import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { NoticeLaidEvent } from '../board/notice-laid.ts';
import type { Notice } from '../model/notice.ts';
import type { PanelKind } from '../model/panels.ts';
import './glass-preview.ts';

/** How many characters of a heading have room on the smallest glass; null where all of it has. */
export class HeadingFitsEvent extends Event {
  constructor(readonly most: number | null) {
    super('ll-heading-fits');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-glass-previews': LlGlassPreviews;
  }
  interface HTMLElementEventMap {
    'll-heading-fits': HeadingFitsEvent;
  }
}

/**
 * An emergency on each kind of television that hangs in the house, as it will stand there, on how many pages and how
 * long they take; what has no room on one is said with how much has.
 * @event ll-heading-fits - Whether the heading has room on every glass.
 */
@customElement('ll-glass-previews')
export class LlGlassPreviews extends LitElement {
  static override readonly styles = [
    textStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      .on {
        margin-bottom: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) panels: readonly PanelKind[] = [];
  @property({ attribute: false }) notice: Notice | null = null;
  /** By the panel's key: how it stands there, as its board has laid it out. */
  @state() private laid: ReadonlyMap<string, NoticeLaidEvent> = new Map();

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.notice === null || this.notice.title === '') return nothing;
    return html`${this.panels.map((of) => this.#renderPanel(of))}`;
  }

  #renderPanel(of: PanelKind): TemplateResult {
    const laid = this.laid.get(of.key);
    const most = laid?.headingRoom ?? null;
    return html`<div>
      <p class="soft on">
        ${t('staff.notices.on', {
          names: of.names.join(t('common.listJoin')),
          inches: of.panel.diagonalInches,
          metres: of.distanceMm / 1000,
        })}${laid === undefined || laid.pages < 2 ? nothing : ` · ${t('staff.notices.pages', { count: laid.pages, seconds: laid.seconds })}`}
      </p>
      ${
        most === null
          ? nothing
          : html`<p class="problem">
              ${consoleIcon('warning')}${t('staff.notices.headingTooLong', { count: most })}
            </p>`
      }
      <ll-glass-preview
        aria-hidden="true"
        .of=${of}
        .notice=${this.notice}
        @ll-notice-laid=${(event: NoticeLaidEvent) => this.#laidOut(of, event)}
      ></ll-glass-preview>
    </div>`;
  }

  #laidOut(of: PanelKind, laid: NoticeLaidEvent): void {
    this.laid = new Map([...this.laid, [of.key, laid]]);
    const rooms = this.panels.flatMap(({ key }) => this.laid.get(key)?.headingRoom ?? []);
    this.dispatchEvent(new HeadingFitsEvent(rooms.length === 0 ? null : Math.min(...rooms)));
  }
}
