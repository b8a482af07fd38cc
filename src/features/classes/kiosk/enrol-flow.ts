import type { MemberId, Mid } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { Ended } from '../../../protocol/client/api.ts';

/** Who it is about, as they stand on the glass. */
export interface Person {
  readonly id: MemberId;
  readonly maskedName: string;
  /**
   * They have held their card to it. The end of a number can be guessed: it is good for putting a name down, and tells
   * nothing of what somebody has put down before, nor takes it off.
   */
  readonly byCard: boolean;
}

export type Wish = 'join' | 'leave';

/** The steps of putting a name down, or taking it off. */
export type EnrolStep =
  | { readonly step: 'who' }
  | { readonly step: 'saving'; readonly person: Person }
  /** It is safe on this device; what becomes of it the hub says. `sinceMs` on this page's clock. */
  | {
      readonly step: 'asked';
      readonly wish: Wish;
      readonly person: Person;
      readonly mid: Mid;
      readonly sinceMs: number;
    }
  /** `unsure`: it may be sent yet, and nothing keeps it till then. */
  | { readonly step: 'failed'; readonly unsure: boolean };

/** What can be said of a wish by now. Nothing but the hub's own answer says that there is a place, or none. */
export type Known =
  | { readonly type: 'asking' }
  /** The hub is away, or takes its time: it is kept, and nobody knows more. */
  | { readonly type: 'noted' }
  | { readonly type: 'answered'; readonly answer: RowOf<'enrolmentAnswer'> }
  | { readonly type: 'refused'; readonly cancelled: boolean };

/** Nobody is kept waiting longer than this for an answer, in milliseconds: it is noted, and that is said. */
const PATIENCE_MS = 6000;

interface Heard {
  readonly answer: RowOf<'enrolmentAnswer'> | undefined;
  readonly ended: readonly Ended[];
  readonly away: boolean;
  readonly nowMs: number;
}

export function knownOf(
  { mid, sinceMs }: Extract<EnrolStep, { step: 'asked' }>,
  { answer, ended, away, nowMs }: Heard,
): Known {
  if (answer !== undefined) return { type: 'answered', answer };
  const end = ended.find((one) => one.mid === mid);
  if (end !== undefined) {
    const { result } = end;
    return { type: 'refused', cancelled: 'code' in result && result.code === 'session-cancelled' };
  }
  return { type: away || nowMs - sinceMs > PATIENCE_MS ? 'noted' : 'asking' };
}
