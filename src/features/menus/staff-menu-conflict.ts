import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Menu } from '../../domain/menu/menu.ts';
import { formatPrice, parsePrice } from '../../domain/money/price.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { consoleIcon } from '../../ui/console-icons.ts';
import { consoleStyles } from '../../ui/console-styles.ts';
import type { Draft } from './menu-draft.ts';

/** Which of two versions stands. */
export class ConflictChoiceEvent extends Event {
  constructor(readonly choice: 'mine' | 'theirs') {
    super('ll-conflict-choice');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-conflict': LlStaffMenuConflict;
  }
  interface HTMLElementEventMap {
    'll-conflict-choice': ConflictChoiceEvent;
  }
}

/** One side's words about one dish; undefined where that side has it not. */
interface Side {
  readonly price: string;
  readonly soldOut: boolean;
}

/**
 * Two versions of one menu side by side: mine, not published, and theirs, which is. What differs is marked by words.
 *
 * @event ll-conflict-choice - The person has chosen.
 */
@customElement('ll-staff-menu-conflict')
export class LlStaffMenuConflict extends LitElement {
  static override readonly styles = [
    consoleStyles,
    css`
      section {
        border: 3px solid var(--amber);
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.75rem;
        margin: 0.75rem 0;
      }
      .side {
        display: flex;
        flex-direction: column;
        gap: 0.25rem;
        padding: 0.75rem;
        border-radius: 0.875rem;
        background: var(--paper);
      }
      .side ul {
        flex: 1;
      }
      .side li {
        padding: 0.25rem 0;
        border-top: 1px solid #e0d2b6;
      }
      .side li > span {
        display: block;
      }
      .differs {
        font-weight: 700;
      }
      mark {
        display: inline-block;
        padding: 0 0.5rem;
        border-radius: 99px;
        background: var(--amber);
        color: var(--ink);
        font-size: 0.875rem;
      }
      .side button {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) mine!: Draft;
  @property({ attribute: false }) theirs!: Menu;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const mine = new Map<string, Side>(
      this.mine.lines.map(({ item, price }) => {
        const parsed = parsePrice(price);
        return [item.name, { price: parsed.ok ? formatPrice(parsed.value) : price, soldOut: item.soldOut }];
      }),
    );
    const theirs = new Map<string, Side>(
      this.theirs.items.map((item) => [
        item.name,
        { price: formatPrice(item.priceFen ?? 0), soldOut: item.soldOut },
      ]),
    );
    const by = this.theirs.publishedBy ?? t('staff.menu.plan');
    return html`
      <section class="card" role="alert" aria-labelledby="heading">
        <h2 id="heading">
          ${consoleIcon('warning')} ${t('staff.conflict.heading', { by, version: this.theirs.version })}
        </h2>
        <p class="soft">${t('staff.conflict.meaning')}</p>
        <div class="sides">
          ${this.#renderSide('mine', mine, theirs)} ${this.#renderSide('theirs', theirs, mine)}
        </div>
      </section>
    `;
  }

  #renderSide(
    choice: 'mine' | 'theirs',
    side: ReadonlyMap<string, Side>,
    other: ReadonlyMap<string, Side>,
  ): TemplateResult {
    const words =
      choice === 'mine'
        ? t('staff.conflict.mine')
        : t('staff.conflict.theirs', { version: this.theirs.version });
    const set = choice === 'mine' ? this.mine.set?.name : this.theirs.set?.name;
    return html`
      <div class="side">
        <h3>${words}</h3>
        <ul>
          ${[...side].map(([name, one]) => renderDish(name, one, other.get(name)))}
        </ul>
        ${set === undefined ? nothing : html`<p class="soft">${set}</p>`}
        <button
          class=${choice === 'mine' ? 'primary' : 'confirm'}
          @click=${() => this.dispatchEvent(new ConflictChoiceEvent(choice))}
        >
          ${choice === 'mine' ? t('staff.conflict.takeMine') : t('staff.conflict.takeTheirs')}
        </button>
      </div>
    `;
  }
}

function renderDish(name: string, side: Side, other: Side | undefined): TemplateResult {
  const only = other === undefined;
  const priced = !only && other.price !== side.price;
  const sold = !only && other.soldOut !== side.soldOut;
  return html`
    <li class=${only || priced || sold ? 'differs' : ''}>
      <span>${name}</span>
      <span class="num">
        ${side.price === '0' ? t('common.free') : t('staff.menu.priced', { yuan: side.price })}
        ${side.soldOut ? ` · ${t('common.soldOut')}` : nothing}
        ${only ? html`<mark>${t('staff.conflict.only')}</mark>` : nothing}
        ${priced || sold ? html`<mark>${t('staff.conflict.differs')}</mark>` : nothing}
      </span>
    </li>
  `;
}
