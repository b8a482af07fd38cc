import '../../../i18n/exercise-texts.ts';
import { ContextConsumer } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { storeContext } from '../../../app/contexts.ts';
import { BoardPaintedEvent } from '../../../app/painted.ts';
import type { RunCommand } from '../model/command.ts';
import { beatAt, formAt, type Programme, type Run } from '../model/run.ts';
import { positionAt, type RunState } from '../model/run-state.ts';
import { LocaleController } from '../../../i18n/index.ts';
import { boardGalleyStyles } from '../../../ui/board/board-galley-styles.ts';
import { boardStyles } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { exerciseBoardStyles } from './board-exercise-styles.ts';
import { againView, comingView } from './calling-views.ts';
import { callingStyles } from './calling-styles.ts';
import { titleOf } from './exercise-views.ts';
import { coachCame } from './coach/coach-came.ts';
import type { CoachFrameEvent, LlCoach } from './coach/coach.ts';
import { HeldMedia } from './held-media.ts';
import { PlayingFilm } from './playing-film.ts';
import { AroundExercise } from './around-exercise.ts';
import { ComeCode } from './come-code.ts';
import { CountingAloud, type BringVoice } from './counting-aloud.ts';
import { stageView } from './stage-view.ts';
import { abilities, RunReporter, type RunSaid } from './run-reporter.ts';
import { hideUnder } from './under-bar.ts';
import './board-run-remote.ts';

const LOUDEST = 100;

/**
 * A programme being done together: the film from the device itself or the drawn coach, the form, one cue, the count, the
 * side. The words follow the picture's own frames, so that eye and ear agree.
 * @fires ll-board-painted - with `run:SCREEN@VERSION` of what it has rendered
 */
@customElement('ll-board-exercise')
export class LlBoardExercise extends LitElement {
  static override readonly styles = [boardStyles, boardGalleyStyles, exerciseBoardStyles, callingStyles];

  @property({ attribute: false }) run!: Run;
  @property({ attribute: false }) programme!: Programme;
  @property({ attribute: false }) standing!: Exclude<RunState, 'over'>;
  /** Obeys the set's own remote; null where this is a mere picture of a board, which has none and says nothing of itself. */
  @property({ attribute: false }) press: ((command: RunCommand) => void) | null = () => undefined;
  /** Brings what counts aloud, where the screen has such a thing. */
  @property({ attribute: false }) bringVoice: BringVoice | null = null;

  @state() private draws = false;
  @query('video') private readonly video!: HTMLVideoElement | null;
  @query('ll-coach') private readonly coach!: LlCoach | null;

