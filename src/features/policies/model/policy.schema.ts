import Type from 'typebox';
import {
  DateField,
  IdField,
  Line,
  MediaRef,
  OneOf,
  OrNull,
  Paragraph,
  Shape,
  ShortText,
} from '../../../kernel/fields.schema.ts';

const PolicyCategory = OneOf(['care', 'meals', 'medical', 'health', 'smart', 'family', 'advisor', 'spirit']);

/** A benefit or a service, in plain words: row `policy` in `city`. */
export const Policy = Shape({
  id: IdField('PolicyId'),
  category: PolicyCategory,
  title: ShortText,
  titleEn: OrNull(Line),
  /** One sentence: what it is. */
  summary: Line,
  /** Short paragraphs, read aloud as they stand. */
  body: Type.Array(Paragraph, { minItems: 1, maxItems: 12 }),
  /** Who may have it, as the elder would ask. */
  who: Type.Array(Line, { maxItems: 8 }),
  papers: Type.Array(Line, { maxItems: 8 }),
  where: OrNull(Line),
  hours: OrNull(Line),
  phone: OrNull(ShortText),
  /** The document it rests on, with its number and clause. */
  source: Line,
  author: OrNull(ShortText),
  reviewedOn: DateField,
  expiresOn: OrNull(DateField),
  audio: OrNull(MediaRef),
});
export const PolicySaveArgs = Shape({ policy: Policy });
