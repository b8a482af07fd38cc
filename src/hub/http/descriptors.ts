import { readFileSync } from 'node:fs';

/** What a system gives where it does not say. */
const USUAL = 1024;

/** How many files and connections this process may have open at once. */
export function mostDescriptors(): number {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? USUAL : Number(soft);
  } catch {
    // No such file but on Linux.
    return USUAL;
  }
}
