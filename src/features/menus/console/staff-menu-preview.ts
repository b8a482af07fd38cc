import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent } from '../../../app/painted.ts';
import '../../../i18n/screen-texts.ts';
import { locale, LocaleController, t } from '../../../i18n/index.ts';
import type { View } from '../../../protocol/client/api.ts';
import { boardScale } from '../../../ui/common/board-scale.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { OwnSize } from '../../../ui/console/own-size.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { setInService } from '../../devices/model/retired.ts';
import '../board/board-menu.ts';
import { sittingsOn } from '../model/meals.ts';
import { menuId, parseMenuId, type Menu, type Offer } from '../model/menu.ts';
import { dishName } from '../words/dish-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-preview': LlStaffMenuPreview;
  }
}

/** The first television that shows a canteen's menu, with the centre's meals. */
async function readPanel(view: View, { menuId }: { readonly menuId: string }) {
  const [centre] = await view.list('centre', 'centre');
  const meal = parseMenuId(menuId);
  const configs = setInService(await view.list('staff', 'deviceConfig'), await view.list('staff', 'device'));
  const screen = configs.find(
    ({ kind, canteenId }) => kind === 'screen' && canteenId !== null && canteenId === meal?.canteenId,
  );
  return centre === undefined || meal === null ? null : { centre, meal, screen: screen ?? null };
}

/**
 * A menu that is being written as the dining hall's own board will show it, drawn in that panel's pixels for its farthest
 * seat and made smaller as a whole; and from which dish on it takes another page.
 */
@customElement('ll-staff-menu-preview')
export class LlStaffMenuPreview extends LitElement {
  static override readonly styles = [
    textStyles,
    messageStyles,
    css`
      :host {
        display: block;
      }
      .frame {
        position: relative;
        overflow: hidden;
        margin-top: 0.5rem;
        border-radius: 0.5rem;
        background: var(--night);
      }
      ll-board-menu {
        position: absolute;
        top: 0;
        left: 0;
        transform-origin: 0 0;
        pointer-events: none;
      }
      .note {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: 'menu-id' }) menuId = '';
  /** What is written of it so far. */
  @property({ attribute: false }) offer: Offer = { items: [], set: null, note: null };
  /** Which rows stand on each page; null until the board has laid them out. */
  @state() private pages: readonly (readonly number[])[] | null = null;
  @query('ll-board-menu') private readonly board!: HTMLElement | null;

  /** The board stands where that screen hangs, not where this console is. */
  readonly #device = new ContextProvider(this, { context: deviceContext });
  readonly #known = new LiveQuery(this, { query: readPanel, args: () => ({ menuId: this.menuId }) });

  constructor() {
    super();
    new OwnSize(this, () => this.#shrink());
    new LocaleController(this);
    this.addEventListener('ll-menu-paged', ({ pages }) => (this.pages = pages));
    // Nothing of it is on any glass.
    this.addEventListener(BoardPaintedEvent.type, (event) => event.stopPropagation());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('menuId')) this.pages = null;
    const screen = this.#known.value?.screen;
    if (screen) this.#device.setValue(screen);
  }

  override updated(): void {
    this.#shrink();
  }

  override render(): TemplateResult | typeof nothing {
    const { value } = this.#known;
    if (value == null) return nothing;
    const { centre, meal, screen } = value;
    if (screen === null) return html`<p class="soft">${t('staff.preview.noScreen')}</p>`;
    if (this.offer.items.length === 0) return html`<p class="soft">${t('staff.preview.empty')}</p>`;
    const sitting = sittingsOn(centre, meal.date).find((one) => one.meal === meal.meal);
    if (sitting === undefined) return nothing;
    const menu: Menu = {
      id: menuId(meal.date, meal.meal, meal.canteenId),
      ...meal,
      ...this.offer,
      version: 1,
      publishedAtMs: 0,
      publishedBy: null,
    };
    // A page speaks one language: of another one's words nobody knows here how many stand on a page.
    const isItsOwn = screen.locale === locale();
    const what = t(isItsOwn ? 'staff.preview.of' : 'staff.preview.otherLanguage', { name: screen.name });
    return html`<p class="soft">${what}</p>
      <div class="frame" role="img" aria-label=${what}>
        <ll-board-menu
          aria-hidden="true"
          .sitting=${sitting}
          .timeConfirmed=${true}
          .instead=${menu}
        ></ll-board-menu>
      </div>
      <div role="status">${isItsOwn ? this.#renderFits() : nothing}</div>`;
  }

  #renderFits(): TemplateResult | typeof nothing {
    const { pages, offer } = this;
    if (pages === null) return nothing;
    if (pages.length < 2) return html`<p class="soft">${consoleIcon('check')} ${t('staff.preview.fits')}</p>`;
    // The set meal, where there is one, is the first row.
    const first = (pages[1]?.[0] ?? 0) - (offer.set === null ? 0 : 1);
    const item = offer.items[first];
    return html`<p class="note warn">
      ${consoleIcon('warning')}<span
        >${
          item === undefined
            ? t('staff.preview.pages', { count: pages.length })
            : t('staff.preview.tooMany', { name: dishName(item), count: pages.length })
        }</span
      >
    </p>`;
  }

  #shrink(): void {
    const screen = this.#known.value?.screen;
    const { board } = this;
    if (!screen || board === null || this.clientWidth === 0) return;
    const { panel, distanceMm } = screen;
    for (const [name, value] of Object.entries(boardScale(panel, distanceMm)))
      board.style.setProperty(name, value);
    board.style.width = `${panel.widthPx}px`;
    board.style.height = `${panel.heightPx}px`;
    const smaller = this.clientWidth / panel.widthPx;
    board.style.transform = `scale(${smaller})`;
    if (board.parentElement !== null) board.parentElement.style.height = `${panel.heightPx * smaller}px`;
  }
}
