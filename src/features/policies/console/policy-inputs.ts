import { html, nothing, type TemplateResult } from 'lit';
import type { FieldProblem } from '../../../kernel/check.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { problemWords } from './policy-words.ts';

/** A field of a policy's form, as it is drawn. */
export interface Field {
  /** Where it stands in the form: `body.2`. */
  readonly path: string;
  readonly label: string;
  readonly most?: number;
  readonly long?: boolean;
  readonly type?: 'text' | 'date' | 'tel';
  readonly hint?: string;
}

interface Said {
  readonly write: (value: string) => void;
  readonly placeholder: string;
  readonly problem: FieldProblem | undefined;
}

/** One field with what is wrong with it below; its label is whoever draws it's. */
export function inputOf(
  { path, label, most = 120, long = false, type = 'text', hint }: Field,
  value: string,
  { write, placeholder, problem }: Said,
): TemplateResult {
  const id = idOf(path);
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ].join(' ');
  const lang = path.endsWith('.en') ? 'en' : nothing;
  const heard = (event: Event): void => write(valueOf(event));
  return html`${
    long
      ? html`<textarea
          id=${id}
          rows="3"
          maxlength=${most}
          lang=${lang}
          placeholder=${placeholder}
          aria-label=${label}
          aria-invalid=${problem === undefined ? 'false' : 'true'}
          aria-describedby=${described || nothing}
          .value=${value}
          @input=${heard}
        ></textarea>`
      : html`<input
          id=${id}
          type=${type}
          maxlength=${type === 'date' ? nothing : most}
          max=${type === 'date' ? '9999-12-31' : nothing}
          lang=${lang}
          autocomplete="off"
          placeholder=${placeholder}
          aria-label=${label}
          aria-invalid=${problem === undefined ? 'false' : 'true'}
          aria-describedby=${described || nothing}
          .value=${value}
          @input=${heard}
        />`
  }${problem === undefined ? nothing : problemLine(problem, `${id}-problem`)}`;
}

export const idOf = (path: string): string => path.replace(/\./g, '-');

export const problemLine = (problem: FieldProblem, id = ''): TemplateResult =>
  html`<p class="problem" id=${id || nothing}>${consoleIcon('warning')}${problemWords(problem)}</p>`;

/** What stands in the field that an event is of. */
export function valueOf({ currentTarget }: Event): string {
  const isField =
    currentTarget instanceof HTMLInputElement ||
    currentTarget instanceof HTMLTextAreaElement ||
    currentTarget instanceof HTMLSelectElement;
  return isField ? currentTarget.value : '';
}
