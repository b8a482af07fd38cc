import '../../i18n/screen-texts.ts';
import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deviceContext } from '../../app/contexts.ts';
import { LiveQuery } from '../../app/live-query.ts';
import { BoardPaintedEvent } from '../../app/painted.ts';
import { SyncState } from '../../app/sync-status.ts';
import { Ticker } from '../../app/ticker.ts';
import { restDays } from '../../features/calendar/model/calendar.ts';
import type { Run } from '../../features/exercise/model/run.ts';
import { runState } from '../../features/exercise/model/run-state.ts';
import { isOwnWord } from '../../features/devices/model/own-word.ts';
import { runThatCounts, selfStarted } from '../../features/exercise/model/self-started.ts';
import { showingOn, type ScreenFacts } from '../../features/schedules/model/showing.ts';
import type { View } from '../../protocol/client/api.ts';
import { locale, LocaleController, t } from '../../i18n/index.ts';
import { smallGlass, smallGlassStyles } from '../../ui/console/small-glass.ts';
import { OwnSize } from '../../ui/console/own-size.ts';
import { boardOf } from '../screen/items.ts';
import { LoadedBoards } from '../screen/loaded-boards.ts';
import { readScreen } from '../screen/screen-rows.ts';

/** After so long without a word nobody knows what stands on a glass. */
const SILENT_AFTER_MS = 150_000;

async function readPicture(view: View, { deviceId }: { readonly deviceId: string }) {
  const device = await view.get('staff', 'device', deviceId);
  const config = await view.get('staff', 'deviceConfig', deviceId);
  const glass = await view.get('staff', 'glass', deviceId);
  const health = await view.get('staff', 'deviceHealth', deviceId);
  const rows = config && (await readScreen(view, config));
  const ran = await view.get('staff', 'runReport', deviceId);
  if (device === undefined || config?.kind !== 'screen' || glass === undefined || rows == null) return null;
  return {
    config,
    rows,
    ran,
    device,
    showing: glass.showing,
    saidMs: glass.confirmedMs,
    heardMs: Math.max(glass.confirmedMs, health?.lastSeenMs ?? 0),
  };
}

type Pictured = NonNullable<Awaited<ReturnType<typeof readPicture>>>;

/** The run that somebody has commanded there or the timetable has begun, where the glass says that it does just that. */
function runOf(
  { config, ran, rows: { exercise, centre } }: Pictured,
  nowMs: number | null,
): Pick<ScreenFacts, 'run' | 'programme'> {
  if (exercise === null || nowMs === null || ran === undefined)
    return { run: undefined, programme: undefined };
  const { row, room, courses, changes, days, programmes } = exercise;
  const { utcOffsetMinutes } = centre;
  const plan = { screenId: config.id, room, courses, changes, isRest: restDays(days), utcOffsetMinutes };
  const programmeOf = (run: Run | undefined) => programmes.find(({ id }) => id === run?.programmeId);
  const run = runThatCounts(row, selfStarted(plan, nowMs), programmeOf(row), nowMs);
  const programme = programmeOf(run);
  const does = run && programme && runState(run, programme.durationMs, nowMs);
  // Held by its own remote, it does not go on here meanwhile.
  return does === ran.state ? { run, programme } : { run: undefined, programme: undefined };
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-glass-picture': LlStaffGlassPicture;
  }
}

/**
 * What stands on a screen, drawn by the screen's own board at its panel's size and made small. It is shown only while what
 * the board has drawn here is word for word what the glass has reported, in its version: else there are but words.
 */
@customElement('ll-staff-glass-picture')
export class LlStaffGlassPicture extends LitElement {
  static override readonly styles = [
    smallGlassStyles,
    css`
      :host {
        display: block;
        max-width: 40rem;
        margin-top: 0.75rem;
      }
      p {
        margin: 0.375rem 0 0;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: 'device-id' }) deviceId = '';
  /** What the board here has drawn last. */
  @state() private drawn: string | null = null;
  @state() private widthPx = 0;

  /** The boards here stand where that screen hangs, not where this console is. */
  readonly #device = new ContextProvider(this, { context: deviceContext });
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #loaded = new LoadedBoards(() => this.requestUpdate());
  readonly #rows = new LiveQuery(this, { query: readPicture, args: () => ({ deviceId: this.deviceId }) });

  constructor() {
    super();
    new OwnSize(this, (widthPx) => (this.widthPx = widthPx));
    new LocaleController(this);
    this.addEventListener(BoardPaintedEvent.type, (event) => {
      event.stopPropagation();
      if (event instanceof BoardPaintedEvent) this.drawn = event.showing;
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('deviceId')) this.drawn = null;
    const config = this.#rows.value?.config;
    if (config !== undefined) this.#device.setValue(config);
  }

  override render(): TemplateResult | typeof nothing {
    const { value } = this.#rows;
    const { time } = this.#ticker;
    // In another language it would be another picture.
    if (value == null || this.widthPx === 0 || value.config.locale !== locale()) return nothing;
    const { device, config, rows, showing: reported, saidMs, heardMs } = value;
    const showing = showingOn({ ...rows, ...runOf(value, time.nowMs), time });
    const timeConfirmed = time.quality === 'confirmed';
    const board =
      showing.show === 'playlist'
        ? null
        : boardOf(showing, {
            isPicture: true,
            screenId: this.deviceId,
            timeConfirmed,
          });
    if (board === null || this.#loaded.stateOf(showing.show, board) !== 'here') return nothing;
    const isHeard = !this.#sync.away && (time.nowMs === null || time.nowMs - heardMs < SILENT_AFTER_MS);
    const isSo = isHeard && isOwnWord(device, saidMs, time.nowMs) && this.drawn === reported;
    const { panel, distanceMm } = config;
    const label = t('staff.glass.picture');
    return html`
      ${smallGlass({ panel, distanceMm, widthPx: this.widthPx, label }, board.put(), !isSo)}
      ${isSo ? html`<p>${label}</p>` : nothing}
    `;
  }
}
