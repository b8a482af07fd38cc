import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Collision } from '../model/merge-menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { dishName } from '../words/dish-words.ts';
import { fieldName, fieldValue, typedPrice } from './dish-field-words.ts';
import type { Conflict } from './meet-others.ts';
import type { Draft, DraftLine, DraftSet } from './menu-draft.ts';

/** Which of two versions stands, of the whole menu; or both, put together. */
class ConflictChoiceEvent extends Event {
  constructor(readonly choice: 'mine' | 'theirs' | 'both') {
    super('ll-conflict-choice');
  }
}

/** Whose word stands where two have said something else. */
class CollisionChoiceEvent extends Event {
  constructor(
    readonly collision: Collision,
    readonly choice: 'mine' | 'theirs',
  ) {
    super('ll-collision-choice');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-conflict': LlStaffMenuConflict;
  }
  interface HTMLElementEventMap {
    'll-conflict-choice': ConflictChoiceEvent;
    'll-collision-choice': CollisionChoiceEvent;
  }
}

/** What one side says, part by part: a dish, the set meal, the note; each by its name and its particulars. */
type Side = ReadonlyMap<string, { readonly name: string; readonly particulars: string }>;

/**
 * Where two have written one menu: what each of them has put in the same place, to choose from; or, where there was no
 * menu that both began from, the two versions side by side, with what differs marked by words.
 *
 * @event ll-conflict-choice - One of the two versions was chosen.
 * @event ll-collision-choice - What stands in one place was chosen.
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
      .collisions li {
        margin-top: 0.75rem;
      }
      .choice {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        gap: 0.5rem;
        margin-top: 0.25rem;
      }
      .choice button {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) mine!: Draft;
  @property({ attribute: false }) conflict!: Conflict;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const by = this.#by();
    const { version, collisions } = this.conflict;
    return html`
      <section class="card" role="alert" aria-labelledby="heading">
        <h2 id="heading">
          ${consoleIcon('warning')}
          ${version === null ? t('staff.conflict.drafted', { by }) : t('staff.conflict.heading', { by, version })}
        </h2>
        ${collisions === null ? this.#renderSides() : this.#renderCollisions(collisions)}
      </section>
    `;
  }

  #by(): string {
    return (
      this.conflict.by ?? t(this.conflict.version === null ? 'staff.conflict.someone' : 'staff.menu.plan')
    );
  }

  #renderCollisions(collisions: readonly Collision[]): TemplateResult {
    return html`
      <p class="soft">${t('staff.conflict.ask', { count: collisions.length })}</p>
      <ul class="collisions">
        ${collisions.map((one) => {
          const { what, mine, theirs } = collisionWords(one);
          const choose = (choice: 'mine' | 'theirs') => () =>
            this.dispatchEvent(new CollisionChoiceEvent(one, choice));
          return html`<li>
            <h3>${what}</h3>
            <div class="choice" role="group" aria-label=${what}>
              <button @click=${choose('mine')}>${t('staff.conflict.useMine', { what: mine })}</button>
              <button @click=${choose('theirs')}>
                ${t('staff.conflict.useTheirs', { by: this.#by(), what: theirs })}
              </button>
            </div>
          </li>`;
        })}
      </ul>
    `;
  }

  #renderSides(): TemplateResult {
    const mine = sideOf(this.mine);
    const theirs = sideOf(this.conflict.theirs);
    const { joins, version } = this.conflict;
    return html`
      <p class="soft">
        ${version === null ? t('staff.conflict.meaningDrafted') : t('staff.conflict.meaning')}
      </p>
      <div class="sides">
        ${this.#renderSide('mine', mine, theirs)} ${this.#renderSide('theirs', theirs, mine)}
      </div>
      ${
        joins
          ? html`<div class="actions">
              <button @click=${() => this.dispatchEvent(new ConflictChoiceEvent('both'))}>
                ${t('staff.conflict.takeBoth')}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  #renderSide(choice: 'mine' | 'theirs', side: Side, other: Side): TemplateResult {
    const mine = choice === 'mine';
    const { version } = this.conflict;
    const whose =
      version === null
        ? t('staff.conflict.theirDraft', { by: this.#by() })
        : t('staff.conflict.theirs', { version });
    const take = t(version === null ? 'staff.conflict.takeDraft' : 'staff.conflict.takeTheirs');
    return html`
      <div class="side">
        <h3>${mine ? t('staff.conflict.mine') : whose}</h3>
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
          ${mine ? t('staff.conflict.takeMine') : take}
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
        typedPrice(price),
        small.trim() === '' ? '' : t('staff.conflict.small', { price: typedPrice(small) }),
        ...tagsOf(item).map((tag) => t(`common.tag.${tag}`)),
        item.soldOut ? t('common.soldOut') : '',
      ];
      return [String(item.dishId), { name: dishName(item), particulars: joined(particulars) }];
    }),
  );
  if (set !== null) {
    side.set('set', { name: set.name, particulars: joined([typedPrice(set.price), set.text]) });
  }
  if (note.trim() !== '') side.set('note', { name: t('staff.conflict.note'), particulars: note.trim() });
  return side;
}

const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join(' · ');

/** Where two have said something else, and what each says there. */
function collisionWords(one: Collision): Readonly<Record<'what' | 'mine' | 'theirs', string>> {
  if (one.of === 'note') {
    const said = (note: string): string => note.trim() || t('staff.conflict.empty');
    return { what: t('staff.conflict.note'), mine: said(one.mine), theirs: said(one.theirs) };
  }
  if (one.of === 'set') {
    const said = (set: DraftSet | null): string =>
      set === null ? t('staff.conflict.noSet') : joined([set.name, typedPrice(set.price), set.text]);
    return { what: t('staff.menu.extras'), mine: said(one.mine), theirs: said(one.theirs) };
  }
  const { field } = one;
  const said = (line: DraftLine | null): string => {
    if (line === null) return t('staff.conflict.takenOff');
    return field === 'line'
      ? t('staff.conflict.keptOn', { price: typedPrice(line.price) })
      : fieldValue(line, field);
  };
  const { item } = one.mine ?? one.theirs ?? {};
  return {
    what: `${item === undefined ? '' : dishName(item)} · ${fieldName(field)}`,
    mine: said(one.mine),
    theirs: said(one.theirs),
  };
}
