import type { FieldProblem } from '../../../kernel/check.ts';
import { id } from '../../../kernel/ids.ts';
import { formatPrice, parsePrice } from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { isCivilDate } from '../../../kernel/time.ts';
import { checkPolicy, type Policy, type PolicyCategory } from '../model/policy.ts';
import type { Rule } from '../model/rule.ts';
import { ruleProblems } from './rule-draft.ts';

/** What is said in both languages, as it was typed; empty where nothing is said. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A sum as it was typed: words alone, or words before so many yuan. */
interface AmountWords {
  readonly words: Words;
  readonly yuan: string;
}

/** A policy as somebody is writing it: what was typed stays as it was typed. */
export interface PolicyForm {
  readonly category: PolicyCategory;
  readonly kind: 'money' | 'service';
  readonly order: string;
  readonly title: Words;
  readonly summary: Words;
  readonly amounts: readonly AmountWords[];
  readonly example: boolean;
  readonly body: readonly Words[];
  readonly who: readonly Words[];
  readonly papers: readonly Words[];
  readonly where: Words;
  readonly hours: Words;
  readonly phone: string;
  /** Everyday words, parted by a space or a comma of either script. */
  readonly keywords: string;
  readonly source: string;
  readonly reviewedOn: string;
  readonly expiresOn: string;
  readonly rule: Rule | null;
  readonly audio: string | null;
}

export type FormField = keyof PolicyForm;
/** The fields that are a list of lines, with how many there may be. */
export const mostLines = { body: 12, who: 8, papers: 8 } as const;
export type LineField = keyof typeof mostLines;
export const MOST_AMOUNTS = 6;
const MOST_KEYWORDS = 12;
const LONGEST_KEYWORD = 40;

export const noWords: Words = { zh: '', en: '' };

/** An empty sheet, looked at today. */
export const emptyForm = (today: string | null): PolicyForm => ({
  category: 'care',
  kind: 'service',
  order: '',
  title: noWords,
  summary: noWords,
  amounts: [],
  example: false,
  body: [noWords],
  who: [],
  papers: [],
  where: noWords,
  hours: noWords,
  phone: '',
  keywords: '',
  source: '',
  reviewedOn: today ?? '',
  expiresOn: '',
  rule: null,
  audio: null,
});

/** A policy as it can be written on. */
export function formOf(policy: Policy): PolicyForm {
  const both = (zh: string | null, en?: string | null): Words => ({ zh: zh ?? '', en: en ?? '' });
  const lines = (zh: readonly string[], en?: readonly string[] | null): readonly Words[] =>
    zh.map((line, i) => both(line, en?.[i]));
  return {
    category: policy.category,
    kind: policy.kind ?? 'service',
    order: policy.order === undefined ? '' : `${policy.order}`,
    title: both(policy.title, policy.titleEn),
    summary: both(policy.summary, policy.summaryEn),
    amounts: (policy.amounts ?? []).map(({ words, wordsEn, fen }) => ({
      words: both(words, wordsEn),
      yuan: fen === null || fen === undefined ? '' : formatPrice(fen),
    })),
    example: policy.example === true,
    body: lines(policy.body, policy.bodyEn),
    who: lines(policy.who, policy.whoEn),
    papers: lines(policy.papers, policy.papersEn),
    where: both(policy.where, policy.whereEn),
    hours: both(policy.hours, policy.hoursEn),
    phone: policy.phone ?? '',
    keywords: (policy.keywords ?? []).join(' '),
    source: policy.source,
    reviewedOn: policy.reviewedOn,
    expiresOn: policy.expiresOn ?? '',
    rule: policy.rule ?? null,
    audio: policy.audio,
  };
}

/** The policy that a form says, or what has to be put right first; `field` is the path in the form (`body.2`). */
export function policyOf(form: PolicyForm, policyId: string): Result<Policy, readonly FieldProblem[]> {
  const { policy, problems } = readForm(form, policyId);
  return problems.length > 0 ? err(problems) : ok(policy);
}

