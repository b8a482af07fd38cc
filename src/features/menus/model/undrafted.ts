import type { RowTx } from '../../../kernel/mutation.ts';
import { isClosed, isUp, offerOf, type MenuDraft } from './menu.ts';
import { byId, plannedOffer } from './planned.ts';

/** What a meal has where nobody has drafted anything: what is up, else what its plan has. */
export async function undrafted(
  tx: Pick<RowTx, 'get' | 'list'>,
  draft: MenuDraft,
): Promise<MenuDraft | undefined> {
  // What was taken down is kept as it stood there: that is nobody's change.
  if (draft.withdrawn === true) return draft;
  const { noteEn: _, ...drafted } = draft;
  const menu = await tx.get('centre', 'menu', draft.id);
  if (isUp(menu)) return { ...drafted, ...offerOf(menu) };
  if (isClosed(menu)) return undefined;
  const plan = (await tx.list('staff', 'menuPlan')).find(({ canteenId }) => canteenId === draft.canteenId);
  const dishes = byId(await tx.list('centre', 'dish'));
  const offer = plannedOffer(plan, draft.date, draft.meal, dishes);
  return offer === null ? undefined : { ...drafted, ...offer };
}
