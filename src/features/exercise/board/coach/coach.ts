import { loudness } from '../../../../app/loudness.ts';
import { css, html, LitElement, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Programme } from '../../model/run.ts';
import { HEIGHT } from './drawn/brush.ts';
import { WALL } from './drawn/palette.ts';
import { Pace } from './pace.ts';
import { stageFor, type Stage } from './stage.ts';

/** A frame has been drawn: the moment of the programme that it shows. Fired for each frame. */
export class CoachFrameEvent extends Event {
  static readonly type = 'll-coach-frame';

  constructor(readonly atMs: number) {
    super(CoachFrameEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-coach-frame': CoachFrameEvent;
  }
}

/** Thirty frames a second, whatever the panel's rate; a little early is in time. */
const FRAME_MS = 1000 / 30 - 6;
/** What has been found of this device holds for the next coach on it too. */
const pace = new Pace();
/** Pixels of a glass that is high enough for any set: one of 4K may be drawn as sharp as this one. */
const PLAIN_GLASS = 1080;
/** How often a coach that stands still looks where the run is. */
const LOOK_EVERY_MS = 250;

/**
 * The drawn teacher of an exercise: a figure in a room, always at the moment where the run is. Fills its box.
 * The room is drawn once for each size; thirty times a second only the figure is.
 * @fires ll-coach-frame - for what it has drawn, with the moment
 */
@customElement('ll-coach')
export class LlCoach extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      position: relative;
      overflow: hidden;
      background: ${unsafeCSS(WALL)};
    }
    canvas {
      position: absolute;
      top: 0;
    }
    /* A layer of its own: else each frame paints the room and the words beside it anew where nothing draws for the processor. */
    .moving {
      will-change: transform;
    }
  `;

  @property({ attribute: false }) programme: Programme | null = null;
  /** Sitting on a chair: as the programme is made, or as its leader has asked since. */
  @property({ type: Boolean }) seated = false;
  /** As in a mirror: the elder's left is the viewer's left. Else as somebody who faces them. */
  @property({ type: Boolean }) mirrored = true;
  /** Where the run is now, in milliseconds of the programme. */
  @property({ attribute: false }) positionMs: () => number = () => 0;
  @property({ type: Boolean }) playing = false;
  /** Quiet music for as long as it plays, round and round: where it is on the device. Null: none. */
  @property({ attribute: false }) music: string | null = null;
  /** Of the music, 0 to 1. */
  @property({ attribute: false }) volume = 1;

  @query('.still') private readonly still!: HTMLCanvasElement | null;
  @query('.moving') private readonly moving!: HTMLCanvasElement | null;
  @query('audio') private readonly audio!: HTMLAudioElement | null;

  /** The browser refuses to play the music without a touch. */
  silent = false;

  readonly #resized = new ResizeObserver(() => {
    // What is watched is told of once in any case, though it has been drawn in that size.
    if (this.#fitted !== this.#size) this.#fit();
  });
  #fitted = '';
  #stage: Stage | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawnAtMs = -Infinity;
  /** Whether the last frame had anything to draw. */
  #drew = false;
  /** The moment on the sheet; not a number while nothing is. */
  #shown = NaN;

  override connectedCallback(): void {
    super.connectedCallback();
    pace.begin(PLAIN_GLASS / (innerHeight * devicePixelRatio));
    this.#resized.observe(this);
    this.#next();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.audio?.pause();
    // A canvas without size gives its memory back at once, not when it is collected.
    for (const canvas of [this.still, this.moving]) if (canvas !== null) canvas.width = canvas.height = 0;
    this.#fitted = '';
    this.#stage?.release?.();
  }

  override render(): TemplateResult {
    return html`<canvas class="still"></canvas
      ><canvas class="moving"></canvas>
      ${this.music === null ? nothing : html`<audio src=${this.music} preload="auto" loop></audio>`}`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('programme') || changed.has('seated'))
      this.#stage = this.programme === null ? null : stageFor(this.programme, this.seated);
    if (changed.has('programme') || changed.has('seated') || changed.has('mirrored')) this.#fit();
    this.#sound();
    this.#next();
  }

  get #size(): string {
    return `${this.clientWidth} ${this.clientHeight} ${devicePixelRatio}`;
  }

  /** Sizes the sheets to the pixels of the glass and draws on them at once: the teacher is never away for a frame. */
  #fit(isNew = true): void {
    const { still, moving } = this;
    const [width, height] = [this.clientWidth, this.clientHeight];
    if (this.#stage === null || still === null || moving === null || width === 0 || height === 0) return;
    this.#fitted = this.#size;
    // A box narrower than the figure's reach shows all of the figure, smaller, on the floor.
    const unit = Math.min(height / HEIGHT, width / (2 * this.#stage.reach));
    const half = width / 2 / unit;
    // Only what is drawn again and again is ever blurred.
    if (isNew) this.#drawStill(still, half, unit);
    this.#sheet(moving, Math.min(half, this.#stage.reach), unit, pace.sharpness, !this.mirrored);
    this.#shown = NaN;
    this.#drew = this.#draw();
    this.#next();
  }

  #drawStill(still: HTMLCanvasElement, half: number, unit: number): void {
    const ctx = this.#sheet(still, half, unit, 1, false);
    if (ctx === null) return;
    ctx.fillStyle = WALL;
    ctx.fillRect(-half, -still.height, 2 * half, 2 * still.height);
    this.#stage?.drawStill(ctx, half);
  }

  #sheet(canvas: HTMLCanvasElement, half: number, unit: number, sharpness: number, turned: boolean): Context {
    const scale = unit * devicePixelRatio * sharpness;
    const down = this.clientHeight / unit - HEIGHT;
    canvas.width = Math.round(2 * half * scale);
    canvas.height = Math.round((down + HEIGHT) * scale);
    // Each of its pixels on one of the glass, where there are as many: between two it would be blurred, and that with effort.
    const size = 1 / (devicePixelRatio * sharpness);
    const middle = this.clientWidth / 2;
    const left = Math.round((middle - (canvas.width * size) / 2) * devicePixelRatio) / devicePixelRatio;
    canvas.style.left = `${left}px`;
    canvas.style.width = `${canvas.width * size}px`;
    canvas.style.height = `${canvas.height * size}px`;
    // What nothing is seen through need not be mixed with what is below it, frame after frame.
    const ctx = canvas.getContext('2d', { alpha: canvas === this.moving });
    ctx?.setTransform(turned ? -scale : scale, 0, 0, scale, (middle - left) / size, down * scale);
    return ctx;
  }

  #sound(): void {
    const { audio } = this;
    if (audio === null) return;
    audio.volume = Math.min(1, Math.max(0, this.volume)) * loudness();
    if (!this.playing) audio.pause();
    else if (audio.paused) {
      audio.play().then(
        () => (this.silent = false),
        // Pausing ends an attempt too; a browser that wants a touch first refuses it: the exercise goes on by eye.
        (error: unknown) => (this.silent = error instanceof DOMException && error.name === 'NotAllowedError'),
      );
    }
  }

  #next(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    if (!this.isConnected || this.#stage === null) return;
    // Asked for at each frame of the panel: one asked for by a timer comes a frame late as often as not.
    const soon = this.playing || Number.isNaN(this.#shown);
    if (soon) this.#frame = requestAnimationFrame(this.#tick);
    else this.#timer = setTimeout(() => (this.#frame = requestAnimationFrame(this.#tick)), LOOK_EVERY_MS);
  }

  readonly #tick = (nowMs: number): void => {
    const sinceMs = nowMs - this.#drawnAtMs;
    if (sinceMs >= FRAME_MS) {
      // What was late is what the last drawing took: where there was none to do the device says nothing of its pace.
      if (this.playing && this.#drew && pace.changesAfter(sinceMs)) this.#fit(false);
      else this.#drew = this.#draw();
      this.#drawnAtMs = nowMs;
    }
    this.#next();
  };

  /** @returns whether there was anything to draw */
  #draw(): boolean {
    const { moving } = this;
    const ctx = moving?.getContext('2d') ?? null;
    const atMs = Math.min(Math.max(0, this.positionMs()), this.programme?.durationMs ?? 0);
    if (this.#stage === null || moving === null || ctx === null || moving.width === 0) return false;
    if (atMs === this.#shown) return false;
    const stands = this.#stage.isAlike?.(this.#shown, atMs) === true;
    if (!stands) {
      ctx.save();
      ctx.resetTransform();
      ctx.clearRect(0, 0, moving.width, moving.height);
      ctx.restore();
      this.#stage.drawMoving(ctx, atMs);
    }
    this.#shown = atMs;
    this.dispatchEvent(new CoachFrameEvent(atMs));
    return !stands;
  }
}

type Context = CanvasRenderingContext2D | null;
