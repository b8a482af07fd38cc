import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mediaContext, storeContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import {
  beatAt,
  countAt,
  formAt,
  numberedForms,
  positionAt,
  type Form,
  type Programme,
  type Run,
} from '../model/run.ts';
import type { View } from '../../../protocol/client/api.ts';
import { locale, LocaleController, t } from '../../../i18n/index.ts';
import { boardStyles } from '../../../ui/board/board-styles.ts';
import { exerciseBoardStyles } from './board-exercise-styles.ts';
import { follow, release } from './follow-video.ts';

interface Playing {
  readonly run: Run;
  readonly programme: Programme;
  /** How many came to the session it is played for; null where it is for none. */
  readonly came: number | null;
}

async function readPlaying(view: View, { screenId }: { readonly screenId: string }): Promise<Playing | null> {
  const run = await view.get('centre', 'run', screenId);
  const programme = run && (await view.get('city', 'programme', run.programmeId));
  if (run === undefined || programme === undefined) return null;
  const count =
    run.sessionId === null ? undefined : await view.get('centre', 'attendanceCount', run.sessionId);
  return { run, programme, came: run.sessionId === null ? null : (count?.count ?? 0) };
}

/** How often the video is held to the run while nothing changes. */
const HOLD_EVERY_MS = 1000;

/**
 * A programme being done together: the video from the device itself, the form, one cue, the count, the side.
 * The words follow the picture's own time, so that eye and ear agree.
 * @fires ll-board-painted - with `run:SCREEN@VERSION` of what it has rendered
 */
@customElement('ll-board-exercise')
export class LlBoardExercise extends LitElement {
  static override readonly styles = [boardStyles, exerciseBoardStyles];

  @property({ attribute: false }) screenId = '';

  @state() private url: string | null = null;
  @state() private silent = false;
  /** Where the picture is, in milliseconds: what the words stand for. */
  @state() private atMs = 0;
  @query('video') private readonly video!: HTMLVideoElement | null;

