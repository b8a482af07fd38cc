import { readText, writeText } from '../../../app/local-texts.ts';

/** The phones somebody may ring when no call gets through. */
export interface HelpNumbers {
  readonly hotline: string | null;
  readonly emergency: string | null;
}

/** They lie outside the store: whoever needs help must not want for a number because a disk is broken. */
const key = 'leling:kiosk:numbers';

/** Keeps the house's phones for when its row cannot be read. */
export function keepNumbers(centre: {
  readonly hotline: string;
  readonly emergencyNumber?: string | null;
}): void {
  const text = JSON.stringify([centre.hotline, centre.emergencyNumber ?? null]);
  if (readText(key) !== text) writeText(key, text);
}

/** The phones as last known. */
export function keptNumbers(): HelpNumbers {
  const [hotline, emergency] = listOf(readText(key));
  return { hotline: lineOf(hotline), emergency: lineOf(emergency) };
}

function listOf(text: string | null): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

const lineOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 40 ? value : null;
