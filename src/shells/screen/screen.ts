import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LiveQuery } from '../../app/live-query.ts';
import { BoardPaintedEvent, PaintedReporter, UNREADABLE, type Reason } from '../../app/painted.ts';
import { markReady, whenReady } from '../../app/ready.ts';
import { Ticker } from '../../app/ticker.ts';
import type { Showing } from '../../features/schedules/model/showing.ts';
import { missedText, whyText } from '../../features/schedules/model/why.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore, SyncStatus } from '../../protocol/client/api.ts';
import { formatMoment, LocaleController, t } from '../../i18n/index.ts';
import { boardClass, boardStyles } from '../../ui/board/board-styles.ts';
import { glassInPixels } from '../../ui/common/scale.ts';
import { Decide } from './decide.ts';
import { boardOf } from './items.ts';
import { readScreen, type ScreenRows } from './screen-rows.ts';
import { Stage, stageStyles } from './stage.ts';

/** A screen away from its hub for longer than this says when it last heard from it. */
const SAY_AWAY_AFTER_MS = 10 * 60_000;

/** What leaves no room at its foot, or says all notices itself. */
const ALONE: readonly Showing['show'][] = ['emergency', 'dark', 'notices'];

/** The television: shows what its schedule says, and tells what is on the glass once it is painted. */
@customElement('ll-screen')
export class LlScreen extends LitElement {
  static override readonly styles = [
    boardStyles,
    stageStyles,
    css`
      :host {
        position: relative;
        cursor: none;
      }
      ll-notice-frame {
        display: block;
        height: 100%;
      }
      .away {
        padding: 0 var(--safe-x);
        font-size: var(--board-least);
        line-height: 1.35;
        font-weight: 500;
        color: var(--quiet);
        text-align: center;
      }
    `,
  ];

  @state() private status: SyncStatus;
  @state() private isBare = false;
  readonly #clock = new Ticker(this, 1000);
  readonly #rows = new LiveQuery(this, {
    query: (view) => readScreen(view, this.device),
    args: () => [],
  });
  readonly #reporter: PaintedReporter;
  readonly #decide: Decide;
  readonly #stage: Stage;
  #stopStatus: (() => void) | undefined;

  constructor(
    private readonly store: LocalStore,
    private readonly device: RowOf<'deviceConfig'>,
  ) {
    super();
    new LocaleController(this);
    this.status = store.status();
    this.#reporter = new PaintedReporter(store);
    this.#decide = new Decide(store, device.id, () => this.requestUpdate());
    whenReady(() => {
      import('../../features/notices/board/brought-early.ts').catch(() => undefined);
    });
    this.addEventListener(BoardPaintedEvent.type, (event) => {
      if (event instanceof BoardPaintedEvent) this.#reporter.sounds(!event.silent);
    });
    this.#stage = new Stage(this, device.oneDecoder, {
      painted: (text, showing) => this.#reporter.rendered(text, reasonOf(showing), markReady),
      empty: (showing) => {
        this.#decide.nothingOf(showing);
        this.requestUpdate();
      },
    });
  }

  /** An emergency stands on it. */
  alarmed(): boolean {
    return this.#stage.showing?.show === 'emergency';
  }

  /** Takes what it shows off the glass and puts it up anew. */
  remount(): void {
    this.isBare = true;
    void this.updateComplete.then(() => (this.isBare = false));
  }

  /** True while people follow something that an update must not interrupt. */
  busy(): boolean {
    return this.#stage.showing?.show === 'run';
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

  override updated(): void {
    // The same board may stand on for another reason: pushed, and then planned.
    const { showing } = this.#stage;
    if (showing !== null) this.#reporter.because(reasonOf(showing));
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => this.#empty(),
      error: () => this.#alarm() ?? this.#alone(t('screen.unreadable'), UNREADABLE),
      complete: (rows) => (this.isBare ? nothing : this.#framed(rows)),
    });
  }

  /** Nothing is held yet; with the hub away it is as much as can be shown. */
  #empty(): TemplateResult {
    const alarm = this.#alarm();
    if (alarm !== null) return alarm;
    return this.status.link === 'away'
      ? this.#alone(t('screen.unknown'), 'waiting:content@0')
      : this.#alone(t('screen.waiting'), 'waiting:content@0', null, () => undefined);
  }

  /** The board, with what the house has to say at its foot. */
  #framed(rows: ScreenRows): TemplateResult {
    const boards = this.#board(rows);
    const alone = ALONE.includes(this.#stage.showing?.show ?? 'undated');
    return html`<ll-notice-frame .alone=${alone}>${boards} ${this.#away(rows)}</ll-notice-frame>`;
  }

  /** An emergency on the glass is not over because it can be read no more; null where none stands. */
  #alarm(): TemplateResult | null {
    return this.#stage.showing?.show === 'emergency' ? this.#stage.stand() : null;
  }

  #board(rows: ScreenRows): TemplateResult {
    const showing = this.#decide.showing(rows, this.#clock.time);
    if (showing === null) return this.#stage.stand();
    const board = boardOf(showing, {
      screenId: this.device.id,
      timeConfirmed: this.#confirmed,
      keeper: this.#decide.keeper,
    });
    const boards = board && this.#stage.put(showing, board);
    if (boards !== null) return boards;
    if (showing.show === 'undated') return this.#alone(t('screen.noTime'), 'no-time:clock@0', showing);
    // Its board's code could not be had: the words that matter most are shown without it.
    return showing.show === 'emergency'
      ? this.#alone(showing.notice.title, `notice:${showing.notice.id}@1`, showing)
      : this.#alone(t('screen.unreadable'), 'unreadable:board@0', showing);
  }

  /** Null until the hub has answered, or has not: a fresh start says nothing of it yet. */
  get #confirmed(): boolean | null {
    const confirmed = this.#clock.time.quality === 'confirmed';
    return !confirmed && this.status.link === 'starting' ? null : confirmed;
  }

  /** Words of the screen's own, over no board. */
  #alone(
    text: string,
    painted: string,
    showing: Showing | null = null,
    then: () => void = markReady,
  ): TemplateResult {
    this.#stage.clear();
    this.#reporter.rendered(painted, reasonOf(showing), then);
    return html`<div class=${boardClass(glassInPixels())}>
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
    const { time } = this.#clock;
    const { nowMs } = time;
    if (link !== 'away' || lastSyncMs === null || nowMs === null) return nothing;
    // In quiet hours nothing lights the room.
    if (this.#stage.showing?.show === 'dark') return nothing;
    if (nowMs - lastSyncMs < SAY_AWAY_AFTER_MS) return nothing;
    return html`<p class="away" slot="foot">
      ${t('screen.confirmedAt', {
        time: formatMoment(lastSyncMs, time, centre.utcOffsetMinutes),
      })}
    </p>`;
  }
}

const reasonOf = (showing: Showing | null): Reason => {
  const [missed] = showing?.missed ?? [];
  return {
    ...(showing === null ? {} : { why: whyText(showing.why) }),
    ...(missed === undefined ? {} : { missed: missedText(missed) }),
  };
};
