import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Menu } from '../model/menu.ts';
import { formatPrice, parsePrice } from '../../../kernel/money.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { dishName } from '../words/dish-words.ts';
import { draftOf, type Draft } from './menu-draft.ts';

/** Which of two versions stands. */
class ConflictChoiceEvent extends Event {
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

/** What one side says, part by part: a dish, the set meal, the note; each by its name and its particulars. */
type Side = ReadonlyMap<string, { readonly name: string; readonly particulars: string }>;

/**
 * Two versions of one menu side by side: mine, not published, and theirs, which is. What differs is marked by words.
 *
 * @event ll-conflict-choice - The person has chosen.
 */
@customElement('ll-staff-menu-conflict')
export class LlStaffMenuConflict extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
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
    const mine = sideOf(this.mine);
    const theirs = sideOf(draftOf(this.theirs.id, this.theirs));
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

  #renderSide(choice: 'mine' | 'theirs', side: Side, other: Side): TemplateResult {
    const mine = choice === 'mine';
    return html`
      <div class="side">
        <h3>
          ${mine ? t('staff.conflict.mine') : t('staff.conflict.theirs', { version: this.theirs.version })}
        </h3>
        <ul>
          ${[...side].map(([key, { name, particulars }]) => {
            const there = other.get(key);
            const differs = there !== undefined && there.particulars !== particulars;
            return html`
              <li class=${there === undefined || differs ? 'differs' : ''}>
                <span>${name}</span>
                <span class="num">
                  ${particulars}
                  ${there === undefined ? html`<mark>${t('staff.conflict.only')}</mark>` : nothing}
                  ${differs ? html`<mark>${t('staff.conflict.differs')}</mark>` : nothing}
                </span>
              </li>
            `;
          })}
        </ul>
        <button
          class=${mine ? 'primary' : 'confirm'}
          @click=${() => this.dispatchEvent(new ConflictChoiceEvent(choice))}
        >
          ${mine ? t('staff.conflict.takeMine') : t('staff.conflict.takeTheirs')}
        </button>
      </div>
    `;
  }
}

/** Everything the guests would see of a version. */
function sideOf({ lines, set, note }: Draft): Side {
  const side = new Map(
    lines.map(({ item, price, small }) => {
      const particulars = [
        priceWords(price),
        small.trim() === '' ? '' : t('staff.conflict.small', { price: priceWords(small) }),
        ...tagsOf(item).map((tag) => t(`common.tag.${tag}`)),
        item.soldOut ? t('common.soldOut') : '',
      ];
      return [String(item.dishId), { name: dishName(item), particulars: joined(particulars) }];
    }),
  );
  if (set !== null) {
    side.set('set', { name: set.name, particulars: joined([priceWords(set.price), set.text]) });
  }
  if (note.trim() !== '') side.set('note', { name: t('staff.conflict.note'), particulars: note.trim() });
  return side;
}

const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join(' · ');

/** A price as the guests would read it; as it was typed where it is none. */
function priceWords(typed: string): string {
  const parsed = parsePrice(typed);
  if (!parsed.ok) return typed;
  return parsed.value === 0 ? t('common.free') : t('staff.menu.priced', { yuan: formatPrice(parsed.value) });
}
