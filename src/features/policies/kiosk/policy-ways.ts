import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { policiesByCategory, PolicyCategory } from '../model/policy.ts';
import { t } from '../../../i18n/index.ts';
import { icon } from '../../../ui/common/icons.ts';

export const waysStyles = css`
  .way {
    display: flex;
    flex: none;
    align-items: center;
    width: 100%;
    min-height: calc(var(--u) * 40);
    margin-bottom: var(--gap);
    padding: calc(var(--u) * 4) calc(var(--u) * 9);
    background: var(--pine);
    border-radius: var(--radius);
    color: var(--white);
    font-size: var(--text);
    line-height: 1.35;
    text-align: left;
  }
  .way.edge {
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    color: var(--ink);
  }
  .way b {
    display: block;
    font-size: var(--text-title);
    font-weight: 900;
  }
  .way svg {
    flex: none;
    width: calc(var(--u) * 20);
    height: calc(var(--u) * 20);
    margin-right: calc(var(--u) * 7);
  }
  .kinds {
    flex: none;
  }
  .categories {
    display: grid;
    flex: 1;
    min-height: 0;
    grid-template-columns: repeat(2, 1fr);
    grid-auto-rows: minmax(0, calc(var(--u) * 56));
    grid-gap: var(--gap);
    --drawing-where-crowded: none;
  }
  .both {
    flex: none;
  }
  /* Beside each other, and in large type, the names are all there is room for. */
  :host([landscape]) .way small {
    display: none;
  }
  :host([landscape]) .way b {
    font-size: min(var(--text-large), calc(var(--u) * 18));
  }
  .way small {
    display: block;
    /* In the largest type the eight kinds need its room. */
    max-height: max(0px, calc((1.45 - var(--larger)) * 4000px));
    overflow: hidden;
    font-size: var(--text);
  }
  :host([landscape]) .both {
    display: grid;
    grid-template-columns: 1fr 1fr;
    grid-column-gap: var(--gap);
  }
  :host([landscape]) .categories {
    grid-template-columns: repeat(4, 1fr);
  }
  :host([landscape]) .kinds {
    display: none;
  }
`;

/** Drawn here and not among the icons that home is loaded with. */
const lens = svg`<svg viewBox="0 0 88 88" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
  stroke-width="5" stroke-linecap="round"><circle cx="38" cy="38" r="22"/><path d="m55 55 20 20"/></svg>`;

interface Ways {
  readonly ask: () => void;
  readonly search: () => void;
  readonly category: (category: PolicyCategory) => void;
}

/** The ways in: to be asked, to search, or to look by kind. */
export function waysView(
  groups: ReturnType<typeof policiesByCategory>,
  canAsk: boolean,
  ways: Ways,
): TemplateResult {
  return html`<h1>${t('kioskPages.policies.title')}</h1>
    <div class="both">
      ${
        canAsk
          ? html`<button type="button" class="way" @click=${ways.ask}>
              ${icon('advisor')}<span
                ><b>${t('kioskPages.policies.byQuestions')}</b
                ><small>${t('kioskPages.policies.byQuestionsMore')}</small></span
              >
            </button>`
          : nothing
      }
      <button type="button" class="way edge" @click=${ways.search}>
        ${lens}<span
          ><b>${t('kioskPages.policies.bySearch')}</b
          ><small>${t('kioskPages.policies.bySearchMore')}</small></span
        >
      </button>
    </div>
    <h2 class="kinds">${t('kioskPages.policies.byCategory')}</h2>
    <div class="categories">
      ${groups.map(
        ({ category }) =>
          html`<ll-tile
            .icon=${category}
            .label=${t(`kioskPages.policies.category.${category}`)}
            @click=${() => ways.category(category)}
          ></ll-tile>`,
      )}
    </div>`;
}