/** What a form says so far, and what is wrong with it. */
export function readForm(
  form: PolicyForm,
  policyId: string,
): { readonly policy: Policy; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, code: string): void => void problems.push({ field, code });
  const keywords = keywordsIn(form.keywords);
  if (keywords.length > MOST_KEYWORDS) wrong('keywords', 'too-many');
  if (keywords.some((word) => word.length > LONGEST_KEYWORD)) wrong('keywords', 'too-long');
  const order = form.order.trim();
  if (order !== '' && !/^\d{1,3}$/.test(order)) wrong('order', 'not-a-number');
  for (const field of ['reviewedOn', 'expiresOn'] as const)
    if (form[field] !== '' && !isCivilDate(form[field])) wrong(field, 'not-a-date');
  if (form.reviewedOn === '') wrong('reviewedOn', 'empty');
  const [body, who, papers] = [linesOf(form.body), linesOf(form.who), linesOf(form.papers)];
  for (const [field, { en }] of Object.entries({ body, who, papers }))
    if (en === 'half') wrong(field, 'half-english');
  if (body.zh.length === 0) wrong('body.0', 'empty');
  const amounts = amountsOf(form, wrong);
  problems.push(...ruleProblems(form.rule));
  const policy: Policy = {
    id: id(policyId),
    category: form.category,
    kind: form.kind,
    ...(order === '' ? {} : { order: Number(order) }),
    title: form.title.zh.trim(),
    titleEn: orNone(form.title.en),
    summary: form.summary.zh.trim(),
    summaryEn: orNone(form.summary.en),
    rule: form.rule,
    amounts,
    example: form.example && amounts.length > 0,
    keywords,
    body: [...body.zh],
    bodyEn: english(body),
    who: [...who.zh],
    whoEn: english(who),
    papers: [...papers.zh],
    papersEn: english(papers),
    where: orNone(form.where.zh),
    whereEn: orNone(form.where.en),
    hours: orNone(form.hours.zh),
    hoursEn: orNone(form.hours.en),
    phone: orNone(form.phone),
    source: form.source.trim(),
    author: null,
    reviewedOn: form.reviewedOn,
    expiresOn: form.expiresOn === '' ? null : form.expiresOn,
    audio: form.audio === null ? null : id(form.audio),
  };
  const known = new Set(problems.map(({ field }) => field.split('.')[0]));
  problems.push(...checkPolicy(policy).filter(({ field }) => !known.has(field.split('.')[0])));
  return { policy, problems };
}

function amountsOf(
  { amounts }: PolicyForm,
  wrong: (field: string, code: string) => void,
): NonNullable<Policy['amounts']> {
  return amounts.flatMap((amount, i) => {
    const [words, yuan] = [amount.words.zh.trim(), amount.yuan.trim()];
    if (words === '' && yuan === '') return [];
    if (words === '') wrong(`amounts.${i}.words`, 'empty');
    const said = { words, wordsEn: orNone(amount.words.en) };
    if (yuan === '') return [said];
    const fen = parsePrice(yuan);
    if (!fen.ok) wrong(`amounts.${i}.yuan`, fen.error);
    return [{ ...said, fen: fen.ok ? fen.value : null }];
  });
}

interface Lines {
  readonly zh: readonly string[];
  /** Half of a translation is none: which line belongs to which would be guessed. */
  readonly en: readonly string[] | 'half' | null;
}

/** What was typed of a list; a line that says nothing in Chinese is none. */
function linesOf(lines: readonly Words[]): Lines {
  const said = lines.map(({ zh, en }) => ({ zh: zh.trim(), en: en.trim() })).filter(({ zh }) => zh !== '');
  const zh = said.map((line) => line.zh);
  const translated = said.filter(({ en }) => en !== '').length;
  if (translated === 0) return { zh, en: null };
  return { zh, en: translated < said.length ? 'half' : said.map(({ en }) => en) };
}

const english = ({ en }: Lines): string[] | null => (en === null || en === 'half' ? null : [...en]);
const orNone = (typed: string): string | null => typed.trim() || null;
const keywordsIn = (typed: string): string[] => [
  ...new Set(typed.split(/[\s,，、;；]+/u).filter((word) => word !== '')),
];
