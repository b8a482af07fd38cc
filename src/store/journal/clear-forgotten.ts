import { openJournal } from './open-journal.ts';
import { OpfsJournal } from './opfs-journal.ts';

/** How often, and how far apart, other open pages are given time to let go of what is forgotten. */
const CLEAR_TRIES = 20;
const CLEAR_EVERY_MS = 100;

/**
 * Sees to it that no argument of what the journal has forgotten stays readable, in the files of whichever page. False
 * when another open page has not let go in time: it will within ten minutes, or when it is next opened.
 */
export async function clearForgotten(name: string, mids: readonly string[]): Promise<boolean> {
  const journal = await openJournal(name);
  await journal.forget(mids);
  if (!(journal instanceof OpfsJournal)) return true;
  try {
    for (let tries = 0; tries < CLEAR_TRIES; tries += 1) {
      if (await journal.tidy()) return true;
      await new Promise((resolve) => setTimeout(resolve, CLEAR_EVERY_MS));
    }
    return false;
  } finally {
    journal.close();
  }
}
