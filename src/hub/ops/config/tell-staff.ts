import { id, type CentreId } from '../../../kernel/ids.ts';
import type { HubSync } from '../../sync/api.ts';
import type { ConfigTrouble } from './load.ts';

const NAME = 'kiosk-config';

/**
 * Shows staff what is wrong in the configuration, among what the hub did not carry out, and takes away what has been
 * mended since.
 */
export async function tellStaff(
  sync: HubSync,
  centreId: CentreId,
  troubles: readonly ConfigTrouble[],
): Promise<void> {
  const now = sync.now();
  await sync.write(centreId, async (tx) => {
    const open = new Map(
      troubles.map((trouble, n) => {
        const place = line(`${trouble.file} ${trouble.path}`.trim());
        return [line(`${NAME}:${n}:${trouble.file}`).slice(0, 80), { ...trouble, place }];
      }),
    );
    const told = (await tx.list('staff', 'refusal')).filter((one) => one.name === NAME);
    for (const row of told) {
      const still = open.get(row.id);
      if (still?.place === row.code && line(still.remedy) === row.detail) open.delete(row.id);
      else await tx.remove('staff', 'refusal', row.id);
    }
    for (const [key, { place, remedy }] of open) {
      await tx.put('staff', 'refusal', key, {
        id: id<'Mid'>(key),
        name: NAME,
        v: 0,
        args: null,
        maker: { type: 'hub' },
        madeAtMs: null,
        timeQuality: 'unknown',
        settled: null,
        status: 'refused',
        code: place,
        detail: line(remedy),
        deviceId: id<'DeviceId'>('hub'),
        by: 'hub',
        receivedAtMs: now,
      });
    }
  });
}

/** As much as a row's line takes. */
const line = (text: string): string => [...text].slice(0, 120).join('');
