import { isCount, isText, listOf, oneOf, orMissing, orNull, shape, type Guard } from '../../kernel/guards.ts';

/** The session a code is for. */
export interface ComeSession {
  readonly centre: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly start: string;
  readonly room: string;
  readonly roomEn: string | null;
}

/** One of those whose number ends as was typed. */
export interface Person {
  readonly pick: string;
  readonly maskedName: string;
  readonly order?: number | undefined;
}

/** How a claim stands at the hub, and how many have come. */
export interface Came {
  readonly status: 'done' | 'already' | 'withdrawn';
  readonly count: number;
}

/** Who signs in, and by which mid. */
export interface Claim {
  readonly tail: string;
  readonly person: Person;
  readonly mid: string;
}

/** Why the hub has not done what was asked: it is not there, the code is over, it has had enough, or it knows of none. */
export type Trouble = 'away' | 'over' | 'tooMany' | 'none';
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** Longer than that nobody looks at a page that says nothing. */
const WITHIN_MS = 10_000;

const isSession: Guard<ComeSession> = shape<ComeSession>({
  centre: isText,
  name: isText,
  nameEn: orNull(isText),
  start: isText,
  room: isText,
  roomEn: orNull(isText),
});
const isPerson: Guard<Person> = shape<Person>({
  pick: isText,
  maskedName: isText,
  order: orMissing(isCount),
});
const isNames = shape<{ names: Person[] }>({ names: listOf(isPerson) });
const isCame: Guard<Came> = shape<Came>({ status: oneOf('done', 'already', 'withdrawn'), count: isCount });

/** What a telephone asks of the hub, for the session of one code. Nothing is tried again by itself, nor kept for later. */
export class AskHub {
  readonly #pass: string;

  constructor(pass: string) {
    this.#pass = pass;
  }

  session(): Promise<Answer<ComeSession>> {
    return this.#ask('', isSession);
  }

  async names(tail: string): Promise<Answer<readonly Person[]>> {
    const answer = await this.#ask('/names', isNames, { tail });
    return answer.ok ? { ok: true, value: answer.value.names } : answer;
  }

  claim(claim: Claim): Promise<Answer<Came>> {
    return this.#ask('/claim', isCame, wordsOf(claim));
  }

  undo(claim: Claim): Promise<Answer<Came>> {
    return this.#ask('/undo', isCame, wordsOf(claim));
  }

  async #ask<T>(what: string, isAnswer: Guard<T>, body?: object): Promise<Answer<T>> {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), WITHIN_MS);
    try {
      const response = await fetch(`/api/come/${encodeURIComponent(this.#pass)}${what}`, {
        signal: stop.signal,
        cache: 'no-store',
        credentials: 'omit',
        ...(body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
      });
      // A pass that is none (a code cut short) is refused as ill-shaped.
      if (response.status === 410 || response.status === 400) return { ok: false, trouble: 'over' };
      if (response.status === 429) return { ok: false, trouble: 'tooMany' };
      const said: unknown = await response.json();
      if (response.ok && isAnswer(said)) return { ok: true, value: said };
      const isNobody = response.status === 404 && isCode(said) && said.code === 'nobody';
      return { ok: false, trouble: isNobody ? 'none' : 'away' };
    } catch {
      return { ok: false, trouble: 'away' };
    } finally {
      clearTimeout(late);
    }
  }
}

const isCode = shape<{ code: string }>({ code: isText });
const wordsOf = ({ tail, person, mid }: Claim): object => ({ tail, pick: person.pick, mid });
