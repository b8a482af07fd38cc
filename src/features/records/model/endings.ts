import type { Mid } from '../../../kernel/ids.ts';
import type { Actor, RowTx } from '../../../kernel/mutation.ts';
import { signature } from '../../../kernel/mutation.ts';
import { id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';

/** What the hub was asked to do, by whom and when it came. */
interface Asked {
  readonly mid: Mid;
  readonly name: string;
  readonly actor: Actor;
  readonly nowMs: number;
}

/** Writes down for staff what was not carried out, and why. */
export async function recordRefusal(
  tx: RowTx,
  asked: Asked,
  why: Pick<RowOf<'refusal'>, 'status' | 'code' | 'detail'>,
): Promise<void> {
  await tx.put('staff', 'refusal', asked.mid, {
    ...about(asked),
    ...why,
    code: line(why.code),
    detail: line(why.detail),
  });
}

/** Writes down for the manager who changed what. */
export async function recordDeed(tx: RowTx, asked: Asked, touched: readonly string[]): Promise<void> {
  await tx.put('audit', 'audit', asked.mid, { ...about(asked), subject: touched.slice(0, 50).map(line) });
}

const about = ({ mid, name, actor, nowMs }: Asked) => ({
  id: mid,
  name: line(name),
  by: line(signature(actor)),
  deviceId: id<'DeviceId'>(actor.deviceId),
  receivedAtMs: nowMs,
});

/** As much as a row's line takes, of text that may be anything: without the characters not every database takes. */
const line = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd').slice(0, 120) || '-';
