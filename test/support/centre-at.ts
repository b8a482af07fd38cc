import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CivilDate } from '../../src/kernel/time.ts';

const source = fileURLToPath(new URL('../../kiosk-config/', import.meta.url));

/**
 * A copy of kiosk-config whose centre lies where it is now the given time of day. So a test that needs late morning
 * runs at any hour, on the machine's own clock, with no clock faked.
 * @returns the folder for LELING_CONFIG, the day it is there, and how to remove it
 */
export function centreWhereItIs(
  hour: number,
  minute: number,
): { folder: string; today: CivilDate; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'leling-config-'));
  cpSync(source, folder, { recursive: true });
  const file = join(folder, 'centre.json');
  const now = new Date();
  const ahead = hour * 60 + minute - (now.getUTCHours() * 60 + now.getUTCMinutes());
  // Offsets go from −12 to +14 hours: the same time of day is to be had on one side or the other.
  const utcOffsetMinutes = ahead < -720 ? ahead + 1440 : ahead > 840 ? ahead - 1440 : ahead;
  const centre = { ...JSON.parse(readFileSync(file, 'utf8')), utcOffsetMinutes };
  writeFileSync(file, JSON.stringify(centre, null, 2));
  const today = new Date(now.getTime() + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
  return { folder, today, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
