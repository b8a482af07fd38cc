import { readdir } from 'node:fs/promises';

/** What a hub itself puts into its data folder, by the first words of the names. */
const OWN =
  /^(hub-id|hub-secrets|hub\.(sqlite|lock|pid|json)([-.].*)?|links\.json.*|media|speech|backups|replaced|uploads|damaged-.*|\.writable-.*)$/;
/** What every start makes before it has looked at anything. */
const OF_THE_LOCK = /^hub\.(lock|pid)([-.].*)?$/;

export const isOwnName = (name: string): boolean => OWN.test(name);

/**
 * What shows that a centre has lived in a folder, its database apart: such a folder never gets a new centre unasked.
 * An empty folder inside it says nothing, nor what can be made again.
 */
export async function tracesIn(dataDir: string): Promise<readonly string[]> {
  const traces: string[] = [];
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    const { name } = entry;
    if (!isOwnName(name) || OF_THE_LOCK.test(name) || /^(hub-id|hub-secrets|speech|links\.json|\.writable-)/.test(name)) continue;
    if (name === 'hub.sqlite') continue;
    if (entry.isDirectory() && (await readdir(`${dataDir}/${name}`)).length === 0) continue;
    traces.push(name);
  }
  return traces.sort();
}
