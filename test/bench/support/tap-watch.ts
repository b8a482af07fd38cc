import type { CDPSession, Page } from 'playwright-core';
import { quantile } from '../figures.ts';
import { ending, isMark, isWork, partsOf, type Span, spansOf, type Traced, type Parts } from './trace.ts';

/** One tap: what was pressed on which page, how long it took and where the time went, ms. */
export interface TapTold {
  readonly page: string;
  readonly button: string;
  /** From the finger's event to the next paint, as somebody before the glass has it. */
  readonly paint: number;
  /** The main thread's own time from the finger's lifting to the next paint: the same however busy the machine is. */
  readonly work: number;
  readonly parts: Parts;
  /** The thread's own time until all that the tap has begun is on the glass. */
  readonly settled: number;
}

/** Tells of each tap on a page where its time went, by the browser's own trace. */
export class TapWatch {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #taps: { readonly page: string; readonly button: string }[] = [];
  readonly #events: Traced[] = [];

  constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
    devtools.on('Tracing.dataCollected', ({ value }) => this.#events.push(...(value as unknown as Traced[])));
  }

  async start(): Promise<void> {
    await this.#devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing'] },
    });
  }

  /** Does one tap, and waits for what comes of it. */
  async tap(button: string, tap: () => Promise<void>): Promise<void> {
    const page = await this.#page.evaluate(pageShown);
    await this.#page.evaluate((name) => performance.mark(name), `${MARK}${this.#taps.length}`);
    this.#taps.push({ page, button });
    await tap();
    await this.#page.evaluate(rested);
  }

  /** What there is to tell of the taps since the start. */
  async stop(): Promise<readonly TapTold[]> {
    const over = new Promise<void>((resolve) => {
      this.#devtools.once('Tracing.tracingComplete', () => resolve());
    });
    await this.#devtools.send('Tracing.end');
    await over;
    const events = this.#events.splice(0);
    const marks = events.filter((one) => isMark(one, MARK)).sort((a, b) => a.ts - b.ts);
    return this.#taps.splice(0).map((tap, n) => {
      const from = marks.find(({ name }) => name === `${MARK}${n}`);
      if (from === undefined) throw new Error(`the trace does not tell of ${tap.button}`);
      const to = marks.find(({ ts }) => ts > from.ts)?.ts ?? Number.POSITIVE_INFINITY;
      return { ...tap, ...told(events.filter(({ ts }) => ts >= from.ts && ts < to)) };
    });
  }
}

const MARK = 'tap ';

/** In a sentence, for the error output. */
export const inWords = ({ page, button, paint, work, parts, settled }: TapTold): string => {
  const ms = (value: number): string => String(Math.round(value));
  const most = parts.scripts.map(({ what, took }) => ` ${what} ${ms(took)}`).join(',');
  return (
    `${ms(paint)} ms: ${button} on ${page}; of the thread's own ${work.toFixed(1)} script ${ms(parts.script)} (${most.trim()}), ` +
    `layout forced by it ${ms(parts.forced)}, layout ${ms(parts.layout)}, paint ${ms(parts.paint)}; all there after ${ms(settled)}`
  );
};

function told(events: readonly Traced[]): Omit<TapTold, 'page' | 'button'> {
  const durations = events.flatMap(({ name, ph, args }) =>
    name === 'EventTiming' && ph === 'b' && (args?.data?.interactionId ?? 0) > 0
      ? [args?.data?.duration ?? 0]
      : [],
  );
  const spans = spansOf(events);
  const up = spans.find(({ name, type }) => name === 'EventDispatch' && type === 'pointerup');
  if (up === undefined || durations.length === 0) throw new Error('the trace tells of no tap');
  const own = spans.filter((one) => one.thread === up.thread && one.at >= up.at);
  const frames = own.filter(({ name, at }) => name === 'Layerize' && at >= ending(up).at);
  const [first, last] = [frames[0], frames[frames.length - 1]];
  if (first === undefined || last === undefined) throw new Error('the trace tells of no frame after a tap');
  const since = (span: Span): number => ending(span).own - up.own;
  return {
    paint: quantile(durations, 1),
    work: since(first),
    parts: partsOf(own.filter((one) => isWork(one) && one.at <= first.at)),
    settled: since(last),
  };
}

/** In the page: what is shown. */
function pageShown(): string {
  const shell = document.querySelector('ll-kiosk-shell');
  return shell?.shadowRoot?.querySelector('.visit:not([inert]) > .page')?.localName ?? 'nothing';
}

/** In the page: after two frames, when nothing of a tap is left to do at once. */
function rested(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))),
  );
}
