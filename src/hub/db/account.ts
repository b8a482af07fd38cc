import { statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The account this program runs under, by its name where it has one. */
export function ownAccount(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
}

/** How somebody gives a place to this account; who sits before the screen need not be it. */
export const givingTo = (path: string): string => `sudo chown -R ${ownAccount()}: ${path}`;

/** The number of the account a place belongs to; null where that cannot be told. */
export function ownerOf(path: string): number | null {
  try {
    return statSync(path).uid;
  } catch {
    return null;
  }
}
