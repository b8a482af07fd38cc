/*
 * What only dedicated workers see of OPFS: the DOM's own types leave it out. Before Chromium 108 some of these answer
 * with promises.
 */
declare global {
  interface FileSystemSyncAccessHandle {
    read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    write(from: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    flush(): void | Promise<void>;
    truncate(bytes: number): void | Promise<void>;
    getSize(): number | Promise<number>;
    close(): void;
  }
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
  }
}

export {};
