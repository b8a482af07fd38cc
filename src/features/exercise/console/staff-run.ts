import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { AwakeWhile } from '../../../app/keep-awake.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { isOn, minutesUntil, sessionsOn, type Session } from '../../classes/model/sessions.ts';
import type { Programme, Run } from '../model/run.ts';
import { runState, type RunState } from '../model/run-state.ts';
import { mayBeginIn, runThatCounts, selfStarted } from '../model/self-started.ts';
import { clockTime, momentOf } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { formatClock, LocaleController, t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { runBeside } from './run-beside.ts';
import { runChip, runNow } from './run-now.ts';
import { runStyles } from './run-styles.ts';
import { glassTroubles, glassWords, isHeard, obeying, positionNow, type RunOnGlass } from './run-words.ts';
import type { RunFacts } from './run-facts.ts';
import './staff-run-remote.ts';
import './staff-run-start.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-run': LlStaffRun;
  }
}

/** A run on the screen, with the programme it plays. */
interface Running {
  readonly run: Run;
  readonly programme: Programme;
  readonly standing: Exclude<RunState, 'over'>;
  readonly nowMs: number;
}

/** The exercise on one screen: what it really does, and the leader's remote; or what to start there. */
@customElement('ll-staff-run')
export class LlStaffRun extends LitElement {
  static override readonly styles = [textStyles, cardStyles, chipStyles, messageStyles, runStyles];

  @property({ attribute: false }) facts!: RunFacts;
  @property({ attribute: false }) screen!: RowOf<'device'>;
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #ticker = new Ticker(this, 1000);

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
    new AwakeWhile(this, () => this.mayChange && this.#running() !== null);
  }