  readonly #rows = new LiveQuery(this, {
    query: readPlaying,
    args: () => ({ screenId: this.screenId }),
  });
  readonly #store = new ContextConsumer(this, { context: storeContext, subscribe: true });
  readonly #media = new ContextConsumer(this, {
    context: mediaContext,
    subscribe: true,
    callback: () => void this.#findVideo(),
  });
  #wantedHash = '';
  #heldRun: Run | undefined;
  #stopListening: (() => void) | undefined;
  #holding: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#holding = setInterval(() => this.#hold(), HOLD_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#holding);
    this.#stopListening?.();
    this.#stopListening = undefined;
    if (this.video !== null) release(this.video);
  }

  override willUpdate(): void {
    const hash = this.#rows.value?.programme.video;
    if (hash !== undefined && hash !== this.#wantedHash) {
      this.#wantedHash = hash;
      void this.#findVideo();
    }
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      error: () => html`<div class="board alone"><p class="say">${t('screen.unreadable')}</p></div>`,
      complete: (playing) => this.#board(playing),
    });
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const run = this.#rows.value?.run;
    // A command is obeyed at once; between commands the timer holds the picture to the run.
    if (run !== undefined && (run !== this.#heldRun || changed.has('url'))) {
      this.#heldRun = run;
      this.#hold();
    }
    const showing = this.#rows.render({
      pending: () => null,
      empty: () => null,
      error: () => UNREADABLE,
      complete: ({ run: { id, version } }) => `run:${id}@${version}`,
    });
    if (showing !== null) this.dispatchEvent(new BoardPaintedEvent(showing));
  }

  /** Looks for the video on the device; until it is whole there, the words go on without it. */
  async #findVideo(): Promise<void> {
    const library = this.#media.value;
    const hash = this.#wantedHash;
    if (library === undefined || hash === '') return;
    this.#stopListening ??= library.onReady((ready) => {
      if (ready === this.#wantedHash) void this.#findVideo();
    });
    const url = await library.url(hash);
    if (hash === this.#wantedHash && this.isConnected) this.url = url;
  }

  #nowMs(): number | null {
    return this.#store.value?.time().nowMs ?? null;
  }

  /** Puts the picture where the run is, and the words where the picture is. */
  #hold(): void {
    const playing = this.#rows.value;
    const nowMs = this.#nowMs();
    if (playing === undefined || playing === null || nowMs === null) return;
    const { run, programme } = playing;
    const positionMs = Math.min(positionAt(run, nowMs), programme.durationMs);
    const { video } = this;
    if (video === null || video.readyState === HTMLMediaElement.HAVE_NOTHING) {
      // No picture yet: the words go on by the clock.
      this.atMs = positionMs;
      return;
    }
    void follow(video, { playing: run.state === 'playing', positionMs, rate: run.rate }).then((silent) => {
      this.silent = silent;
    });
  }

  readonly #pictureMoved = (): void => {
    if (this.video !== null) this.atMs = Math.round(this.video.currentTime * 1000);
  };

  #board({ run, programme, came }: Playing): TemplateResult {
    const form = formAt(programme, this.atMs);
    const beat = form === null ? null : beatAt(form, this.atMs);
    const chinese = locale() === 'zh-CN';
    const cue = chinese ? (beat?.cue ?? form?.cue) : (beat?.cueEn ?? form?.cueEn);
    return html`<div class="stage">
      <div class="video">
        ${
          this.url === null
            ? html`<p class="held">${t('screen.exercise.fetching')}</p>`
            : html`<video
                src=${this.url}
                preload="auto"
                playsinline
                @timeupdate=${this.#pictureMoved}
                @seeked=${this.#pictureMoved}
                @loadedmetadata=${() => this.#hold()}
              ></video>`
        }
        ${this.silent ? html`<span class="silent">${t('screen.exercise.silent')}</span>` : nothing}
        ${programme.mirrored ? html`<span class="mirror">${t('screen.exercise.mirror')}</span>` : nothing}
        ${run.state === 'paused' ? html`<p class="held">${t('screen.exercise.paused')}</p>` : nothing}
      </div>
      <div class="count">${form === null ? nothing : this.#count(form)} ${this.#dots(programme, form)}</div>
      <div class="words">
        <p class="form">
          ${
            form !== null && form.number >= 1 && form.number <= 8
              ? html`<em
                  >${t('screen.exercise.number', { number: t(`screen.numeral.${numeral(form.number)}`) })}</em
                >`
              : nothing
          }
          ${form === null ? programme.title : chinese ? form.name : form.nameEn}
        </p>
        <p class="cue">
          <b>${cue ?? ''}</b>
          <span>${came === null || came === 0 ? nothing : t('screen.exercise.came', { count: came })}</span>
        </p>
      </div>
    </div>`;
  }

  #count(form: Form): TemplateResult | typeof nothing {
    const count = countAt(form, this.atMs);
    if (count === null) return nothing;
    const side = beatAt(form, this.atMs)?.side ?? 'both';
    return html`<span class="digit">${count.count}</span>
      <span class="of">${t('screen.exercise.of', { count: count.of })}</span>
      <span class="side">${side === 'both' ? nothing : t(`screen.exercise.side.${side}`)}</span>`;
  }

  #dots(programme: Programme, form: Form | null): TemplateResult {
    const now = form?.number ?? 0;
    return html`<span class="dots" role="img" aria-label=${t('screen.exercise.progress', { number: now })}
      >${numberedForms(programme).map(
        ({ number }) => html`<i class=${number < now ? 'done' : number === now ? 'now' : 'next'}></i>`,
      )}</span
    >`;
  }
}

const NUMERALS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const numeral = (number: number): (typeof NUMERALS)[number] => NUMERALS.find((one) => one === number) ?? 1;
