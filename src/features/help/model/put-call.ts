import type { BucketRef } from '../../../kernel/buckets.ts';
import type { MutationContext, RowTx } from '../../../kernel/mutation.ts';
import type { HelpCall } from './help.ts';

/** A call lies with its device and with staff; each sees its own copy, the hub writes both. */
export async function putCall(
  tx: RowTx,
  ctx: Pick<MutationContext, 'actor' | 'authority'>,
  call: HelpCall,
): Promise<void> {
  const own: BucketRef = ctx.actor.type === 'staff' ? 'staff' : 'device';
  const copies: readonly BucketRef[] = ctx.authority ? ['staff', `device:${call.deviceId}`] : [own];
  for (const bucket of copies) await tx.put(bucket, 'helpCall', call.id, call);
}