  override render(): TemplateResult {
    const running = this.#running();
    const session = this.#sessionNow(running?.run.sessionId ?? null);
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${this.screen.name}</h2>
          ${this.#chip(running)}
        </div>
        ${session === null ? nothing : this.#renderSession(session)}
        ${this.#isUnsent ? html`<p class="note warn">${consoleIcon('clock')}<span>${t('staff.run.unsent')}</span></p>` : nothing}
        ${running === null ? this.#renderStart(session) : this.#renderRun(running)}
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.run.refused')}</p>`
        }
      </section>
    `;
  }

  #running(): Running | null {
    const { nowMs } = this.#ticker.time;
    if (nowMs === null) return null;
    const { runs, programmes, courses, changes, isRest, centre } = this.facts;
    const row = runs.find((one) => one.id === this.screen.id);
    const ofRow = programmes.find((one) => one.id === row?.programmeId);
    const where = { screenId: this.screen.id, room: this.#room, courses, changes, isRest };
    const planned = selfStarted({ ...where, utcOffsetMinutes: centre.utcOffsetMinutes }, nowMs);
    const run = runThatCounts(row, planned, ofRow, nowMs);
    const programme = programmes.find((one) => one.id === run?.programmeId);
    if (run === undefined || programme === undefined) return null;
    const standing = runState(run, programme.durationMs, nowMs);
    return standing === 'over' ? null : { run, programme, standing, nowMs };
  }

  /** Something was pressed for this screen that the hub has not heard of. */
  get #isUnsent(): boolean {
    return this.#unsent.about(COMMANDS, this.screen.id);
  }

  get #room(): string | null {
    return this.facts.configs.find((one) => one.id === this.screen.id)?.room ?? null;
  }

  /** Without the hub nobody here knows what the glass does; what was pressed meanwhile is on this device only. */
  #chip(running: Running | null): TemplateResult {
    const { away, waitsLong } = this.#sync;
    const doubtful = (words: 'unsent' | 'unknown' | 'sent' | 'silent'): TemplateResult =>
      html`<span class="chip warn">${consoleIcon('silent')}${t(`staff.run.chip.${words}`)}</span>`;
    const isUnsent = waitsLong || this.#isUnsent;
    if (away || isUnsent) return doubtful(isUnsent ? 'unsent' : 'unknown');
    if (this.screen.pairedAtMs === null)
      return html`<span class="chip alert"
        >${consoleIcon('warning')}${t('staff.devices.state.unpaired')}</span
      >`;
    if (running === null) return runChip('over');
    const report = this.#reportOf(running);
    if (report === null) return doubtful('sent');
    return isHeard(report, running.nowMs) ? runChip(running.standing) : doubtful('silent');
  }

  get #glass(): RowOf<'glass'> | undefined {
    return this.facts.glasses.find((one) => one.id === this.screen.id);
  }

  /** What the screen says of the very command it was given last. */
  #reportOf({ run, nowMs }: Running): RunOnGlass | null {
    return obeying(
      this.facts.reports.find((one) => one.id === this.screen.id),
      run,
      this.#glass,
      this.screen,
      nowMs,
    );
  }

  #renderSession(session: Session): TemplateResult {
    const count = this.facts.tallies.find((one) => one.id === session.id)?.count ?? 0;
    const name = inPageLanguage(session.course.name, session.course.nameEn);
    return html`<p class="head">
      <span>${formatClock(clockTime(session.startMinute))} ${name}</span>
      <b class="num">${t('staff.run.came', { count })}</b>
    </p>`;
  }

  #renderRun(running: Running): TemplateResult {
    const { run, programme, standing, nowMs } = running;
    const last = this.facts.reports.find((one) => one.id === this.screen.id);
    const report = this.#reportOf(running);
    return html`${runNow({ run, programme, standing, nowMs }, report)}
    ${
      this.#unpaired() ??
      html`<p class="soft reports">${glassWords(run, programme, report, this.#glass, nowMs, this.#sync)}</p>`
    }
    ${runBeside(this.facts, { run, programme, standing, nowMs }, this.#sync)}
    ${glassTroubles(report).map((trouble) => html`<p class="note warn">${consoleIcon('warning')}<span>${trouble}</span></p>`)}
    ${
      this.mayChange
        ? html`<ll-staff-run-remote
            .run=${run}
            .programme=${programme}
            .standing=${standing}
            .report=${report}
            .last=${last}
            .atMs=${positionNow(run, report, nowMs)}
            .change=${this.#change}
          ></ll-staff-run-remote>`
        : nothing
    }`;
  }

  /** A television that its hub does not let in shows its code, whatever is commanded. */
  #unpaired(): TemplateResult | null {
    if (this.screen.pairedAtMs !== null) return null;
    return html`<p class="note warn">${consoleIcon('warning')}<span>${t('staff.run.unpaired')}</span></p>`;
  }

  #renderStart(session: Session | null): TemplateResult {
    const { programmes, runs, screens, configs, courses, centre } = this.facts;
    if (programmes.length === 0) return html`<p class="nothing">${t('staff.run.noProgrammes')}</p>`;
    if (!this.mayChange) return html`<p class="nothing">${t('staff.run.nothingOn')}</p>`;
    if (this.screen.pairedAtMs === null) return html`${this.#unpaired()}`;
    const room = this.#room;
    const moment = momentOf(this.#ticker.time, centre.utcOffsetMinutes);
    const beside = screens.filter(
      ({ id }) =>
        id !== this.screen.id && room !== null && configs.find((one) => one.id === id)?.room === room,
    );
    return html`<ll-staff-run-start
      .screenId=${this.screen.id}
      .programmes=${programmes}
      .session=${session}
      .stopped=${runs.find((one) => one.id === this.screen.id)}
      .beside=${beside}
      .courses=${moment === null ? [] : mayBeginIn(room, courses, moment.date)}
      .nowMs=${this.#ticker.time.nowMs ?? 0}
      .change=${this.#change}
    ></ll-staff-run-start>`;
  }

  /** The session of the run, else the exercise that is on or about to begin where this screen hangs. */
  #sessionNow(runsFor: string | null): Session | null {
    const { courses, changes, isRest, centre } = this.facts;
    const moment = momentOf(this.#ticker.time, centre.utcOffsetMinutes);
    const room = this.#room;
    if (moment === null) return null;
    const today = sessionsOn(courses, changes, moment.date, isRest);
    const here = today.filter(
      ({ cancelled, course, ...session }) =>
        !cancelled && session.room === room && (course.kind === 'exercise' || course.programmeId !== null),
    );
    return (
      today.find((session) => session.id === runsFor) ??
      here.find((session) => isOn(session, moment)) ??
      here.find((session) => isSoon(minutesUntil(session, moment))) ??
      null
    );
  }
}

const COMMANDS = ['run.start', 'run.pause', 'run.resume', 'run.jump', 'run.set', 'run.stop'] as const;

/** A leader who starts early means the session to come. */
const SOON_MINUTES = 30;
const isSoon = (minutes: number): boolean => minutes > 0 && minutes <= SOON_MINUTES;
