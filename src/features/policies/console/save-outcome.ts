import type { RowOf } from '../../../kernel/rows.ts';
import type { SyncStatus } from '../../../protocol/client/api.ts';
import type { SaveOutcome } from './policy-draft.ts';

/**
 * How what was saved has ended; null while it waits. An empty outbox is the hub's word for all that was in it; how it
 * ended comes with the answer, or after a restart in the row that staff see.
 */
export function outcomeOf(
  mid: string,
  { ended, outbox }: Pick<SyncStatus, 'ended' | 'outbox'>,
  refusals: readonly RowOf<'refusal'>[],
): SaveOutcome | null {
  const result = ended.find((one) => one.mid === mid)?.result;
  if (result?.status === 'conflict') return { is: 'ended', code: 'conflict' };
  if (result?.status === 'refused' || result?.status === 'expired') return { is: 'ended', code: result.code };
  const refusal = refusals.find(({ id }) => id === mid);
  if (refusal !== undefined)
    return { is: 'ended', code: refusal.status === 'conflict' ? 'conflict' : refusal.code };
  return outbox > 0 ? null : { is: 'taken' };
}
