/** Somebody who may be chosen: all that stands of them on a shared glass. */
export interface Shown {
  readonly id: string;
  /** 王*兰 */
  readonly maskedName: string;
  /** Tells apart those whom nothing else does. */
  readonly order?: number | undefined;
}

/** How people are found. Who asks knows them; this page does not. */
export interface Finder {
  byTail(tail: string): readonly Shown[];
  /** With what the names begin that can be found by it; none where nobody is. */
  readonly beginnings: readonly string[];
  byBeginning(beginning: string): readonly Shown[];
  /** Whether anybody has a card at all. */
  readonly hasCards: boolean;
  /** Whose card it is; null where nobody knows it. Fails where this device cannot tell. */
  byCard(card: string): Promise<Shown | null>;
}

/** How somebody may say who they are. */
export type Way = 'card' | 'digits' | 'name';

/** What was told kindly above the keypad, and why. */
type Trouble = 'unknown-number' | 'unknown-card' | 'unreadable';

/** The steps of asking who somebody is. Nothing of a person is in them but what was typed and the names to choose from. */
export type WhoStep =
  | { readonly step: 'digits'; readonly typed: string; readonly trouble: Trouble | null }
  | { readonly step: 'beginnings' }
  | { readonly step: 'names'; readonly names: readonly Shown[]; readonly from: 'digits' | 'name' };

export const TAIL_LENGTH = 4;

export const atDigits: WhoStep = { step: 'digits', typed: '', trouble: null };

/** What is asked first: the number, unless nobody may sign in by it. */
export const firstStep = (ways: readonly Way[]): WhoStep =>
  !ways.includes('digits') && !ways.includes('card') && ways.includes('name')
    ? { step: 'beginnings' }
    : atDigits;

/** A key of the keypad, or of a keyboard: the fourth digit finds the names. Other keys change nothing. */
export function pressed(step: WhoStep, key: string, finder: Finder): WhoStep {
  if (step.step !== 'digits') return step;
  if (key === 'erase' || key === 'Backspace')
    return { ...step, typed: step.typed.slice(0, -1), trouble: null };
  if (!/^\d$/.test(key)) return step;
  const typed = step.typed + key;
  if (typed.length < TAIL_LENGTH) return { step: 'digits', typed, trouble: null };
  const names = finder.byTail(typed);
  return names.length === 0
    ? { step: 'digits', typed: '', trouble: 'unknown-number' }
    : { step: 'names', names, from: 'digits' };
}

/** How the name begins was chosen. */
export const begun = (beginning: string, finder: Finder): WhoStep => ({
  step: 'names',
  names: finder.byBeginning(beginning),
  from: 'name',
});

/** One step back; null where the page before is meant. */
export function backFrom(step: WhoStep, ways: readonly Way[]): WhoStep | null {
  if (step.step === 'names') return step.from === 'name' ? { step: 'beginnings' } : atDigits;
  return step.step === 'beginnings' && firstStep(ways).step === 'digits' ? atDigits : null;
}

/** What a card or a code of a centre looks like; a reader that types anything else has read badly. */
export const isReadable = (text: string): boolean => /^[\w:./=+-]{4,64}$/.test(text.trim());
