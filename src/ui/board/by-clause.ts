import { html, type TemplateResult } from 'lit';
import { byWord, figuresWhole } from './by-word.ts';

/** A clause with the mark that ends it, or a break that the writer made. */
const CLAUSE = /[^，。！？；：、\n]*[，。！？；：、]+[”’」』）》]*|[^，。！？；：、\n]+|\n/g;
const PAUSES = /[，。！？；：、]/;

/**
 * A text whose lines end where it pauses: a clause stands on one line as long as it goes into one, and is parted between
 * words where it does not. Letters have their spaces, and flow.
 */
export const byClause = (text: string): unknown =>
  PAUSES.test(text) ? figuresWhole(text.match(CLAUSE) ?? []).map(clause) : byWord(text);

const clause = (part: string): TemplateResult | string =>
  part === '\n' ? part : html`<span class="clause">${byWord(part)}</span>`;
