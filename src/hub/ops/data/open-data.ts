import Database from 'better-sqlite3';
import { databaseFile, openDatabase, type OpenOptions } from '../../db/open.ts';
import type { SqlHubDatabase } from '../../db/hub-database.ts';
import { backupsIn, keptBackups, safeSeqs } from '../backup/kept.ts';
import { newEpoch } from '../backup/new-epoch.ts';
import { faultyData } from './data-fault.ts';
import { examine, type DataFault, type Finding } from './examine.ts';
import { keepDamaged } from './keep-damaged.ts';
import { tracesIn } from './own-names.ts';
import { comeOf } from './standing-note.ts';

interface DataOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Whether to go on with data that is not what it should be. */
  readonly goOn: boolean;
  readonly nowMs: number;
  readonly beforeMigrating: OpenOptions['beforeMigrating'];
}

interface OpenedData {
  readonly database: SqlHubDatabase;
  /** What was gone on with all the same. */
  readonly goneOnWith: DataFault | null;
  /** What a check finds that takes longer than a start waits; null where it is over. */
  readonly lateCheck: Promise<string | null> | null;
}

/**
 * Opens a centre's data, after a look whether it is all there. Where it is not, the hub does not start unless it is told
 * to go on: throws `FaultyData`, with what was found and the ways on. Only a folder that has never held a centre gets a
 * new one.
 */
export async function openData(options: DataOptions): Promise<OpenedData> {
  const { dataDir, databaseUrl, goOn, nowMs, beforeMigrating } = options;
  let finding: Finding | null = null;
  let lateCheck: OpenedData['lateCheck'] = null;
  const found = async (one: Finding): Promise<void> => {
    if (!goOn) throw await faultyData({ dataDir, databaseUrl }, one);
    finding = one;
  };
  const migrating = beforeMigrating === undefined ? {} : { beforeMigrating };
  const database =
    databaseUrl === undefined
      ? await openDatabase(
          { dataDir },
          {
            ...migrating,
            beforeOpening: async () => {
              const examined = await examine(dataDir);
              lateCheck = examined.later;
              if (examined.finding === null) return;
              await found(examined.finding);
              await makeRoom(dataDir, examined.finding, nowMs);
            },
          },
        )
      : await openDatabase(
          { databaseUrl },
          {
            ...migrating,
            beforeNew: async () => {
              const traces = await tracesIn(dataDir);
              if (traces.length > 0) await found({ fault: 'empty', detail: traces.join(', ') });
            },
          },
        );
  const goneOnWith = faultOf(finding);
  if (goneOnWith !== null) {
    // Devices send again what it lacks, as after a restore.
    await newEpoch(database);
    await database.setSafe(safeSeqs(await keptBackups(backupsIn(dataDir))));
  }
  return { database, goneOnWith, lateCheck };
}

/** Read where the compiler does not follow what the callbacks have set. */
const faultOf = (finding: Finding | null): DataFault | null => finding?.fault ?? null;

/** What can be gone on with stays, and a damaged one is kept as it is beside it; anything else is moved away. */
async function makeRoom(dataDir: string, { fault }: Finding, nowMs: number): Promise<void> {
  if (fault === 'log-lost' || fault === 'behind') return;
  const goesOn = fault === 'damaged' && canBeRead(databaseFile(dataDir));
  await keepDamaged(dataDir, nowMs, goesOn ? 'copy' : 'move');
}

function canBeRead(path: string): boolean {
  try {
    const file = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return comeOf(file) !== null && file.prepare('select count(*) from row').get() !== undefined;
    } finally {
      file.close();
    }
  } catch {
    return false;
  }
}
