import type { DraftLine } from './menu-draft.ts';

/** Something about a dish was changed. */
export class LineChangeEvent extends Event {
  constructor(readonly change: Partial<DraftLine>) {
    super('ll-line-change');
  }
}

/** A dish is to go one place up (−1) or down (1). */
export class LineMoveEvent extends Event {
  constructor(readonly by: 1 | -1) {
    super('ll-line-move');
  }
}

/** A dish is to leave the menu. */
export class LineRemoveEvent extends Event {
  constructor() {
    super('ll-line-remove');
  }
}

/** There is none left of a dish that is on the glass, or some again. */
export class LineSoldOutEvent extends Event {
  constructor(readonly soldOut: boolean) {
    super('ll-line-sold-out');
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-line-change': LineChangeEvent;
    'll-line-move': LineMoveEvent;
    'll-line-remove': LineRemoveEvent;
    'll-line-sold-out': LineSoldOutEvent;
  }
}
