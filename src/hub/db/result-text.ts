import type { Mid } from '../../kernel/ids.ts';
import type { WireResult } from '../../protocol/wire/wire.ts';

/*
 * How a mutation ended, as it is kept for ever beside its mid. Nearly all end well, and then one word says it: what is
 * kept of every change that was ever made has to be small. What ended otherwise keeps its reason, as JSON.
 */
export const resultText = (result: WireResult): string =>
  result.status === 'applied' || result.status === 'merged' ? result.status : JSON.stringify(result);

/** The same again; the first release wrote JSON of those that ended well, too. */
export const resultOf = (mid: Mid, text: string): WireResult =>
  text === 'applied' || text === 'merged' ? { mid, status: text } : JSON.parse(text);
