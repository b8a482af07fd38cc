import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { View } from '../../../protocol/client/api.ts';
import { isWide } from '../../../ui/board/board-styles.ts';
import { FOOT_AM, glassInPixels } from '../../../ui/common/scale.ts';
import { isForScreen } from '../model/is-for.ts';
import { noticesNow, type Notice } from '../model/notice.ts';
import './notice-strip.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-notice-frame': LlNoticeFrame;
  }
}

/** Minutes of arc of a board's heading and one row, and of what is said under it on a small panel, without its edge. */
const LEAST_BOARD_AM = 150;
const STRIP_AM = 78;

const readNotices = (view: View): Promise<readonly Notice[]> => view.list('centre', 'notice');

/**
 * A television's board with what the house has to say at its foot. The board never lies under it: it is given a glass
 * that is so much lower.
 *
 * @slot - The board.
 * @slot foot - A line under it.
 */
@customElement('ll-notice-frame')
export class LlNoticeFrame extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      position: relative;
      height: 100%;
    }
    .room {
      position: relative;
      overflow: hidden;
    }
    [hidden] {
      display: none;
    }
    ll-notice-strip,
    .line {
      position: absolute;
      right: 0;
      bottom: 0;
      left: 0;
    }
  `;

  /** What is on leaves no room, or says it all itself: an emergency, a dark glass, the notice board. */
  @property({ type: Boolean }) alone = false;

  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #ticker = new Ticker(this, 1000);
  readonly #rows = new LiveQuery(this, { query: readNotices, args: () => [] });
  /** What was held when the rows could last be read. */
  #last: readonly Notice[] = [];
  #strip: Element | null | undefined;
  readonly #sizes = new ResizeObserver(() => this.#divide());
  /** What it says comes and goes with the board's own: a frame later, so that neither measures in the other's turn. */
  readonly #lines = new ResizeObserver(() => requestAnimationFrame(() => this.#divide()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#lines.disconnect();
    this.#strip = undefined;
  }

  override render(): TemplateResult {
    this.#last = this.#rows.value ?? this.#last;
    const id = this.#device.value?.id ?? '';
    const here = noticesNow(this.#last, this.#ticker.time.nowMs).filter(
      (notice) => notice.level !== 'emergency' && isForScreen(notice, id),
    );
    return html`<div class="room"><slot></slot></div>
      <div class="line"><slot name="foot"></slot></div>
      ${this.alone || here.length === 0 ? nothing : html`<ll-notice-strip .notices=${here}></ll-notice-strip>`}`;
  }

  protected override updated(): void {
    const strip = this.renderRoot.querySelector('ll-notice-strip');
    if (strip === this.#strip) return;
    this.#strip = strip;
    this.#sizes.disconnect();
    this.#lines.observe(this);
    if (strip !== null) this.#sizes.observe(strip);
    const line = this.renderRoot.querySelector('.line');
    if (line !== null) this.#lines.observe(line);
    this.#divide();
  }

  #divide(): void {
    const room = this.renderRoot.querySelector<HTMLElement>('.room');
    const strip = this.renderRoot.querySelector<HTMLElement>('ll-notice-strip');
    const line = this.renderRoot.querySelector<HTMLElement>('.line');
    if (room === null || line === null) return;
    const glass = glassInPixels(this);
    const { heightPx, safeYPx, am } = glass;
    const isSmall = !isWide(glass);
    // Over a band that says the screen is let in no more there is none for it: what it said may be over by now.
    if (strip !== null) strip.hidden = isSmall && heightPx - safeYPx - STRIP_AM * am < LEAST_BOARD_AM * am;
    // On a panel that is small for its hall there is room for one of them.
    line.hidden = strip !== null && !strip.hidden && isSmall;
    // The line stands in the edge that a board keeps free, as far as that is not the glass's.
    const [lineHeight, stripHeight] = [line.offsetHeight, strip?.offsetHeight ?? 0];
    line.style.bottom = `${stripHeight > 0 ? stripHeight : safeYPx}px`;
    const taken = stripHeight > 0 ? stripHeight + Math.max(0, lineHeight - safeYPx) : lineHeight;
    const left = `${Math.max(0, heightPx - taken)}px`;
    if (room.style.height === left) return;
    room.style.height = left;
    room.style.setProperty('--glass-height', `${heightPx}px`);
    room.style.setProperty('--panel-height', left);
    room.style.setProperty('--safe-foot', stripHeight > 0 ? `${am * FOOT_AM}px` : null);
    // A board that lays itself out by numbers does so anew.
    for (const layer of this.renderRoot.querySelector<HTMLSlotElement>('.room slot')?.assignedElements() ??
      [])
      for (const board of layer.children) if (board instanceof LitElement) board.requestUpdate();
  }
}
