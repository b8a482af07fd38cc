import { spawnSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { rounded } from './figures.ts';

/** What the figures were measured on. */
export function machineFacts(chromium: string): Readonly<Record<string, unknown>> {
  const [first] = cpus();
  return {
    processor: first?.model ?? 'unknown',
    processors: cpus().length,
    memoryMB: Math.round(totalmem() / 2 ** 20),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    chromium: spawnSync(chromium, ['--version', '--no-sandbox'], { encoding: 'utf8' }).stdout.trim(),
    load: loadavg().map(rounded),
  };
}
