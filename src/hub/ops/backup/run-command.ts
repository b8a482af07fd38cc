import { DatabaseTrouble } from '../../db/trouble.ts';
import { ToolTrouble } from './postgres-dump.ts';

/** What was asked cannot be done as asked; the message says what to do instead. */
export class Unfit extends Error {}

/** Runs a command for a person: prints what it says, or why not and what to do; a bug shows its stack. */
export async function runCommand(work: () => Promise<readonly string[]>): Promise<void> {
  // Backups hold what the database holds: nobody else's to read.
  process.umask(0o077);
  try {
    for (const line of await work()) console.log(line);
  } catch (error) {
    const known = [Unfit, DatabaseTrouble, ToolTrouble].some((kind) => error instanceof kind);
    console.error(
      `✗ ${known && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error)}`,
    );
    process.exitCode = 1;
  }
}
