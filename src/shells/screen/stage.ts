import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { BoardEmptyEvent, BoardPaintedEvent } from '../../app/painted.ts';
import { itemKey } from '../../features/schedules/model/item.ts';
import type { Showing } from '../../features/schedules/model/showing.ts';
import type { Board } from './items.ts';
import { LoadedBoards } from './loaded-boards.ts';

/** A board that has painted nothing after this long takes its place all the same, and says itself what is amiss. */
const WAIT_FOR_PAINT_MS = 4000;
/** A video may take a set so long to begin, and then is told to be broken: till then what stood before stands, not a dark glass. */
const WAIT_FOR_VIDEO_MS = 25_000;

/** A board on the stage, and what it is there for. */
interface Layer {
  readonly key: string;
  readonly showing: Showing;
  readonly put: () => TemplateResult;
}

interface Heard {
  /** A board stands on the glass, or is about to, and has rendered this. */
  painted(text: string, showing: Showing): void;
  /** A board has nothing of what it was given. */
  empty(showing: Showing): void;
}

export const stageStyles = css`
  .layer {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
  }
  .coming {
    visibility: hidden;
  }
`;

/**
 * Where boards stand: the next one is made ready unseen, and the last one goes when it is painted, so that the glass is
 * never black between two. Two videos at once only where the set can do that.
 */
export class Stage {
  readonly #loaded: LoadedBoards;
  readonly #places: (Layer | null)[] = [null, null];
  #front = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly oneDecoder: boolean,
    private readonly heard: Heard,
  ) {
    this.#loaded = new LoadedBoards(() => host.requestUpdate());
  }

  /** What stands in front; null where no board does. */
  get showing(): Showing | null {
    return this.#places[this.#front]?.showing ?? null;
  }

  /** The boards to render where this one is wanted; null where its code cannot be had and nothing else was planned. */
  put(showing: Showing, board: Board): TemplateResult | null {
    const loaded = this.#loaded.stateOf(showing.show, board);
    if (loaded === 'failed') {
      if (showing.item === null) return null;
      void Promise.resolve().then(() => this.heard.empty(showing));
    }
    if (loaded === 'here') {
      const key = showing.item === null ? showing.show : itemKey(showing.item);
      this.#place({ key, showing, put: board.put });
    }
    return this.stand();
  }

  /** What stands here, as it is. */
  stand(): TemplateResult {
    return html`${this.#places.map((layer, place) => this.#render(layer, place))}`;
  }

  /** No board stands here: words of the screen's own do. */
  clear(): void {
    this.#places.fill(null);
    this.#stopWaiting();
  }

  #place(layer: Layer): void {
    const back = 1 - this.#front;
    const last = this.#places[this.#front] ?? null;
    if (last === null || last.key === layer.key || this.#mayNotStandBeside(last, layer)) {
      this.#places[this.#front] = layer;
      this.#places[back] = null;
      this.#stopWaiting();
      return;
    }
    if (this.#places[back]?.key !== layer.key) {
      this.#stopWaiting();
      this.#waiting = setTimeout(
        () => this.#bringForward(back),
        layer.showing.show === 'playlist' ? WAIT_FOR_VIDEO_MS : WAIT_FOR_PAINT_MS,
      );
    }
    this.#places[back] = layer;
  }

  #mayNotStandBeside(last: Layer, next: Layer): boolean {
    return this.oneDecoder && hasVideo(last.showing) && hasVideo(next.showing);
  }

  #bringForward(place: number): void {
    this.#stopWaiting();
    if (place === this.#front || this.#places[place] === null) return;
    this.#places[this.#front] = null;
    this.#front = place;
    this.host.requestUpdate();
  }

  #stopWaiting(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  #render(layer: Layer | null, place: number): TemplateResult {
    const painted = (event: Event): void => {
      const now = this.#places[place];
      if (!(event instanceof BoardPaintedEvent) || now == null) return;
      this.#bringForward(place);
      this.heard.painted(event.showing, now.showing);
    };
    const empty = (event: Event): void => {
      const now = this.#places[place];
      if (event instanceof BoardEmptyEvent && now != null) this.heard.empty(now.showing);
    };
    return html`<div
      class=${place === this.#front ? 'layer' : 'layer coming'}
      @ll-board-painted=${painted}
      @ll-board-empty=${empty}
    >
      ${layer?.put() ?? nothing}
    </div>`;
  }
}

const hasVideo = ({ show }: Showing): boolean => show === 'run' || show === 'playlist';
