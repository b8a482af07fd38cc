import type { Json } from '../../kernel/json.ts';
import type { Outcome } from '../../kernel/mutation.ts';
import { ARGS_LIMIT } from '../wire/wire.ts';
import type { Made } from './api.ts';
import { commitMutation, type Committed, type Maker } from './mutate.ts';
import { readUnsent } from './records.ts';
import { SecondMedium, type MediumDeps } from './second-medium.ts';

interface MakerDeps extends Maker, MediumDeps {
  /** It is in the outbox. */
  readonly made: (made: Extract<Committed, { ok: true }>) => void;
}

/** Makes the changes of a page. A television makes none and does not load it. */
export class Making {
  readonly #deps: MakerDeps;
  readonly #second: SecondMedium;

  constructor(deps: MakerDeps) {
    this.#deps = deps;
    this.#second = new SecondMedium(deps);
  }

  async mutate(name: string, args: unknown): Promise<Made> {
    // A copy: what is stored and sent must not change with the caller's object.
    const text = JSON.stringify(args);
    if (text.length > ARGS_LIMIT)
      return { ok: false, status: 'refused', code: 'too-large', detail: `${text.length} characters` };
    const plain: Json = JSON.parse(text);
    let before: Committed | null = null;
    const made = await this.#deps.storage.write<Committed>(
      async (tx) => {
        // Cut off and run again: it may have been kept all the same, and is not made twice.
        const mid = before?.ok === true ? before.entry.mut.mid : undefined;
        if (before !== null && mid !== undefined && (await readUnsent(tx, mid)) !== undefined) return before;
        before = await commitMutation(this.#deps, tx, name, plain, mid);
        return before;
      },
      { repeatable: true },
    );
    if (!made.ok) return refusalOf(made.outcome);
    this.#deps.made(made);
    const { mut } = made.entry;
    if (await this.#second.reached(mut, made.client.clientId)) return { ok: true, mid: mut.mid };
    return { ok: false, status: 'refused', code: 'not-safe', detail: `${mut.mid} is on one medium` };
  }

  /** The outbox may have changed. */
  look(): Promise<void> {
    return this.#second.look();
  }
}

/** What a person is told when a change is refused here and now. */
function refusalOf(outcome: Outcome): Made {
  if (outcome.status === 'refused') return { ok: false, ...outcome };
  const detail = outcome.status === 'conflict' ? `${outcome.current}` : '';
  return { ok: false, status: 'conflict', code: 'conflict', detail };
}
