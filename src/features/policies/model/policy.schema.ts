import Type from 'typebox';
import {
  DateField,
  Fen,
  IdField,
  Line,
  MediaRef,
  OneOf,
  OrNull,
  Paragraph,
  Shape,
  ShortText,
} from '../../../kernel/fields.schema.ts';
import { Rule } from './rule.schema.ts';

const PolicyCategory = OneOf(['care', 'meals', 'medical', 'health', 'smart', 'family', 'advisor', 'spirit']);

/** How much it is: words that say it all, or, with `fen`, words that stand before the sum (“每月”). */
const Amount = Shape({ words: Line, wordsEn: Type.Optional(OrNull(Line)), fen: Type.Optional(OrNull(Fen)) });
const English = Type.Optional(OrNull(Line));
const EnglishLines = Type.Optional(OrNull(Type.Array(Line, { maxItems: 8 })));

/**
 * A benefit or a service, in plain words: row `policy` in `city`. Rows of before issue 7 have none of the optional
 * fields: a policy without a rule is one that the advisor's questions say nothing about.
 */
export const Policy = Shape({
  id: IdField('PolicyId'),
  category: PolicyCategory,
  title: ShortText,
  titleEn: OrNull(Line),
  /** One sentence: what it is. */
  summary: Line,
  summaryEn: English,
  /** Money is shown before services; absent means a service. */
  kind: Type.Optional(OneOf(['money', 'service'])),
  /** Where it stands among those of its kind, the smallest first: what people ask for most. Absent comes last. */
  order: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
  /** Who may have it, for the advisor's questions; checked anew where it is read, since a newer build may say more. */
  rule: Type.Optional(OrNull(Rule)),
  amounts: Type.Optional(OrNull(Type.Array(Amount, { maxItems: 6 }))),
  /** True where the sums are an example and the centre has not put its own there yet. */
  example: Type.Optional(Type.Boolean()),
  /** Everyday words by which people look for it, beside those it says itself. */
  keywords: Type.Optional(OrNull(Type.Array(ShortText, { maxItems: 12 }))),
  /** Short paragraphs, read aloud as they stand. */
  body: Type.Array(Paragraph, { minItems: 1, maxItems: 12 }),
  bodyEn: Type.Optional(OrNull(Type.Array(Paragraph, { maxItems: 12 }))),
  /** Who may have it, as the elder would ask. */
  who: Type.Array(Line, { maxItems: 8 }),
  whoEn: EnglishLines,
  papers: Type.Array(Line, { maxItems: 8 }),
  papersEn: EnglishLines,
  where: OrNull(Line),
  whereEn: English,
  hours: OrNull(Line),
  hoursEn: English,
  phone: OrNull(ShortText),
  /** The document it rests on, with its number and clause. */
  source: Line,
  author: OrNull(ShortText),
  reviewedOn: DateField,
  expiresOn: OrNull(DateField),
  audio: OrNull(MediaRef),
});
export const PolicySaveArgs = Shape({ policy: Policy });
