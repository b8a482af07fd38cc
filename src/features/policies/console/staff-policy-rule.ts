import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { FieldProblem } from '../../../kernel/check.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { pickStyles } from '../../../ui/console/styles/pick-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { choiceWords, reasonsWords } from '../kiosk/advisor-words.ts';
import { choicesOf, questions } from '../model/questions.ts';
import { isAge, type Condition, type Rule, type RuleLine } from '../model/rule.ts';
import { problemLine, valueOf } from './policy-inputs.ts';
import { questionName } from './policy-words.ts';
import {
  ageTyped,
  changedCondition,
  changedLine,
  conditionOn,
  MOST_CONDITIONS,
  MOST_LINES,
  ruleProblems,
  toggled,
  withCondition,
  withLine,
  withoutCondition,
  withoutLine,
} from './rule-draft.ts';

/** Who may have it was changed. */
export class RuleChangeEvent extends Event {
  /** @param removed a line that was taken away, in words */
  constructor(
    readonly rule: Rule | null,
    readonly removed: string | null = null,
  ) {
    super('ll-rule-change');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policy-rule': LlStaffPolicyRule;
  }
  interface HTMLElementEventMap {
    'll-rule-change': RuleChangeEvent;
  }
}

type Kind = 'unasked' | 'everybody' | 'some';
const kinds = ['unasked', 'everybody', 'some'] as const;

/**
 * Who may have it, put together from sentences: all of them must be so, each in one of its ways.
 * @event ll-rule-change
 */
