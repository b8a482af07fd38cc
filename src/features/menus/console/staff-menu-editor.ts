import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, queryAll, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { civilMoment } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { parseMenuId, type Dish } from '../model/menu.ts';
import { dishName } from '../words/dish-words.ts';
import { offeredOf } from '../model/life.ts';
import { dishLines } from './dish-lines.ts';
import { DraftController } from './draft-controller.ts';
import { DraftStorage } from './draft-storage.ts';
import {
  moved,
  offerWritten,
  withDish,
  withLine,
  withoutLine,
  type Draft,
  type DraftLine,
} from './menu-draft.ts';
import { lifeChip, menuChanges, whenWords, writtenChip } from './life-words.ts';
import { MenuPresence } from './menu-presence.ts';
import { isToCome } from './menu-up.ts';
import { menuEditorStyles } from './menu-editor-styles.ts';
import { problemWords } from './problem-words.ts';
import { PublishElsewhere } from './publish-elsewhere.ts';
import { endingOf, progressOf, versionBecome, type Progress } from './publish-progress.ts';
import { readMenu } from './read-menu.ts';
import { takenOverNote } from './taken-over.ts';
import { Publishing } from './publishing.ts';
import './staff-dish-picker.ts';
import { dayAfter } from './staff-lasting-prices.ts';
import './staff-menu-conflict.ts';
import './staff-menu-extras.ts';
import './staff-menu-told.ts';
import type { LlStaffMenuLine } from './staff-menu-line.ts';
import './staff-menu-preview.ts';
import './staff-publish-bar.ts';
import './staff-publish-how.ts';
import './staff-sent-elsewhere.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-editor': LlStaffMenuEditor;
  }
}

