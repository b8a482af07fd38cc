import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { newId } from '../../../app/new-id.ts';
import { readSheets } from '../../../app/sheets/read-sheets.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatDate, LocaleController, t } from '../../../i18n/index.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import { addDays, weekdayOf, type CivilDate } from '../../../kernel/time.ts';
import type { Workbook } from '../../../kernel/workbook.ts';
import type { Made } from '../../../protocol/client/api.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { filePick } from '../../../ui/console/file-pick.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { pickStyles } from '../../../ui/console/styles/pick-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { workbookTroubleWords } from '../../../ui/console/workbook-trouble-words.ts';
import { importArgs } from '../model/import/import-args.ts';
import type { WeekRead } from '../model/import/read-week.ts';
import { understand } from '../model/import/understand.ts';
import { choicesOf, renderPreview, weeksFrom, type PreviewChoice } from './menu-import-preview.ts';
import { menuImportStyles } from './menu-import-styles.ts';
import { readImport, refusalOf, type Known } from './read-import.ts';
import '../../../ui/console/sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-import': LlStaffMenuImport;
  }
}

type Args = ArgsOf<'menu.import'>;
interface Chosen {
  readonly name: string;
  readonly workbook: Workbook;
}
type Step =
  | { readonly at: 'choose'; readonly problem: string }
  | { readonly at: 'reading'; readonly name: string }
  | ({ readonly at: 'preview' } & Chosen)
  | ({ readonly at: 'done'; readonly args: Args; readonly mid: string } & Chosen)
  | { readonly at: 'undone'; readonly importId: string };

/** The most menus of one import. */
const MOST_MENUS = 100;
/** The most characters that are kept of a file's name. */
const MOST_NAME = 40;

const nothingChosen: PreviewChoice = {
  canteenIds: [],
  without: new Set(),
  typed: new Map(),
  alike: new Set(),
};

/**
 * Brings in a canteen's own plan: what was understood of it is shown before anything is saved; it becomes drafts, and can
 * be taken back.
 *
 * @event ll-sheet-close - It is done, or nothing is to be done.
 */
