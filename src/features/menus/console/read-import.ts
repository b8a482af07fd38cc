import type { RowOf } from '../../../kernel/rows.ts';
import type { SyncStatus, View } from '../../../protocol/client/api.ts';

/** What is to be known to bring a plan in, and to tell what became of it. */
export async function readImport(view: View) {
  const [centre] = await view.list('centre', 'centre');
  return centre === undefined
    ? null
    : {
        centre,
        dishes: await view.list('centre', 'dish'),
        menus: new Map((await view.list('centre', 'menu')).map((menu) => [String(menu.id), menu])),
        drafts: new Map((await view.list('staff', 'menuDraft')).map((draft) => [String(draft.id), draft])),
        imports: await view.list('staff', 'menuImport'),
        refusals: await view.list('staff', 'refusal'),
      };
}

export type Known = NonNullable<Awaited<ReturnType<typeof readImport>>>;

/** Why the hub has not done a change; null where it has, or has not said so yet. */
export function refusalOf(
  mid: string,
  status: SyncStatus | null,
  refusals: readonly RowOf<'refusal'>[],
): string | null {
  const ended = status?.ended.find((one) => one.mid === mid)?.result;
  if (ended?.status === 'conflict') return 'conflict';
  if (ended?.status === 'refused' || ended?.status === 'expired') return ended.code;
  if (ended?.status === 'held') return 'held';
  const refusal = refusals.find((one) => one.id === mid);
  return refusal === undefined ? null : refusal.status === 'conflict' ? 'conflict' : refusal.code;
}
