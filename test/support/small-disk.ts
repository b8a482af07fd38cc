import { execFileSync, spawnSync } from 'node:child_process';
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
  // Kept for as long as the disk is: one that goes with its mount may still be going when the next is made.
  let device = '';
  const mount = (how = 'rw'): void =>
    void quiet('mount', '-t', 'ext4', '-o', `errors=remount-ro,${how}`, device, folder);
  const remove = (): void => {
    spawnSync('umount', ['-l', folder]);
    if (device !== '') spawnSync('losetup', ['-d', device]);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    mkdirSync(folder);
    writeFileSync(image, '');
    truncateSync(image, megabytes << 20);
    quiet('mkfs.ext4', '-q', '-F', image);
    device = quiet('losetup', '-f', '--show', image).trim();
    mount();
  } catch {
    remove();
    return null;
  }
  return {
    folder,
    fail: () => writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, '1'),
    freeze: (names) => {
      const files = names.map((name) => join(folder, name));
      quiet('chattr', '+i', ...files);
      return () => void quiet('chattr', '-i', ...files);
    },
    checkAndMount: (how) => {
      quiet('umount', folder);
      // 1: it has found something, and mended it.
      quiet('sh', '-c', 'e2fsck -fy "$0" || [ $? -eq 1 ]', device);
      mount(how);
    },
    remove,
  };
}
