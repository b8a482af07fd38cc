import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ageBands, questionsLeft, withAnswer } from '../model/advice.ts';
import { choicesOf, type Answers, type Question, type Reply } from '../model/questions.ts';
import type { Rule } from '../model/rule.ts';
import { t } from '../../../i18n/index.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { bandWords, choiceWords, questionWords } from './advisor-words.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/pages.ts';

/** A question was answered: these are the answers now. */
export class AnswersEvent extends Event {
  static readonly type = 'll-answers';
  constructor(readonly answers: Answers) {
    super(AnswersEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-answers': AnswersEvent;
  }
}

/**
 * One question of the advisor's, with its answers to tap. It keeps nothing: the answers so far come in, and go out again
 * with one more.
 * @fires ll-answers
 */
@customElement('ll-policy-question')
export class LlPolicyQuestion extends KioskElement {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    css`
      .asked {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      .progress {
        flex: none;
        margin-bottom: var(--gap);
      }
      ll-button {
        display: grid;
        min-height: calc(var(--u) * 36);
        margin-bottom: calc(var(--u) * 6);
        break-inside: avoid;
      }
      .private {
        flex: none;
        margin-top: var(--gap);
      }
      /* Lying, the answers stand in one column beside what is said about them. */
      :host([landscape]) .asked {
        --page-columns: 1;
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 2fr) minmax(0, 5fr);
        grid-column-gap: calc(var(--u) * 12);
      }
      :host([landscape]) ll-pages {
        grid-area: 1 / 2 / 3 / 3;
      }
      /* What has not the room to be read whole stands beside it, out of sight. */
      :host([landscape]) .private {
        display: flex;
        flex-flow: column wrap;
        height: 100%;
        margin: 0;
        overflow: hidden;
      }
      :host([landscape]) .private::before {
        width: 100%;
        content: '';
      }
      :host([landscape]) .private p {
        width: 100%;
      }
      :host([landscape]) ll-button {
        --button-text: var(--text);
        min-height: max(calc(var(--u) * 24), calc(var(--mm) * 20));
        margin-bottom: max(calc(var(--u) * 3), calc(var(--mm) * 3));
      }
      /* Words grow smaller before an answer takes another's room. */
      :host([landscape]) .answer {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) rules: readonly Rule[] = [];
  @property({ attribute: false }) answers: Answers = new Map();
  /** What is asked; null asks nothing. */
  @property({ attribute: false }) question: Question | null = null;

  protected override render() {
    const { question } = this;
    if (question === null) return nothing;
    const left = questionsLeft(this.rules, this.answers).filter((one) => one !== question).length;
    const at = this.answers.size + 1;
    return html`<h1>${questionWords(question)}</h1>
      <div class="asked">
        <p class="progress soft">
          ${
            left === 0
              ? t('kioskPages.advisor.progressLast', { at })
              : t('kioskPages.advisor.progress', { at, left })
          }
        </p>
        <ll-pages>
          ${
            question === 'age'
              ? ageBands(this.rules).map((band) => this.#reply(question, band, bandWords(band)))
              : choicesOf(question).map((choice) => this.#reply(question, choice, choiceWords(choice)))
          }
          ${this.#reply(question, 'unsure', t('kioskPages.advisor.unsure'))}
        </ll-pages>
        ${this.answers.size > 0 ? nothing : html`<div class="private soft"><p>${t('kioskPages.advisor.private')}</p></div>`}
      </div>`;
  }

  #reply(question: Question, reply: Reply, words: string) {
    const press = (): boolean =>
      this.dispatchEvent(new AnswersEvent(withAnswer(this.answers, question, reply)));
    return html`<ll-button class="answer" kind=${reply === 'unsure' ? 'quiet' : 'edge'} @click=${press}
      >${words}</ll-button
    >`;
  }
}
