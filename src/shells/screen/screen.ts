import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LiveQuery } from '../../app/live-query.ts';
import { BoardPaintedEvent, PaintedReporter, UNREADABLE } from '../../app/painted.ts';
import { markReady } from '../../app/ready.ts';
import { Ticker } from '../../app/ticker.ts';
import { restDays } from '../../features/calendar/model/calendar.ts';
import type { IsRest } from '../../features/classes/model/sessions.ts';
import { mayBegin } from '../../features/exercise/model/run.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { showingOn, type ScreenFacts, type Showing } from '../../features/schedules/model/showing.ts';
import type { LocalStore, SyncStatus, View } from '../../protocol/client/api.ts';
import { formatTimeAndDay, LocaleController, t } from '../../i18n/index.ts';
import { boardStyles } from '../../ui/board/board-styles.ts';
import '../../features/classes/board/board-timetable.ts';
import '../../features/menus/board/board-menu.ts';
import { JoinedRun } from './joined-runs.ts';

/** What the local store says about this screen. */
type ScreenRows = Omit<ScreenFacts, 'time'>;

/** A screen away from its hub for longer than this says when it last heard from it. */
const SAY_AWAY_AFTER_MS = 10 * 60_000;

/** The television: shows what its schedule says, and tells what is on the glass once it is painted. */
@customElement('ll-screen')
export class LlScreen extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      :host {
        position: relative;
        cursor: none;
      }
      .away {
        position: absolute;
        left: 50%;
        bottom: calc(var(--safe-y) * 0.25);
        transform: translateX(-50%);
        font-size: var(--board-least);
        line-height: 1.2;
        font-weight: 500;
        color: var(--quiet);
        white-space: nowrap;
      }
    `,
  ];

  @state() private status: SyncStatus;
  readonly #clock = new Ticker(this, 1000);
  readonly #rows = new LiveQuery(this, { query: (view) => this.#read(view), args: () => [] });
  readonly #reporter: PaintedReporter;
  readonly #joined: JoinedRun;
  #stopStatus: (() => void) | undefined;

  constructor(
    private readonly store: LocalStore,
    private readonly device: RowOf<'deviceConfig'>,
  ) {
    super();
    new LocaleController(this);
    this.status = store.status();
    this.#reporter = new PaintedReporter(store);
    this.#joined = new JoinedRun(device.id);
    this.addEventListener(BoardPaintedEvent.type, (event) => {
      if (event instanceof BoardPaintedEvent) this.#reporter.rendered(event.showing, markReady);
    });
  }

  /** True while people follow something that an update must not interrupt. */
  busy(): boolean {
    const rows = this.#rows.value;
    return rows != null && this.#decide(rows).show === 'run';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#reporter.start();
    this.#stopStatus = this.store.watchStatus((status) => (this.status = status));
    document.body.style.background = 'var(--night)';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reporter.stop();
    this.#stopStatus?.();
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => this.#empty(),
      error: () => this.#alone(t('screen.unreadable'), UNREADABLE),
      complete: (rows) => html`${this.#board(this.#decide(rows))} ${this.#away(rows)}`,
    });
  }

  /** Nothing is held yet; with the hub away it is as much as can be shown. */
  #empty(): TemplateResult {
    return this.status.link === 'away'
      ? this.#alone(t('screen.unknown'), 'waiting:content@0')
      : this.#alone(t('screen.waiting'), 'waiting:content@0', () => undefined);
  }

  /** What to show: of a run only one this screen has begun in time, whatever its clock says now. */
  #decide(rows: ScreenRows): Showing {
    const { time } = this.#clock;
    const { run } = rows;
    const takesPart =
      run !== undefined && time.nowMs !== null && (this.#joined.has(run) || mayBegin(run, time.nowMs));
    const showing = showingOn({ ...rows, run: takesPart ? run : undefined, time });
    if (showing.show === 'run') this.#joined.join(showing.run);
    else if (showing.show !== 'emergency') this.#joined.leave();
    return showing;
  }

  #board(showing: Showing): TemplateResult {
    switch (showing.show) {
      case 'emergency':
        void import('../../features/notices/board/board-notice.ts');
        return html`<ll-board-notice .notice=${showing.notice}></ll-board-notice>`;
      case 'run':
        void import('../../features/exercise/board/board-exercise.ts');
        return html`<ll-board-exercise .screenId=${this.device.id}></ll-board-exercise>`;
      case 'menu':
        return html`<ll-board-menu
          .sitting=${showing.sitting}
          .timeConfirmed=${this.#confirmed}
        ></ll-board-menu>`;
      case 'programme':
      case 'timetable':
        return html`<ll-board-timetable .date=${showing.date}></ll-board-timetable>`;
      case 'undated':
        return this.#alone(t('screen.noTime'), 'no-time:clock@0');
    }
  }

  /** Null until the hub has answered, or has not: a fresh start says nothing of it yet. */
  get #confirmed(): boolean | null {
    const confirmed = this.#clock.time.quality === 'confirmed';
    return !confirmed && this.status.link === 'starting' ? null : confirmed;
  }

  #alone(text: string, showing: string, painted: () => void = markReady): TemplateResult {
    this.#reporter.rendered(showing, painted);
    return html`<div class="board">
      <header></header>
      <section class="alone">
        <p class="say">${text}</p>
        <p class="ask">${t('screen.menu.ask')}</p>
      </section>
      <footer></footer>
    </div>`;
  }

  #away({ centre }: ScreenRows): TemplateResult | typeof nothing {
    const { link, lastSyncMs } = this.status;
    const { nowMs } = this.#clock.time;
    if (link !== 'away' || lastSyncMs === null || nowMs === null) return nothing;
    if (nowMs - lastSyncMs < SAY_AWAY_AFTER_MS) return nothing;
    return html`<p class="away">
      ${t('screen.confirmedAt', {
        time: formatTimeAndDay(lastSyncMs, nowMs, centre.utcOffsetMinutes),
      })}
    </p>`;
  }

  async #read(view: View): Promise<ScreenRows | null> {
    const [centre] = await view.list('centre', 'centre');
    if (centre === undefined) return null;
    const [schedule, run, notices, isRest] = await Promise.all([
      view.get('centre', 'schedule', this.device.id),
      view.get('centre', 'run', this.device.id),
      view.list('centre', 'notice'),
      readRest(view, centre),
    ]);
    const programme = run && (await view.get('city', 'programme', run.programmeId));
    return { centre, schedule, canteenId: this.device.canteenId, run, programme, notices, isRest };
  }
}

/** The public holidays, where some meal is not served on them: the calendar is long, and every change asks again. */
async function readRest(view: View, { meals }: ScreenRows['centre']): Promise<IsRest> {
  const matters = meals.some((meal) => meal.skipsHolidays === true);
  return restDays(matters ? await view.list('city', 'calendarDay') : []);
}
