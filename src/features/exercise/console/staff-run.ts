import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { isOn, minutesUntil, sessionsOn, type Session } from '../../classes/model/sessions.ts';
import { beatAt, formAt, positionAt, runState, type Form, type Programme, type Run } from '../model/run.ts';
import { id } from '../../../kernel/ids.ts';
import { clockTime, momentOf } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { formatClock, LocaleController, locale, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { glassWords } from './run-words.ts';
import type { RunFacts } from './run-facts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-run': LlStaffRun;
  }
}

/** The exercise on one screen: where it is, and start, pause, go on, jump, stop. */
@customElement('ll-staff-run')
export class LlStaffRun extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .now {
        display: grid;
        gap: 0.25rem;
        margin: 0.75rem 0;
        padding: 0.875rem 1rem;
        border-radius: 0.875rem;
        background: var(--night);
        color: var(--cream);
      }
      .form {
        display: flex;
        gap: 0.75rem;
        align-items: baseline;
        font-size: 1.375rem;
        font-weight: 900;
        line-height: 1.3;
      }
      .form .num,
      .at {
        color: var(--gold);
      }
      .at {
        font-variant-numeric: tabular-nums;
        font-weight: 700;
      }
      .cue {
        color: var(--mint);
      }
      progress {
        width: 100%;
        height: 0.5rem;
        border: 0;
        border-radius: 99px;
        background: #35503f;
        overflow: hidden;
        appearance: none;
      }
      progress::-webkit-progress-bar {
        background: #35503f;
      }
      progress::-webkit-progress-value {
        background: var(--gold);
      }
      progress::-moz-progress-bar {
        background: var(--gold);
      }
      .line {
        display: flex;
        gap: 0.75rem;
        justify-content: space-between;
      }
      .controls {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(6rem, 2fr);
        gap: 0.5rem;
        margin-bottom: 0.75rem;
      }
      .controls button {
        padding: 0.25rem 0.5rem;
        min-height: 3.5rem;
        white-space: nowrap;
        font-size: 1.125rem;
      }
      .forms {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9.25rem, 1fr));
        gap: 0.5rem;
        margin-top: 0.375rem;
      }
      .forms button {
        justify-content: flex-start;
        width: 100%;
        min-height: 3rem;
        padding: 0.25rem 0.5rem;
        gap: 0.375rem;
        border-color: #d6c7a9;
        background: transparent;
        text-align: left;
        font-weight: 500;
      }
      .forms button[aria-current='true'] {
        border-color: var(--pine);
        background: var(--pine-tint);
        color: var(--pine-deep);
        font-weight: 700;
      }
      .forms b {
        min-width: 1em;
        font-variant-numeric: tabular-nums;
      }
      .reports {
        margin-bottom: 0.75rem;
      }
      .start {
        display: grid;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) facts!: RunFacts;
  @property({ attribute: false }) screen!: RowOf<'device'>;
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  @state() private programmeId = '';

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this, 1000);

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('facts')) return;
    const known = this.facts.programmes.some((one) => one.id === this.programmeId);
    if (!known) this.programmeId = this.facts.programmes[0]?.id ?? '';
  }

  override render(): TemplateResult {
    const { nowMs } = this.#ticker.time;
    const run = this.facts.runs.find((one) => one.id === this.screen.id);
    const programme = this.facts.programmes.find((one) => one.id === run?.programmeId);
    const standing =
      run === undefined || programme === undefined || nowMs === null
        ? 'over'
        : runState(run, programme.durationMs, nowMs);
    const session = this.#sessionNow(standing === 'over' ? null : (run?.sessionId ?? null));
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${this.screen.name}</h2>
          ${this.#chip(standing)}
        </div>
        ${session === null ? nothing : this.#renderSession(session)}
        ${
          standing === 'over' || run === undefined || programme === undefined || nowMs === null
            ? this.#renderStart(session)
            : this.#renderRun(run, programme, standing, nowMs)
        }
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.run.refused')}</p>`
        }
      </section>
    `;
  }

  /** Without the hub nobody here knows what the glass does; what was pressed meanwhile is on this device only. */
  #chip(standing: 'playing' | 'paused' | 'over'): TemplateResult {
    const { away, waitsLong } = this.#sync;
    if (!away && !waitsLong) return chip(standing);
    const words = waitsLong ? 'staff.run.chip.unsent' : 'staff.run.chip.unknown';
    return html`<span class="chip warn">${consoleIcon('silent')}${t(words)}</span>`;
  }

  #renderSession(session: Session): TemplateResult {
    const count = this.facts.tallies.find((one) => one.id === session.id)?.count ?? 0;
    const name = locale() === 'en' ? (session.course.nameEn ?? session.course.name) : session.course.name;
    return html`<p class="head">
      <span>${formatClock(clockTime(session.startMinute))} ${name}</span>
      <b class="num">${t('staff.run.came', { count })}</b>
    </p>`;
  }

  #renderRun(run: Run, programme: Programme, standing: 'playing' | 'paused', nowMs: number): TemplateResult {
    const at = Math.min(positionAt(run, nowMs), programme.durationMs);
    const form = formAt(programme, at);
    // The very cue that stands on the screen.
    const beat = form === null ? null : beatAt(form, at);
    const cue = locale() === 'en' ? (beat?.cueEn ?? form?.cueEn) : (beat?.cue ?? form?.cue);
    return html`
      <div class="now">
        <p class="line">
          <span>${locale() === 'en' ? programme.titleEn : programme.title}</span>
          <span class="at">${timecode(at)} / ${timecode(programme.durationMs)}</span>
        </p>
        ${
          form === null
            ? nothing
            : html`<p class="form">
                  ${form.number >= 1 && form.number <= 8 ? html`<span class="num">${form.number}</span>` : nothing}
                  ${nameOf(form)}
                </p>
                <p class="cue">${cue}</p>`
        }
        <progress
          max=${programme.durationMs}
          value=${Math.round(at)}
          aria-label=${t('staff.run.position')}
        ></progress>
      </div>
      <p class="soft reports">${this.#reported(run)}</p>
      ${this.mayChange ? this.#renderControls(programme, form, standing) : nothing}
    `;
  }

  #renderControls(programme: Programme, now: Form | null, standing: 'playing' | 'paused'): TemplateResult {
    const screenId = this.screen.id;
    return html`
      <div class="controls">
        ${
          standing === 'playing'
            ? html`<button class="primary" @click=${() => this.#change.run('run.pause', { screenId })}>
                ${consoleIcon('pause')}${t('staff.run.pause')}
              </button>`
            : html`<button class="confirm" @click=${() => this.#change.run('run.resume', { screenId })}>
                ${consoleIcon('play')}${t('staff.run.resume')}
              </button>`
        }
        <button class="outline" @click=${() => this.#change.run('run.stop', { screenId })}>
          ${consoleIcon('stop')}${t('staff.run.stop')}
        </button>
      </div>
      <h3 id="jump">${t('staff.run.jump')}</h3>
      <div class="forms" role="group" aria-labelledby="jump">
        ${programme.forms.map(
          (form) =>
            html`<button
              aria-current=${form.key === now?.key}
              @click=${() => this.#change.run('run.jump', { screenId, formKey: form.key })}
            >
              <b>${form.number >= 1 && form.number <= 8 ? form.number : '·'}</b> ${nameOf(form)}
            </button>`,
        )}
      </div>
    `;
  }

  #renderStart(session: Session | null): TemplateResult {
    if (this.facts.programmes.length === 0)
      return html`<p class="nothing">${t('staff.run.noProgrammes')}</p>`;
    if (!this.mayChange) return html`<p class="nothing">${t('staff.run.nothingOn')}</p>`;
    return html`
      <div class="start">
        <div>
          <label for="programme">${t('staff.run.programme')}</label>
          <select
            id="programme"
            @change=${({ target }: Event) => {
              if (target instanceof HTMLSelectElement) this.programmeId = target.value;
            }}
          >
            ${this.facts.programmes.map(
              (one) =>
                html`<option value=${one.id} ?selected=${one.id === this.programmeId}>
                  ${locale() === 'en' ? one.titleEn : one.title} · ${timecode(one.durationMs)}
                </option>`,
            )}
          </select>
        </div>
        ${this.#sync.cutOff === null ? nothing : html`<p class="note warn">${t(this.#sync.cutOff === 'away' ? 'staff.run.away' : 'staff.run.signedOut')}</p>`}
        <button class="confirm go" ?disabled=${this.#change.running} @click=${() => this.#start(session)}>
          ${consoleIcon('play')}${t('staff.run.start')}
        </button>
      </div>
    `;
  }

  #start(session: Session | null): void {
    void this.#change.run('run.start', {
      screenId: this.screen.id,
      programmeId: id(this.programmeId),
      sessionId: session?.id ?? null,
      formKey: null,
    });
  }

  /** Whether the glass says that it follows this very command. */
  #reported(run: Run): string {
    const glass = this.facts.glasses.find((one) => one.id === this.screen.id);
    return glassWords(glass, run, this.#sync);
  }

  /** The session of the run, else the exercise that is on or about to begin where this screen hangs. */
  #sessionNow(runsFor: string | null): Session | null {
    const { courses, changes, isRest, centre, configs } = this.facts;
    const moment = momentOf(this.#ticker.time, centre.utcOffsetMinutes);
    const room = configs.find((one) => one.id === this.screen.id)?.room ?? null;
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

/** A leader who starts early means the session to come. */
const SOON_MINUTES = 30;
const isSoon = (minutes: number): boolean => minutes > 0 && minutes <= SOON_MINUTES;

const nameOf = (form: Form): string => (locale() === 'en' ? form.nameEn : form.name);

/** 3:07 of a video's milliseconds. */
function timecode(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function chip(standing: 'playing' | 'paused' | 'over'): TemplateResult {
  switch (standing) {
    case 'playing':
      return html`<span class="chip ok">${consoleIcon('play')}${t('staff.run.chip.playing')}</span>`;
    case 'paused':
      return html`<span class="chip warn">${consoleIcon('pause')}${t('staff.run.chip.paused')}</span>`;
    case 'over':
      return html`<span class="chip">${t('staff.run.chip.over')}</span>`;
  }
}
