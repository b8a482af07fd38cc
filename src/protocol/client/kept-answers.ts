import type { Json } from '../../kernel/json.ts';
import type { Key, StoreTx } from './ports.ts';

/** So many answers are kept; the one that was written longest ago goes first. */
const MOST = 24;
const ANSWERS: Key = ['answer'];

interface KeptAnswer {
  readonly question: string;
  readonly answer: Json;
  /** Counts the writings, as no clock need be right. */
  readonly turn: number;
}

/*
 * What the hub answered outside the sync, by question. It is as personal as the rows: it goes with the first grant that
 * goes, and with a signing out. The casts stand beside the one place that writes.
 */
export const readAnswer = async (tx: StoreTx, question: string): Promise<Json | undefined> =>
  ((await tx.get('meta', [...ANSWERS, question])) as KeptAnswer | undefined)?.answer;

export async function writeAnswer(tx: StoreTx, question: string, answer: Json): Promise<void> {
  const all = (await tx.list('meta', ANSWERS)) as readonly KeptAnswer[];
  const others = all.filter((one) => one.question !== question).sort((a, b) => b.turn - a.turn);
  for (const { question: old } of others.slice(MOST - 1)) tx.delete('meta', [...ANSWERS, old]);
  const turn = Math.max(0, ...all.map((one) => one.turn)) + 1;
  tx.put('meta', [...ANSWERS, question], { question, answer, turn } satisfies KeptAnswer);
}

export const dropAnswers = (tx: StoreTx): void => tx.deletePrefix('meta', ANSWERS);
