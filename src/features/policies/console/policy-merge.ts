import { same } from '../../../kernel/same.ts';
import type { FormField, PolicyForm } from './policy-form.ts';

/** What two have made of one text, brought together. */
interface Merge {
  /** Mine, with what another changed and I did not; of what both changed, mine. */
  readonly form: PolicyForm;
  /** What two have changed, each otherwise. */
  readonly collisions: readonly FormField[];
}

/** Brings what two have made of one text together: what only one has touched is theirs who touched it. */
export function mergedForms(base: PolicyForm, mine: PolicyForm, theirs: PolicyForm): Merge {
  const isMine = (field: FormField): boolean => !same(mine[field], base[field]);
  const touched = changedFields(base, theirs);
  return {
    form: withFields(
      mine,
      theirs,
      touched.filter((field) => !isMine(field)),
    ),
    collisions: touched.filter((field) => isMine(field) && !same(mine[field], theirs[field])),
  };
}

/** The fields in which two forms are not the same, in the order in which they stand on the page. */
export const changedFields = (before: PolicyForm, after: PolicyForm): readonly FormField[] =>
  Object.keys(after)
    .filter((name): name is FormField => name in after)
    .filter((field) => !same(before[field], after[field]));

/** A form with some of its fields as another has them. */
export const withFields = (form: PolicyForm, other: PolicyForm, fields: readonly FormField[]): PolicyForm =>
  fields.reduce<PolicyForm>((next, field) => ({ ...next, [field]: other[field] }), form);

/** The English of a field only where it has changed too: what stayed as it was is not to be read again. */
export function withoutSameEnglish(
  before: PolicyForm,
  after: PolicyForm,
  field: FormField,
): { readonly before: PolicyForm; readonly after: PolicyForm } {
  switch (field) {
    case 'title':
    case 'summary':
    case 'where':
    case 'hours':
      return before[field].en === after[field].en
        ? {
            before: { ...before, [field]: { ...before[field], en: '' } },
            after: { ...after, [field]: { ...after[field], en: '' } },
          }
        : { before, after };
    case 'body':
    case 'who':
    case 'papers': {
      const english = (form: PolicyForm): readonly string[] => form[field].map(({ en }) => en);
      const plain = (form: PolicyForm): PolicyForm => ({
        ...form,
        [field]: form[field].map(({ zh }) => ({ zh, en: '' })),
      });
      return same(english(before), english(after))
        ? { before: plain(before), after: plain(after) }
        : { before, after };
    }
    default:
      return { before, after };
  }
}
