import type { DeviceId } from './ids.ts';
import type { RowTx } from './mutation.ts';

/**
 * Every kind of report there is, with what it says. Empty here: each noun adds its own where it declares itself, as with
 * `Rows`.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Reports {}

type ReportKind = keyof Reports & string;

/** What a device says of itself: the last value of its kind counts, and nothing of it is queued. */
export type Report = {
  [K in ReportKind]: {
    readonly type: K;
    /** Which of its kind, where a device has several: the last value of each counts. */
    readonly of?: string;
  } & Readonly<Reports[K]>;
}[ReportKind];

/** What surrounds one report at the hub. */
export interface ReportContext {
  readonly deviceId: DeviceId;
  /** The name of who is signed in there; absent where nobody is. */
  readonly by?: string;
  /** The hub's time, Unix ms. */
  readonly nowMs: number;
  /** False while the hub's time may be wrong. */
  readonly isSure: boolean;
  /** Milliseconds since it was said. */
  readonly agoMs: number;
}

/** Writes down what a report says, for staff. */
export type TakeReport<K extends ReportKind> = (
  tx: RowTx,
  report: Readonly<Reports[K]>,
  ctx: ReportContext,
) => Promise<void>;

/** With its report's type forgotten: what is said is checked before it is called. */
export type AnyTakeReport = (tx: RowTx, report: never, ctx: ReportContext) => Promise<void>;
