import type { WireResult } from '../../../protocol/wire/wire.ts';
import type { HubSync } from '../../sync/api.ts';
import type { ConfigInUse } from './last-good.ts';
import type { ConfigTrouble } from './load.ts';

/**
 * Carries what has changed in the files into the centre's rows. What is unchanged is left alone, so that what staff
 * have since set at the console stays. Returns what the models' rules refused.
 */
export async function applyConfig(
  sync: HubSync,
  { centre, devices }: ConfigInUse,
): Promise<readonly ConfigTrouble[]> {
  const troubles: ConfigTrouble[] = [];
  const note = (file: string, result: WireResult): void => {
    if ('detail' in result) troubles.push({ file, path: '', remedy: result.detail });
  };
  const { id } = centre.value;
  const known = await sync.read(id, async (tx) => {
    const files = new Set<string>();
    if ((await tx.get('centre', 'centre', id)) !== undefined) files.add(centre.file);
    for (const { file, value } of devices) {
      if ((await tx.get(`device:${value.id}`, 'deviceConfig', value.id)) !== undefined) files.add(file);
    }
    return files;
  });
  if (centre.changed || !known.has(centre.file)) {
    note(centre.file, await sync.perform(id, 'centre.save', { centre: centre.value }));
  }
  for (const { file, value, changed } of devices) {
    if (changed || !known.has(file))
      note(file, await sync.perform(id, 'device.configure', { config: value }));
  }
  return troubles;
}
