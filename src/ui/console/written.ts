type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is sought is not written, and a secret is typed anew without a loss. */
const PASSING: readonly string[] = ['search', 'password'];
const TICKED: readonly string[] = ['checkbox', 'radio'];

/** Which fields of a page somebody has written in, so that it is not thrown away behind their back. */
export class Written {
  readonly #fields = new Set<Field>();

  /** Hears of an `input` or a `change` in a field, through shadow roots. */
  note(event: Event): void {
    const [field] = event.composedPath();
    if (isField(field) && !PASSING.includes(field.type)) this.#fields.add(field);
  }

  /** Whether any of it still stands there: a field that is gone, or empty again, holds nothing. */
  get stands(): boolean {
    return [...this.#fields].some(
      (field) => field.isConnected && (TICKED.includes(field.type) || field.value.trim() !== ''),
    );
  }

  forget(): void {
    this.#fields.clear();
  }
}

const isField = (target: EventTarget | undefined): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;