  readonly #around = new AroundExercise(this, () => this.run?.sessionId);
  readonly #code = new ComeCode(this, () => (this.standing === 'soon' ? this.run.sessionId : undefined));
  readonly #aloud = new CountingAloud(this);
  readonly #store = new ContextConsumer(this, { context: storeContext, subscribe: true });
  readonly #film = new PlayingFilm(this, {
    run: () => this.run,
    programme: () => this.programme,
    nowMs: () => this.#nowMs(),
    shown: (atMs) => this.#shown(atMs),
    held: () => this.#tell(),
  });
  readonly #video = new HeldMedia(this, 'film', () => this.programme.video);
  readonly #music = new HeldMedia(this, 'sound', () => this.programme.music);
  readonly #reporter = new RunReporter();
  /** The moment that stands on the glass, and what is said of it: the words are rendered anew only when they change. */
  #atMs = 0;
  #said = '';
  /** No frame has been drawn of the newest command yet: what stands on the glass is still of the last. */
  #isNew = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.programme.coach !== undefined && !this.draws) void this.#bringCoach();
    if (changed.has('run') && changed.get('run')?.version !== this.run.version) {
      this.#reporter.answer();
      this.#isNew = true;
    }
    // No picture yet: the words go on by the clock.
    if (!this.#pictured) this.#atMs = this.#positionMs();
    const at = `${this.run.version} ${formAt(this.programme, this.#atMs)?.key}`;
    void this.#aloud.have(this.programme, this.run.id, at, this.bringVoice);
  }

  override render(): TemplateResult {
    if (this.press === null) return this.#view();
    return html`${this.#view()}<ll-board-run-remote
        .run=${this.run}
        .programme=${this.programme}
        .standing=${this.standing}
        .can=${this.#can}
        .at=${() => this.#positionMs()}
        .press=${(command: RunCommand) => this.#pressed(command)}
        .covers=${(topPx: number | null) => hideUnder(this.renderRoot, topPx)}
      ></ll-board-run-remote>`;
  }

  override updated(changed: PropertyValues<this>): void {
    this.#film.take(this.video);
    if (changed.has('run') || changed.has('standing')) this.#film.hold();
    this.dispatchEvent(new BoardPaintedEvent(`run:${this.run.id}@${this.run.version}`));
    if (!this.#isFilm || this.standing === 'soon' || this.standing === 'again') this.#tell();
  }

  get #isFilm(): boolean {
    return !this.#isDrawn && this.#video.url !== null;
  }

  /** Drawn, where this engine can: the film stays for those that cannot. */
  get #isDrawn(): boolean {
    return this.programme.coach !== undefined && this.draws;
  }

  get #pictured(): boolean {
    return this.#isDrawn || (this.video !== null && this.video.readyState > HTMLMediaElement.HAVE_NOTHING);
  }

  get #mirrored(): boolean {
    return this.run.mirrored ?? this.programme.mirrored;
  }

  get #seated(): boolean {
    return this.run.seated ?? this.programme.coach?.seated ?? false;
  }

  get #can(): RunSaid['can'] {
    return abilities({
      drawn: this.#isDrawn,
      // Whoever sits for the exercise of the hands sits already.
      seats: this.programme.coach?.kind === 'baduanjin',
      speaks: this.#aloud.speaks,
      sounds: this.#isFilm || this.#music.url !== null || this.#aloud.speaks,
    });
  }

  async #bringCoach(): Promise<void> {
    this.draws = await coachCame();
  }

  #nowMs(): number | null {
    return this.#store.value?.time().nowMs ?? null;
  }

  #positionMs(): number {
    const nowMs = this.#nowMs();
    return nowMs === null ? 0 : Math.min(positionAt(this.run, nowMs), this.programme.durationMs);
  }

  /** A frame stands on the glass: the words go with it, and change in the same frame. */
  #shown(atMs: number): void {
    this.#atMs = atMs;
    const form = formAt(this.programme, atMs);
    const beat = form && beatAt(form, atMs);
    const said = `${form?.key} ${beat?.atMs}`;
    if (this.#isNew) this.requestUpdate();
    this.#isNew = false;
    if (said === this.#said) return;
    const isNewForm = form?.key !== this.#said.split(' ')[0];
    this.#said = said;
    if (form !== null) this.#aloud.say(this.run, form, beat?.count ?? 0, isNewForm);
    this.requestUpdate();
  }

  #pressed(command: RunCommand | null): void {
    this.#film.touched();
    if (command !== null) this.press?.(command);
  }

  #tell(): void {
    const store = this.#store.value;
    if (store === undefined || !this.isConnected || this.press === null) return;
    const { version, rate, volume = LOUDEST, voice = false } = this.run;
    const film = this.#isFilm;
    const { driftMs, leaps, following } = this.#film.following;
    this.#reporter.say(store, {
      version,
      state: this.standing,
      // A command is answered with where it leads: "next", pressed then, counts from there.
      positionMs: Math.max(0, Math.round(this.#pictured && !this.#isNew ? this.#atMs : this.#positionMs())),
      rate,
      picture: this.#isDrawn ? 'coach' : film ? 'film' : 'none',
      silent: film ? this.#film.silent : (this.coach?.silent ?? false),
      following: !film || following,
      driftMs: film ? driftMs : 0,
      leaps: film ? leaps : 0,
      mirrored: this.#mirrored,
      seated: this.#seated,
      voice,
      volume,
      can: this.#can,
    });
  }

  #view(): TemplateResult {
    const nowMs = this.#nowMs() ?? this.run.asOfMs;
    switch (this.standing) {
      case 'soon':
        return comingView(this, this.programme, this.run.asOfMs - nowMs, {
          aside: this.#around.text(),
          code: this.#code.view(nowMs),
        });
      case 'again':
        return againView(glassInPixels(this), this.#around.text());
      case 'playing':
      case 'paused':
        return this.#stage();
    }
  }

  #stage(): TemplateResult {
    return stageView(this, {
      programme: this.programme,
      atMs: this.#atMs,
      rests: this.standing === 'paused',
      aside: this.#around.text(),
      picture: this.#picture(),
      mirrored: this.#mirrored,
      silent: this.#isFilm && this.#film.silent,
    });
  }

  /** Null while the device has none. */
  #picture(): TemplateResult | null {
    if (this.#isDrawn) {
      return html`<ll-coach
        role="img"
        aria-label=${titleOf(this.programme)}
        .programme=${this.programme}
        .seated=${this.#seated}
        .mirrored=${this.#mirrored}
        .playing=${this.standing === 'playing'}
        .positionMs=${() => this.#positionMs()}
        .music=${this.#music.url}
        .volume=${this.press === null ? 0 : (this.run.volume ?? LOUDEST) / LOUDEST}
        @ll-coach-frame=${({ atMs }: CoachFrameEvent) => this.#shown(atMs)}
      ></ll-coach>`;
    }
    if (this.#video.url === null) return null;
    return html`<video
      class=${this.#mirrored === this.programme.mirrored ? '' : 'turned'}
      src=${this.#video.url}
      preload="auto"
      .muted=${this.press === null}
      playsinline
      @loadedmetadata=${() => this.#film.hold()}
    ></video>`;
  }
}
