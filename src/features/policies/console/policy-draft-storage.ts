import { DraftShelf, type Shelving } from '../../../app/draft-shelf.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import {
  isBoolean,
  isCount,
  isId,
  listOf,
  oneOf,
  orNull,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { Mid } from '../../../kernel/ids.ts';
import type { PolicyForm, Words } from './policy-form.ts';

/** What somebody is writing, and upon what. */
export interface PolicyWriting {
  /** As it was when they began. */
  readonly begun: PolicyForm;
  /** The version of that; 0 where there was none. */
  readonly version: number;
  readonly form: PolicyForm;
}

/** What was saved here and has not been heard of since. */
export interface PolicySent extends PolicyWriting {
  readonly mid: Mid;
}

/** What is kept of one policy: what is being written, and what was sent. */
export interface KeptPolicy {
  readonly writing: PolicyWriting | null;
  readonly sent: PolicySent | null;
}

/** Keeps the policies that somebody is writing, each under its id. */
export class PolicyDraftStorage extends DraftShelf<KeptPolicy> {
  /** @param owner the device and the person: nobody goes on with another's */
  constructor(owner: string, store?: Pick<LocalStore, 'recall' | 'remember'>) {
    super(owner, shelving, store);
  }
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isWords = shape<Words>({ zh: isString, en: isString });
/** The rule is checked where it is read: what is half written is no rule yet. */
const isRule: Guard<PolicyForm['rule']> = (value): value is PolicyForm['rule'] =>
  value === null || shape({ lines: listOf(shape({ any: listOf(shape({ question: isString })) })) })(value);
const isForm = shape<PolicyForm>({
  category: oneOf('care', 'meals', 'medical', 'health', 'smart', 'family', 'advisor', 'spirit'),
  kind: oneOf('money', 'service'),
  order: isString,
  title: isWords,
  summary: isWords,
  amounts: listOf(shape({ words: isWords, yuan: isString })),
  example: isBoolean,
  body: listOf(isWords),
  who: listOf(isWords),
  papers: listOf(isWords),
  where: isWords,
  hours: isWords,
  phone: isString,
  keywords: isString,
  source: isString,
  reviewedOn: isString,
  expiresOn: isString,
  rule: isRule,
  audio: orNull(isString),
});
const writing = { begun: isForm, version: isCount, form: isForm };
const isKept = shape<KeptPolicy>({
  writing: orNull(shape<PolicyWriting>(writing)),
  sent: orNull(shape<PolicySent>({ ...writing, mid: isId<'Mid'> })),
});
const shelving: Shelving<KeptPolicy> = {
  empty: { writing: null, sent: null },
  is: isKept,
  under: 'policy/',
  isEmpty: ({ writing, sent }) => writing === null && sent === null,
};
