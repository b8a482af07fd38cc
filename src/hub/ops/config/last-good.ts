import { VaultTable, type Vault } from '../../people/vault.ts';
import type { CentreConfig, ConfigTrouble, DeviceConfigRow, LoadedConfig } from './load.ts';

/** A value the hub goes by, and whether its file says something else than when it was last taken. */
interface InUse<T> {
  readonly file: string;
  readonly value: T;
  readonly changed: boolean;
}

/** The configuration a hub goes by: what the files say, and of a broken file what it said when it was last right. */
export interface ConfigInUse {
  readonly centre: InUse<CentreConfig>;
  readonly devices: readonly InUse<DeviceConfigRow>[];
  readonly troubles: readonly ConfigTrouble[];
}

const CENTRE = 'centre.json';
const goodCentres = new VaultTable<CentreConfig>('good-centre', 'standing');
/** By file. */
const goodDevices = new VaultTable<DeviceConfigRow>('good-device', 'standing');

/** Fills what is broken from what was kept. Null when there is no centre: a first start with a broken centre.json. */
export async function withLastGood(vault: Vault, loaded: LoadedConfig): Promise<ConfigInUse | null> {
  return vault.read(async (tx) => {
    const keptCentre = await goodCentres.get(tx, CENTRE);
    const centre = inUse(CENTRE, loaded.centre, keptCentre);
    if (centre === undefined) return null;
    const devices: InUse<DeviceConfigRow>[] = [];
    for (const file of [...loaded.devices.keys(), ...loaded.bad]) {
      const device = inUse(file, loaded.devices.get(file), await goodDevices.get(tx, file));
      const isTaken = devices.some((one) => one.value.id === device?.value.id);
      if (device !== undefined && !isTaken) devices.push(device);
    }
    return { centre, devices, troubles: loaded.troubles };
  });
}

function inUse<T>(file: string, read: T | null | undefined, kept: T | undefined): InUse<T> | undefined {
  const value = read ?? kept;
  if (value === undefined) return undefined;
  return { file, value, changed: JSON.stringify(value) !== JSON.stringify(kept) };
}

/** Keeps a configuration that has been taken as the last good one. */
export async function keepGood(vault: Vault, { centre, devices }: ConfigInUse): Promise<void> {
  if (!centre.changed && devices.every((one) => !one.changed)) return;
  await vault.write(async (tx) => {
    if (centre.changed) await goodCentres.put(tx, centre.file, centre.value);
    for (const { file, value, changed } of devices) if (changed) await goodDevices.put(tx, file, value);
  });
}

/** A file the rules refused is not a good one to fall back to. */
export function withoutRefused(config: ConfigInUse, refused: readonly ConfigTrouble[]): ConfigInUse {
  const isRefused = (file: string): boolean => refused.some((one) => one.file === file);
  const { centre } = config;
  return {
    ...config,
    centre: isRefused(centre.file) ? { ...centre, changed: false } : centre,
    devices: config.devices.filter((one) => !isRefused(one.file)),
  };
}
