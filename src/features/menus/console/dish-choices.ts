import { css, html, nothing, type TemplateResult } from 'lit';
import type { MenuItem } from '../model/menu.ts';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';

type Tag = MenuItem['tags'][number];
type Allergen = MenuItem['allergens'][number];
const tags: readonly Tag[] = ['low-salt', 'soft', 'halal', 'vegetarian', 'low-sugar', 'spicy'];
const allergens: readonly Allergen[] = [
  'egg',
  'milk',
  'soy',
  'gluten',
  'peanut',
  'nut',
  'fish',
  'shellfish',
  'sesame',
];
/** The most tags a dish may carry; a board has room for one. */
const MOST_TAGS = 4;

/** Words of which several may hold. */
export const choicesStyles = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    align-items: center;
  }
  .choice {
    padding: 0.125rem 0.75rem;
    border: 2px solid var(--edge);
    background: transparent;
    font-weight: 500;
  }
  .choice[aria-pressed='true'] {
    border-color: var(--pine-deep);
    background: var(--pine-tint);
    color: var(--pine-deep);
    font-weight: 700;
  }
  .choice svg {
    width: 1em;
    height: 1em;
  }
`;

function choices<C extends string>(
  all: readonly C[],
  chosen: readonly C[],
  most: number,
  word: (one: C) => string,
  choose: (chosen: C[]) => void,
): readonly TemplateResult[] {
  return all.map((one) => {
    const has = chosen.includes(one);
    const turned = (): void => choose(has ? chosen.filter((other) => other !== one) : [...chosen, one]);
    const isFull = !has && chosen.length >= most;
    return html`<button type="button" class="choice" aria-pressed=${has} ?disabled=${isFull} @click=${turned}>
      ${has ? consoleIcon('check') : nothing}${word(one)}
    </button>`;
  });
}

/** What elders ask for of a dish, to be turned on and off. */
export const tagChoices = (
  chosen: readonly Tag[],
  choose: (tags: Tag[]) => void,
): readonly TemplateResult[] => choices(tags, chosen, MOST_TAGS, (tag) => t(`common.tag.${tag}`), choose);

/** What in a dish makes some people ill, to be turned on and off. */
export const allergenChoices = (
  chosen: readonly Allergen[],
  choose: (allergens: Allergen[]) => void,
): readonly TemplateResult[] =>
  choices(allergens, chosen, allergens.length, (one) => t(`common.allergen.${one}`), choose);
