import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../db/data-folder.ts';
import type { OpenOptions } from '../../db/open.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import { endingFor, makeCopy } from './copy.ts';
import { stampOf } from './kept.ts';
import { publish } from './synced-files.ts';

/** How many are kept, beside the nightly ones: the way back from the last few programs. */
const KEPT = 3;

/** A database before it took new steps, such as `before-0002-archive-2027-….sqlite`. */
const NAME = /^before-.*-(\d{4}-\d\d-\d\dT.*)\.(sqlite|dump)$/;

/**
 * Backs a database up before a newer program changes its shape; without that backup it is not changed. `told` is told
 * where it lies.
 */
export function backUpBefore(
  dir: string,
  told: (made: string) => void,
  now: () => number = Date.now,
): NonNullable<OpenOptions['beforeMigrating']> {
  return async (database, steps) => {
    if (await database.isInUse()) {
      throw new DatabaseTrouble(
        '这个数据库还有旧程序在用：请先全部停下，再启动新程序。 ' +
          'A hub of the program before is still running on this database. Stop every process of it, then start the new one.',
      );
    }
    makeFolder(dir);
    const { engine } = database;
    const path = join(dir, `before-${steps[0] ?? ''}-${stampOf(now())}.${endingFor(engine)}`);
    const partial = `${path}.part`;
    try {
      await makeCopy(engine, partial);
      await publish(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    for (const file of (await backupsBefore(dir)).slice(0, -KEPT)) await rm(join(dir, file), { force: true });
    told(
      `升级前已备份 Backed up before the database changes its shape: ${path}. ` +
        `To go back: stop the hub, put the earlier program back, and npm run restore -- ${path}`,
    );
  };
}

/** The backups made before a program changed the database's shape, oldest first. */
export async function backupsBefore(dir: string): Promise<string[]> {
  const files = await readdir(dir).catch((): string[] => []);
  const stamp = (file: string): string => NAME.exec(file)?.[1] ?? '';
  return files.filter((file) => NAME.test(file)).sort((a, b) => (stamp(a) < stamp(b) ? -1 : 1));
}
