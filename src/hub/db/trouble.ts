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