/** Writes one menu and publishes it, and tells how far it has come. */
@customElement('ll-staff-menu-editor')
export class LlStaffMenuEditor extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    detailsStyles,
    messageStyles,
    menuEditorStyles,
  ];

  @property({ attribute: 'menu-id' }) menuId!: MenuId;

  @consume({ context: deviceContext, subscribe: true })
  @state()
  private device: RowOf<'deviceConfig'> | undefined;

  @state() private picking = false;
  /** Whether it is being said when this is to be published. */
  @state() private timing = false;
  /** Whether the board stands beside what is written: where there is room it does from the beginning. */
  @state() private previewing = matchMedia('(min-width: 60rem)').matches;

  @queryAll('ll-staff-menu-line') private readonly lines!: NodeListOf<LlStaffMenuLine>;

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #ticker = new Ticker(this);
  readonly #draft = new DraftController(this);
  readonly #presence = new MenuPresence(this);
  readonly #elsewhere = new PublishElsewhere(this);
  readonly #known = new LiveQuery(this, {
    query: readMenu,
    args: () => ({ menuId: this.menuId }),
  });

  readonly #publishing = new Publishing(this, {
    change: this.#change,
    draft: this.#draft,
    elsewhere: this.#elsewhere,
    known: () => this.#known.value,
    showProblem: () => this.#showProblem(),
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('menuId')) {
      this.picking = this.timing = false;
      this.#publishing.begin();
    }
    this.#elsewhere.open(this.menuId);
    const known = this.#known.value;
    const { store } = this.#change;
    if (known === undefined || store === undefined || !this.device) return;
    const person = store.actor.type === 'staff' ? store.actor.accountId : 'device';
    this.#draft.open(this.menuId, new DraftStorage(`${this.device.id}:${person}`, store));
    this.#draft.meet(this.menuId, known.menu, offeredOf(known.life));
    const progress = this.#progress();
    if (progress !== null) this.#draft.settle(progress);
    const { savedAs: mid } = this.#draft;
    const { status } = this.#sync;
    if (mid !== null && status !== null) this.#draft.settleSaved(endingOf({ ...known, mid, status }));
    this.#presence.at(store, this.#draft.changed ? this.menuId : null);
  }

  override render(): TemplateResult {
    return html`${this.#known.render<unknown>({
      ...rowStates('staff.menu.none', this.#sync),
      complete: () => {
        const { draft } = this.#draft;
        return draft === null || draft.menuId !== this.menuId ? nothing : this.#renderDraft(draft);
      },
    })}`;
  }

  #renderDraft(draft: Draft): TemplateResult {
    const { conflict, removed, problems, takenOver } = this.#draft;
    const { tried, newPrices } = this.#publishing;
    const shown = tried ? problems : [];
    const overall = shown.find(({ field }) => field === 'items');
    return html`
      ${
        conflict === null
          ? nothing
          : html`<ll-staff-menu-conflict
              .mine=${draft}
              .conflict=${conflict}
              @ll-collision-choice=${({ collision, choice }: HTMLElementEventMap['ll-collision-choice']) =>
                this.#draft.choose(collision, choice)}
              @ll-conflict-choice=${({ choice }: HTMLElementEventMap['ll-conflict-choice']) =>
                this.#draft.take(choice)}
            ></ll-staff-menu-conflict>`
      }
      <section class="card" aria-label=${t('staff.menu.dishes')}>
        <div class="head">
          <h2>${t('staff.menu.dishCount', { count: draft.lines.length })}</h2>
          ${this.#renderChip()}
          <button class="add" @click=${() => (this.picking = true)}>
            ${consoleIcon('plus')}${t('staff.menu.add')}
          </button>
        </div>
        <ll-staff-menu-told menu-id=${this.menuId}></ll-staff-menu-told>
        ${dishLines(draft, shown, this.#known.value?.letters ?? 0, {
          change: (index, change) => this.#draft.change(withLine(draft, index, change)),
          move: (index, by) => this.#move(index, by),
          remove: (index) => this.#remove(index),
          sellOut: (line, soldOut) => void this.#sellOut(line, soldOut),
        })}
        <div role="status">
          ${takenOver === null ? nothing : takenOverNote(takenOver, () => this.#draft.seen())}
          ${
            removed === null
              ? nothing
              : html`<p class="note removed">
                  ${t('staff.menu.removed', { name: dishName(removed.line.item) })}
                  <button id="undo" class="outline" @click=${this.#undo}>${t('staff.menu.undo')}</button>
                </p>`
          }
        </div>
        ${
          overall === undefined
            ? nothing
            : html`<p class="problem">${consoleIcon('warning')}${problemWords(overall.code)}</p>`
        }
      </section>
      <div class="side">
        <details class="card preview" ?open=${this.previewing} @toggle=${this.#opened}>
          <summary>${consoleIcon('back')}${t('staff.preview.heading')}</summary>
          ${
            this.previewing
              ? html`<ll-staff-menu-preview
                  menu-id=${this.menuId}
                  .offer=${offerWritten(draft)}
                ></ll-staff-menu-preview>`
              : nothing
          }
        </details>
        <ll-staff-menu-extras
          .draft=${draft}
          .problems=${shown.filter(({ field }) => field.startsWith('set.'))}
          @ll-draft-change=${({ draft: next }: HTMLElementEventMap['ll-draft-change']) =>
            this.#draft.change(next)}
        ></ll-staff-menu-extras>
        ${
          newPrices.length === 0
            ? nothing
            : html`<ll-staff-lasting-prices
                .prices=${newPrices}
                .from=${dayAfter(draft.menuId)}
              ></ll-staff-lasting-prices>`
        }
        ${conflict === null ? this.#renderBar(draft) : nothing}
      </div>
      <ll-staff-dish-picker
        .open=${this.picking}
        .dishes=${this.#known.value?.dishes ?? []}
        .uses=${this.#known.value?.uses ?? new Map()}
        .on=${new Set<string>(draft.lines.map(({ item }) => item.dishId))}
        @ll-dish-pick=${({ dish, on }: HTMLElementEventMap['ll-dish-pick']) => this.#picked(dish, on)}
        @ll-sheet-close=${() => (this.picking = false)}
      ></ll-staff-dish-picker>
    `;
  }

  #renderChip(): TemplateResult | typeof nothing {
    const known = this.#known.value;
    if (known === undefined) return nothing;
    const waits = this.#unsent.about(menuChanges, this.menuId);
    return !waits && this.#draft.changed
      ? writtenChip(known.life, this.#draft.touched)
      : lifeChip(known.life, waits);
  }

  /** When it comes to the glass, where that is still to come; empty otherwise. */
  #upAt(): string {
    const { up = null, centre } = this.#known.value ?? {};
    const now = this.#ticker.momentAt(centre);
    if (!isToCome(up, now)) return '';
    return whenWords(up, now?.date ?? null);
  }

  readonly #opened = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLDetailsElement) this.previewing = currentTarget.open;
  };

  #renderBar(draft: Draft): TemplateResult {
    const { centre, others = [] } = this.#known.value ?? {};
    const { tried, dueMs } = this.#publishing;
    const asked = this.#publishing.questionOn(draft);
    const { chosen, sent } = this.#elsewhere;
    const names = others.filter(({ id }) => chosen.has(id)).map(({ name }) => name);
    const meal = parseMenuId(draft.menuId);
    const own = centre?.canteens.find(({ id }) => id === meal?.canteenId)?.name;
    const changed = this.#draft.changed || names.length > 0;
    const offset = this.#ticker.offsetOf(centre);
    const timable = offset !== null && this.#ticker.time.nowMs !== null;
    const timing = this.timing && changed && timable;
    return html`<ll-staff-publish-bar
      .version=${(draft.base?.version ?? 0) + 1}
      .changed=${changed}
      .goesTo=${names.length > 0 && this.#draft.changed && own !== undefined ? [own, ...names] : names}
      .dueAt=${this.#words(dueMs)}
      .touched=${this.#draft.touched}
      .droppable=${this.#publishing.mayDrop}
      .dropped=${this.#draft.hasDropped}
      .upAt=${this.#upAt()}
      .timable=${timable}
      .timing=${timing}
      .problems=${tried ? this.#draft.problems.length : 0}
      .blocked=${this.#change.running}
      .refusal=${this.#draft.refusal ?? this.#change.refusal?.code ?? null}
      .progress=${this.#progress()}
      .sentVersion=${this.#sentVersion()}
      .question=${asked?.question ?? null}
      .askedFor=${this.#words(asked?.atMs ?? null)}
      .screen=${this.#screenName()}
      .waiting=${this.#sync.status?.outbox ?? 0}
      @ll-publish=${() => this.#publishing.publish(asked?.atMs ?? null)}
      @ll-save-draft=${() => this.#publishing.save()}
      @ll-discard=${() => this.#draft.discard()}
      @ll-drop-draft=${() => this.#publishing.drop()}
      @ll-take-up=${() => this.#draft.takeUp()}
      @ll-publish-to=${({ canteens }: HTMLElementEventMap['ll-publish-to']) => this.#elsewhere.choose(canteens)}
      @ll-publish-timing=${({ timing: now }: HTMLElementEventMap['ll-publish-timing']) => (this.timing = now)}
      @ll-publish-at=${this.#setTime}
    >
      <ll-staff-sent-elsewhere .sent=${sent}></ll-staff-sent-elsewhere>
      <ll-staff-publish-how
        .date=${meal?.date ?? ''}
        .offset=${offset}
        .canteens=${draft.lines.length === 0 ? [] : others}
        .chosen=${chosen}
        .timing=${timing}
        .blocked=${this.#change.running}
      ></ll-staff-publish-how>
    </ll-staff-publish-bar>`;
  }

  readonly #setTime = ({ atMs }: HTMLElementEventMap['ll-publish-at']): Promise<void> => {
    this.timing = false;
    return this.#publishing.publish(atMs);
  };

  #progress(): Progress | null {
    const { sent } = this.#draft;
    const known = this.#known.value;
    const { status } = this.#sync;
    if (sent === null || known === undefined || status === null) return null;
    return progressOf({
      ...known,
      mid: sent.mid,
      version: this.#sentVersion() ?? sent.version,
      status,
      nowMs: this.#ticker.time.nowMs,
    });
  }

  #sentVersion(): number | null {
    const { sent } = this.#draft;
    return sent === null ? null : versionBecome(sent.version, this.#known.value?.menu);
  }

  #screenName(): string {
    const progress = this.#progress();
    if (progress?.step !== 'shown') return '';
    return (
      this.#known.value?.devices.find(({ id }) => id === progress.screen)?.name ??
      t('staff.devices.kind.screen')
    );
  }

  #picked(dish: Dish, on: boolean): void {
    const { draft } = this.#draft;
    if (draft === null) return;
    const index = draft.lines.findIndex(({ item }) => item.dishId === dish.id);
    if (on && index === -1) this.#draft.change(withDish(draft, dish));
    else if (!on && index !== -1) this.#draft.change(withoutLine(draft, index));
  }

  /** Where the hub is to say so at once, it is no part of what is being written. */
  #sellOut({ item }: DraftLine, soldOut: boolean): Promise<unknown> {
    return this.#change.run('menu.soldOut', { menuId: this.menuId, dishId: item.dishId, soldOut });
  }

  async #move(index: number, by: 1 | -1): Promise<void> {
    const { draft } = this.#draft;
    if (draft === null) return;
    this.#draft.change(moved(draft, index, by));
    await this.#focusLine(index + by, by);
  }

  async #remove(index: number): Promise<void> {
    this.#draft.remove(index);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#undo')?.focus();
  }

  readonly #undo = async (): Promise<void> => {
    const index = this.#draft.removed?.index ?? 0;
    this.#draft.undoRemove();
    await this.#focusLine(index, 1);
  };

  async #focusLine(index: number, by: 1 | -1): Promise<void> {
    await this.updateComplete;
    const line = this.lines[index];
    await line?.updateComplete;
    line?.focusMove(by);
  }

  async #showProblem(): Promise<void> {
    await this.updateComplete;
    await Promise.all([...this.lines].map((line) => line.updateComplete));
    [...this.lines].some((line) => line.focusProblem());
  }

  #words(atMs: number | null): string {
    const centre = this.#known.value?.centre;
    const offset = this.#ticker.offsetOf(centre);
    if (offset === null || atMs === null) return '';
    return whenWords(civilMoment(atMs, offset), this.#ticker.dayAt(centre));
  }
}
