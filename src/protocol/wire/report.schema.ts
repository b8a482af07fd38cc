import Type from 'typebox';
import { Count, Word, type AskedAs } from './wire-fields.schema.ts';
import type { Wire } from './wire-type.ts';

/** The most a device says of itself at once. */
const REPORT_LIMIT = 500;

/**
 * What a device says of itself: the last value counts, nothing is queued. Its kind is some noun's, which alone knows
 * what it holds; one of a kind that nobody knows is dropped alone.
 */
export const WireReport = Type.Object({
  type: Word,
  /** Which of its kind, where a device has several: the last value of each counts. */
  of: Type.Optional(Word),
  /** Milliseconds since it was said, where it did not leave at once. */
  agoMs: Type.Optional(Type.Number({ minimum: 0 })),
});
export type WireReport = Wire<typeof WireReport>;

/** Travels apart from the mutations, and can never hold them up. */
export const ReportBody = Type.Object({
  reports: Type.Array(Type.Unsafe<unknown>({ anyOf: [WireReport, {}] }), { maxItems: REPORT_LIMIT }),
});
export interface ReportRequest extends AskedAs {
  readonly reports: readonly WireReport[];
}

export const ReportAnswer = Type.Object({
  /** How many were written down; the others were dropped. */
  taken: Count,
});
export type ReportAnswer = Wire<typeof ReportAnswer>;
