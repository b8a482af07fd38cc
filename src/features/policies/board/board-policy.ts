import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardEmptyEvent, BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import '../../../i18n/board-texts.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import '../../../ui/board/said-pages.ts';
import { policyOfTheDay } from '../model/of-the-day.ts';
import { isCurrent, type Policy } from '../model/policy.ts';
import { policySaid } from './policy-said.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-board-policy': LlBoardPolicy;
  }
}

interface Asked {
  readonly date: CivilDate | null;
  readonly policyId: string | null;
}

async function readPolicy(view: View, { date, policyId }: Asked): Promise<Policy | null> {
  if (policyId === null) return policyOfTheDay(await view.list('city', 'policy'), date);
  const policy = await view.get('city', 'policy', policyId);
  return policy !== undefined && isCurrent(policy, date) ? policy : null;
}

/**
 * One benefit in plain words: what it is, how much, where one goes. Another one each day unless one was chosen.
 * @fires ll-board-painted - with `policy:ID@REVIEWED`, the day it was last looked at as a number
 * @fires ll-board-empty - where the one that was chosen is gone or has run out, or none holds
 */
@customElement('ll-board-policy')
export class LlBoardPolicy extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      .board {
        grid-template-rows: minmax(0, 1fr) auto;
      }
      .foot .ask {
        color: var(--gold);
      }
      .foot .source {
        font-size: var(--board-least);
        white-space: normal;
        text-align: right;
      }
    `,
  ];

  /** The centre's day; null while it is not known. */
  @property({ attribute: false }) date: CivilDate | null = null;
  @property({ attribute: false }) policyId: string | undefined;

  readonly #policy = new LiveQuery(this, {
    query: readPolicy,
    args: () => ({ date: this.date, policyId: this.policyId ?? null }),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#policy.render<TemplateResult | typeof nothing>({
      pending: () => nothing,
      empty: () => nothing,
      error: () =>
        html`<div class="${boardClass(glassInPixels(this))} alone">
          <p class="say">${t('screen.unreadable')}</p>
        </div>`,
      complete: (policy) => this.#board(policy),
      previous: (policy) => this.#board(policy),
    });
  }

  override updated(): void {
    const event = this.#policy.render({
      pending: () => null,
      empty: () => new BoardEmptyEvent(),
      error: () => new BoardPaintedEvent(UNREADABLE),
      complete: ({ id, reviewedOn }) =>
        new BoardPaintedEvent(`policy:${id}@${Number(reviewedOn.replace(/-/g, ''))}`),
    });
    if (event !== null) this.dispatchEvent(event);
  }

  #board(policy: Policy): TemplateResult {
    const { heading, body, source } = policySaid(policy);
    // Beside the foot there is no room for it on a panel that is small for its hall: there it is the last line.
    const board = boardClass(glassInPixels(this));
    const beside = board === 'board';
    return html`<div class=${board}>
      <ll-said-pages grows .heading=${heading} .body=${beside ? body : `${body}\n${source}`}></ll-said-pages>
      <footer class="foot">
        <span class="ask">${t('boards.policy.ask')}</span>
        ${beside ? html`<span class="source">${source}</span>` : nothing}
      </footer>
    </div>`;
  }
}
