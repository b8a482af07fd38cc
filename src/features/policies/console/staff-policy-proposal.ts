import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { emptyForm, formOf } from './policy-form.ts';
import { changedFields, withoutSameEnglish } from './policy-merge.ts';
import { fieldWords, refusalWords, valueWords } from './policy-words.ts';
import type { PolicyCase } from './read-policies.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policy-proposal': LlStaffPolicyProposal;
  }
}

/** A text that waits for a second pair of eyes: what it would change, and what can be said to it. */
@customElement('ll-staff-policy-proposal')
export class LlStaffPolicyProposal extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    buttonStyles,
    messageStyles,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.625rem;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        gap: 0.5rem;
      }
      dt {
        font-weight: 700;
      }
      del {
        color: var(--ink-soft);
      }
      ins {
        text-decoration: none;
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) case: PolicyCase | null = null;
  @state() private returning = false;
  @query('#words') private readonly words!: HTMLInputElement | null;
  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { proposal, published } = this.case ?? {};
    if (proposal === undefined) return nothing;
    const { nowMs } = this.#ticker.time;
    const since = proposal.atMs === null || nowMs === null ? '' : ` · ${ago(nowMs - proposal.atMs)}`;
    const before = published === undefined ? emptyForm(null) : formOf(published);
    const after = formOf(proposal.policy);
    const { actor } = this.#change.store ?? {};
    const isOwn = actor?.type === 'staff' && actor.accountId === proposal.accountId;
    return html`<section class="card" aria-labelledby="heading">
      <h3 id="heading">
        ${t(proposal.back === null ? 'policyDesk.proposal.heading' : 'policyDesk.proposal.back')}
      </h3>
      <p class="soft">
        ${t('policyDesk.proposal.by', { name: proposal.by })}${since}
        ${
          this.#unsent.about(['policy.save'], proposal.id)
            ? html`<span class="chip warn">${consoleIcon('clock')}${t('policyDesk.unsent')}</span>`
            : nothing
        }
      </p>
      ${
        proposal.back === null
          ? nothing
          : html`<p class="note warn">
              <span
                >${t('policyDesk.proposal.word', { name: proposal.back.by, words: proposal.back.words })}</span
              >
            </p>`
      }
      <dl>
        ${changedFields(before, after).map((field) => {
          const read = withoutSameEnglish(before, after, field);
          const was = published === undefined ? '' : valueWords(read.before, field);
          return html`<div>
            <dt>${fieldWords(field)}</dt>
            <dd>
              ${
                was === ''
                  ? nothing
                  : html`<del><span class="sr">${t('policyDesk.before')}</span>${was}</del> → `
              }<ins
                ><span class="sr">${t('policyDesk.after')}</span>${
                  valueWords(read.after, field) || t('policyDesk.nothingThere')
                }</ins
              >
            </dd>
          </div>`;
        })}
      </dl>
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">
              ${consoleIcon('warning')}${refusalWords(this.#change.refusal.code)}
            </p>`
      }
      ${isOwn ? this.#own() : this.returning ? this.#word() : this.#second(proposal.back !== null)}
    </section>`;
  }

  #own(): TemplateResult {
    return html`<p class="soft">${t('policyDesk.proposal.own')}</p>
      <div class="actions">
        <button @click=${() => void this.#say('policy.takeBack')}>
          ${t('policyDesk.proposal.takeBack')}
        </button>
      </div>`;
  }

  #second(isBack: boolean): TemplateResult {
    return html`<div class="actions">
      ${
        isBack
          ? nothing
          : html`<button class="primary" @click=${() => void this.#say('policy.approve')}>
              ${t('policyDesk.proposal.approve')}
            </button>`
      }
      <button @click=${this.#ask}>${t('policyDesk.proposal.sendBack')}</button>
    </div>`;
  }

  #word(): TemplateResult {
    return html`<form class="stack" @submit=${this.#sendBack}>
      <div>
        <label for="words">${t('policyDesk.proposal.whatFor')}</label>
        <input id="words" maxlength="120" autocomplete="off" />
      </div>
      <div class="actions">
        <button class="confirm" type="submit">${t('policyDesk.proposal.sendBack')}</button>
        <button type="button" @click=${() => (this.returning = false)}>${t('policyDesk.never')}</button>
      </div>
    </form>`;
  }

  readonly #ask = async (): Promise<void> => {
    this.returning = true;
    await this.updateComplete;
    this.words?.focus();
  };

  readonly #sendBack = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { proposal } = this.case ?? {};
    const words = this.words?.value.trim() ?? '';
    if (proposal === undefined) return;
    if (words === '') return this.words?.focus();
    const made = await this.#change.run('policy.sendBack', {
      policyId: proposal.id,
      version: proposal.policy.version ?? 0,
      atMs: proposal.atMs,
      words,
    });
    if (made.ok) this.returning = false;
  };

  async #say(name: 'policy.approve' | 'policy.takeBack'): Promise<void> {
    const { proposal } = this.case ?? {};
    if (proposal === undefined) return;
    const read = { policyId: proposal.id, version: proposal.policy.version ?? 0 };
    // Whoever takes it back may be its author, whose console does not know yet when the hub took it in.
    if (name === 'policy.takeBack') await this.#change.run(name, read);
    else await this.#change.run(name, { ...read, atMs: proposal.atMs });
  }
}
