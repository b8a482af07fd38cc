import type { CDPSession, Page } from 'playwright-core';

declare global {
  interface Window {
    tapsTold: { readonly interactions: Interaction[]; readonly frames: LongFrame[] };
  }
}

/** Of one event of an interaction, ms since the page began. */
interface Interaction {
  readonly id: number;
  readonly at: number;
  /** To the next paint. */
  readonly duration: number;
  /** When its listeners began and ended. */
  readonly from: number;
  readonly to: number;
}

/** A frame that took long, and what it did, ms. */
interface LongFrame {
  readonly at: number;
  readonly duration: number;
  /** When styles and layout began that nobody had forced before. */
  readonly layoutAt: number;
  readonly scripts: readonly { readonly what: string; readonly ms: number; readonly forcedMs: number }[];
}

/** The main thread's own time, ms: it means the same however busy the machine is. */
interface Work {
  readonly task: number;
  readonly script: number;
  readonly layout: number;
  readonly style: number;
}

/** One tap: what on which page, and where its time went, ms. */
export interface TapTold {
  readonly page: string;
  readonly button: string;
  /** From the tap to the next paint; what the browser did not tell of took no longer than `UNTOLD_MS`. */
  readonly paint: number;
  /** Till its listeners ran, while they ran, and from then to the paint. */
  readonly waited: number;
  readonly handled: number;
  readonly painted: number;
  /** What the thread did from the tap until the page rested. */
  readonly work: Work;
  /** The longest scripts of its long frames, and how much of them were layouts that they forced. */
  readonly scripts: readonly string[];
}

/** The browser tells of what takes longer than this. */
export const UNTOLD_MS = 16;

/** Tells of each tap what it cost: by the browser's Event Timing, its Long Animation Frames and the thread's clock. */
export class TapWatch {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #taps: { from: number; to: number; page: string; button: string; work: Work }[] = [];

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  static async of(page: Page, devtools: CDPSession): Promise<TapWatch> {
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(listen, UNTOLD_MS);
    return new TapWatch(page, devtools);
  }

  /** Does one tap, and all that the page does for it. */
  async tap(button: string, tap: () => Promise<void>): Promise<void> {
    const page = await this.#page.evaluate(pageShown);
    const before = await this.#work();
    const from = await this.#page.evaluate(() => performance.now());
    await tap();
    await this.#page.evaluate(rested);
    const to = await this.#page.evaluate(() => performance.now());
    const after = await this.#work();
    const work = {
      task: after.task - before.task,
      script: after.script - before.script,
      layout: after.layout - before.layout,
      style: after.style - before.style,
    };
    this.#taps.push({ from, to, page, button, work });
  }

  /** All taps so far, and begins anew. */
  async told(): Promise<readonly TapTold[]> {
    await this.#page.evaluate(rested);
    const { interactions, frames } = await this.#page.evaluate(() => window.tapsTold);
    return this.#taps.splice(0).map(({ from, to, page, button, work }) => {
      const own = interactions.filter(({ at }) => at >= from && at < to);
      const slowest = own.reduce<Interaction | null>(
        (most, one) => (most === null || one.duration > most.duration ? one : most),
        null,
      );
      const scripts = frames
        .filter(({ at, duration }) => at + duration > from && at < to)
        .flatMap((frame) => frame.scripts)
        .sort((a, b) => b.ms - a.ms)
        .slice(0, 3)
        .map(({ what, ms, forcedMs }) => `${what} ${Math.round(ms)}, ${Math.round(forcedMs)} of it layout`);
      return {
        page,
        button,
        paint: slowest?.duration ?? UNTOLD_MS,
        waited: slowest === null ? 0 : slowest.from - slowest.at,
        handled: slowest === null ? 0 : slowest.to - slowest.from,
        painted: slowest === null ? UNTOLD_MS : slowest.at + slowest.duration - slowest.to,
        work,
        scripts,
      };
    });
  }

  async #work(): Promise<Work> {
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    const ms = (name: string): number => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
    return {
      task: ms('TaskDuration'),
      script: ms('ScriptDuration'),
      layout: ms('LayoutDuration'),
      style: ms('RecalcStyleDuration'),
    };
  }
}

/** In a sentence, for the error output. */
export const inWords = (tap: TapTold): string =>
  `${Math.round(tap.paint)} ms, ${tap.button} on ${tap.page}: waited ${Math.round(tap.waited)}, handled ${Math.round(tap.handled)}, ` +
  `to the paint ${Math.round(tap.painted)}; the thread ${Math.round(tap.work.task)} (script ${Math.round(tap.work.script)}, ` +
  `layout ${Math.round(tap.work.layout)}, style ${Math.round(tap.work.style)})${tap.scripts.map((one) => `; ${one}`).join('')}`;

/** In the page: listens from now on. */
function listen(untoldMs: number): void {
  const told: Window['tapsTold'] = { interactions: [], frames: [] };
  window.tapsTold = told;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      if (!(one instanceof PerformanceEventTiming) || !('interactionId' in one)) continue;
      const { interactionId, startTime, duration, processingStart, processingEnd } = one;
      if (typeof interactionId !== 'number' || interactionId === 0) continue;
      told.interactions.push({
        id: interactionId,
        at: startTime,
        duration,
        from: processingStart,
        to: processingEnd,
      });
    }
  }).observe({ type: 'event', durationThreshold: untoldMs, buffered: true } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      const frame = one.toJSON() as {
        startTime: number;
        duration: number;
        styleAndLayoutStart: number;
        scripts: {
          invoker: string;
          sourceURL: string;
          sourceFunctionName: string;
          duration: number;
          forcedStyleAndLayoutDuration: number;
        }[];
      };
      told.frames.push({
        at: frame.startTime,
        duration: frame.duration,
        layoutAt: frame.styleAndLayoutStart,
        scripts: frame.scripts.map((script) => ({
          what: `${script.invoker} ${script.sourceFunctionName} ${script.sourceURL.replace(/^.*\//, '')}`,
          ms: script.duration,
          forcedMs: script.forcedStyleAndLayoutDuration,
        })),
      });
    }
  }).observe({ type: 'long-animation-frame', buffered: false });
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
