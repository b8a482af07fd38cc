import type { View } from '../../../protocol/client/api.ts';
import { asksSomebody } from '../model/refusal.ts';

/** How many records wait for somebody to decide, of those that whoever looks may see. */
export async function openRecords(view: View): Promise<number> {
  const all = [...(await view.list('people', 'refusal')), ...(await view.list('staff', 'refusal'))];
  return all.filter(asksSomebody).length;
}
