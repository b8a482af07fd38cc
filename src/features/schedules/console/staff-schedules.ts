import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatMoment, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { nextChange } from '../model/next-change.ts';
import { groupOf, scheduleFor, scheduleIds } from '../model/schedule.ts';
import { showingOn } from '../model/showing.ts';
import { factsOf, readSchedules, type Known, type Screen } from './read-schedules.ts';
import { showingWords } from './schedule-words.ts';
import './staff-schedule.ts';
import type { Picture } from './staff-schedule-day.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-schedules': LlStaffSchedules;
  }
}

/** What each screen ought to show now, and next; and the way to say what it shows when. */
@customElement('ll-staff-schedules')
export class LlStaffSchedules extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    messageStyles,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.625rem 0;
      }
      .row > div {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;
  @property({ attribute: false }) picture: Picture | null = null;
  /** The id of the schedule that is being changed. */
  @state() private chosen: string | null = null;

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, { query: readSchedules, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('staff.schedule.heading')}</h2>
      ${this.#known.render<unknown>({
        ...rowStates('staff.glass.noScreens', this.#sync),
        complete: (known) =>
          html`<div class="rows">
            ${known.screens.map((screen) => this.#renderScreen(known, screen))}
            ${this.mayChange ? groupsOf(known).map((group) => this.#renderGroup(known, group)) : nothing}
          </div>`,
      })}
    </section>`;
  }

  #renderScreen(known: Known, screen: Screen): TemplateResult {
    const { time } = this.#ticker;
    const facts = factsOf(known, screen, time);
    const next = nextChange(facts);
    const { schedule } = facts;
    const group = schedule === undefined ? null : groupOf(schedule.id);
    return html`<div>
      <div class="row">
        <div>
          <h3>${screen.name}</h3>
          <p>${t('staff.schedule.now', { what: showingWords(showingOn(facts), known) })}</p>
          ${
            screen.pairedAtMs === null
              ? html`<p class="problem">${consoleIcon('warning')}${t('staff.push.unpairedShort')}</p>`
              : nothing
          }
          <p class="soft num">
            ${
              next === null
                ? t('staff.schedule.stays')
                : t('staff.schedule.next', {
                    time: formatMoment(next.atMs, time, known.centre.utcOffsetMinutes),
                    what: showingWords(next.showing, known),
                  })
            }
          </p>
          ${
            schedule === undefined
              ? html`<p class="soft">
                  ${t(screen.canteenId === null ? 'staff.schedule.byNothing' : 'staff.schedule.byMeals')}
                </p>`
              : group === null
                ? nothing
                : html`<p class="soft">${t('staff.schedule.byGroup', { group })}</p>`
          }
        </div>
        ${this.#renderButton(screen.id, screen.name)}
      </div>
      ${this.#renderUnsent(scheduleIds(screen))} ${this.#renderEditor(known, screen.id, screen.name)}
    </div>`;
  }

  #renderGroup(known: Known, group: string): TemplateResult {
    const screens = known.screens.filter((one) => one.group === group).map(({ name }) => name);
    const name = t('staff.schedule.group', { group });
    return html`<div>
      <div class="row">
        <div>
          <h3>${name}</h3>
          <p class="soft">
            ${screens.length === 0 ? t('staff.schedule.groupEmpty') : screens.join(t('common.listJoin'))}
          </p>
        </div>
        ${this.#renderButton(`group:${group}`, name)}
      </div>
      ${this.#renderUnsent([`group:${group}`])} ${this.#renderEditor(known, `group:${group}`, name)}
    </div>`;
  }

  /** What is planned here goes by no glass before the hub has it. */
  #renderUnsent(ids: readonly string[]): TemplateResult | typeof nothing {
    const names = ['schedule.save', 'schedule.remove'] as const;
    if (!ids.some((id) => this.#unsent.about(names, id))) return nothing;
    return html`<p class="note warn">${consoleIcon('clock')}<span>${t('staff.schedule.unsent')}</span></p>`;
  }

  #renderButton(scheduleId: string, name: string): TemplateResult | typeof nothing {
    if (!this.mayChange) return nothing;
    const isOpen = this.chosen === scheduleId;
    return html`<button
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label=${t(isOpen ? 'staff.schedule.doneThis' : 'staff.schedule.editThis', { name })}
      @click=${() => (this.chosen = isOpen ? null : scheduleId)}
    >
      ${t(isOpen ? 'staff.schedule.done' : 'staff.schedule.edit')}
    </button>`;
  }

  #renderEditor(known: Known, scheduleId: string, name: string): TemplateResult | typeof nothing {
    if (this.chosen !== scheduleId || !this.mayChange) return nothing;
    const screen = known.screens.find(({ id }) => id === scheduleId);
    // A screen that goes by its group's begins its own with what that says.
    const standing = known.schedules.find(({ id }) => id === scheduleId);
    const from = standing ?? (screen === undefined ? undefined : scheduleFor(known.schedules, screen));
    return html`<ll-staff-schedule
      .scheduleId=${scheduleId}
      .name=${name}
      .known=${known}
      .screen=${screen ?? known.screens.find(({ group }) => groupOf(scheduleId) === (group ?? '')) ?? null}
      .time=${this.#ticker.time}
      .picture=${this.picture}
      .standing=${standing ?? null}
      .from=${from ?? null}
    ></ll-staff-schedule>`;
  }
}

/** A group that no screen is in any more is listed as long as it has a schedule: that keeps what is in it from being deleted. */
const groupsOf = ({ screens, schedules }: Known): readonly string[] => [
  ...new Set(
    [...screens.map(({ group }) => group), ...schedules.map(({ id }) => groupOf(id))].flatMap(
      (group) => group ?? [],
    ),
  ),
];
