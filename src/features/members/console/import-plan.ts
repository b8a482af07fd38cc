import { cardAsKept } from '../../../app/card-number.ts';
import { newId } from '../../../app/new-id.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import type { Workbook } from '../../../kernel/workbook.ts';
import { planImport, type ImportPlan, type KeptEntry } from '../model/import/plan.ts';
import { readMembers, type ReadMembers } from '../model/import/read-members.ts';
import type { Member } from '../model/roster.ts';

/** What a list was found to say, and what would come of it. */
export interface Understood {
  readonly read: ReadMembers;
  readonly plan: ImportPlan;
  /** Cards could not be taken on this device: the addresses of what stays behind are the plan's own. */
  readonly noCards: boolean;
  /** Something stood there that nobody sees. */
  readonly hidden: boolean;
}

interface With {
  readonly members: readonly Member[];
  readonly centreId: string;
  readonly thisYear: number;
  /** A card's key takes a while to be made: how many are, and of how many. */
  readonly progress: (done: number, of: number) => void;
}

/** So many keys are made before the page has its turn. */
const AT_ONCE = 4;

/** What would come of a workbook; nothing is done yet. */
export async function understand(workbook: Workbook, given: With): Promise<Understood> {
  const read = readMembers(workbook, given.thisYear);
  const { cards, noCards } = await keptCards(
    read.entries.flatMap(({ cardNumber }) => cardNumber ?? []),
    given,
  );
  const entries = read.entries.map(({ cardNumber, ...entry }): KeptEntry => ({
    ...entry,
    card: cardNumber === null ? null : (cards.get(cardNumber) ?? null),
  }));
  const plan = planImport(entries, given.members, newId);
  const hidden =
    workbook.hiddenSheets.length > 0 ||
    workbook.sheets.some(({ hiddenRows, hiddenColumns }) => hiddenRows.length + hiddenColumns.length > 0);
  return { read, plan, noCards, hidden };
}

async function keptCards(numbers: readonly string[], { centreId, progress }: With) {
  const all = [...new Set(numbers)];
  const cards = new Map<string, string>();
  try {
    for (let at = 0; at < all.length; at += AT_ONCE) {
      progress(at, all.length);
      const some = all.slice(at, at + AT_ONCE);
      const kept = await Promise.all(some.map((number) => cardAsKept(number, centreId)));
      for (const [i, number] of some.entries()) cards.set(number, kept[i] ?? '');
    }
  } catch (error) {
    // Without a secure context there are none; the rest of the list is worth having.
    console.error(error);
    return { cards: new Map<string, string>(), noCards: true };
  }
  return { cards, noCards: false };
}

/** As many members as one change takes. */
const MOST_AT_ONCE = 100;

type ImportArgs = ArgsOf<'member.import'>;
type RevertArgs = ArgsOf<'member.revert'>;

function inBatches<T>(all: readonly T[]): readonly T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < all.length; at += MOST_AT_ONCE) batches.push(all.slice(at, at + MOST_AT_ONCE));
  return batches;
}

/** The changes that carry a plan out; without `update` who is a member already stays as they are. */
export const importBatches = (
  { added, changed }: ImportPlan,
  update: boolean,
): readonly ImportArgs['members'][] =>
  inBatches([
    ...added.map(({ member }) => ({ member })),
    ...(update ? changed.map(({ before, after }) => ({ member: after, base: before })) : []),
  ]);

/** The changes that take it back. */
export const revertBatches = (done: ImportArgs['members']): readonly RevertArgs['members'][] =>
  inBatches(done.map(({ member, base }) => ({ to: base ?? null, from: member })));
