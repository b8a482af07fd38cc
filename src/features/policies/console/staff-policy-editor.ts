import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { newId } from '../../../app/new-id.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { id, type Id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { same } from '../../../kernel/same.ts';
import type { View } from '../../../protocol/client/api.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { setInService } from '../../devices/model/retired.ts';
import { PolicyDraft } from './policy-draft.ts';
import { PolicyDraftStorage } from './policy-draft-storage.ts';
import { PolicyChooseEvent, type PolicyFormEvent } from './policy-events.ts';
import { policyOf, readForm, type PolicyForm } from './policy-form.ts';

import './policy-preview.ts';
import { fieldWords, refusalWords, valueWords } from './policy-words.ts';
import { casesOf, policyChanges, readPolicies, type PolicyCase } from './read-policies.ts';
import { outcomeOf } from './save-outcome.ts';
import { NEW } from './staff-policies.ts';
import type { RecordingChangeEvent } from './staff-policy-audio.ts';
import './staff-policy-audio.ts';
import type { LlStaffPolicyFields } from './staff-policy-fields.ts';
import './staff-policy-fields.ts';
import './staff-policy-proposal.ts';
import type { LlStaffPolicyRule, RuleChangeEvent } from './staff-policy-rule.ts';
import './staff-policy-rule.ts';
import './staff-policy-try.ts';
import { policyEditorStyles } from './policy-editor-styles.ts';
import { policyTitle } from './policy-title.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policy-editor': LlStaffPolicyEditor;
  }
}

/** What was saved here last, as long as it can be taken back. */
interface Undoable {
  readonly id: Id<'PolicyId'>;
  /** As it stood before; null where there was none. */
  readonly before: PolicyForm | null;
}

const readEditor = async (view: View) => ({
  ...(await readPolicies(view)),
  refusals: await view.list('staff', 'refusal'),
  kiosk: setInService(await view.list('staff', 'deviceConfig'), await view.list('staff', 'device')).find(
    ({ kind }) => kind === 'kiosk',
  ),
});

/**
 * Writes one policy: its fields, who may have it, and beside them the kiosk's page of it.
 * @event ll-policy-choose - Back to the list, or to what a new one has become.
 */
