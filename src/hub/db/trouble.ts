/** The database cannot be used as it is; the message says why and what a person can do about it. */
export class DatabaseTrouble extends Error {}

/** Another hub has the data folder. */
export class FolderInUse extends DatabaseTrouble {}

/** The database and the program do not fit. */
export class MigrationMismatch extends DatabaseTrouble {}

/** A file that is no whole hub database. */
export class Damaged extends DatabaseTrouble {}

/** The database's server does not answer, or does not let the hub in. */
export class Unreachable extends DatabaseTrouble {}

/** What a disk or the database on it can be ill with while a hub runs, as a stable word. */
export type StorageTrouble = 'disk-full' | 'storage-damaged' | 'read-only' | 'disk-failing';

/** The disk takes no more, or not from us. */
export class DiskTrouble extends DatabaseTrouble {
  readonly code: Exclude<StorageTrouble, 'storage-damaged'>;

  constructor(code: DiskTrouble['code'], message: string, options: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What an error of the database's or the file system's says of the disk; null when it says nothing. */
export function storageTroubleOf(error: unknown): StorageTrouble | null {
  if (error instanceof Damaged) return 'storage-damaged';
  if (error instanceof DiskTrouble) return error.code;
  if (!(error instanceof Error) || !('code' in error)) return null;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EROFS':
      return 'read-only';
    case 'EIO':
      return 'disk-failing';
    default:
      return null;
  }
}
