import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { policiesByCategory, type Policy, type PolicyCategory } from '../model/policy.ts';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { emptyView, errorView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import { policyArticle, articleStyles } from './policy-article.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../ui/kiosk/tile.ts';
import '../../../i18n/kiosk-page-texts.ts';

type Groups = ReturnType<typeof policiesByCategory>;

/** What elders are entitled to: a category, then one benefit or service in plain words. */
@customElement('ll-kiosk-policies')
export class LlKioskPolicies extends KioskPage {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    stateStyles,
    articleStyles,
    css`
      .categories {
        display: grid;
        grid-template-columns: repeat(2, 1fr);
        grid-auto-rows: calc(var(--u) * 56);
        grid-gap: var(--gap);
      }
      :host([landscape]) .categories {
        grid-template-columns: repeat(4, 1fr);
      }
      .choice {
        display: block;
        width: 100%;
        min-height: calc(var(--u) * 40);
        margin-bottom: calc(var(--u) * 5);
        padding: calc(var(--u) * 5) calc(var(--u) * 10);
        background: var(--card);
        border: calc(var(--u) * 0.6) solid var(--tile-edge);
        border-bottom-width: calc(var(--u) * 1.4);
        border-radius: var(--radius);
        text-align: left;
        line-height: 1.4;
      }
      .choice b {
        display: block;
        font-size: var(--text-title);
        font-weight: 900;
        line-height: 1.3;
      }
    `,
  ];

  /** The category it opens with, when a tile of the home page means one. */
  @property({ attribute: false }) opensWith: PolicyCategory | null = null;
  @state() private category: PolicyCategory | null = null;
  @state() private policyId: string | null = null;
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
    this.category = this.opensWith;
  }

  override back(): boolean {
    if (this.policyId !== null) this.policyId = null;
    else if (this.category !== null && this.opensWith === null) this.category = null;
    else return false;
    this.stepped();
    return true;
  }

  /** While the city's bucket is not here nobody knows that it holds none. */
  #none() {
    if (this.#sync.status?.loaded === true) return emptyView(t('kioskPages.policies.none'));
    return this.#sync.away ? emptyView(t('kiosk.state.notFetched')) : pendingView();
  }

  protected override render() {
    return this.#rows.render({
      pending: pendingView,
      empty: () =>
        html`<h1>${t('kioskPages.policies.title')}</h1>
          ${this.#none()}`,
      error: errorView,
      complete: ({ centre, policies }) => {
        const groups = policiesByCategory(policies);
        const policy = policies.find((one) => one.id === this.policyId);
        if (policy !== undefined) return policyArticle(policy, centre);
        return this.category === null ? this.#categories(groups) : this.#list(groups, this.category);
      },
    });
  }

  #categories(groups: Groups) {
    return html`<h1>${t('kioskPages.policies.title')}</h1>
      <p class="lead">${t('kioskPages.policies.lead')}</p>
      <div class="categories">
        ${groups.map(
          ({ category }) =>
            html`<ll-tile
              .icon=${category}
              .label=${t(`kioskPages.policies.category.${category}`)}
              @click=${() => this.#open(category)}
            ></ll-tile>`,
        )}
      </div>`;
  }

  #list(groups: Groups, category: PolicyCategory) {
    const policies = groups.find((group) => group.category === category)?.policies ?? [];
    return html`<h1>${t(`kioskPages.policies.category.${category}`)}</h1>
      ${
        policies.length === 0
          ? emptyView(t('kioskPages.policies.none'))
          : html`<ll-pages>${policies.map((policy) => this.#choice(policy))}</ll-pages>`
      }`;
  }

  #choice(policy: Policy) {
    return html`<button type="button" class="choice" @click=${() => this.#read(policy)}>
      <b>${inLanguage(policy.title, policy.titleEn)}</b>${policy.summary}
    </button>`;
  }

  #open(category: PolicyCategory): void {
    this.category = category;
    this.stepped();
  }

  #read(policy: Policy): void {
    this.policyId = policy.id;
    this.stepped();
  }
}
