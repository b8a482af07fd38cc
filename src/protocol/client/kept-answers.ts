import type { Json } from '../../kernel/json.ts';
import { isCount, isText, shape, type Guard } from '../../kernel/guards.ts';
import type { StoreTx } from './ports.ts';
import { ANSWERS } from './records.ts';

/** So many of each sort are kept; the one that was written longest ago goes first. */
const MOST = 24;

interface KeptAnswer {
  readonly question: string;
  readonly answer: Json;
  /** Counts the writings, as no clock need be right. */
  readonly turn: number;
}

const isJson: Guard<Json> = (value): value is Json => value !== undefined;
/** One that was damaged on the disk is as none, and is asked for again. */
const isKept = shape<KeptAnswer>({ question: isText, answer: isJson, turn: isCount });

/*
 * What the hub answered outside the sync, by question. It is as personal as the rows: it goes with the first grant that
 * goes, and with a signing out. Who asks checks the answer itself.
 */
export async function readAnswer(tx: StoreTx, question: string): Promise<Json | undefined> {
  const kept = await tx.get('meta', [...ANSWERS, question]);
  return isKept(kept) ? kept.answer : undefined;
}

/** What a page of the hub's answers, and what is written here: looking at many figures costs nobody their draft. */
const isOfHub = (question: string): boolean => question.startsWith('/');

/** @param answer null: it is forgotten */
export async function writeAnswer(tx: StoreTx, question: string, answer: Json): Promise<void> {
  if (answer === null) return tx.delete('meta', [...ANSWERS, question]);
  const all = (await tx.list('meta', ANSWERS)).filter(isKept);
  const others = all
    .filter((one) => one.question !== question && isOfHub(one.question) === isOfHub(question))
    .sort((a, b) => b.turn - a.turn);
  for (const { question: old } of others.slice(MOST - 1)) tx.delete('meta', [...ANSWERS, old]);
  const turn = Math.max(0, ...all.map((one) => one.turn)) + 1;
  tx.put('meta', [...ANSWERS, question], { question, answer, turn } satisfies KeptAnswer);
}