@customElement('ll-staff-policy-editor')
export class LlStaffPolicyEditor extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    policyEditorStyles,
  ];

  /** Whose id it is; `new` for one that has none yet. */
  @property({ attribute: 'policy-id' }) policyId = NEW;

  @consume({ context: deviceContext, subscribe: true })
  @state()
  private device: RowOf<'deviceConfig'> | undefined;
  /** Problems are shown once somebody has tried to save. */
  @state() private tried = false;
  @state() private undoable: Undoable | null = null;
  /** What was taken away last, with the form as it was before. */
  @state() private removed: { readonly words: string; readonly form: PolicyForm } | null = null;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  /** What is done beside somebody's writing, and says nothing where it fails. */
  readonly #aside = new Change(this);
  /** What was saved here, was not taken, and is being written on again. */
  readonly #returned = new Set<string>();
  readonly #draft = new PolicyDraft(this);
  #shelf: PolicyDraftStorage | null = null;
  readonly #known = new LiveQuery(this, { query: readEditor, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('policyId')) {
      this.tried = false;
      this.removed = null;
      if (this.undoable?.id !== this.policyId) this.undoable = null;
    }
    const known = this.#known.value;
    const storage = this.#storage();
    if (known === undefined || storage === null) return;
    this.#draft.open(this.policyId, storage);
    this.#draft.meet(this.#case()?.text ?? null, this.#ticker.dayAt(known.centre));
    const { sent } = this.#draft;
    const { status } = this.#sync;
    if (sent === null || status === null) return;
    const outcome = outcomeOf(sent.mid, status, known.refusals);
    if (outcome === null) return;
    this.#draft.settle(outcome);
    if (outcome.is === 'taken') return;
    this.undoable = null;
    this.#returned.add(sent.mid);
  }

  /** What was not taken is in its author's hands again: nobody else is to do it over their head. */
  protected override updated(): void {
    for (const { id: mid, settled } of this.#known.value?.refusals ?? [])
      if (this.#returned.delete(mid) && settled === null) void this.#aside.run('record.dismiss', { mid });
  }

  override render(): TemplateResult {
    return html`<div class="wide">
        <button class="bare" @click=${() => this.dispatchEvent(new PolicyChooseEvent(null))}>
          ${consoleIcon('back')}${t('policyDesk.toList')}
        </button>
      </div>
      ${this.#known.render<unknown>({
        ...rowStates('policyDesk.list.none', this.#sync),
        complete: () => (this.#draft.form === null ? nothing : this.#page(this.#draft.form)),
      })}`;
  }

  #page(form: PolicyForm): TemplateResult {
    const known = this.#known.value;
    const today = this.#ticker.dayAt(known?.centre);
    const problems = this.tried ? this.#draft.problems : [];
    const found = this.#case();
    const title = policyTitle({ title: form.title.zh, titleEn: form.title.en || null }).trim();
    return html`<h2 class="wide">${title === '' ? t('policyDesk.list.write') : title}</h2>
      <div class="main">
        ${
          found?.proposal === undefined || this.#draft.changed
            ? nothing
            : html`<ll-staff-policy-proposal .case=${found}></ll-staff-policy-proposal>`
        }
        ${found?.withdrawn === undefined || found.published !== undefined ? nothing : this.#withdrawn(found)}
        ${this.#collisions(form)}
        <ll-staff-policy-fields
          .form=${form}
          .begun=${this.#draft.begun}
          .problems=${problems}
          .today=${today}
          @ll-policy-form=${({ form: next, removed }: PolicyFormEvent) => this.#write(next, removed)}
        ></ll-staff-policy-fields>
        <ll-staff-policy-audio
          .audio=${form.audio}
          called=${form.title.zh}
          ?stale=${this.#isStale(form)}
          @ll-recording-change=${({ audio }: RecordingChangeEvent) =>
            this.#write({ ...form, audio }, audio === null ? t('policyDesk.field.audio') : null)}
        ></ll-staff-policy-audio>
        <ll-staff-policy-rule
          .rule=${form.rule}
          .problems=${problems}
          @ll-rule-change=${({ rule, removed }: RuleChangeEvent) => this.#write({ ...form, rule }, removed)}
        ></ll-staff-policy-rule>
        <ll-staff-policy-try .rule=${form.rule}></ll-staff-policy-try>
        ${this.#bar(found)}
      </div>
      <div class="side">
        <div class="head">
          <h3>${t('policyDesk.preview')}</h3>
          <button @click=${() => this.renderRoot.querySelector('ll-policy-preview')?.turn()}>
            ${t('policyDesk.turn')}
          </button>
        </div>
        <ll-policy-preview
          .panel=${known?.kiosk?.panel ?? null}
          .policy=${readForm(form, this.policyId).policy}
          .centre=${known?.centre}
          .today=${today}
        ></ll-policy-preview>
      </div>`;
  }

  #withdrawn({ id, withdrawn }: PolicyCase): TemplateResult {
    return html`<p class="note warn">
      <span>${t('policyDesk.withdrawnBy', { name: withdrawn?.by ?? '' })}</span>
      <button @click=${() => void this.#change.run('policy.restore', { policyId: id })}>
        ${t('policyDesk.restore')}
      </button>
    </p>`;
  }

  /** What two wrote otherwise, field by field. */
  #collisions(form: PolicyForm): TemplateResult | typeof nothing {
    const { collided } = this.#draft;
    if (collided === null) return nothing;
    return html`<section class="card" role="alert" aria-labelledby="both">
      <h3 id="both">${t('policyDesk.both.heading')}</h3>
      <p class="soft">${t('policyDesk.both.meaning')}</p>
      ${collided.fields.map((field) => {
        const one = (of: PolicyForm, which: 'mine' | 'theirs'): TemplateResult =>
          html`<button
            aria-label=${t(`policyDesk.both.take.${which}`, { field: fieldWords(field) })}
            @click=${() => this.#draft.choose(field, which)}
          >
            ${t(`policyDesk.both.${which}`)}：${valueWords(of, field) || t('policyDesk.nothingThere')}
          </button>`;
        return html`<div class="collision">
          <span class="strong">${fieldWords(field)}</span>
          ${one(form, 'mine')} ${one(collided.theirs, 'theirs')}
        </div>`;
      })}
    </section>`;
  }

  #bar(found: PolicyCase | undefined): TemplateResult {
    const { changed, dropped, refusal, sent, collided } = this.#draft;
    const twoPairs = this.#known.value?.twoPairs === true;
    const failed = refusal ?? this.#change.refusal?.code ?? null;
    const problems = this.tried ? this.#draft.problems.length : 0;
    // What only says that nothing is new stands at the foot of the page, and over nothing.
    const isIdle = !changed && this.removed === null && dropped === null && this.undoable === null;
    return html`<div class=${isIdle && this.policyId !== NEW ? 'bar idle' : 'bar'}>
      <div role="status">
        ${this.removed === null ? nothing : undoLine(t('policyDesk.removed', { what: short(this.removed.words) }), t('policyDesk.putBack'), this.#putBack)}
        ${dropped === null ? nothing : undoLine(t('policyDesk.dropped'), t('policyDesk.undrop'), () => this.#draft.undrop())}
        ${this.#saved(sent !== null, twoPairs)}
        ${changed ? html`<p class="soft">${t('policyDesk.onlyHere')}</p>` : nothing}
      </div>
      ${failed === null ? nothing : problemLine(refusalWords(failed))}
      ${problems === 0 ? nothing : problemLine(t('policyDesk.problems', { count: problems }))}
      ${!changed && found?.published !== undefined && found.proposal === undefined && this.undoable === null ? html`<p class="soft">${t('policyDesk.asPublished')}</p>` : nothing}
      ${
        changed || this.policyId === NEW || found?.published !== undefined
          ? html`<div class="actions">
              ${
                changed || this.policyId === NEW
                  ? html`<button
                      class="primary"
                      ?disabled=${!changed || this.#change.running || collided !== null}
                      @click=${this.#save}
                    >
                      ${t(twoPairs ? 'policyDesk.propose' : 'policyDesk.publish')}
                    </button>`
                  : nothing
              }
              ${changed ? html`<button @click=${() => this.#draft.drop()}>${t('policyDesk.drop')}</button>` : nothing}
              ${
                found?.published === undefined || changed
                  ? nothing
                  : html`<button class="outline" @click=${() => void this.#withdraw(found)}>
                      ${t('policyDesk.withdraw')}
                    </button>`
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  /** How far the last save has come: ✓ only when the hub has it. */
  #saved(waits: boolean, twoPairs: boolean): TemplateResult | typeof nothing {
    if (this.#unsent.about(policyChanges, this.policyId))
      return html`<p><span class="chip warn">${consoleIcon('clock')}${t('policyDesk.unsentYet')}</span></p>`;
    const { undoable } = this;
    if (waits || undoable === null || undoable.id !== this.policyId) return nothing;
    return undoLine(
      t(twoPairs ? 'policyDesk.proposed' : 'policyDesk.published'),
      t('policyDesk.undo'),
      () => void this.#undo(undoable),
      true,
    );
  }

  /** Whether what is spoken is what was written before. */
  #isStale({ audio, body }: PolicyForm): boolean {
    const { begun } = this.#draft;
    return audio !== null && audio === begun?.audio && !same(body, begun.body);
  }

  #case(): PolicyCase | undefined {
    const known = this.#known.value;
    return known === undefined ? undefined : casesOf(known).find(({ id }) => id === this.policyId);
  }

  #storage(): PolicyDraftStorage | null {
    const { store } = this.#change;
    if (store === undefined || this.device === undefined) return null;
    const { actor } = store;
    const person = actor.type === 'staff' ? actor.accountId : 'device';
    this.#shelf ??= new PolicyDraftStorage(`${this.device.id}:${person}`, store);
    return this.#shelf;
  }

  #write(form: PolicyForm, removed: string | null): void {
    const before = this.#draft.form;
    this.removed = removed === null || before === null ? null : { words: removed, form: before };
    this.undoable = null;
    this.#change.forget();
    this.#draft.change(form);
  }

  readonly #putBack = (): void => {
    if (this.removed !== null) this.#draft.change(this.removed.form);
    this.removed = null;
  };

  readonly #save = async (): Promise<void> => {
    const { form, begun, version } = this.#draft;
    if (form === null || begun === null) return;
    this.tried = true;
    const isNew = this.policyId === NEW;
    const policyId = isNew ? newId<'PolicyId'>() : id<'PolicyId'>(this.policyId);
    const read = policyOf(form, policyId);
    if (!read.ok) return this.#toProblem();
    const made = await this.#change.run('policy.save', { policy: read.value, baseVersion: version });
    if (!made.ok) return;
    this.tried = false;
    this.removed = null;
    this.undoable = { id: policyId, before: version === 0 ? null : begun };
    if (!isNew) return this.#draft.saved(made.mid);
    // The sheet without a name has become this one, and is empty again.
    const storage = this.#storage();
    storage?.write(policyId, { writing: null, sent: { begun, version, form, mid: made.mid } });
    storage?.write(NEW, { writing: null, sent: null });
    this.dispatchEvent(new PolicyChooseEvent(policyId));
  };

  async #toProblem(): Promise<void> {
    await this.updateComplete;
    const fields = this.renderRoot.querySelector<LlStaffPolicyFields>('ll-staff-policy-fields');
    const rule = this.renderRoot.querySelector<LlStaffPolicyRule>('ll-staff-policy-rule');
    if ((await fields?.toProblem()) !== true) await rule?.toProblem();
  }

  async #withdraw({ id, published }: PolicyCase): Promise<void> {
    await this.#change.run('policy.withdraw', {
      policyId: id,
      baseVersion: published?.version ?? 0,
    });
  }

  /** What was there before stands there again; what there was not is gone again. */
  async #undo({ id, before }: Undoable): Promise<void> {
    const found = this.#case();
    if (found === undefined) return;
    if (before === null) {
      if (found.proposal !== undefined)
        await this.#change.run('policy.takeBack', {
          policyId: id,
          version: found.proposal.policy.version ?? 0,
        });
      else await this.#withdraw(found);
      this.undoable = null;
      return;
    }
    const read = policyOf(before, id);
    if (!read.ok) return;
    const made = await this.#change.run('policy.save', {
      policy: read.value,
      baseVersion: found.text.version ?? 0,
    });
    if (made.ok) this.undoable = null;
  }
}

/** Long words by their beginning: what was taken away is named, not said again. */
const short = (words: string): string => (words.length > 16 ? `${words.slice(0, 16)}…` : words);

const problemLine = (words: string): TemplateResult =>
  html`<p class="problem" role="alert">${consoleIcon('warning')}${words}</p>`;

const undoLine = (words: string, undo: string, back: () => void, isDone = false): TemplateResult =>
  html`<p class="note ${isDone ? 'ok' : ''}">
    ${isDone ? consoleIcon('check') : nothing}<span>${words}</span> <button @click=${back}>${undo}</button>
  </p>`;
