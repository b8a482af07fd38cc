/** One event of Chromium's trace (devtools.timeline), µs. */
export interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** By the thread's own clock, which stands while another thread has the processor. */
  readonly tts?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: {
      readonly type?: string;
      readonly interactionId?: number;
      readonly duration?: number;
      readonly functionName?: string;
      readonly url?: string;
      readonly lineNumber?: number;
      readonly columnNumber?: number;
    };
  };
}

/** Something a thread did, ms, by the wall's clock (`at`, `took`) and by its own (`own`, `ownTook`). */
export interface Span {
  readonly name: string;
  readonly type: string;
  readonly thread: number;
  readonly at: number;
  readonly took: number;
  readonly own: number;
  readonly ownTook: number;
  readonly what: string;
}

/** Where a thread's own time went, ms. */
export interface Parts {
  readonly script: number;
  /** Layouts and styles that a script asked for before the browser did them. */
  readonly forced: number;
  readonly layout: number;
  readonly paint: number;
  /** The longest scripts, without those within them. */
  readonly scripts: readonly { readonly what: string; readonly took: number }[];
}

const SCRIPTS = ['EventDispatch', 'FunctionCall', 'FireAnimationFrame', 'TimerFire', 'v8.evaluateModule'];
const LAYOUTS = ['Layout', 'UpdateLayoutTree'];
const PAINTS = ['PrePaint', 'Paint', 'Layerize', 'Commit'];
const WORK = [...SCRIPTS, ...LAYOUTS, ...PAINTS];

export const isWork = ({ name }: Span): boolean => WORK.includes(name);

/** Whether the page set this mark of User Timing. */
export const isMark = ({ name, ph }: Traced, prefix: string): boolean =>
  name.startsWith(prefix) && (ph === 'I' || ph === 'R');

/** When something was over, by both clocks. */
export const ending = ({ at, took, own, ownTook }: Span): { readonly at: number; readonly own: number } => ({
  at: at + took,
  own: own + ownTook,
});

export const spansOf = (events: readonly Traced[]): readonly Span[] =>
  events
    .filter(({ ph }) => ph === 'X')
    .map(({ name, tid, ts, dur = 0, tts = 0, tdur = 0, args }) => ({
      name,
      type: args?.data?.type ?? '',
      thread: tid,
      at: ts / 1000,
      took: dur / 1000,
      own: tts / 1000,
      ownTook: tdur / 1000,
      what: whatRan(name, args?.data),
    }))
    .sort((a, b) => a.at - b.at || b.took - a.took);

export function partsOf(spans: readonly Span[]): Parts {
  const within = (inner: Span, outers: readonly Span[]): boolean =>
    outers.some((outer) => outer !== inner && outer.at <= inner.at && ending(outer).at >= ending(inner).at);
  const sum = (of: readonly Span[]): number => of.reduce((total, { ownTook }) => total + ownTook, 0);
  const named = (names: readonly string[]): readonly Span[] =>
    spans.filter(({ name }) => names.includes(name));
  const scripts = named(SCRIPTS);
  const outer = scripts.filter((one) => !within(one, scripts));
  const layouts = named(LAYOUTS);
  const forced = layouts.filter((one) => within(one, outer));
  return {
    script: sum(outer) - sum(forced),
    forced: sum(forced),
    layout: sum(layouts) - sum(forced),
    paint: sum(named(PAINTS)),
    scripts: [...outer]
      .sort((a, b) => b.ownTook - a.ownTook)
      .slice(0, 2)
      .map(({ what, ownTook }) => ({ what, took: ownTook })),
  };
}

type Data = NonNullable<NonNullable<Traced['args']>['data']>;

function whatRan(
  name: string,
  { type, functionName, url = '', lineNumber, columnNumber }: Data = {},
): string {
  if (name !== 'FunctionCall') return type === undefined ? name : `${name} ${type}`;
  return `${functionName ?? ''}@${url.replace(/^.*\//, '')}:${lineNumber ?? 0}:${columnNumber ?? 0}`;
}
