import type { MemberId } from '../../../../kernel/ids.ts';
import { same } from '../../../../kernel/same.ts';
import { digitsOf, type Member } from '../roster.ts';
import type { Entry, Remark } from './read-members.ts';

/** An entry with its card's number as it is kept; null without one. */
export interface KeptEntry extends Omit<Entry, 'cardNumber'> {
  readonly card: string | null;
}

/** Somebody the list would change: as they are, and as they would be. */
interface PlannedChange {
  readonly address: string;
  readonly before: Member;
  readonly after: Member;
}

/** What would come of a list, before anything is done. */
export interface ImportPlan {
  readonly added: readonly { readonly address: string; readonly member: Member }[];
  readonly changed: readonly PlannedChange[];
  /** How many are on the list and in the centre's book, and nothing is new of them. */
  readonly unchanged: number;
  readonly remarks: readonly Remark[];
}

/** What a list would add and change: who is who by name and telephone, by card, or by name and year where a number lacks. */
export function planImport(
  entries: readonly KeptEntry[],
  members: readonly Member[],
  newId: () => MemberId,
): ImportPlan {
  const added: { address: string; member: Member }[] = [];
  const changed: PlannedChange[] = [];
  const remarks: Remark[] = [];
  let unchanged = 0;
  const book = new Book(members);
  const seen = new Map<string, string>();
  for (const entry of entries) {
    const key = `${entry.name}\n${digitsOf(entry.phone ?? '')}\n${entry.phone === null ? (entry.birthYear ?? '') : ''}`;
    const first = seen.get(key);
    if (first !== undefined) {
      remarks.push({ address: entry.address, weight: 'rejected', code: 'twice', text: first });
      continue;
    }
    seen.set(key, entry.address);
    const before = book.whoIs(entry);
    const card = book.cardFor(entry, before);
    if (entry.card !== null && card === null)
      remarks.push({
        address: entry.address,
        weight: 'dropped',
        code: book.isInList(entry.card) ? 'card-twice' : 'card-taken',
        text: '',
      });
    if (before === undefined) {
      if (book.hasName(entry.name))
        remarks.push({ address: entry.address, weight: 'doubtful', code: 'same-name', text: entry.name });
      const member = fresh(entry, card, newId());
      book.take(member);
      added.push({ address: entry.address, member });
      continue;
    }
    if (before.left !== undefined)
      remarks.push({ address: entry.address, weight: 'doubtful', code: 'has-left', text: entry.name });
    const after = updated(before, entry, card);
    book.take(after);
    if (same(before, after)) unchanged += 1;
    else changed.push({ address: entry.address, before, after });
  }
  return { added, changed, unchanged, remarks };
}

/** Who is known, by what a list may say of them. */
class Book {
  readonly #byPhone = new Map<string, Member>();
  readonly #byCard = new Map<string, Member>();
  readonly #byName = new Map<string, Member[]>();
  readonly #inList = new Set<string>();

  constructor(members: readonly Member[]) {
    for (const member of members) {
      const { name, phone, card, left } = member;
      if (phone !== null) this.#byPhone.set(`${name}\n${digitsOf(phone)}`, member);
      if (typeof card === 'string' && left === undefined) this.#byCard.set(card, member);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), member]);
    }
  }

  whoIs({ name, phone, birthYear, card }: KeptEntry): Member | undefined {
    const byPhone = phone === null ? undefined : this.#byPhone.get(`${name}\n${digitsOf(phone)}`);
    if (byPhone !== undefined) return byPhone;
    const byCard = card === null ? undefined : this.#byCard.get(card);
    if (byCard?.name === name) return byCard;
    return this.#byName
      .get(name)
      ?.find(
        (one) => birthYear !== null && one.birthYear === birthYear && (phone === null || one.phone === null),
      );
  }

  /** The card an entry may have: none that is another's. */
  cardFor({ card }: KeptEntry, who: Member | undefined): string | null {
    if (card === null) return null;
    const holder = this.#byCard.get(card);
    return holder === undefined || holder.id === who?.id ? card : null;
  }

  isInList(card: string): boolean {
    return this.#inList.has(card);
  }

  hasName(name: string): boolean {
    return this.#byName.has(name);
  }

  /** Whoever came first has the card. */
  take(member: Member): void {
    if (typeof member.card !== 'string' || this.#byCard.has(member.card)) return;
    this.#byCard.set(member.card, member);
    this.#inList.add(member.card);
  }
}

const fresh = ({ name, phone, birthYear, note }: KeptEntry, card: string | null, id: MemberId): Member => ({
  id,
  name,
  phone,
  birthYear,
  ...(card === null ? {} : { card }),
  ...(note === null ? {} : { note }),
});

/** What a list says counts; of what it does not speak nothing is taken away. */
function updated(before: Member, { phone, birthYear, note }: KeptEntry, card: string | null): Member {
  const isSameNumber = phone !== null && before.phone !== null && digitsOf(phone) === digitsOf(before.phone);
  return {
    ...before,
    phone: phone === null || isSameNumber ? before.phone : phone,
    birthYear: birthYear ?? before.birthYear,
    ...(card === null ? {} : { card }),
    ...(note === null ? {} : { note }),
  };
}
