import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { FieldProblem } from '../../../kernel/check.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { categories } from '../model/policy.ts';
import { PolicyFormEvent } from './policy-events.ts';
import {
  MOST_AMOUNTS,
  mostLines,
  noWords,
  type LineField,
  type PolicyForm,
  type Words,
} from './policy-form.ts';
import { idOf, inputOf, problemLine, valueOf, type Field } from './policy-inputs.ts';
import { fieldWords } from './policy-words.ts';
import { policyFieldsStyles } from './policy-fields-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policy-fields': LlStaffPolicyFields;
  }
}

/**
 * All that a policy says but its rule and its recording, in plain fields; the English beside, where it is asked for.
 * @event ll-policy-form - Something was written.
 */
@customElement('ll-staff-policy-fields')
export class LlStaffPolicyFields extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    fieldStyles,
    buttonStyles,
    messageStyles,
    policyFieldsStyles,
  ];

  @property({ attribute: false }) form!: PolicyForm;
  /** As it was when somebody began to write. */
  @property({ attribute: false }) begun: PolicyForm | null = null;
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];
  @property({ attribute: false }) today: string | null = null;
  @state() private english = false;

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  /** Leads to the first field that has to be put right; false where there is none here. */
  async toProblem(): Promise<boolean> {
    if (this.problems.some(({ code }) => code === 'half-english')) this.english = true;
    await this.updateComplete;
    const field = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    return field !== null;
  }

  override render(): TemplateResult {
    const { form } = this;
    return html`
      <section class="card" aria-labelledby="what">
        <div class="head">
          <h3 id="what">${t('policyDesk.group.what')}</h3>
          <label class="tick" id="english">
            <input type="checkbox" .checked=${this.english} @change=${this.#fold} />${t('policyDesk.english')}
          </label>
        </div>
        ${this.#both({ path: 'title', label: fieldWords('title'), most: 40 }, form.title, (title) => ({
          title,
        }))}
        ${this.#both(
          { path: 'summary', label: fieldWords('summary'), hint: t('policyDesk.hint.summary') },
          form.summary,
          (summary) => ({ summary }),
        )}
        <div class="two">${this.#category()} ${this.#kind()}</div>
      </section>
      <section class="card" aria-label=${fieldWords('body')}>
        ${this.#lines('body', { long: true, most: 2000, hint: t('policyDesk.hint.body') })}
      </section>
      <section class="card" aria-label=${t('policyDesk.group.how')}>
        ${this.#lines('who', {})} ${this.#lines('papers', {})}
        ${this.#both({ path: 'where', label: fieldWords('where') }, form.where, (where) => ({ where }))}
        ${this.#both({ path: 'hours', label: fieldWords('hours') }, form.hours, (hours) => ({ hours }))}
        ${this.#text(
          {
            path: 'phone',
            label: fieldWords('phone'),
            most: 40,
            type: 'tel',
            hint: t('policyDesk.hint.phone'),
          },
          form.phone,
          (phone) => ({ phone }),
        )}
      </section>
      <section class="card" aria-label=${fieldWords('amounts')}>${this.#amounts()}</section>
      <section class="card" aria-labelledby="rests">
        <h3 id="rests">${t('policyDesk.group.rests')}</h3>
        ${this.#text(
          { path: 'source', label: fieldWords('source'), hint: t('policyDesk.hint.source') },
          form.source,
          (source) => ({ source }),
        )}
        <div class="two">
          <div>
            ${this.#text(
              { path: 'reviewedOn', label: fieldWords('reviewedOn'), type: 'date' },
              form.reviewedOn,
              (reviewedOn) => ({ reviewedOn }),
            )}
            ${
              this.today === null || form.reviewedOn === this.today
                ? nothing
                : html`<button @click=${() => this.#tell({ reviewedOn: this.today ?? '' })}>
                    ${consoleIcon('check')}${t('policyDesk.reviewedToday')}
                  </button>`
            }
          </div>
          ${this.#text(
            {
              path: 'expiresOn',
              label: fieldWords('expiresOn'),
              type: 'date',
              hint: t('policyDesk.hint.expiresOn'),
            },
            form.expiresOn,
            (expiresOn) => ({ expiresOn }),
          )}
        </div>
        ${this.#text(
          { path: 'keywords', label: fieldWords('keywords'), most: 400, hint: t('policyDesk.hint.keywords') },
          form.keywords,
          (keywords) => ({ keywords }),
        )}
        ${this.#text(
          { path: 'order', label: fieldWords('order'), most: 3, hint: t('policyDesk.hint.order') },
          form.order,
          (order) => ({ order }),
        )}
      </section>
    `;
  }

  #category(): TemplateResult {
    return html`<div>
      <label for="category">${fieldWords('category')}</label>
      <select
        id="category"
        @change=${(event: Event) => {
          const category = categories.find((one) => one === valueOf(event));
          if (category !== undefined) this.#tell({ category });
        }}
      >
        ${categories.map(
          (one) =>
            html`<option value=${one} ?selected=${one === this.form.category}>
              ${t(`kioskPages.policies.category.${one}`)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #kind(): TemplateResult {
    return html`<div>
      <label for="kind">${fieldWords('kind')}</label>
      <select
        id="kind"
        @change=${(event: Event) => this.#tell({ kind: valueOf(event) === 'money' ? 'money' : 'service' })}
      >
        ${(['money', 'service'] as const).map(
          (one) =>
            html`<option value=${one} ?selected=${one === this.form.kind}>
              ${t(`policyDesk.kind.${one}`)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #lines(field: LineField, { long = false, most = 120, hint = '' }): TemplateResult {
    const lines = this.form[field];
    const write = (next: readonly Words[], removed: string | null = null): void =>
      this.#tell(withLines(field, next), removed);
    const whole = this.#problem(field);
    return html`<fieldset>
      <legend>${fieldWords(field)}</legend>
      ${hint === '' ? nothing : html`<p class="soft">${hint}</p>`}
      ${lines.map((line, at) => {
        const label = t('policyDesk.nth', { what: fieldWords(field), at: at + 1 });
        return html`<div class="line">
          <div>
            ${this.#plain({ path: `${field}.${at}`, label, most, long }, line, (words) =>
              write(lines.map((one, i) => (i === at ? words : one))),
            )}
            ${isLeftBehind(line, this.begun?.[field][at]) ? leftBehind() : nothing}
          </div>
          <div class="sign">
            ${
              at === 0
                ? nothing
                : html`<button
                    class="bare"
                    aria-label=${t('policyDesk.up', { what: label })}
                    @click=${() => write(movedUp(lines, at))}
                  >
                    ${consoleIcon('up')}
                  </button>`
            }
            <button
              class="bare"
              aria-label=${t('policyDesk.remove', { what: label })}
              @click=${() =>
                write(
                  lines.filter((_, i) => i !== at),
                  line.zh.trim() === '' ? null : line.zh,
                )}
            >
              ${consoleIcon('cross')}
            </button>
          </div>
        </div>`;
      })}
      ${whole === undefined ? nothing : problemLine(whole)}
      ${
        lines.length >= mostLines[field]
          ? html`<p class="soft">${t('policyDesk.most', { count: mostLines[field] })}</p>`
          : html`<button class="add" @click=${() => this.#add(field)}>
              ${consoleIcon('plus')}${t(`policyDesk.add.${field}`)}
            </button>`
      }
    </fieldset>`;
  }

  #amounts(): TemplateResult {
    const { amounts, example } = this.form;
    return html`<fieldset>
      <legend>${fieldWords('amounts')}</legend>
      <p class="soft">${t('policyDesk.hint.amounts')}</p>
      ${amounts.map((amount, at) => {
        const label = t('policyDesk.nth', { what: fieldWords('amounts'), at: at + 1 });
        const write = (change: Partial<typeof amount>): void =>
          this.#tell({ amounts: amounts.map((one, i) => (i === at ? { ...one, ...change } : one)) });
        return html`<div class="line">
          <div>
            ${this.#plain({ path: `amounts.${at}.words`, label }, amount.words, (words) => write({ words }))}
            ${this.#input(
              { path: `amounts.${at}.yuan`, label: t('policyDesk.yuan', { what: label }), most: 12 },
              amount.yuan,
              (yuan) => write({ yuan }),
              t('policyDesk.yuanEmpty'),
            )}
          </div>
          <button
            class="bare"
            aria-label=${t('policyDesk.remove', { what: label })}
            @click=${() => this.#tell({ amounts: amounts.filter((_, i) => i !== at) }, amount.words.zh || null)}
          >
            ${consoleIcon('cross')}
          </button>
        </div>`;
      })}
      ${
        amounts.length >= MOST_AMOUNTS
          ? html`<p class="soft">${t('policyDesk.most', { count: MOST_AMOUNTS })}</p>`
          : html`<button
              class="add"
              @click=${() => this.#tell({ amounts: [...amounts, { words: noWords, yuan: '' }] })}
            >
              ${consoleIcon('plus')}${t('policyDesk.add.amounts')}
            </button>`
      }
      ${
        amounts.length === 0
          ? nothing
          : html`<label class="tick">
              <input
                type="checkbox"
                .checked=${example}
                @change=${() => this.#tell({ example: !example })}
              />${fieldWords('example')}
            </label>`
      }
    </fieldset>`;
  }

  /** A field with its label above it, in both languages where the English is asked for. */
  #both(
    field: Field & { readonly path: 'title' | 'summary' | 'where' | 'hours' },
    words: Words,
    write: (words: Words) => Partial<PolicyForm>,
  ): TemplateResult {
    return html`<div>
      ${this.#label(field)} ${this.#plain(field, words, (next) => this.#tell(write(next)))}
      ${isLeftBehind(words, this.begun?.[field.path]) ? leftBehind() : nothing}
    </div>`;
  }

  #text(field: Field, value: string, write: (value: string) => Partial<PolicyForm>): TemplateResult {
    return html`<div>
      ${this.#label(field)} ${this.#input(field, value, (next) => this.#tell(write(next)))}
    </div>`;
  }

  #label({ path, label, hint }: Field): TemplateResult {
    return html`<label for=${idOf(path)}>${label}</label>
      ${hint === undefined ? nothing : html`<p class="soft" id=${`${idOf(path)}-hint`}>${hint}</p>`}`;
  }

  #plain(field: Field, words: Words, write: (words: Words) => void): TemplateResult {
    const english = {
      ...field,
      path: `${field.path}.en`,
      label: t('policyDesk.inEnglish', { what: field.label }),
    };
    return html`${this.#input(field, words.zh, (zh) => write({ ...words, zh }))}${
      this.english
        ? this.#input(english, words.en, (en) => write({ ...words, en }), t('policyDesk.englishEmpty'))
        : nothing
    }`;
  }

  #input(field: Field, value: string, write: (value: string) => void, placeholder = ''): TemplateResult {
    return inputOf(field, value, { write, placeholder, problem: this.#problem(field.path) });
  }

  #problem(path: string): FieldProblem | undefined {
    return this.problems.find(({ field }) => field === path);
  }

  #tell(change: Partial<PolicyForm>, removed: string | null = null): void {
    this.dispatchEvent(new PolicyFormEvent({ ...this.form, ...change }, removed));
  }

  async #add(field: LineField): Promise<void> {
    const at = this.form[field].length;
    this.#tell(withLines(field, [...this.form[field], noWords]));
    // The form comes back by whoever keeps it.
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${idOf(`${field}.${at}`)}`)?.focus();
  }

  readonly #fold = (): void => {
    this.english = !this.english;
  };
}

/** Whether the Chinese says something else than before, and its English what it said. */
const isLeftBehind = (now: Words, before: Words | undefined): boolean =>
  before !== undefined && now.en !== '' && now.en === before.en && now.zh.trim() !== before.zh.trim();

const leftBehind = (): TemplateResult => html`<p class="soft">${t('policyDesk.leftBehind')}</p>`;

function withLines(field: LineField, lines: readonly Words[]): Partial<PolicyForm> {
  switch (field) {
    case 'body':
      return { body: lines };
    case 'who':
      return { who: lines };
    case 'papers':
      return { papers: lines };
  }
}

function movedUp<T>(lines: readonly T[], at: number): readonly T[] {
  const [line] = lines.slice(at, at + 1);
  const rest = lines.filter((_, i) => i !== at);
  return line === undefined ? lines : [...rest.slice(0, at - 1), line, ...rest.slice(at - 1)];
}
