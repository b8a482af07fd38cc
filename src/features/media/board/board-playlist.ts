import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { deviceContext, mediaContext, type MediaLibrary } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardEmptyEvent, BoardPaintedEvent } from '../../../app/painted.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import type { Playlist } from '../model/media.ts';
import { PlaylistPlayer, type Shown } from './playlist-player.ts';

/** An item of a playlist has its first frame on the glass. */
export class SlideShownEvent extends Event {
  static readonly type = 'll-slide-shown';

  /**
   * @param index - which item of the playlist, from 0
   * @param gapMs - since the last frame of the item before, whose picture stood meanwhile
   */
  constructor(
    readonly index: number,
    readonly gapMs: number,
  ) {
    super(SlideShownEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-board-playlist': LlBoardPlaylist;
  }
  interface HTMLElementEventMap {
    'll-slide-shown': SlideShownEvent;
  }
}

interface Playing {
  readonly playlist: Playlist;
  readonly items: readonly Shown[];
}

async function readPlaylist(
  view: View,
  { playlistId }: { readonly playlistId: string },
): Promise<Playing | null> {
  const playlist = await view.get('centre', 'playlist', playlistId);
  if (playlist === undefined) return null;
  const files = await Promise.all(playlist.items.map(({ media }) => view.get('centre', 'media', media)));
  const items = playlist.items.flatMap(({ seconds, fit = 'whole' }, at): Shown[] => {
    const media = files[at];
    return media === undefined || media.removedAtMs !== undefined ? [] : [{ media, seconds, fit }];
  });
  return { playlist, items };
}

/** What does not play on this device: a board that is put up again does not stand dark over it once more. */
const brokenOn = new WeakMap<MediaLibrary, Map<string, number>>();

/**
 * Photos and videos one after the other, whole and as large as the panel. Each stays until the next has painted.
 * @fires ll-board-painted - with `playlist:ID@VERSION`, once something of it is on the glass
 * @fires ll-board-empty - where nothing of it can be shown here
 * @fires ll-slide-shown - at each item
 */
@customElement('ll-board-playlist')
export class LlBoardPlaylist extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      :host {
        position: relative;
      }
      .stage {
        position: relative;
        width: 100%;
        height: 100%;
        background: var(--night);
      }
      .stage > * {
        position: absolute;
        top: 0;
        left: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .stage > .fill {
        object-fit: cover;
      }
      .stage > .coming {
        visibility: hidden;
      }
      .stage > .appears {
        animation: appear 150ms linear;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      /* The first picture mostly comes sooner than anybody could read of it. */
      .words {
        position: absolute;
        top: 0;
        left: 0;
        width: 100%;
        animation: appear-late 3s steps(1);
      }
      @keyframes appear-late {
        from {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .stage > .appears {
          animation: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) playlistId = '';

  /** Why nothing of it is on the glass; null while something is. */
  @state() private nothingYet: 'begins' | 'coming' | 'broken' | null = 'begins';
  @query('.stage') private readonly stage!: HTMLElement | null;

  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #media = new ContextConsumer(this, {
    context: mediaContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  readonly #rows = new LiveQuery(this, {
    query: readPlaylist,
    args: () => ({ playlistId: this.playlistId }),
  });
  #player: PlaylistPlayer | undefined;
  #stopListening: (() => void) | undefined;
  #playing: Playing | null | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#player?.stop();
    this.#player = undefined;
    this.#playing = undefined;
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  override render(): TemplateResult {
    return html`<div class="stage"></div>
      ${
        this.nothingYet === null
          ? nothing
          : html`<div class="${boardClass(glassInPixels(this))} alone words">
              <p class="say">${t(`screen.playlist.${this.nothingYet}`)}</p>
            </div>`
      }`;
  }

  override updated(): void {
    const playing = this.#rows.value;
    if (playing === undefined || playing === this.#playing || this.#media.value === undefined) return;
    this.#playing = playing;
    if (playing === null) return this.#empty('broken');
    this.#startPlayer()?.play(playing.items, playing.playlist.sound === true);
  }

  #startPlayer(): PlaylistPlayer | undefined {
    const library = this.#media.value;
    if (this.#player !== undefined || library === undefined || this.stage === null) return this.#player;
    const broken = brokenOn.get(library) ?? new Map<string, number>();
    brokenOn.set(library, broken);
    const player = new PlaylistPlayer({
      stage: this.stage,
      oneDecoder: this.#device.value?.oneDecoder === true,
      broken,
      url: (hash) => library.url(hash),
      failed: (hash, why) => library.failed(hash, why),
      shown: (index, gapMs) => this.#shown(index, gapMs),
      empty: (why) => this.#empty(why),
    });
    this.#stopListening = library.onReady((hash) => {
      broken.delete(hash);
      player.look();
    });
    this.#player = player;
    return player;
  }

  #shown(index: number, gapMs: number): void {
    this.nothingYet = null;
    const playlist = this.#playing?.playlist;
    if (playlist !== undefined)
      this.dispatchEvent(new BoardPaintedEvent(`playlist:${playlist.id}@${playlist.version}`));
    this.dispatchEvent(new SlideShownEvent(index, gapMs));
  }

  #empty(why: 'coming' | 'broken'): void {
    this.nothingYet = why;
    this.dispatchEvent(new BoardEmptyEvent());
  }
}
