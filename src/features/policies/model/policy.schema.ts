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
  UnixMs,
} from '../../../kernel/fields.schema.ts';
import { Rule } from './rule.schema.ts';

const PolicyCategory = OneOf(['care', 'meals', 'medical', 'health', 'smart', 'family', 'advisor', 'spirit']);

/** How much it is: words that say it all, or, with `fen`, words that stand before the sum (“每月”). */
const Amount = Shape({ words: Line, wordsEn: Type.Optional(OrNull(Line)), fen: Type.Optional(OrNull(Fen)) });
const Version = Type.Integer({ minimum: 0 });
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
  /** Counts every text that was written of it, also one that waits or was withdrawn; absent is 0. */
  version: Type.Optional(Version),
});

/** A text that a second person has not approved yet: row `policyProposal` in `staff:ID`, id = the policy's. */
export const PolicyProposal = Shape({
  id: IdField('PolicyId'),
  policy: Policy,
  by: Line,
  /** Who may not approve it; null where a machine wrote it. */
  accountId: OrNull(IdField('AccountId')),
  atMs: OrNull(UnixMs),
  /** With what word it went back to its author; null while it waits. */
  back: OrNull(Shape({ by: Line, words: Line, atMs: OrNull(UnixMs) })),
});
/** What was withdrawn, as it stood, so that it can be put back: row `policyWithdrawn` in `staff:ID`, id = the policy's. */
export const PolicyWithdrawn = Shape({
  id: IdField('PolicyId'),
  policy: Policy,
  by: Line,
  atMs: OrNull(UnixMs),
});
/** How policies are published here: row `policyHouse` in `staff:ID`, id = `policies`. Without it one person publishes. */
export const PolicyHouse = Shape({ id: IdField('PolicyHouseId'), twoPairs: Type.Boolean(), by: Line });

export const PolicySaveArgs = Shape({
  policy: Policy,
  /** The newest text it was written upon; absent in what an older build wrote, which is taken as it comes. */
  baseVersion: Type.Optional(Version),
});
export const PolicyWithdrawArgs = Shape({ policyId: IdField('PolicyId'), baseVersion: Version });
export const PolicyRestoreArgs = Shape({ policyId: IdField('PolicyId') });
/** `version` is that of the text that was read. */
const Read = { policyId: IdField('PolicyId'), version: Version };
/** `atMs` is the proposal's: versions count anew once one was taken back. An older build does not say. */
const ReadAt = { ...Read, atMs: Type.Optional(OrNull(UnixMs)) };
export const PolicyApproveArgs = Shape(ReadAt);
export const PolicySendBackArgs = Shape({ ...ReadAt, words: Line });
export const PolicyTakeBackArgs = Shape(Read);
export const PolicyTwoPairsArgs = Shape({ twoPairs: Type.Boolean() });
