import { ContextConsumer } from '@lit/context';
import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { Centre } from '../../centre/model/centre.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { advise, questionsLeft, rulesOf, withoutLast } from '../model/advice.ts';
import { policiesByCategory, type Policy, type PolicyCategory } from '../model/policy.ts';
import type { Answers } from '../model/questions.ts';
import { t } from '../../../i18n/index.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { emptyView, errorView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import { adviceView, othersView } from './policy-advice.ts';
import { policyArticle, articleStyles } from './policy-article.ts';
import { categoryView } from './policy-category.ts';
import { callMe, onward } from './policy-onward.ts';
import { paperOf, paperOfAdvice, type Paper } from './policy-paper.ts';
import type { LlPolicyRequest } from './policy-request.ts';
import type { AnswersEvent } from './policy-question.ts';
import { afterAnswer, back, HOME, opened, type Step } from './policy-steps.ts';
import type { PolicyChosenEvent, TypedEvent } from './policy-search.ts';
import { policyStyles } from './policy-styles.ts';
import { waysView, waysStyles } from './policy-ways.ts';
import './policy-question.ts';
import './policy-request.ts';
import './policy-search.ts';
import './policy-take.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../ui/kiosk/tile.ts';
import '../../../i18n/kiosk-page-texts.ts';

interface Shown {
  readonly policies: readonly Policy[];
  readonly centre: Centre | undefined;
  readonly today: CivilDate | null;
}

const isAsked = ({ at }: Step): boolean => at === 'question' || at === 'results';

/**
 * What elders are entitled to: by the advisor's questions, or by its kind, to one benefit or service in plain words. What
 * was answered is in this element's memory alone, and gone with it.
 */
@customElement('ll-kiosk-policies')
export class LlKioskPolicies extends KioskPage {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    stateStyles,
    policyStyles,
    articleStyles,
    waysStyles,
  ];

  /** The category it opens with, when a tile of the home page means one. */
  @property({ attribute: false }) opensWith: PolicyCategory | null = null;
  @state() private steps: readonly Step[] = [HOME];
  @state() private looksFor = '';
  @state() private answers: Answers = new Map();
  @query('ll-policy-request') private readonly request!: LlPolicyRequest | null;
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      centre: (await view.list('centre', 'centre'))[0],
      policies: await view.list('city', 'policy'),
    }),
    args: () => [],
    isEmpty: ({ policies }) => policies.length === 0,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.steps = [this.opensWith === null ? HOME : { at: 'category', category: this.opensWith }];
    this.answers = new Map();
  }

  override get personal(): boolean {
    return this.answers.size > 0 || this.request?.personal === true;
  }

  override back(): boolean {
    if (this.request?.back() === true) return true;
    // 返回 on a question, or on what comes of them, asks the one before again, and keeps the answers to those before that.
    const before = isAsked(this.#step()) ? withoutLast(this.answers) : null;
    if (before !== null) {
      this.answers = before.answers;
      this.#show([
        ...this.steps.filter((step) => !isAsked(step)),
        { at: 'question', question: before.question },
      ]);
      return true;
    }
    const steps = back(this.steps);
    if (steps === null) return false;
    this.#show(steps);
    return true;
  }

  /** While the city's bucket is not here nobody knows that it holds none. */
  #none() {
    if (this.#sync.status?.loaded === true) return emptyView(t('kioskPages.policies.none'));
    return this.#sync.away ? emptyView(t('kiosk.state.notFetched')) : pendingView();
  }

  #titled(content: unknown) {
    return html`<h1>${t('kioskPages.policies.title')}</h1>
      ${content}`;
  }

  protected override render() {
    return this.#rows.render({
      pending: pendingView,
      empty: () => this.#titled(this.#none()),
      error: () => this.#titled(errorView()),
      complete: ({ centre, policies }) => this.#page({ centre, policies, today: this.#ticker.dayAt(centre) }),
    });
  }

  #step(): Step {
    return this.steps[this.steps.length - 1] ?? HOME;
  }

  #page(shown: Shown) {
    const step = this.#step();
    const { policies, today } = shown;
    switch (step.at) {
      case 'home':
        return waysView(policiesByCategory(policies), rulesOf(policies, today).length > 0, {
          ask: () => this.#ask(shown),
          search: this.#search,
          category: (category) => this.#open({ at: 'category', category }),
        });
      case 'search':
        return html`<ll-policy-search
          ?landscape=${this.hasAttribute('landscape')}
          .policies=${policies}
          .today=${today}
          .text=${this.looksFor}
          @ll-typed=${({ text }: TypedEvent) => (this.looksFor = text)}
          @ll-policy-chosen=${({ policy }: PolicyChosenEvent) => this.#read(policy)}
          >${callMe(null, this.#open)}</ll-policy-search
        >`;
      case 'category':
        return categoryView(step.category, policies, today, this.#read, this.#search);
      case 'question':
        return html`<ll-policy-question
          ?landscape=${this.hasAttribute('landscape')}
          .rules=${rulesOf(policies, today)}
          .answers=${this.answers}
          .question=${step.question}
          @ll-answers=${({ answers }: AnswersEvent) => this.#answered(answers, shown)}
        ></ll-policy-question>`;
      case 'results':
        return adviceView(
          advise(policies, this.answers, today),
          this.#read,
          (is) => this.#open({ at: 'others', is }),
          onward(null, this.#open),
        );
      case 'others':
        return othersView(advise(policies, this.answers, today), step.is, this.#read);
      case 'article': {
        const policy = policies.find((one) => one.id === step.policyId);
        return policy === undefined
          ? html`<h1>${t('kioskPages.policies.title')}</h1>
              ${emptyView(t('kioskPages.policies.gone'))}`
          : policyArticle(policy, shown.centre, today, onward(policy.id, this.#open));
      }
      case 'take': {
        const paper = this.#paper(step.policyId, shown);
        return html`<ll-policy-take
          ?landscape=${this.hasAttribute('landscape')}
          .paper=${paper}
          .printer=${this.#device.value?.printer ?? null}
          @ll-step=${() => this.announce()}
        >
          ${callMe(step.policyId, this.#open)}
        </ll-policy-take>`;
      }
      case 'request':
        return html`<ll-policy-request
          ?landscape=${this.hasAttribute('landscape')}
          .policyId=${step.policyId}
          .centre=${shown.centre}
        ></ll-policy-request>`;
    }
  }

  #paper(policyId: string | null, { policies, centre, today }: Shown): Paper | null {
    if (policyId === null) return paperOfAdvice(advise(policies, this.answers, today), centre?.hotline);
    const policy = policies.find((one) => one.id === policyId);
    return policy === undefined ? null : paperOf(policy, centre?.hotline, today);
  }

  readonly #read = (policy: Policy): void => this.#open({ at: 'article', policyId: policy.id });

  readonly #search = (): void => {
    this.looksFor = '';
    this.#open({ at: 'search' });
  };

  /** The questions from the first one. */
  #ask(shown: Shown): void {
    this.steps = this.steps.filter((step) => !isAsked(step));
    this.#answered(new Map(), shown);
  }

  #answered(answers: Answers, { policies, today }: Shown): void {
    this.answers = answers;
    const [question] = questionsLeft(rulesOf(policies, today), answers);
    this.#show(afterAnswer(this.steps, question ?? null));
  }

  readonly #open = (step: Step): void => this.#show(opened(this.steps, step));

  #show(steps: readonly Step[]): void {
    this.steps = steps;
    this.stepped();
  }
}
