import type { Json } from '../../../kernel/json.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { fieldsOf } from '../../../kernel/versions.ts';

export type Refusal = RowOf<'refusal'>;

/** The first version kept neither what was asked nor who asked it: it can be read, and let go of. */
export const withoutArguments = (old: Json): Json => ({
  v: 0,
  args: null,
  maker: null,
  madeAtMs: null,
  timeQuality: 'unknown',
  settled: null,
  // A newer hub may have written them, and an older one kept them: they stand.
  ...fieldsOf(old),
});

/** Whether it waits for somebody: what came too late, and what nothing is known of, only tells. */
export const isWaiting = ({ settled, status, args }: Refusal): boolean =>
  settled === null && status !== 'expired' && args !== null;

/**
 * Whether it can be done yet, now that somebody says so. A word about another record is not: that one is what can be
 * done, and one about itself would have no end.
 */
export const canRedo = (refusal: Refusal): boolean =>
  isWaiting(refusal) &&
  !refusal.name.startsWith('record.') &&
  (refusal.status === 'refused' || refusal.status === 'conflict');

/** What is wrong in a file of the centre's settings: nobody's change, and it goes once the file is mended. */
export const isAboutConfig = ({ name }: Refusal): boolean => name === 'kiosk-config';

/** Whether somebody is to see to it: what is held for want of an upgrade is done by itself. */
export const asksSomebody = (refusal: Refusal): boolean =>
  isAboutConfig(refusal) ? refusal.settled === null : isWaiting(refusal) && refusal.status !== 'held';