@customElement('ll-staff-menu-import')
export class LlStaffMenuImport extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    detailsStyles,
    rowsStyles,
    chipStyles,
    messageStyles,
    pickStyles,
    menuImportStyles,
  ];

  @property({ type: Boolean }) open = false;

  @state() private step: Step = { at: 'choose', problem: '' };
  @state() private choice: PreviewChoice = nothingChosen;
  /** The Monday of the week that is meant where the plan names none; null until somebody says so. */
  @state() private monday: CivilDate | null = null;
  @state() private over = false;

  #reading: AbortController | null = null;
  #understood: { readonly by: readonly unknown[]; readonly read: WeekRead } | null = null;
  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, { query: readImport, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || this.open) return;
    this.#reading?.abort();
    this.#begin();
  }

  override render(): TemplateResult {
    const { step } = this;
    return html`<ll-sheet
      ?open=${this.open}
      ?actions=${this.open}
      ?written=${step.at === 'preview'}
      .problem=${this.#problem()}
      heading=${t('sheets.import.heading')}
      close-label=${t('staff.close')}
    >
      ${
        this.open
          ? html`<div class="body">
              ${this.#known.render<unknown>({
                ...rowStates('staff.menu.noCentre', this.#sync),
                complete: (known) => this.#renderStep(known),
              })}
            </div>`
          : nothing
      }
      ${this.open ? this.#renderActions() : nothing}
    </ll-sheet>`;
  }

  #renderStep(known: Known): unknown {
    const { step } = this;
    switch (step.at) {
      case 'choose':
        return this.#renderChoice(step.problem, known);
      case 'reading': {
        const words = t('sheets.import.reading', { name: step.name });
        return html`<p role="status">${words}</p>
          <progress aria-label=${words}></progress>`;
      }
      case 'preview':
        return this.#renderPreview(step, known);
      case 'done':
        return this.#renderDone(step.args);
      case 'undone':
        return this.#renderNote(
          t(this.#waits(step.importId) ? 'sheets.import.undoQueued' : 'sheets.import.undone'),
          this.#waits(step.importId),
        );
    }
  }

  #renderChoice(problem: string, { imports }: Known): TemplateResult {
    if (this.#ticker.dayAt() === null) return html`<p class="note warn">${t('staff.menu.timeUnknown')}</p>`;
    return html`<p>${t('sheets.import.what')}</p>
      <div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${this.#dragged}
        @dragleave=${() => (this.over = false)}
        @drop=${this.#dropped}
      >
        ${filePick(t('sheets.import.choose'), '.xlsx,.xlsm,.xls,.et,.csv,.txt', this.#chosen)}
      </div>
      ${problem === '' ? nothing : html`<p class="problem" role="alert">${consoleIcon('warning')}${problem}</p>`}
      ${
        imports.length === 0
          ? nothing
          : html`<h3>${t('sheets.import.recent')}</h3>
              <ul class="rows">
                ${imports.map(
                  ({ id: importId, from, by, menus }) =>
                    html`<li>
                      <span class="name"
                        >${from}
                        <span class="soft"
                          >${t('sheets.import.mealsOf', { count: menus.length })}
                          ${by === null ? nothing : t('sheets.import.by', { who: by })}</span
                        ></span
                      >
                      <button
                        class="outline"
                        aria-label=${t('sheets.import.undoThis', { name: from })}
                        @click=${() => this.#undo(importId)}
                      >
                        ${t('staff.menu.undo')}
                      </button>
                    </li>`,
                )}
              </ul>`
      }`;
  }

  #renderPreview(step: Chosen, known: Known): unknown {
    const read = this.#read(step, known);
    if (read === null) return html`<p class="note warn">${t('staff.menu.timeUnknown')}</p>`;
    const { canteens } = known.centre;
    return html`${read.isWeekGuessed ? this.#renderWeek() : nothing}
    ${renderPreview(read, this.choice, { canteens, ...known }, (change) => {
      this.choice = { ...this.choice, ...change };
    })}`;
  }

  #renderWeek(): TemplateResult {
    const monday = this.#monday();
    return html`<div>
      <label for="week">${t('sheets.import.week')}</label>
      <select
        id="week"
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.monday = target.value;
        }}
      >
        ${weeksFrom(mondayOf(this.#ticker.dayAt() ?? monday)).map(
          ({ from, to }) =>
            html`<option value=${from} ?selected=${from === monday}>
              ${t('sheets.import.weekOf', { from: formatDate(from), to: formatDate(to) })}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #renderDone(args: Args): TemplateResult {
    const refusal = this.#refusalOf(args);
    if (refusal !== null)
      return html`<p class="problem" role="alert">${consoleIcon('warning')}${refusalWords(refusal)}</p>`;
    const waits = this.#waits(args.importId);
    const count = args.menus.length;
    return this.#renderNote(t(waits ? 'sheets.import.queued' : 'sheets.import.done', { count }), waits);
  }

  #renderNote(words: string, waits: boolean): TemplateResult {
    return html`<p class="note ${waits ? 'warn' : 'ok'}" role="status">
      ${consoleIcon(waits ? 'clock' : 'check')}<span>${words}</span>
    </p>`;
  }

  #renderActions(): unknown {
    const { step } = this;
    const action = (words: string, press: () => unknown, look = ''): TemplateResult =>
      html`<button slot="actions" class=${look} @click=${press}>${words}</button>`;
    const close = action(t('staff.close'), () => this.dispatchEvent(new SheetCloseEvent()));
    const another = action(t('sheets.import.other'), () => this.#begin());
    switch (step.at) {
      case 'choose':
        return close;
      case 'reading':
        return action(t('sheets.import.stop'), () => {
          this.#reading?.abort();
          this.#begin();
        });
      case 'preview': {
        const args = this.#args(step);
        const count = args?.menus.length ?? 0;
        if (args === null) return another;
        return html`${count > MOST_MENUS ? html`<p slot="actions">${t('sheets.import.tooMany', { most: MOST_MENUS })}</p>` : nothing}
          ${another}
          <button
            slot="actions"
            class="confirm"
            ?disabled=${count > MOST_MENUS || this.#change.running}
            @click=${() => this.#save(step)}
          >
            ${t('sheets.import.go', { count })}
          </button>`;
      }
      case 'done':
        return this.#refusalOf(step.args) === null
          ? html`${action(t('sheets.import.undo'), () => this.#undo(step.args.importId), 'outline')}
            ${another}${close}`
          : html`${another}${action(t('sheets.import.again'), () => (this.step = { ...step, at: 'preview' }), 'confirm')}`;
      case 'undone':
        return html`${another}${close}`;
    }
  }

  #begin(problem = ''): void {
    this.step = { at: 'choose', problem };
    this.#change.forget();
  }

  #problem(): string {
    const { refusal } = this.#change;
    return refusal === null ? '' : refusalWords(refusal.code);
  }

  /** How the hub answered where it did not do it; null otherwise. */
  #refusalOf({ importId }: Args): string | null {
    const { step } = this;
    if (step.at !== 'done' || step.args.importId !== importId) return null;
    return refusalOf(step.mid, this.#sync.status, this.#known.value?.refusals ?? []);
  }

  #waits(importId: string): boolean {
    return this.#unsent.about(['menu.import', 'menu.importUndo'], importId);
  }

  /** Nearer to its end, a week's plan is the next one's. */
  #monday(): CivilDate {
    const today = this.#ticker.dayAt() ?? '';
    return this.monday ?? addDays(mondayOf(today), weekdayOf(today) > 4 ? 7 : 0);
  }

  /** What the file says, by what is known now; null while nobody knows which day it is. */
  #read({ workbook }: Chosen, { dishes, centre }: Known): WeekRead | null {
    const today = this.#ticker.dayAt();
    if (today === null) return null;
    const from = this.#monday();
    const by = [workbook, dishes, centre, today, from];
    if (this.#understood === null || by.some((one, i) => one !== this.#understood?.by[i])) {
      const meals = centre.meals.map(({ meal }) => meal);
      const read = understand(workbook, { dishes, meals, today, week: { from, to: addDays(from, 6) } });
      this.#understood = { by, read };
    }
    return this.#understood.read;
  }

  #args(step: Chosen): Args | null {
    const known = this.#known.value;
    const read = known ? this.#read(step, known) : null;
    if (!known || read === null) return null;
    return importArgs(read, choicesOf(this.choice), {
      importId: newId(),
      from: [...step.name].slice(0, MOST_NAME).join('').trim() || t('sheets.import.heading'),
      versionOf: (menuId) => known.drafts.get(menuId)?.version ?? 0,
      newId,
    });
  }

  readonly #dragged = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#take(file);
  };

  readonly #chosen = ({ target }: Event): void => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file !== undefined) void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    const reading = (this.#reading = new AbortController());
    this.step = { at: 'reading', name: file.name };
    const read = await readSheets(file, reading.signal);
    if (reading.signal.aborted) return;
    if (!read.ok) return this.#begin(workbookTroubleWords(read.error));
    const [canteen] = this.#known.value?.centre.canteens ?? [];
    this.choice = { ...nothingChosen, canteenIds: canteen === undefined ? [] : [canteen.id] };
    this.monday = null;
    this.step = { at: 'preview', name: file.name, workbook: read.value };
  }

  async #save({ name, workbook }: Chosen): Promise<void> {
    const args = this.#args({ name, workbook });
    if (args === null) return;
    const made: Made = await this.#change.run('menu.import', args);
    if (made.ok) this.step = { at: 'done', args, mid: made.mid, name, workbook };
  }

  async #undo(importId: Args['importId']): Promise<void> {
    const made = await this.#change.run('menu.importUndo', { importId });
    if (made.ok) this.step = { at: 'undone', importId };
  }
}

const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekdayOf(day));

const refusalCodes = ['conflict', 'changed-since', 'not-permitted', 'not-kept'] as const;

function refusalWords(code: string): string {
  const known = refusalCodes.find((one) => one === code) ?? 'other';
  return t(`sheets.import.refused.${known}`);
}
