import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldProblem } from '../../../kernel/check.ts';
import type { Mid } from '../../../kernel/ids.ts';
import { same } from '../../../kernel/same.ts';
import type { Policy } from '../model/policy.ts';
import type { PolicyDraftStorage, PolicySent, PolicyWriting } from './policy-draft-storage.ts';
import { emptyForm, formOf, policyOf, type FormField, type PolicyForm } from './policy-form.ts';
import { mergedForms, withFields } from './policy-merge.ts';

/** How what was saved last has ended: with the hub, or refused by it. */
export type SaveOutcome = { readonly is: 'taken' } | { readonly is: 'ended'; readonly code: string };

/** What two have written otherwise, and what the other wrote. */
interface Collided {
  readonly fields: readonly FormField[];
  readonly theirs: PolicyForm;
}

/**
 * One policy's text as somebody writes it: kept on the storage at every stroke, brought together with what others write
 * meanwhile, and brought back when the hub did not take it.
 */
export class PolicyDraft implements ReactiveController {
  #storage: PolicyDraftStorage | null = null;
  #policyId = '';
  #writing: PolicyWriting | null = null;
  #sent: PolicySent | null = null;
  #collided: Collided | null = null;
  #dropped: PolicyForm | null = null;
  #refusal: string | null = null;
  /** What this device took for saved until the hub said no: gone with the next pull, and nothing to stand on. */
  #disowned: { readonly version: number; readonly form: PolicyForm } | null = null;

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Null until what is published is known. */
  get form(): PolicyForm | null {
    return this.#writing?.form ?? null;
  }

  /** As it was when somebody began. */
  get begun(): PolicyForm | null {
    return this.#writing?.begun ?? null;
  }

  get version(): number {
    return this.#writing?.version ?? 0;
  }

  get sent(): PolicySent | null {
    return this.#sent;
  }

  /** What somebody else wrote into the same fields; null where there is nothing to choose. */
  get collided(): Collided | null {
    return this.#collided;
  }

  /** What was dropped here last, for as long as it can be had back. */
  get dropped(): PolicyForm | null {
    return this.#dropped;
  }

  /** Why the hub did not take what was saved last; null when it did. */
  get refusal(): string | null {
    return this.#refusal;
  }

  get changed(): boolean {
    return this.#writing !== null && !same(this.#writing.form, this.#writing.begun);
  }

  get problems(): readonly FieldProblem[] {
    const read = this.#writing === null ? null : policyOf(this.#writing.form, this.#policyId);
    return read === null || read.ok ? [] : read.error;
  }

  /** Goes on with what is on the storage, if anything is. */
  open(policyId: string, storage: PolicyDraftStorage): void {
    if (this.#policyId === policyId && this.#storage !== null) return;
    const { writing, sent } = storage.read(policyId);
    this.#policyId = policyId;
    this.#storage = storage;
    this.#writing = writing;
    this.#sent = sent;
    this.#collided = this.#dropped = this.#disowned = null;
    this.#refusal = null;
    storage.recall(policyId).then(
      (newer) => {
        if (newer === null || storage !== this.#storage || policyId !== this.#policyId) return;
        ({ writing: this.#writing, sent: this.#sent } = newer);
        this.#host.requestUpdate();
      },
      (error: unknown) => console.error(error),
    );
  }

  /** Brings the draft together with the newest text there is; null where there is none yet. */
  meet(newest: Policy | null, today: string | null): void {
    const theirs = newest === null ? emptyForm(today) : formOf(newest);
    const version = newest?.version ?? 0;
    const isIt = (one: { version: number; form: PolicyForm } | null): boolean =>
      one !== null && one.version === version && same(one.form, theirs);
    if (isIt(this.#disowned)) return;
    this.#disowned = null;
    const writing = this.#writing;
    if (writing === null) {
      this.#writing = { begun: theirs, version, form: theirs };
      return;
    }
    if (isIt({ version: writing.version, form: writing.begun })) return;
    // An empty sheet that was begun yesterday is still an empty sheet.
    if (newest === null && writing.version === 0 && this.changed) return;
    const next = { begun: theirs, version };
    if (!this.changed || same(this.#said(writing.form), theirs)) this.#become({ ...next, form: theirs });
    else if (this.#sent !== null && same(this.#said(this.#sent.form), theirs))
      this.#become({ ...next, form: writing.form });
    else {
      const { form, collisions } = mergedForms(writing.begun, writing.form, theirs);
      this.#collided = collisions.length === 0 ? null : { fields: collisions, theirs };
      this.#become({ ...next, form });
    }
  }

  /** Something was typed or pressed. */
  change(form: PolicyForm): void {
    if (this.#writing === null) return;
    this.#refusal = this.#dropped = null;
    this.#become({ ...this.#writing, form });
  }

  /** Of a field that two wrote otherwise: one's own stays, or the other's comes. */
  choose(field: FormField, which: 'mine' | 'theirs'): void {
    const { collided } = this;
    if (this.#writing === null || collided === null) return;
    const fields = collided.fields.filter((one) => one !== field);
    this.#collided = fields.length === 0 ? null : { ...collided, fields };
    const { form } = this.#writing;
    this.change(which === 'mine' ? form : withFields(form, collided.theirs, [field]));
  }

  /** Back to what it was when it was begun; it can be had back. */
  drop(): void {
    if (this.#writing === null || !this.changed) return;
    const { form, begun } = this.#writing;
    this.change(begun);
    this.#collided = null;
    this.#dropped = form;
  }

  undrop(): void {
    if (this.#dropped !== null) this.change(this.#dropped);
  }

  /** The draft is on its way to the hub. */
  saved(mid: Mid): void {
    if (this.#writing === null) return;
    this.#sent = { ...this.#writing, mid };
    this.#dropped = null;
    this.#become(this.#writing);
  }

  /** What became of the one on its way: taken, it is heard of no more; refused, it is back to be written on. */
  settle(outcome: SaveOutcome): void {
    const sent = this.#sent;
    if (sent === null || this.#writing === null) return;
    this.#sent = null;
    if (outcome.is === 'taken') return this.#keep();
    const { begun, version } = this.#writing;
    this.#disowned = { version, form: begun };
    this.#refusal = outcome.code === 'conflict' ? null : outcome.code;
    // What was written since stands upon it.
    const form = this.changed ? this.#writing.form : sent.form;
    this.#become({ begun: sent.begun, version: sent.version, form });
  }

  /** A form as it would come back once it was saved. */
  #said(form: PolicyForm): PolicyForm {
    const read = policyOf(form, this.#policyId);
    return read.ok ? formOf(read.value) : form;
  }

  #become(writing: PolicyWriting): void {
    this.#writing = writing;
    this.#keep();
    this.#host.requestUpdate();
  }

  #keep(): void {
    this.#storage?.write(this.#policyId, {
      writing: this.changed ? this.#writing : null,
      sent: this.#sent,
    });
  }
}
