/**
 * What is wrong with one field of a form. `code` is a stable word, the last word of the i18n key of its remedy;
 * `field` is the field's path in the draft (`items.2.priceFen`).
 */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
}

/** For a refusal's detail: `title: empty; items: none`. */
export const problemText = (problems: readonly FieldProblem[]): string =>
  problems.map(({ field, code }) => `${field}: ${code}`).join('; ');

/** The problems in such a detail; none where it says something else. */
export const problemsIn = (detail: string): readonly FieldProblem[] =>
  detail.split('; ').flatMap((part) => {
    const [, field, code] = /^([\w.]*): ([\w-]+)$/.exec(part) ?? [];
    return field === undefined || code === undefined ? [] : [{ field, code }];
  });
