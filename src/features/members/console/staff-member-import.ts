import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { readSheets } from '../../../app/sheets/read-sheets.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { filePick } from '../../../ui/console/file-pick.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { pickStyles } from '../../../ui/console/styles/pick-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { workbookTroubleWords } from '../../../ui/console/workbook-trouble-words.ts';
import type { Member } from '../model/roster.ts';
import { importBatches, revertBatches, understand, type Understood } from './import-plan.ts';
import { renderPreview } from './import-preview.ts';
import '../../../ui/console/sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-member-import': LlStaffMemberImport;
  }
}

type Taken = ArgsOf<'member.import'>['members'];
type Step =
  | { readonly at: 'choose'; readonly problem: string }
  /** `of` is 0 while the file itself is read, then how many cards there are. */
  | { readonly at: 'reading'; readonly done: number; readonly of: number }
  | { readonly at: 'preview'; readonly understood: Understood }
  | { readonly at: 'saving'; readonly done: number; readonly of: number }
  /** `whole` is false where the device took no more. */
  | { readonly at: 'done'; readonly taken: Taken; readonly whole: boolean }
  | { readonly at: 'undone' };

const LAST_YEAR = 2100;

/**
 * Takes in a centre's own list of members: what was understood is shown before anything is saved, and afterwards it can
 * be taken back.
 *
 * @event ll-sheet-close - It is done, or nothing is to be done.
 */
@customElement('ll-staff-member-import')
export class LlStaffMemberImport extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    detailsStyles,
    rowsStyles,
    messageStyles,
    pickStyles,
    css`
      .body > * + * {
        margin-top: 0.75rem;
      }
      .rows > * {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: center;
        min-height: 2.75rem;
        padding: 0.25rem 0;
      }
      .where {
        flex: none;
        min-width: 3rem;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .rows span:last-child {
        flex: 1 1 10rem;
        min-width: 0;
      }
      progress {
        width: 100%;
        height: 0.75rem;
        accent-color: var(--pine);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** All members as they stand now. */
  @property({ attribute: false }) members: readonly Member[] = [];

  @state() private step: Step = { at: 'choose', problem: '' };
  @state() private updates = true;

  #reading: AbortController | null = null;
  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // What was taken stands there to be taken back, also where the sheet was closed meanwhile.
    if (!changed.has('open') || this.open || ['done', 'saving'].includes(this.step.at)) return;
    this.#reading?.abort();
    this.step = { at: 'choose', problem: '' };
  }

  override render(): TemplateResult {
    const { step } = this;
    return html`<ll-sheet
      ?open=${this.open}
      ?actions=${this.open && step.at !== 'reading' && step.at !== 'saving'}
      ?written=${step.at === 'preview'}
      heading=${t('members.list.heading')}
      close-label=${t('staff.close')}
    >
      ${this.open ? html`<div class="body">${this.#renderStep()}</div>` : nothing}
      ${this.open ? this.#renderActions() : nothing}
    </ll-sheet>`;
  }

  #renderStep(): unknown {
    const { step } = this;
    switch (step.at) {
      case 'choose':
        return this.#renderChoice(step.problem);
      case 'reading':
        return progress(
          step.of === 0
            ? t('members.list.reading')
            : t('members.list.cards', { done: step.done, count: step.of }),
          step,
        );
      case 'preview':
        return renderPreview(step.understood, this.updates, (updates) => (this.updates = updates));
      case 'saving':
        return progress(t('members.list.saving', { done: step.done, count: step.of }), step);
      case 'done':
        return this.#renderDone(step.taken.length, step.whole);
      case 'undone':
        return html`<p class="note ok" role="status">
          ${consoleIcon('check')}<span>${t('members.list.undone')}</span>
        </p>`;
    }
  }

  #renderChoice(problem: string): TemplateResult {
    return html`<p>${t('members.list.what')}</p>
      ${filePick(t('members.list.choose'), '.xlsx,.xls,.et,.csv,.txt', this.#chosen)}
      ${problem === '' ? nothing : html`<p class="problem" role="alert">${consoleIcon('warning')}${problem}</p>`}`;
  }

  #renderDone(count: number, whole: boolean): TemplateResult {
    if (!whole)
      return html`<p class="problem" role="alert">
        ${consoleIcon('warning')}${t('members.list.stopped', { done: count })}
      </p>`;
    const waits = this.#unsent.of(['member.import']).length > 0;
    return waits
      ? html`<p class="note warn" role="status">
          ${consoleIcon('clock')}<span>${t('members.list.queued', { count })}</span>
        </p>`
      : html`<p class="note ok" role="status">
          ${consoleIcon('check')}<span>${t('members.list.done', { count })}</span>
        </p>`;
  }

  #renderActions(): unknown {
    const { step } = this;
    const close = html`<button slot="actions" @click=${() => this.dispatchEvent(new SheetCloseEvent())}>
      ${t('staff.close')}
    </button>`;
    const another = html`<button slot="actions" @click=${() => (this.step = { at: 'choose', problem: '' })}>
      ${t('members.list.other')}
    </button>`;
    switch (step.at) {
      case 'preview': {
        const count = importBatches(step.understood.plan, this.updates).flat().length;
        return html`${another}<button
            slot="actions"
            class="confirm"
            ?disabled=${count === 0}
            @click=${() => this.#take(step.understood)}
          >
            ${t('members.list.go', { count })}
          </button>`;
      }
      case 'done':
        return html`${another}
          <button slot="actions" class="outline" @click=${() => this.#undo(step.taken)}>
            ${t('members.list.undo')}
          </button>
          ${close}`;
      case 'choose':
      case 'undone':
        return close;
      default:
        return nothing;
    }
  }

  readonly #chosen = ({ target }: Event): void => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file !== undefined) void this.#read(file);
  };

  async #read(file: Blob): Promise<void> {
    const reading = (this.#reading = new AbortController());
    this.step = { at: 'reading', done: 0, of: 0 };
    const read = await readSheets(file, reading.signal);
    if (reading.signal.aborted) return;
    if (!read.ok) {
      this.step = { at: 'choose', problem: workbookTroubleWords(read.error) };
      return;
    }
    const understood = await understand(read.value, {
      members: this.members,
      centreId: this.#change.store?.actor.centreId ?? '',
      thisYear: Number(this.#ticker.dayAt()?.slice(0, 4) ?? LAST_YEAR),
      progress: (done, of) => {
        if (!reading.signal.aborted) this.step = { at: 'reading', done, of };
      },
    });
    if (reading.signal.aborted) return;
    this.updates = true;
    if (understood.read.noHeadings) this.step = { at: 'choose', problem: t('members.list.noHeadings') };
    else this.step = { at: 'preview', understood };
  }

  async #take({ plan }: Understood): Promise<void> {
    const batches = importBatches(plan, this.updates);
    const of = batches.flat().length;
    const taken: Taken = [];
    for (const members of batches) {
      this.step = { at: 'saving', done: taken.length, of };
      const made = await this.#change.run('member.import', { members });
      if (!made.ok) break;
      taken.push(...members);
    }
    this.step = { at: 'done', taken, whole: taken.length === of };
  }

  async #undo(taken: Taken): Promise<void> {
    for (const members of revertBatches(taken)) await this.#change.run('member.revert', { members });
    this.step = { at: 'undone' };
  }
}

const progress = (
  words: string,
  { done, of }: { readonly done: number; readonly of: number },
): TemplateResult =>
  html`<p role="status" class="num">${words}</p>
    ${
      of === 0
        ? html`<progress aria-label=${words}></progress>`
        : html`<progress aria-label=${words} value=${done} max=${of}></progress>`
    }`;
