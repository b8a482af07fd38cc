import type { Trouble } from './ports.ts';

/** Answers, or turns, that brought nothing forward before it is treated as trouble. */
export const FRUITLESS_LIMIT = 8;
export const UNSETTLED: Trouble = { type: 'problem', status: 0, detail: 'the answers do not settle' };
