/**
 * The folder that the journal of one (device, actor) has to itself, and the pages that share it. A worker stands it on
 * OPFS, the simulator on a disk that tears, loses and flips.
 */
export interface JournalFolder {
  /** The names of all files in it. */
  list(): Promise<readonly string[]>;
  /** Takes a file for writing, made when there is none of that name. Null while another page that lives has it. */
  take(name: string): Promise<JournalFile | null>;
  /** What a file holds, whoever has it. Null when it cannot be read now. */
  read(name: string): Promise<Uint8Array | null>;
  /** A name that no file has. */
  newName(): string;
  /** Does work that no other page does at the same time. Null, and nothing done, when the others do not come to an end. */
  alone<T>(work: () => Promise<T>): Promise<T | null>;
  /** Tells the other pages that something in their files may have been forgotten. A page may miss it. */
  tellOthers(): void;
  /** Runs whenever another page has told. */
  whenTold(run: () => void): void;
}

/** A file that this page has, until it closes it or ends. */
export interface JournalFile {
  readonly name: string;
  read(): Promise<Uint8Array>;
  /** Throws where there is no room. It may have written a part then. */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): Promise<void>;
  /** Resolves once everything before it has reached the disk: until then any part of it may be lost. */
  flush(): Promise<void>;
  truncate(bytes: number): Promise<void>;
  /** Lets another page take it. */
  close(): void;
}