@customElement('ll-staff-policy-rule')
export class LlStaffPolicyRule extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    fieldStyles,
    pickStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      .card,
      .line,
      .condition {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.625rem;
      }
      .line {
        padding: 0.75rem;
        border: 2px solid var(--line);
        border-radius: 0.875rem;
      }
      .pick {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, auto) auto;
        gap: 0.5rem;
      }
      .ages,
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
      }
      /* Narrower than fields are. */
      .ages input {
        width: 5rem;
      }
      .kinds {
        display: grid;
        gap: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .kinds .tick {
        min-width: 0;
      }
      .line > button {
        justify-self: start;
      }
      .joint {
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) rule: Rule | null = null;
  /** Shown once somebody has tried to save. */
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  /** Leads to the first condition that has to be put right; false where there is none. */
  async toProblem(): Promise<boolean> {
    await this.updateComplete;
    const at = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    at?.focus();
    return at !== null;
  }

  override render(): TemplateResult {
    const now = kindOf(this.rule);
    return html`<section class="card" aria-labelledby="heading">
      <h3 id="heading">${t('policyDesk.rule.heading')}</h3>
      <fieldset class="kinds">
        <legend class="sr">${t('policyDesk.rule.heading')}</legend>
        ${kinds.map(
          (kind) =>
            html`<label class="tick">
              <input
                type="radio"
                name="kind"
                .checked=${kind === now}
                @change=${() => this.#become(kind)}
              />${t(`policyDesk.rule.${kind}`)}
            </label>`,
        )}
      </fieldset>
      ${now === 'some' && this.rule !== null ? this.#lines(this.rule) : nothing}
    </section>`;
  }

  #lines(rule: Rule): TemplateResult {
    return html`
      ${rule.lines.map(
        (line, at) =>
          html`<div class="line" role="group" aria-labelledby=${`joint-${at}`}>
            <div class="head">
              <span class="joint" id=${`joint-${at}`}>
                ${t(at === 0 ? 'policyDesk.rule.first' : 'policyDesk.rule.and')}
                <span class="soft">${saidIn(line)}</span>
              </span>
              ${
                rule.lines.length < 2
                  ? nothing
                  : html`<button
                      class="bare"
                      aria-label=${t('policyDesk.rule.dropLine', { at: at + 1 })}
                      @click=${() => this.#tell(withoutLine(rule, at), t('policyDesk.rule.line', { at: at + 1 }))}
                    >
                      ${consoleIcon('cross')}
                    </button>`
              }
            </div>
            ${line.any.map((condition, i) => this.#condition(rule, at, line, condition, i))}
            ${
              line.any.length >= MOST_CONDITIONS
                ? nothing
                : html`<button
                    class="bare"
                    aria-label=${t('policyDesk.rule.orIn', { at: at + 1 })}
                    @click=${() => this.#tell(changedLine(rule, at, withCondition(line)))}
                  >
                    ${consoleIcon('plus')}${t('policyDesk.rule.orMore')}
                  </button>`
            }
            ${this.#ownWords(rule, at, line)}
          </div>`,
      )}
      ${
        rule.lines.length >= MOST_LINES
          ? html`<p class="soft">${t('policyDesk.most', { count: MOST_LINES })}</p>`
          : html`<button @click=${() => this.#tell(withLine(rule))}>
              ${consoleIcon('plus')}${t('policyDesk.rule.andMore')}
            </button>`
      }
    `;
  }

  #condition(rule: Rule, at: number, line: RuleLine, condition: Condition, i: number): TemplateResult {
    const problem = this.problems.find(({ field }) => field === `rule.${at}.${i}`);
    const place = { line: at + 1, at: i + 1 };
    const write = (next: Condition): void =>
      this.#tell(changedLine(rule, at, changedCondition(line, i, next)));
    return html`<div class="condition">
      ${i === 0 ? nothing : html`<span class="joint">${t('policyDesk.rule.or')}</span>`}
      <div class="pick">
        <select
          aria-label=${t('policyDesk.rule.about', place)}
          aria-invalid=${problem === undefined ? 'false' : 'true'}
          @change=${(event: Event) => {
            const question = questions.find((one) => one === valueOf(event));
            if (question !== undefined) write(conditionOn(question));
          }}
        >
          ${questions.map(
            (one) =>
              html`<option value=${one} ?selected=${one === condition.question}>
                ${questionName(one)}
              </option>`,
          )}
        </select>
        <select
          aria-label=${t('policyDesk.rule.isOrNot', place)}
          @change=${(event: Event) => write({ ...condition, not: valueOf(event) === 'not' })}
        >
          <option value="is" ?selected=${condition.not !== true}>${t('policyDesk.rule.is')}</option>
          <option value="not" ?selected=${condition.not === true}>${t('policyDesk.rule.not')}</option>
        </select>
        ${
          line.any.length < 2
            ? nothing
            : html`<button
                class="bare"
                aria-label=${t('policyDesk.rule.dropCondition', place)}
                @click=${() =>
                  this.#tell(
                    changedLine(rule, at, withoutCondition(line, i)),
                    t('policyDesk.rule.condition', place),
                  )}
              >
                ${consoleIcon('cross')}
              </button>`
        }
      </div>
      ${isAge(condition) ? this.#ages(condition, place, write) : this.#choices(condition, place, write)}
      ${problem === undefined ? nothing : problemLine(problem)}
    </div>`;
  }

  #ages(
    condition: Extract<Condition, { question: 'age' }>,
    place: Readonly<Record<'line' | 'at', number>>,
    write: (next: Condition) => void,
  ): TemplateResult {
    const years = (end: 'from' | 'below'): TemplateResult =>
      html`<input
        inputmode="numeric"
        maxlength="3"
        autocomplete="off"
        aria-label=${t(`policyDesk.rule.age.${end}`, place)}
        .value=${condition[end] === null ? '' : `${condition[end]}`}
        @input=${(event: Event) => write({ ...condition, [end]: ageTyped(valueOf(event)) })}
      />`;
    return html`<div class="ages">
      ${t('policyDesk.rule.age.full')} ${years('from')} ${t('policyDesk.rule.age.notYet')} ${years('below')}
      ${t('policyDesk.rule.age.years')}
    </div>`;
  }

  #choices(
    condition: Exclude<Condition, { question: 'age' }>,
    place: Readonly<Record<'line' | 'at', number>>,
    write: (next: Condition) => void,
  ): TemplateResult {
    return html`<div class="choices" role="group" aria-label=${t('policyDesk.rule.choices', place)}>
      ${choicesOf(condition.question).map(
        (choice) =>
          html`<label class="tick">
            <input
              type="checkbox"
              .checked=${condition.is.includes(choice)}
              @change=${() => write(toggled(condition, choice))}
            />${choiceWords(choice)}
          </label>`,
      )}
    </div>`;
  }

  #ownWords(rule: Rule, at: number, line: RuleLine): TemplateResult {
    const id = `words-${at}`;
    const write = (change: Partial<RuleLine>): void =>
      this.#tell(changedLine(rule, at, { ...line, ...change }));
    return html`<details ?open=${(line.words ?? '') !== ''}>
      <summary>${consoleIcon('back')}${t('policyDesk.rule.ownWords')}</summary>
      <div class="stack">
        <div>
          <label for=${id}>${t('policyDesk.rule.words', { at: at + 1 })}</label>
          <input
            id=${id}
            maxlength="120"
            autocomplete="off"
            .value=${line.words ?? ''}
            @input=${(event: Event) => write({ words: valueOf(event).trim() === '' ? null : valueOf(event) })}
          />
        </div>
        <div>
          <label for=${`${id}-en`}
            >${t('policyDesk.inEnglish', { what: t('policyDesk.rule.words', { at: at + 1 }) })}</label
          >
          <input
            id=${`${id}-en`}
            lang="en"
            maxlength="120"
            autocomplete="off"
            .value=${line.wordsEn ?? ''}
            @input=${(event: Event) => write({ wordsEn: valueOf(event).trim() === '' ? null : valueOf(event) })}
          />
        </div>
      </div>
    </details>`;
  }

  #become(kind: Kind): void {
    if (kind === 'unasked') this.#tell(null, this.#gone());
    else if (kind === 'everybody') this.#tell({ lines: [] }, this.#gone());
    else this.#tell(withLine({ lines: [] }));
  }

  /** All the sentences went by one press. */
  #gone(): string | null {
    return kindOf(this.rule) === 'some' ? t('policyDesk.rule.all') : null;
  }

  #tell(rule: Rule | null, removed: string | null = null): void {
    this.dispatchEvent(new RuleChangeEvent(rule, removed));
  }
}

function kindOf(rule: Rule | null): Kind {
  if (rule === null) return 'unasked';
  return rule.lines.length === 0 ? 'everybody' : 'some';
}

/** As the kiosk says it; nothing while it says nothing. */
const saidIn = (line: RuleLine): TemplateResult | typeof nothing =>
  ruleProblems({ lines: [line] }).length > 0
    ? nothing
    : reasonsWords([{ words: line.words ?? null, wordsEn: line.wordsEn ?? null, any: line.any }]);
