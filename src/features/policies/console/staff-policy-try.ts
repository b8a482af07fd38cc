import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { choiceWords, reasonsWords } from '../kiosk/advisor-words.ts';
import { judge, withAnswer } from '../model/advice.ts';
import { choicesOf, questions, type Answers, type Question, type Reply } from '../model/questions.ts';
import { readRule, type Rule } from '../model/rule.ts';
import { answersWords, questionName } from './policy-words.ts';
import { ageTyped } from './rule-draft.ts';
import { nobodyYet, samplePeople } from './sample-people.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policy-try': LlStaffPolicyTry;
  }
}

const chips = { match: 'ok', maybe: 'warn', nearly: 'warn', no: '', ask: 'warn' } as const;

/** Tries a rule on people, as the kiosk would: what it makes of each, and why. They live in this page and nowhere else. */
@customElement('ll-staff-policy-try')
export class LlStaffPolicyTry extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    fieldStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 0.5rem;
        padding: 0.5rem 0;
      }
      li > div {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      details {
        grid-column: 1 / -1;
      }
      .answers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
        gap: 0.75rem;
        padding-bottom: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) rule: Rule | null = null;
  @state() private people: readonly Answers[] = samplePeople;

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.rule === null) return nothing;
    const rule = readRule(this.rule);
    return html`<section class="card" aria-labelledby="heading">
      <h3 id="heading">${t('policyDesk.try.heading')}</h3>
      ${
        rule === null
          ? html`<p class="nothing">${t('policyDesk.try.unfinished')}</p>`
          : this.people.length === 0
            ? html`<p class="nothing">${t('policyDesk.try.nobody')}</p>`
            : html`<ul class="rows">
                ${this.people.map((answers, at) => this.#person(rule, answers, at))}
              </ul>`
      }
      <button @click=${() => (this.people = [...this.people, nobodyYet])}>
        ${consoleIcon('plus')}${t('policyDesk.try.add')}
      </button>
    </section>`;
  }

  #person(rule: Rule, answers: Answers, at: number): TemplateResult {
    const asked = questions.filter((one) => one === 'age' || asksAbout(rule, one));
    const verdict = judge(rule, answers);
    const who = answersWords(answers, asked);
    return html`<li>
      <div>
        <span class="chip ${chips[verdict.is]}">${t(`policyDesk.try.is.${verdict.is}`)}</span>
        <span>${who}</span>
        ${
          verdict.is === 'match' && verdict.because.length > 0
            ? html`<div class="soft">${t('policyDesk.try.because')}${reasonsWords(verdict.because)}</div>`
            : nothing
        }
        ${
          verdict.is === 'nearly'
            ? html`<div class="soft">${t('policyDesk.try.lacks')}${reasonsWords([verdict.missing])}</div>`
            : nothing
        }
        ${
          verdict.is === 'maybe'
            ? html`<div class="soft">${t('policyDesk.try.asks')}${reasonsWords(verdict.unknown)}</div>`
            : nothing
        }
      </div>
      <button
        class="bare"
        aria-label=${t('policyDesk.try.remove', { who })}
        @click=${() => (this.people = this.people.filter((_, i) => i !== at))}
      >
        ${consoleIcon('cross')}
      </button>
      <details>
        <summary aria-label=${t('policyDesk.try.changeOf', { who })}>
          ${consoleIcon('back')}${t('policyDesk.try.change')}
        </summary>
        <div class="answers">${asked.map((question) => this.#answer(answers, question, at))}</div>
      </details>
    </li>`;
  }

  #answer(answers: Answers, question: Question, at: number): TemplateResult {
    const reply = answers.get(question) ?? 'unsure';
    const id = `p${at}-${question}`;
    const write = (next: Reply): void => {
      this.people = this.people.map((one, i) => (i === at ? withAnswer(one, question, next) : one));
    };
    return html`<div>
      <label for=${id}>${questionName(question)}</label>
      ${
        question === 'age'
          ? html`<input
              id=${id}
              inputmode="numeric"
              maxlength="3"
              autocomplete="off"
              .value=${typeof reply === 'object' ? `${reply.from}` : ''}
              @input=${({ currentTarget }: Event) => {
                if (!(currentTarget instanceof HTMLInputElement)) return;
                const from = ageTyped(currentTarget.value);
                write(from === null ? 'unsure' : { from, below: from + 1 });
              }}
            />`
          : html`<select
              id=${id}
              @change=${({ currentTarget }: Event) => {
                if (!(currentTarget instanceof HTMLSelectElement)) return;
                const { value } = currentTarget;
                write(choicesOf(question).find((one) => one === value) ?? 'unsure');
              }}
            >
              <option value="" ?selected=${reply === 'unsure'}>${t('policyDesk.try.unsure')}</option>
              ${choicesOf(question).map(
                (one) => html`<option value=${one} ?selected=${one === reply}>${choiceWords(one)}</option>`,
              )}
            </select>`
      }
    </div>`;
  }
}

const asksAbout = ({ lines }: Rule, question: Question): boolean =>
  lines.some(({ any }) => any.some((condition) => condition.question === question));
