import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { LlKioskMealCard } from '../../features/menus/kiosk/kiosk-meal-card.ts';
import { beforePaint } from '../../ui/kiosk/before-paint.ts';
import { RoomWantedEvent } from '../../ui/kiosk/room-wanted.ts';

/** What makes way on home, one after the other. */
const STEPS = ['close', 'closer', 'footless', 'dayless', 'dateless', 'buttonless', 'small', 'narrow'];

const styles = css`
  /* What makes way where not all has room, step by step: whatever decides stays, and the rest is one tap away. */
  [room~='close'] {
    --where-room: none;
    --words-close: contents;
    --title-lines: 2;
    --notice-lines: 2;
  }
  [room~='close'] ll-kiosk-meal-card {
    min-height: 0;
  }
  :host(:not([landscape])) [room~='close'] .tiles {
    min-height: 0;
    grid-auto-rows: minmax(calc(var(--u) * 36), 1fr);
  }
  [room~='closer'] {
    --drawing-room: none;
    --notice-lines: 1;
  }
  :host(:not([landscape])) [room~='closer'] .tiles {
    grid-auto-rows: minmax(calc(var(--u) * 30), 1fr);
  }
  [room~='footless'] {
    --foot-room: none;
    --others-small: flex;
  }
  [room~='dayless'] {
    --day-room: none;
  }
  :host([landscape]) .today[room~='dateless'] {
    margin-top: calc(-1 * var(--gap));
  }
  [room~='dateless'] ll-kiosk-date {
    display: none;
  }
  [room~='buttonless'] {
    --button-room: none;
  }
  [room~='small'] {
    --dish: var(--text);
    --hour-room: none;
    --hour-small: inline;
    --name-lines: 1;
    --title-lines: 1;
  }
  [room~='narrow'] {
    --tile-lines: nowrap;
  }
`;

/**
 * Takes from home what must make way where not all has room, and no more: whatever decides stays, and the rest is one
 * tap away. Each of two columns makes its own. On most days at the usual size nothing has to: no first paint waits for it.
 */
export class MakingRoom implements ReactiveController {
  readonly #home: ReactiveControllerHost & HTMLElement;
  readonly #root: ShadowRoot;
  readonly #sizes = new ResizeObserver(() => {
    if (this.#look() !== this.#made) beforePaint(this.#make);
  });
  /** How large all was when room was last made. */
  #made = '';

  constructor(home: ReactiveControllerHost & HTMLElement, root: ShadowRoot) {
    this.#home = home;
    this.#root = root;
    if (styles.styleSheet !== undefined)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
    root.addEventListener(RoomWantedEvent.type, (event) => {
      event.preventDefault();
      beforePaint(this.#make);
    });
    home.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    for (const part of this.#parts()) this.#sizes.observe(part);
    beforePaint(this.#make);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  readonly #make = (): void => {
    const [today, ways] = this.#root.querySelectorAll('.today, .ways');
    if (today === undefined || ways === undefined) return;
    const meal = this.#root.querySelector<LlKioskMealCard>('ll-kiosk-meal-card');
    const columns = this.#home.hasAttribute('landscape') ? [[today], [ways]] : [[today, ways, this.#home]];
    for (const column of columns) {
      const hasRoom = (): boolean => column.every((one) => one.scrollHeight <= one.clientHeight + 1);
      const hasMeal = column[0] === today;
      leastOf(STEPS.length, (steps) => {
        for (const one of column) one.setAttribute('room', STEPS.slice(0, steps).join(' '));
        if (hasMeal) meal?.shrink();
        return hasRoom();
      });
      if (!hasMeal || meal === null) continue;
      meal.makeRoom();
      if (!hasRoom()) meal.makeMostRoom();
    }
    this.#made = this.#look();
  };

  #parts(): readonly Element[] {
    return [this.#home, ...this.#root.querySelectorAll('div, div > *')];
  }

  #look(): string {
    return this.#parts()
      .map((one) => `${one.clientWidth} ${one.clientHeight}`)
      .join();
  }
}

/**
 * Tries the fewest steps with which all has room, each with more room than the one before; each try lays the page out
 * anew, so as few are made as can be. It stays at the one that was found, or at the last where none is enough.
 */
function leastOf(most: number, hasRoom: (steps: number) => boolean): void {
  if (hasRoom(0)) return;
  let [least, enough, tried] = [1, most, 0];
  while (least < enough) {
    tried = Math.floor((least + enough) / 2);
    if (hasRoom(tried)) enough = tried;
    else least = tried + 1;
  }
  if (tried !== least) hasRoom(least);
}
