import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Centre } from '../../../features/centre/model/centre.schema.ts';
import { DeviceConfig } from '../../../features/devices/model/device.schema.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { thorough } from '../../http/validation.ts';
import { violations, type Violation } from './remedy.ts';

/** One thing wrong with what a centre has written: where, and what to do. */
export interface ConfigTrouble extends Violation {
  /** The file, as its path within the configuration folder. */
  readonly file: string;
}

export type CentreConfig = RowOf<'centre'>;
export type DeviceConfigRow = RowOf<'deviceConfig'>;

/** What the configuration folder says: each file either read, or with its troubles. */
export interface LoadedConfig {
  readonly centre: CentreConfig | null;
  /** By file. */
  readonly devices: ReadonlyMap<string, DeviceConfigRow>;
  /** Files that could not be taken; their last good version is to be used. */
  readonly bad: readonly string[];
  readonly troubles: readonly ConfigTrouble[];
}

const CENTRE_FILE = 'centre.json';
const isCentre = thorough<CentreConfig>(Centre);
const isDevice = thorough<DeviceConfigRow>(DeviceConfig);

/** Reads a configuration folder: `centre.json` and a JSON file a device, schemas and hidden files apart. */
export async function loadConfig(dir: string): Promise<LoadedConfig> {
  const troubles: ConfigTrouble[] = [];
  const bad: string[] = [];
  const read = async <T>(file: string, check: ValidateFunction<T>): Promise<T | null> => {
    const found = await readOne(join(dir, file), check);
    if (found.ok) return found.value;
    bad.push(file);
    troubles.push(...found.error.map((trouble) => ({ file, ...trouble })));
    return null;
  };

  const centre = await read(CENTRE_FILE, isCentre);
  const devices = new Map<string, DeviceConfigRow>();
  const fileOf = new Map<string, string>();
  for (const file of await deviceFiles(dir)) {
    const device = await read(file, isDevice);
    if (device === null) continue;
    const other = fileOf.get(device.id);
    if (other !== undefined) {
      bad.push(file);
      troubles.push({
        file,
        path: '/id',
        remedy: `"${device.id}" 已经是 ${other} 的编号，请另取一个 / "${device.id}" is taken by ${other}; give this device its own id`,
      });
      continue;
    }
    fileOf.set(device.id, file);
    devices.set(file, device);
  }
  return { centre, devices, bad, troubles };
}

async function deviceFiles(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir, { recursive: true }).catch(() => []);
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^(devices\/)?[^./][^/]*\.json$/.test(name))
    .filter((name) => name !== CENTRE_FILE && !name.endsWith('.schema.json'))
    .sort();
}

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: readonly Violation[] };

async function readOne<T>(path: string, check: ValidateFunction<T>): Promise<Read<T>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return bad(
      '',
      `读不了这个文件，请放回来，或改它的权限 / the file cannot be read (${reason(error)}); put it back or mend its permissions`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return bad(
      '',
      `JSON 格式有误，请看是不是多了或少了逗号、引号、括号 / this is not well-formed JSON (${reason(error)}); look for a comma, quote or bracket too many or too few there`,
    );
  }
  if (typeof value === 'object' && value !== null && '$schema' in value) {
    const { $schema: _editorsHint, ...rest } = value;
    value = rest;
  }
  if (check(value)) return { ok: true, value };
  return { ok: false, error: violations(check.errors ?? []) };
}

const bad = (path: string, remedy: string): Read<never> => ({ ok: false, error: [{ path, remedy }] });
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
