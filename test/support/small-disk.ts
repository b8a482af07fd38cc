import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A disk of a machine, with a file system of its own that goes read-only at an error, as that of a box does. */
export interface SmallDisk {
  readonly folder: string;
  /** The system finds an error on it: from now on nothing can be written, also by who has files open. */
  fail(): void;
  /** What is in it can no longer be changed; till the returned function is called. */
  freeze(names: readonly string[]): () => void;
  /** It is taken out, looked through and put in again, as at a start of the machine. */
  checkAndMount(how?: 'rw' | 'ro'): void;
  remove(): void;
}

/** Null where this machine gives none: it wants root, and a kernel that can mount a file. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const home = mkdtempSync(join(tmpdir(), 'leling-disk-'));
  const image = join(home, 'image');
  const folder = join(home, 'disk');
  const quiet = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const mount = (how = 'rw'): void =>
    void quiet('mount', '-t', 'ext4', '-o', `loop,errors=remount-ro,${how}`, image, folder);
  const device = (): string => basename(quiet('findmnt', '-no', 'SOURCE', folder).trim());
  try {
    mkdirSync(folder);
    writeFileSync(image, '');
    truncateSync(image, megabytes << 20);
    quiet('mkfs.ext4', '-q', '-F', image);
    mount();
  } catch {
    rmSync(home, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    fail: () => writeFileSync(`/sys/fs/ext4/${device()}/trigger_fs_error`, '1'),
    freeze: (names) => {
      const files = names.map((name) => join(folder, name));
      quiet('chattr', '+i', ...files);
      return () => void quiet('chattr', '-i', ...files);
    },
    checkAndMount: (how) => {
      quiet('umount', folder);
      // 1: it has found something, and mended it.
      quiet('sh', '-c', 'e2fsck -p "$0" || [ $? -eq 1 ]', image);
      mount(how);
    },
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
